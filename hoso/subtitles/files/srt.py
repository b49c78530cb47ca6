"""SRT files: read without a silent loss, written as every editor reads them.

pysrt parses and formats. What it would drop or misread without a word is found first and is an error.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base import files
from hoso.base.problems import InputError, Problem
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.srt_grammar import Fault, decode, examine, timings


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue as a file has it."""

    cue: Cue
    line: int
    """Where its times stand, counted from 1."""


def read(path: Path) -> tuple[Entry, ...]:
    """The cues of the file at `path`, in the file's order; at least one, none empty, each with its line.

    UTF-8 with or without a byte order mark, LF or CRLF. Raises InputError with every fault of the file,
    FileNotFoundError where there is none.
    """
    return parse(path.read_bytes(), path)


def parse(data: bytes, path: Path) -> tuple[Entry, ...]:
    """As `read`, for the bytes of the file at `path`."""
    text = decode(data)
    if isinstance(text, Fault):
        raise _unreadable([text], path)
    lines, faults = examine(text)
    if faults:
        raise _unreadable(faults, path)
    cues = _cues(text)
    if not len(cues) == len(lines) == timings(text):
        remedy = "Open it in Subtitle Edit and save it as SubRip (.srt), UTF-8."
        raise _unreadable(
            [Fault(1, f"of {timings(text)} cues only {len(cues)} can be understood", remedy)], path
        )
    return tuple(Entry(cue, line) for cue, line in zip(cues, lines, strict=True))


def write(path: Path, cues: Sequence[Cue]) -> None:
    """Put `cues` at `path`: numbered from 1, UTF-8 without a byte order mark, LF; whole or not at all.

    Raises InputError where a cue would not come back as it is, such as one with a blank line.
    """
    data = text_of(cues).encode()
    back = tuple(entry.cue for entry in parse(data, path)) if cues else ()
    if back != tuple(cues):
        gone = next((cue for cue, found in zip(cues, back, strict=False) if cue != found), cues[-1])
        raise InputError([Problem(f"a subtitle file can't hold {gone.text!r}", "Change the words.", path)])
    files.write_bytes(path, data)


def text_of(cues: Sequence[Cue]) -> str:
    """`cues` as the text of an SRT file."""
    from pysrt import SubRipFile, SubRipItem

    items = [SubRipItem(number, cue.start_ms, cue.end_ms, cue.text) for number, cue in enumerate(cues, 1)]
    out = io.StringIO()
    SubRipFile(items, eol="\n").write_into(out)
    return out.getvalue()


def _cues(text: str) -> list[Cue]:
    from pysrt import SubRipFile

    items = SubRipFile.stream(text.split("\n"), error_handling=SubRipFile.ERROR_RAISE)
    return [Cue(item.start.ordinal, item.end.ordinal, item.text) for item in items]


def _unreadable(faults: Sequence[Fault], path: Path) -> InputError:
    return InputError(Problem(fault.message, fault.remedy, path, fault.line) for fault in faults)
