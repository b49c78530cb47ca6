"""Which moment of a film stands for it. Pure: frames' measurements in, a choice out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hoso.render.chains import OVERLAY_FADE_MS
from hoso.script.scenes import CardScene
from hoso.subtitles.cues import Cue
from hoso.timeline.model import PlacedScene, Timeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TILES = 8
"""Sharpness is measured in so many parts each way."""
DARKEST, BRIGHTEST = 0.14, 0.86
"""What the mean luma of a well-lit frame is between."""
CRUSHED, BLOWN = 6, 249
"""Luma (of 255) from which on a point has lost what it showed."""
MOST_CLIPPED = 0.3
"""Share of such points that a well-lit frame may have."""

Stretch = tuple[int, int]
"""From and until, in ms of the programme, half-open."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One frame, measured."""

    at_ms: int
    sharpness: float
    brightness: float
    """Mean luma, 0 to 1."""
    clipped: float
    """Share of points that are black or white."""

    @property
    def lit(self) -> bool:
        """Whether it is neither dark nor blown out."""
        return DARKEST <= self.brightness <= BRIGHTEST and self.clipped <= MOST_CLIPPED


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the programme's stretches before any frame is looked at."""

    unsettled: tuple[Stretch, ...] = ()
    """Something comes or goes: a scene, a subtitle, a name."""
    subtitled: tuple[Stretch, ...] = ()
    """A subtitle is there."""
    plain: tuple[Stretch, ...] = ()
    """A card."""


def marks_of(timeline: Timeline, cues: Sequence[Cue], fade_ms: tuple[int, int] = (0, 0)) -> Marks:
    """The marks of an edition under its cues, which take `fade_ms` to come and to go."""
    return Marks(
        (*_fading(timeline.scenes), *_coming_and_going(cues, fade_ms)),
        tuple((cue.start_ms, cue.end_ms) for cue in cues),
        tuple(
            (scene.start_ms, scene.start_ms + scene.duration_ms)
            for scene in timeline.scenes
            if isinstance(scene.scene, CardScene)
        ),
    )


def look_at(at_ms: int, grey: NDArray[np.uint8]) -> Sight:
    """The frame `grey` (luma), measured.

    Sharpness is the variance of the Laplacian, of the quarter of the frame that is sharpest but for that its
    threshold: so a blurred background behind a face costs nothing, and two lines of type alone don't pass
    for a sharp picture.
    """
    import numpy as np

    luma = grey.astype(np.float32)
    middle = luma[1:-1, 1:-1]
    edges = luma[:-2, 1:-1] + luma[2:, 1:-1] + luma[1:-1, :-2] + luma[1:-1, 2:] - 4 * middle
    high, wide = (side // TILES for side in edges.shape)
    tiles = edges[: TILES * high, : TILES * wide].reshape(TILES, high, TILES, wide)
    parts = tiles.var(axis=(1, 3))
    clipped = np.count_nonzero(grey <= CRUSHED) + np.count_nonzero(grey >= BLOWN)
    return Sight(at_ms, float(np.percentile(parts, 75)), float(luma.mean()) / 255, clipped / grey.size)


def choose(sights: Sequence[Sight], marks: Marks) -> Sight:
    """The best of `sights`, of which there is at least one; of equals the first.

    In this order: nothing comes or goes, the light is good, it is no card, a subtitle is there, it is sharp.
    """

    def merit(sight: Sight) -> tuple[bool, bool, bool, bool, float]:
        at = sight.at_ms
        return (
            not _within(at, marks.unsettled),
            sight.lit,
            not _within(at, marks.plain),
            _within(at, marks.subtitled),
            sight.sharpness,
        )

    return max(sights, key=merit)


def _within(at: int, stretches: Sequence[Stretch]) -> bool:
    return any(start <= at < end for start, end in stretches)


def _fading(scenes: Sequence[PlacedScene]) -> Iterator[Stretch]:
    for scene in scenes:
        yield scene.start_ms, scene.start_ms + scene.fade_in_ms
        third = scene.scene.lower_third
        if third is not None:
            at = scene.start_ms + third.at
            until = min(at + round(third.seconds * 1000), scene.start_ms + scene.duration_ms)
            yield at, at + OVERLAY_FADE_MS
            yield until - OVERLAY_FADE_MS, until


def _coming_and_going(cues: Sequence[Cue], fade_ms: tuple[int, int]) -> Iterator[Stretch]:
    coming, going = fade_ms
    for cue in cues:
        yield cue.start_ms, cue.start_ms + coming
        yield cue.end_ms - going, cue.end_ms
