"""Ducking: from the times of speech to the gain of the bed. Pure.

The times are known before anything is heard, so the bed is down when a word begins, where a side-chain
could only follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ATTACK_MS = 10
"""The bed goes down within this time, before the first sound of speech: too short to be heard as a dip."""
RELEASE_MS = 300
"""The bed comes back within this time: gentle enough not to be heard as a pump."""
LEAST_GAP_MS = 600
"""In a shorter gap the bed stays down: breaths and pauses between sentences must not pump."""

Span = tuple[int, int]
"""Half-open range in ms of the programme."""


@dataclass(frozen=True, slots=True)
class Point:
    """The bed's gain at a moment; between two points it goes in a straight line of decibels."""

    at_ms: int
    db: float


def ducking(speech: Iterable[Span], duration_ms: int, depth_db: float) -> tuple[Point, ...]:
    """The bed's gain over [0, duration_ms]: `-depth_db` throughout `speech`, 0 dB well away from it.

    `speech` may be unsorted and may overlap; what lies outside the programme is ignored.
    `depth_db` is 0 or more. The first point is at 0 and the last at `duration_ms`; times ascend strictly.
    """
    if duration_ms <= 0:
        raise ValueError("a programme lasts longer than nothing")
    points: list[Point] = []
    blocks = _blocks(speech, duration_ms)
    if not blocks or blocks[0][0] > 0:
        points.append(Point(0, 0.0))
    for start, stop in blocks:
        if start > 0:
            points += [Point(start - ATTACK_MS, 0.0), Point(start, -depth_db)]
        else:
            points.append(Point(0, -depth_db))
        points.append(Point(stop, -depth_db))
        if stop < duration_ms:
            points.append(Point(stop + RELEASE_MS, 0.0))
    if points[-1].at_ms < duration_ms:
        points.append(Point(duration_ms, 0.0))
    return tuple(points)


def _blocks(speech: Iterable[Span], duration_ms: int) -> Sequence[Span]:
    """Speech in order, with the gaps closed that are too short for the bed to come back, the ends' too."""
    inside = sorted(
        (max(0, a), min(b, duration_ms)) for a, b in speech if a < duration_ms and b > 0 and a < b
    )
    blocks: list[Span] = []
    for start, stop in inside:
        before = blocks[-1][1] if blocks else 0
        if start - before < LEAST_GAP_MS:
            begun = blocks.pop()[0] if blocks else 0
            blocks.append((begun, max(before, stop)))
        else:
            blocks.append((start, stop))
    if blocks and duration_ms - blocks[-1][1] < LEAST_GAP_MS:
        blocks[-1] = (blocks[-1][0], duration_ms)
    return blocks
