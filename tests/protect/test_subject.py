"""Whom a shot is about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hoso.protect.path import Target
from hoso.protect.sights import Face, Motion, Sight
from hoso.protect.subject import shots

WINDOW = 0.316


def face(x: float, width: float = 0.08, score: float = 0.8, y: float = 0.4) -> Face:
    """A face in a 16:9 picture."""
    return Face(x, y, width, width * 2, score)


def sights(*faces: Sequence[Face], motion: Motion | None = None) -> list[Sight]:
    """Sights at five a second."""
    return [Sight(number * 200, tuple(seen), motion) for number, seen in enumerate(faces)]


def targets(seen: Sequence[Sight], axis: int = 0, cuts: Sequence[int] = ()) -> list[tuple[Target, ...]]:
    """The targets of each shot."""
    length = len(seen) * 200
    return [shot.targets for shot in shots(seen, cuts, length, axis, WINDOW)]


def places(seen: Sequence[Sight]) -> list[float]:
    """Where the subject is, in the only shot."""
    return [target.middle for target in targets(seen)[0]]


def test_the_largest_face_is_followed_to_the_end() -> None:
    """A larger one that is there all the time, though the other is surer and comes first in every list."""
    seen = sights(*[[face(0.2, 0.04, 0.95), face(0.6 + n * 0.01, 0.1, 0.7)] for n in range(20)])
    assert places(seen) == pytest.approx([0.6 + n * 0.01 for n in range(20)])


def test_of_two_alike_the_one_nearer_the_middle_is_followed() -> None:
    """Who stands at the edge is not whom the picture is about."""
    assert set(places(sights(*[[face(0.1), face(0.6)]] * 10))) == {0.6}


def test_two_faces_that_pass_each_other_stay_apart() -> None:
    """The one that is followed goes on being followed, and isn't taken for the other."""
    seen = sights(*[[face(0.3 + n * 0.02, 0.08), face(0.7 - n * 0.02, 0.04, y=0.7)] for n in range(20)])
    assert places(seen) == pytest.approx([0.3 + n * 0.02 for n in range(20)])


def test_what_is_seen_once_is_no_face() -> None:
    """A false alarm for a moment moves nothing; in a shot of one sight it is all there is."""
    nothing: list[list[Face]] = [[] for _ in range(10)]
    assert places(sights(*nothing, [face(0.2)], *nothing)) == []
    assert places(sights([face(0.2)])) == [0.2]


def test_another_face_is_followed_while_the_main_one_is_away() -> None:
    """And the main one again when it is back."""
    there, away = [face(0.4, 0.1), face(0.8, 0.03)], [face(0.8, 0.03)]
    seen = places(sights(*[there] * 20, *[away] * 20, *[there] * 20))
    assert set(seen[:20]) == set(seen[-20:]) == {0.4}
    assert set(seen[24:-24]) == {0.8}


def test_without_a_face_motion_is_followed() -> None:
    """But not the difference from the shot before, which is no motion."""
    moves = Motion(0.7, 0.4, 0.05, 0.1)
    seen = sights(*[[]] * 10, motion=moves)
    first, second = targets(seen, cuts=[1000])
    assert [target.at_ms for target in first] == [200, 400, 600, 800]
    assert [target.at_ms for target in second] == [1200, 1400, 1600, 1800]
    assert {(target.middle, target.half) for target in first + second} == {(0.7, 0.05)}


def test_a_face_matters_more_than_motion() -> None:
    """A waving flag beside a speaker is not the subject."""
    seen = sights(*[[face(0.3)]] * 10, motion=Motion(0.9, 0.2, 0.1, 0.1))
    assert set(places(seen)) == {0.3}


def test_a_whole_head_and_something_below_it_are_shown() -> None:
    """Downwards the crop's middle is below the face, and the head with its hair is in the crop."""
    (found,) = targets(sights(*[[face(0.5, 0.06, y=0.5)]] * 5), axis=1)
    crop_top = found[0].middle - WINDOW / 2
    assert found[0].middle > 0.5
    assert crop_top < 0.5 - 0.06 * 2 * 0.9


def test_a_head_that_fills_the_crop_is_in_its_middle() -> None:
    """Hair above, chin below: as much of one as of the other is cut off."""
    (found,) = targets(sights(*[[face(0.5, 0.12, y=0.5)]] * 5), axis=1)
    assert {target.middle for target in found} == {0.5 - 0.12 * 2 * 0.12}


def test_each_shot_has_its_own_subject() -> None:
    """Shots lie end to end over the whole scene, and cuts outside it are none."""
    seen = sights(*[[face(0.3)]] * 5, *[[face(0.7)]] * 5)
    found = shots(seen, [1000, 0, 2000, 5000, 1000], 2000, 0, WINDOW)
    assert [(shot.start_ms, shot.end_ms) for shot in found] == [(0, 1000), (1000, 2000)]
    assert [{target.middle for target in shot.targets} for shot in found] == [{0.3}, {0.7}]
