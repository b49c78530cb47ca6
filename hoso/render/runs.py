"""Which missing segments are encoded together. Pure.

Neighbours share one ffmpeg, which costs less than one each; runs are kept short enough that every
worker has some, and of so few stretches that no ffmpeg has many decoders open: what memory the largest
takes does not depend on the film's length. (docs/decisions/0003-segments.md has the figures.)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hoso.base.clock import STEP_MS
from hoso.render.segments import Segment, Span

LONGEST_MS = 12_000
SHORTEST_MS = 4_000
"""Cutting finer than this for the sake of more workers costs more than it gains."""
MOST_SPANS = 4
"""Each span of a scene has a decoder of its own, and its memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring segments, by their index in the programme."""

    indices: tuple[int, ...]


def runs(segments: Sequence[Segment], missing: Collection[int], workers: int) -> list[Run]:
    """`missing` (indices into `segments`) in runs, in the programme's order."""
    total = sum(segments[index].duration_ms for index in missing)
    longest = min(LONGEST_MS, max(SHORTEST_MS, -(-total // max(1, workers)), STEP_MS))
    found: list[list[int]] = []
    for index in sorted(missing):
        if found and found[-1][-1] == index - 1 and _bearable([*found[-1], index], segments, longest):
            found[-1].append(index)
        else:
            found.append([index])
    return [Run(tuple(indices)) for indices in found]


def _bearable(indices: Sequence[int], segments: Sequence[Segment], longest: int) -> bool:
    """Whether the segments at `indices` may share a run of at most `longest` ms."""
    chosen = [segments[index] for index in indices]
    if sum(segment.duration_ms for segment in chosen) > longest:
        return False
    return sum(len(spans) for spans in stretches(chosen)) <= MOST_SPANS


def stretches(segments: Sequence[Segment]) -> list[tuple[Span, ...]]:
    """The spans of neighbouring `segments`, with those that follow one another in one scene made one."""
    merged: list[tuple[Span, ...]] = []
    for segment in segments:
        span = segment.spans[0]
        last = merged[-1] if merged else ()
        if (
            len(segment.spans) == 1
            and len(last) == 1
            and last[0].scene == span.scene
            and last[0].end_ms == span.offset_ms
        ):
            merged[-1] = (Span(span.scene, last[0].offset_ms, last[0].duration_ms + span.duration_ms),)
        else:
            merged.append(segment.spans)
    return merged
