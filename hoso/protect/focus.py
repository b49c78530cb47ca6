"""Where a crop looks over a scene: a path through points in time. Pure.

A path is made of knots, between which it runs on a cubic (Hermite) that meets both knots' points and speeds:
with speeds of 0 it eases from point to point, with the speed of a straight line it is that line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

Point = tuple[float, float]
"""Fractions of a picture's width and height, from its top left."""
STILL: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Knot:
    """The path is at `point` at `at_ms`, at `speed` (fractions of width and height a second)."""

    at_ms: int
    point: Point
    speed: Point = STILL


@dataclass(frozen=True, slots=True)
class Leg:
    """One coordinate from `start_ms` to before `end_ms`: `a + bu + cu² + du³`, u going from 0 to 1."""

    start_ms: int
    end_ms: int
    coefficients: tuple[float, float, float, float]

    def at(self, ms: float) -> float:
        """The coordinate at `ms`."""
        a, b, c, d = self.coefficients
        u = (ms - self.start_ms) / (self.end_ms - self.start_ms)
        return a + u * (b + u * (c + u * d))


@dataclass(frozen=True, slots=True)
class FocusPath:
    """Knots in order of time, at least one. It rests before the first and after the last.

    Of two knots at one time the second counts from then on: there the path jumps.
    """

    knots: tuple[Knot, ...]

    def at(self, ms: float) -> Point:
        """The point at `ms`."""
        if ms < self.knots[0].at_ms:
            return self.knots[0].point
        if ms >= self.knots[-1].at_ms:
            return self.knots[-1].point
        x, y = (next(leg.at(ms) for leg in self.legs(axis) if ms < leg.end_ms) for axis in (0, 1))
        return x, y

    def legs(self, axis: int) -> tuple[Leg, ...]:
        """The ways between the knots, for x (0) or y (1)."""
        return tuple(
            _leg(before, after, axis) for before, after in pairwise(self.knots) if before.at_ms < after.at_ms
        )

    def within(self, start_ms: int, end_ms: int) -> FocusPath:
        """The same path counted from `start_ms`, with only the knots that shape it before `end_ms`."""
        first = max((n for n, knot in enumerate(self.knots) if knot.at_ms <= start_ms), default=0)
        last = min(
            (n for n, knot in enumerate(self.knots) if knot.at_ms >= end_ms and n >= first),
            default=len(self.knots) - 1,
        )
        kept = tuple(replace(knot, at_ms=knot.at_ms - start_ms) for knot in self.knots[first : last + 1])
        rests = end_ms <= self.knots[first].at_ms or all(
            (knot.point, knot.speed) == (kept[0].point, STILL) for knot in kept
        )
        return FocusPath((Knot(0, kept[0].point),)) if rests or len(kept) == 1 else FocusPath(kept)


def eased(points: Iterable[tuple[int, Point]]) -> FocusPath:
    """The path that goes from each point to the next, at rest in each; times in ms."""
    return FocusPath(tuple(Knot(at, point) for at, point in points))


def _leg(before: Knot, after: Knot, axis: int) -> Leg:
    seconds = (after.at_ms - before.at_ms) / 1000
    start, end = before.point[axis], after.point[axis]
    leaving, arriving = before.speed[axis] * seconds, after.speed[axis] * seconds
    way = end - start
    curve = (start, leaving, 3 * way - 2 * leaving - arriving, leaving + arriving - 2 * way)
    return Leg(before.at_ms, after.at_ms, curve)
