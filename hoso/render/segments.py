"""Cutting a Timeline into segments. Pure.

A scene is cut on a fixed grid counted from its own start, so that a change in one scene moves nothing in
the next; a transition is a segment of its own. The grid is that of the GOPs, so that a change costs no more
than it touches. (docs/decisions/0003-segments.md)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoso.subtitles.look.captions import Caption, seen
from hoso.timeline.model import PlacedScene, Timeline

LEAST_GRID_MS = 400
"""Shorter GOPs share a segment: each is a file that has to be opened."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one scene, in ms from the scene's start."""

    scene: int
    offset_ms: int
    duration_ms: int

    @property
    def end_ms(self) -> int:
        """The first ms after the stretch, from the scene's start."""
        return self.offset_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the programme that is encoded and kept as one file.

    One span, or two that fade into one another. `captions` are the parts seen in it, in ms from its start.
    """

    start_ms: int
    duration_ms: int
    spans: tuple[Span, ...]
    captions: tuple[Caption, ...]

    @property
    def end_ms(self) -> int:
        """The first ms of the programme after the segment."""
        return self.start_ms + self.duration_ms


def grid_ms(gop_ms: int) -> int:
    """How far the grid's lines are apart in a picture whose closed GOPs last `gop_ms`, a divisor of 2000."""
    return max(gop_ms, LEAST_GRID_MS)


def cut(timeline: Timeline, captions: Sequence[Caption], grid: int) -> tuple[Segment, ...]:
    """The segments of `timeline`, in order, without a gap; `captions` are in the programme's time.

    `grid`: ms, as `grid_ms` gives it.
    """
    segments: list[Segment] = []
    for scene, following in zip(timeline.scenes, [*timeline.scenes[1:], None], strict=True):
        segments.extend(_body(scene, captions, grid))
        if following is not None and scene.fade_out_ms:
            segments.append(_fade(scene, following, captions))
    return tuple(segments)


def _body(scene: PlacedScene, captions: Sequence[Caption], grid: int) -> Iterator[Segment]:
    end = scene.duration_ms - scene.fade_out_ms
    at = scene.fade_in_ms
    while at < end:
        stop = min(end, (at // grid + 1) * grid)
        start = scene.start_ms + at
        yield Segment(
            start, stop - at, (Span(scene.index, at, stop - at),), seen(captions, start, start + stop - at)
        )
        at = stop


def _fade(scene: PlacedScene, following: PlacedScene, captions: Sequence[Caption]) -> Segment:
    length = scene.fade_out_ms
    offset = scene.duration_ms - length
    start = scene.start_ms + offset
    spans = (Span(scene.index, offset, length), Span(following.index, 0, length))
    return Segment(start, length, spans, seen(captions, start, start + length))
