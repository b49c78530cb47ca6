"""Which frames of a file to look at closely. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoso.base.clock import STEP_MS
from hoso.release.qc.expectation import DueCue, Expectation
from hoso.release.qc.stretches import Stretch, gaps

LEAST_GAP_MS = 400
"""A shorter gap between cues is not looked into: from its edges it is 0.1 s at least."""
QR_SHARES = (0.6, 0.9)
"""Where in the time of a QR code it is read."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Times in ms: where cues are due, each with its cue, and where there are gaps between them."""

    cues: tuple[tuple[int, DueCue], ...]
    free: tuple[int, ...]

    @property
    def times(self) -> tuple[int, ...]:
        """All of them: cues first."""
        return tuple(at for at, _ in self.cues) + self.free


def moments(expected: Expectation) -> Moments:
    """Where subtitles have to be and where none may be."""
    free = gaps((due.stretch for due in expected.cues), expected.duration_ms)
    cues = ((_amid(due.stretch), due) for due in expected.cues)
    return Moments(
        tuple((at, due) for at, due in cues if at < expected.duration_ms),
        tuple(_amid(gap) for gap in free if gap.length_ms >= LEAST_GAP_MS),
    )


def _amid(stretch: Stretch) -> int:
    """The middle of `stretch`, at a whole `STEP_MS` if there is one: a sparse picture has no other frames."""
    near = (stretch.middle_ms + STEP_MS // 2) // STEP_MS * STEP_MS
    return near if stretch.start_ms <= near < stretch.end_ms else stretch.middle_ms


def qr_times(expected: Expectation) -> tuple[tuple[int, ...], ...]:
    """For each QR code that is due, when to read it."""
    return tuple(
        tuple(due.shown.start_ms + round(due.shown.length_ms * share) for share in QR_SHARES)
        for due in expected.qr
    )


def frame_at(ms: int, rate: tuple[int, int]) -> int:
    """The number of the frame that is shown at `ms`, at `rate` frames a second (a fraction)."""
    return ms * rate[0] // (1000 * rate[1])


def frame_numbers(times: Iterable[int], rate: tuple[int, int], frames: int) -> tuple[int, ...]:
    """The frames shown at `times`, each once, in order, without those after the end."""
    return tuple(sorted({number for ms in times if (number := frame_at(ms, rate)) < frames}))
