"""Paths of a focus: where they are, and what of them a stretch needs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.keys import digest
from hoso.protect.focus import FocusPath, Knot, Point, eased

SHARES = st.floats(0, 1)
POINTS = st.tuples(SHARES, SHARES)
SPEEDS = st.sampled_from([(0.0, 0.0), (0.1, 0.0), (-0.05, 0.02)])


@st.composite
def paths(draw: st.DrawFn) -> FocusPath:
    """Paths of a few knots within ten seconds, some of which jump."""
    times = sorted(draw(st.lists(st.integers(0, 10_000), min_size=1, max_size=6)))
    return FocusPath(tuple(Knot(at, draw(POINTS), draw(SPEEDS)) for at in times))


def test_a_path_eases_between_its_points() -> None:
    """It rests before, is halfway in the middle, is slow at both ends and stays after."""
    path = eased([(1000, (0.2, 0.5)), (3000, (0.6, 0.1))])
    assert path.at(0) == (0.2, 0.5)
    assert path.at(2000) == pytest.approx((0.4, 0.3))
    assert path.at(3000) == path.at(9000) == (0.6, 0.1)
    steps = [abs(path.at(ms + 100)[0] - path.at(ms)[0]) for ms in range(1000, 3000, 100)]
    assert steps[0] < 0.2 * max(steps)
    assert steps[-1] < 0.2 * max(steps)


@given(POINTS, POINTS, st.integers(1, 10_000))
def test_easing_never_goes_back_or_beyond(start: Point, end: Point, length: int) -> None:
    """Each coordinate goes from the one value to the other, one way."""
    path = eased([(0, start), (length, end)])
    for axis in (0, 1):
        along = [path.at(length * n / 20)[axis] for n in range(21)]
        way = 1 if end[axis] >= start[axis] else -1
        assert all(way * (after - before) >= -1e-12 for before, after in pairwise(along))


def test_the_speed_of_a_straight_line_is_that_line() -> None:
    """Where both knots have the line's own speed nothing bends."""
    path = FocusPath((Knot(0, (0.2, 0), (0.1, 0)), Knot(2000, (0.4, 0), (0.1, 0))))
    assert path.at(500)[0] == pytest.approx(0.25)
    assert path.at(1700)[0] == pytest.approx(0.37)


@given(paths(), st.integers(0, 60), st.integers(1, 60))
def test_a_stretch_of_a_path_is_the_path(path: FocusPath, start: int, length: int) -> None:
    """Whatever stretch is cut out, every frame in it is where the whole has it, to the last bit."""
    first, last = start * 200, (start + length) * 200
    part = path.within(first, last)
    for ms in range(first, last, 40):
        assert part.at(ms - first) == path.at(ms)


@given(paths(), st.integers(0, 30), st.integers(1, 20), POINTS)
def test_a_change_elsewhere_leaves_a_stretch_alone(
    path: FocusPath, start: int, length: int, point: Point
) -> None:
    """What a stretch needs of the path is the same whatever comes a knot after its end."""
    first, last = start * 200, (start + length) * 200
    end = max(last, path.knots[-1].at_ms) + 1
    whole = FocusPath((*path.knots, Knot(end, path.knots[-1].point)))
    changed = FocusPath((*whole.knots, Knot(end + 500, point)))
    assert digest(whole.within(first, last)) == digest(changed.within(first, last))


def test_a_rest_is_a_rest_wherever_it_lies() -> None:
    """Before, between and after moves: one point, without a time, so that keys are the same."""
    path = eased([(1000, (0.2, 0.5)), (2000, (0.6, 0.5)), (5000, (0.6, 0.5)), (6000, (0.3, 0.5))])
    assert path.within(0, 1000) == path.within(200, 800) == FocusPath((Knot(0, (0.2, 0.5)),))
    assert path.within(2000, 3000) == path.within(3000, 5000) == FocusPath((Knot(0, (0.6, 0.5)),))
    assert path.within(6000, 7000) == FocusPath((Knot(0, (0.3, 0.5)),))
