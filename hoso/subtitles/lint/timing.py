"""When cues may begin and end: what is wrong with a cue's times, and where its edges belong. Pure.

Frames are counted as the nearest whole number, for files hold milliseconds.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoso.base.clock import frames_ms, nearest_frames
from hoso.base.languages import Language
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.widths import units
from hoso.subtitles.lint.limits import (
    BEGINS_AFTER_CUT,
    BEGINS_BEFORE_CUT,
    CLOSED_GAP_FRAMES,
    ENDS_NEAR_CUT,
    GAP_FRAMES,
    READING,
    Audience,
)
from hoso.subtitles.lint.wording import words_in


@dataclass(frozen=True, slots=True)
class Timing:
    """What the times of cues are held against, in ms of the programme."""

    language: Language
    audience: Audience
    fps: int
    shots: tuple[int, ...]
    """When new shots begin, in order."""
    duration_ms: int

    @property
    def gap_ms(self) -> int:
        """The least gap between a cue and the next."""
        return frames_ms(GAP_FRAMES, self.fps)

    @property
    def speed(self) -> float:
        """Characters a second that can be read."""
        return READING[self.language][self.audience]

    def characters(self, text: str) -> float:
        """How much there is to read; a line break is nothing."""
        return _characters(text, self.language)

    def reading_ms(self, text: str) -> int:
        """How long it takes to read `text`."""
        return math.ceil(self.characters(text) * 1000 / self.speed - 1e-9)

    def frames(self, start_ms: int, end_ms: int) -> int:
        """How many frames from one time to the other; negative where it is the earlier one."""
        return nearest_frames(end_ms - start_ms, self.fps)


@lru_cache(maxsize=16384)
def _characters(text: str, language: Language) -> float:
    return sum(units(" ".join(words_in(line)), language) for line in text.split("\n"))


def in_order(cues: Sequence[Cue]) -> tuple[int, ...]:
    """The indices of `cues` by when they begin; those that begin together stay as they are."""
    return tuple(sorted(range(len(cues)), key=lambda index: cues[index].start_ms))


def beginning(cue: Cue, timing: Timing) -> int | None:
    """Where `cue` should begin because a cut is near; None where it begins well."""
    near = _near(cue.start_ms, BEGINS_AFTER_CUT, BEGINS_BEFORE_CUT, timing)
    return _edge(cue.start_ms, [cut for cut in near if cut < cue.end_ms], timing)


def ending(cue: Cue, timing: Timing) -> int | None:
    """Where `cue` should end because a cut is near; None where it ends well."""
    near = _near(cue.end_ms, ENDS_NEAR_CUT, ENDS_NEAR_CUT, timing)
    places = [cut - timing.gap_ms for cut in near]
    return _edge(cue.end_ms, [place for place in places if place > cue.start_ms], timing)


def straddled(cue: Cue, timing: Timing) -> tuple[int, ...]:
    """The cuts that `cue` stays over, none of them near its edges."""
    first = bisect_right(timing.shots, cue.start_ms)
    cuts = timing.shots[first : bisect_left(timing.shots, cue.end_ms)]
    return tuple(
        cut
        for cut in cuts
        if timing.frames(cue.start_ms, cut) > BEGINS_BEFORE_CUT
        and timing.frames(cut, cue.end_ms) > ENDS_NEAR_CUT
    )


def flickers(before: Cue, after: Cue, timing: Timing) -> bool:
    """Whether the gap between two cues is too small to be seen, or too small to be a pause.

    An overlap is no gap. A cut within the gap gives it its length.
    """
    if after.start_ms < before.end_ms:
        return False
    frames = timing.frames(before.end_ms, after.start_ms)
    if frames < GAP_FRAMES:
        return True
    cut = bisect_left(timing.shots, before.end_ms) < bisect_right(timing.shots, after.start_ms)
    return frames in CLOSED_GAP_FRAMES and not cut


def _near(at: int, after: int, before: int, timing: Timing) -> list[int]:
    """The cuts that `at` is at most `after` frames after, or `before` frames before."""
    first = bisect_left(timing.shots, at - frames_ms(after + 1, timing.fps))
    last = bisect_right(timing.shots, at + frames_ms(before + 1, timing.fps), lo=first)
    if first == last:
        return []
    return [cut for cut in timing.shots[first:last] if -before <= timing.frames(cut, at) <= after]


def _edge(at: int, places: list[int], timing: Timing) -> int | None:
    """The nearest of `places`; None where there is none, or `at` is at one of them to the frame."""
    if not places or any(timing.frames(place, at) == 0 for place in places):
        return None
    return min(places, key=lambda place: abs(place - at))
