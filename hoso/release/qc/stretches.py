"""Ranges of time in a finished file. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """The half-open range [start_ms, end_ms) of the programme."""

    start_ms: int
    end_ms: int

    @property
    def length_ms(self) -> int:
        """How long it lasts."""
        return self.end_ms - self.start_ms

    @property
    def middle_ms(self) -> int:
        """Its middle."""
        return (self.start_ms + self.end_ms) // 2

    def shared_ms(self, other: Stretch) -> int:
        """How many ms lie in both."""
        return max(0, min(self.end_ms, other.end_ms) - max(self.start_ms, other.start_ms))


def outside(stretches: Iterable[Stretch], allowed: Iterable[Stretch], slack_ms: int = 0) -> Iterator[Stretch]:
    """What of `stretches` is not in `allowed`, each of which is widened by `slack_ms` on both sides."""
    permits = sorted(allowed)
    for stretch in sorted(stretches):
        start = stretch.start_ms
        for permit in permits:
            low, high = permit.start_ms - slack_ms, permit.end_ms + slack_ms
            if high <= start or low >= stretch.end_ms:
                continue
            if low > start:
                yield Stretch(start, low)
            start = max(start, high)
        if start < stretch.end_ms:
            yield Stretch(start, stretch.end_ms)


def joined_at(stretches: Iterable[Stretch], seams: Iterable[int], within_ms: int) -> list[Stretch]:
    """`stretches`, those that meet at one of `seams` (ms; both ends `within_ms` of it) made one."""
    places = tuple(seams)
    made: list[Stretch] = []
    for stretch in sorted(stretches):
        last = made[-1] if made else None
        if last is not None and any(
            abs(last.end_ms - place) <= within_ms and abs(stretch.start_ms - place) <= within_ms
            for place in places
        ):
            made[-1] = Stretch(last.start_ms, stretch.end_ms)
        else:
            made.append(stretch)
    return made


def gaps(stretches: Iterable[Stretch], duration_ms: int) -> list[Stretch]:
    """What of [0, duration_ms) is in none of `stretches`."""
    return list(outside([Stretch(0, duration_ms)], stretches))
