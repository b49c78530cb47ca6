"""Lower thirds."""

from __future__ import annotations

import pytest

from hoso.base.problems import HosoError
from hoso.cards.faces import PackagedFaces
from hoso.cards.lower_third import draw_lower_third
from hoso.cards.model import Box
from tests.cards.card_material import Frames, pixels


@pytest.mark.parametrize("shape", ["hd", "wide", "vertical", "sd"])
@pytest.mark.parametrize(
    ("name", "role"), [("김철수", "자원봉사자"), ("Сергій Їжак", None), ("가나 " * 12, "다라마바 " * 12)]
)
def test_it_stands_at_the_bottom_left_above_the_subtitles(
    name: str, role: str | None, shape: str, frames: Frames, faces: PackagedFaces
) -> None:
    """A small picture with transparency, wholly in the frame's free area."""
    frame = frames[shape]
    overlay = draw_lower_third(name.strip(), role, frame, faces, "ko")
    box = Box(overlay.x, overlay.y, overlay.x + overlay.width, overlay.y + overlay.height)
    assert frame.free.holds(box)
    assert overlay.x == frame.safe.left
    assert box.bottom > frame.free.bottom - frame.short_side * 0.05
    picture = pixels(overlay.png)
    assert picture.shape == (overlay.height, overlay.width, 4)
    assert picture[..., 3].min() < 255 == picture[..., 3].max()


def test_it_is_the_same_bytes_every_time(frames: Frames, faces: PackagedFaces) -> None:
    """So that a cache may keep it under a key."""
    made = [draw_lower_third("김철수", "자원봉사자", frames["sd"], faces, "ko") for _ in range(2)]
    assert made[0] == made[1]


def test_a_role_that_is_too_long_is_an_error(frames: Frames, faces: PackagedFaces) -> None:
    """It says what to shorten."""
    with pytest.raises(HosoError, match="Shorten"):
        draw_lower_third("김철수", "자원봉사자 " * 80, frames["sd"], faces, "ko")
