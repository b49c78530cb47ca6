"""Cues as a program sends them, in place of a file: held to what a file can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hoso.base.problems import InputError, Problem
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.finishing import Entry, finish
from hoso.subtitles.files.report import Report

MOST = 20_000
"""Cues: ten hours of talk."""
LONGEST = 2_000
"""Characters of one cue."""
LAST_MS = 100 * 3600 * 1000
"""Where two digits of hours end."""


def received(cues: Sequence[Cue], path: Path) -> tuple[Cue, ...]:
    """`cues` as they would be read back from the file at `path`, those without words left out.

    What a reader of files repairs is repaired: control characters, blank lines, style, letters in pieces; a
    start before the video becomes its beginning. Raises InputError with all that is none of this.
    """
    if len(cues) > MOST:
        raise InputError([Problem(f"there are {len(cues)} cues; {MOST} is the limit", "Part the message.")])
    problems = tuple(_problems(cues))
    if problems:
        raise InputError(problems)
    raw = [Entry(Cue(max(0, cue.start_ms), cue.end_ms, cue.text), at) for at, cue in enumerate(cues, 1)]
    found = tuple(entry.cue for entry in finish(raw, Report(path)))
    if not found:
        remedy = "Keep a cue: where there is no file, the next render writes it anew."
        raise InputError([Problem("a subtitle file needs a cue with words", remedy)])
    return found


def _problems(cues: Sequence[Cue]) -> Iterator[Problem]:
    for number, cue in enumerate(cues, 1):
        if cue.end_ms <= max(0, cue.start_ms):
            yield Problem(f"cue {number} ends before it has begun", "Let it end later than it begins.")
        if cue.end_ms >= LAST_MS:
            yield Problem(f"cue {number} ends after a hundred hours", "Let it end sooner.")
        if len(cue.text) > LONGEST:
            words = f"cue {number} has {len(cue.text)} characters; {LONGEST} is the limit"
            yield Problem(words, "Split it, or say it in fewer words.")
