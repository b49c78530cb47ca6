"""Move cues in time: all of them, or from one on. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoso.base.clock import format_clock
from hoso.subtitles.cues import Cue


def shift(cues: Sequence[Cue], by_ms: int, first: int = 1) -> tuple[Cue, ...]:
    """`cues` with those from number `first` (counted from 1) on `by_ms` later; earlier where it is negative.

    Raises ValueError where there is no such cue, or one would begin before the video does.
    """
    _check(cues, first)
    kept, moved = cues[: first - 1], [cue.shifted(by_ms) for cue in cues[first - 1 :]]
    early = min(moved, key=lambda cue: cue.start_ms)
    if early.start_ms < 0:
        raise ValueError(f"a cue would begin {format_clock(-early.start_ms)} before the video does")
    return (*kept, *moved)


def scale(cues: Sequence[Cue], factor: float, first: int = 1) -> tuple[Cue, ...]:
    """`cues` with the times from cue number `first` on stretched by `factor` (above 0) from its start.

    From cue 1 on they are stretched from the video's beginning: what a wrong frame rate wants (25/24, …).
    Raises ValueError where the factor is not above 0, there is no such cue, or a cue would have no time left.
    """
    _check(cues, first)
    if factor <= 0:
        raise ValueError("the factor must be above 0")
    pivot = 0 if first == 1 else cues[first - 1].start_ms

    def at(ms: int) -> int:
        return pivot + round((ms - pivot) * factor)

    moved = [replace(cue, start_ms=at(cue.start_ms), end_ms=at(cue.end_ms)) for cue in cues[first - 1 :]]
    if any(cue.end_ms <= cue.start_ms or cue.start_ms < 0 for cue in moved):
        raise ValueError("a cue would have no time left")
    return (*cues[: first - 1], *moved)


def _check(cues: Sequence[Cue], first: int) -> None:
    if not 1 <= first <= len(cues):
        raise ValueError(f"there is no cue {first}: the file has {len(cues)}")
