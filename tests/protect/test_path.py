"""How a camera follows: calm whatever is seen, and with the subject in the picture where that can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.protect.focus import FocusPath, Knot
from hoso.protect.path import SPEED, Shot, Target, Turn, follow

WINDOW = 0.316
"""What a 9:16 crop shows of a 16:9 picture's width."""
STEP = 200
FRAME = 40
PLACES = st.lists(st.floats(0, 1) | st.none(), min_size=1, max_size=60)
WINDOWS = st.sampled_from([WINDOW, 0.5625, 0.45, 0.9])


def shot(places: Sequence[float | None], start: int = 0, half: float = 0.04) -> Shot:
    """A shot in which a subject is seen at `places`, every 0.2 s; None where it is not."""
    seen = [Target(start + n * STEP, place, half) for n, place in enumerate(places) if place is not None]
    return Shot(start, start + len(places) * STEP, tuple(seen))


def as_path(turns: Sequence[Turn]) -> FocusPath:
    """`turns` as a path along x."""
    return FocusPath(tuple(Knot(turn.at_ms, (turn.place, 0.5), (turn.speed, 0)) for turn in turns))


def places(turns: Sequence[Turn], length: int, step: int = FRAME) -> list[float]:
    """Where the camera is at every frame."""
    path = as_path(turns)
    return [path.at(ms)[0] for ms in range(0, length, step)]


def clamped(values: Sequence[float], window: float) -> list[float]:
    """The crop's middle, which stays where the crop is inside the picture."""
    return [min(max(value, window / 2), 1 - window / 2) for value in values]


@given(PLACES, WINDOWS)
def test_it_is_never_faster_than_allowed(seen: list[float | None], window: float) -> None:
    """At most 15 % of the width a second, from any frame to any other."""
    shown = shot(seen)
    at = places(follow([shown], window, SPEED), shown.end_ms)
    assert all(abs(after - before) <= 0.15 * FRAME / 1000 + 1e-9 for before, after in pairwise(at))


@settings(max_examples=200)
@given(PLACES, WINDOWS)
def test_it_never_turns_back_within_a_second(seen: list[float | None], window: float) -> None:
    """Between a move to one side and a move to the other lies a second of rest."""
    shown = shot(seen)
    at = places(follow([shown], window, SPEED), shown.end_ms)
    moves = [
        (number, after > before)
        for number, (before, after) in enumerate(pairwise(at))
        if abs(after - before) > 1e-9
    ]
    for (earlier, one), (later, other) in pairwise(moves):
        assert one == other or (later - earlier - 1) * FRAME >= 1000 - FRAME


@given(PLACES, WINDOWS)
def test_it_stays_within_the_picture(seen: list[float | None], window: float) -> None:
    """The crop's middle never aims beyond where the crop's edge meets the picture's."""
    shown = shot(seen)
    at = places(follow([shown], window, SPEED), shown.end_ms)
    assert all(abs(value - inside) < 0.01 for value, inside in zip(at, clamped(at, window), strict=True))


@given(st.floats(0, 1), st.integers(1, 80), WINDOWS)
def test_what_stands_still_is_shown_by_a_camera_that_does(place: float, count: int, window: float) -> None:
    """Exactly no movement, and the subject in the middle where it can be."""
    shown = shot([place] * count)
    at = places(follow([shown], window, SPEED), shown.end_ms)
    assert len(set(at)) == 1
    assert at[0] == pytest.approx(clamped([place], window)[0])


@given(st.lists(st.floats(-0.02, 0.02), min_size=5, max_size=80))
def test_what_trembles_is_shown_by_a_camera_that_does_not(noise: list[float]) -> None:
    """Detections that differ by 2 % of the width move nothing."""
    shown = shot([0.4 + off for off in noise])
    assert len(set(places(follow([shown], WINDOW, SPEED), shown.end_ms))) == 1


def test_what_moves_all_over_the_picture_moves_no_camera() -> None:
    """The middle of falling snow wanders, and is no place to follow; a ball's is."""
    wandering = [(n * STEP, 0.5 + 0.12 * (n % 40 - 20) / 20) for n in range(80)]
    for vague, follows in ((0.3, False), (0.02, True)):
        seen = tuple(Target(at, place, vague, vague) for at, place in wandering)
        at = places(follow([Shot(0, 16_000, seen)], WINDOW, SPEED), 16_000)
        assert (len(set(at)) > 1) == follows


def test_nothing_to_see_is_the_middle() -> None:
    """No face and no motion: the centre, still."""
    assert set(places(follow([shot([None] * 30)], WINDOW, SPEED), 6000)) == {0.5}


@pytest.mark.parametrize("speed", [0.03, 0.06, 0.1])
@pytest.mark.parametrize("way", [1, -1])
def test_a_walker_is_kept_in_the_picture(speed: float, way: int) -> None:
    """Who crosses the picture at a pace that may be followed stays in the crop, which goes one way only."""
    seen = [0.5 + way * min(max(speed * (n * 0.2 - 4), -0.4), 0.4) for n in range(60)]
    shown = shot(seen)
    at = places(follow([shown], WINDOW, SPEED), shown.end_ms, STEP)
    for subject, camera in zip(seen, clamped(at, WINDOW), strict=True):
        assert abs(subject - camera) <= WINDOW / 2 - 0.04
    assert all(way * (after - before) >= -1e-9 for before, after in pairwise(at))
    assert abs(at[-1] - at[0]) > 0.2


def test_who_goes_there_and_back_at_once_is_not_followed() -> None:
    """A lean to the side and back within a second moves nothing."""
    seen = [0.4] * 20 + [0.5, 0.5, 0.5] + [0.4] * 20
    shown = shot(seen)
    assert len(set(places(follow([shown], WINDOW, SPEED), shown.end_ms))) == 1


def test_it_jumps_where_the_film_cuts() -> None:
    """Each shot has its own place from its first frame on, and no way between them is shown."""
    turns = follow([shot([0.3] * 10), shot([0.7] * 10, 2000)], WINDOW, SPEED)
    at = places(turns, 4000)
    assert at[:50] == [pytest.approx(0.3)] * 50
    assert at[50:] == [pytest.approx(0.7)] * 50


@given(PLACES, WINDOWS)
def test_the_same_sights_are_followed_in_the_same_way(seen: list[float | None], window: float) -> None:
    """Nothing in it is left to chance."""
    assert follow([shot(seen)], window, SPEED) == follow([shot(seen)], window, SPEED)


@settings(max_examples=20)
@given(st.lists(st.floats(0, 1), min_size=300, max_size=300))
def test_wild_sights_end(seen: list[float]) -> None:
    """A minute of nothing but noise comes to an end, with few turns."""
    assert len(follow([shot(seen)], WINDOW, SPEED)) < 120
