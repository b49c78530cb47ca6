"""From what a file says to cues: style taken away, letters composed, empty and impossible cues dealt with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.report import Report
from hoso.subtitles.files.tags import UNPAIRED, composed, without_blank_lines, without_style
from hoso.subtitles.lines.marks import plain

_BREAK = re.compile("[\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue as a file has it."""

    cue: Cue
    line: int
    """Where its times stand, from 1: in ASS its Dialogue line, in SAMI its SYNC."""


def finish(raw: Iterable[Entry], report: Report) -> Iterator[Entry]:
    """What a library read, as cues that can be shown, none empty; repairs and faults go to `report`."""
    for entry in raw:
        text = _clean(entry.cue.text, entry.line, report)
        if not _is_seen(text):
            report.repaired(entry.line, "a cue without words is left out")
        elif entry.cue.end_ms <= entry.cue.start_ms:
            remedy = "Let it end later than it begins."
            report.fault(entry.line, "the cue ends before it has begun", remedy)
        else:
            yield Entry(Cue(entry.cue.start_ms, entry.cue.end_ms, text), entry.line)


def _is_seen(text: str) -> bool:
    """Whether there is a character that leaves a mark on the screen."""
    return any(char.isprintable() and not char.isspace() for char in plain(text))


def _clean(text: str, line: int, report: Report) -> str:
    """A cue's words without style, control characters and blank lines, in NFC."""
    visible = _CONTROL.sub("", _BREAK.sub("\n", text))
    if visible != text:
        report.repaired(line, "control characters are left out")
    bare, kinds = without_style(visible)
    for kind in kinds:
        done = "is mended" if kind == UNPAIRED else "is not followed: it is taken away"
        report.repaired(line, f"{kind} {done}")
    whole = composed(bare)
    if whole != bare:
        report.repaired(line, "letters in pieces (NFD, as macOS writes them) are put together")
    return without_blank_lines(whole)
