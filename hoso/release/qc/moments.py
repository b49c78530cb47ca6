"""Which frames of a file to look at closely. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoso.release.qc.expectation import DueCue, Expectation
from hoso.release.qc.stretches import gaps

LEAST_GAP_MS = 400
"""A shorter gap between cues is not looked into: five frames on either side of its middle."""
QR_SHARES = (0.6, 0.9)
"""Where in the time of a QR code it is read."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Times in ms: the middles of due cues, of gaps between them, and where QR codes are read."""

    cues: tuple[DueCue, ...]
    free: tuple[int, ...]

    @property
    def times(self) -> tuple[int, ...]:
        """All of them: cues first."""
        return tuple(due.stretch.middle_ms for due in self.cues) + self.free


def moments(expected: Expectation) -> Moments:
    """Where subtitles have to be and where none may be."""
    free = gaps((due.stretch for due in expected.cues), expected.duration_ms)
    return Moments(
        tuple(due for due in expected.cues if due.stretch.middle_ms < expected.duration_ms),
        tuple(gap.middle_ms for gap in free if gap.length_ms >= LEAST_GAP_MS),
    )


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
