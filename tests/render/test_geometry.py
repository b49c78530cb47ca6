"""Which part of a source fills the raster."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.media.probe import MediaInfo
from hoso.render.geometry import Rect, Size, crop_to, fit_within

SIDES = st.integers(64, 4096)
SHARES = st.floats(0, 1)


def source(width: int, height: int, sar: tuple[int, int] = (1, 1)) -> MediaInfo:
    """A source of this size."""
    return MediaInfo(1000, width, height, *sar, has_video=True)


@given(
    SIDES, SIDES, SIDES.map(lambda side: side // 2 * 2), SIDES.map(lambda side: side // 2 * 2), SHARES, SHARES
)
def test_a_crop_lies_within_its_source(
    width: int, height: int, raster_width: int, raster_height: int, x: float, y: float
) -> None:
    """Whatever the shapes and the focus, the crop lies inside and is even; the whole fits the raster."""
    part = crop_to(source(width, height), Size(raster_width, raster_height), (x, y))
    assert part.x >= 0
    assert part.y >= 0
    assert part.x + part.width <= width
    assert part.y + part.height <= height
    assert (part.x | part.y | part.width | part.height) % 2 == 0
    inside = fit_within(source(width, height), Size(raster_width, raster_height))
    assert inside.width <= raster_width
    assert inside.height <= raster_height


def test_the_focus_is_kept() -> None:
    """A 9:16 crop of a wide picture goes to the focus, and stops at the edge."""
    wide, tall = source(1280, 720), Size(1080, 1920)
    assert crop_to(wide, tall, (0.5, 0.5)) == Rect(438, 0, 404, 720)
    assert crop_to(wide, tall, (1.0, 0.5)).x == 1280 - 404
    assert crop_to(wide, tall, (0.0, 0.5)).x == 0


def test_odd_pixels_are_made_square() -> None:
    """Anamorphic 720x576 with 64:45 pixels is 16:9 and fills a 16:9 raster without a crop."""
    anamorphic = source(720, 576, (64, 45))
    assert anamorphic.aspect == pytest.approx(16 / 9)
    assert crop_to(anamorphic, Size(1920, 1080), (0.5, 0.5)) == Rect(0, 0, 720, 576)
    assert fit_within(anamorphic, Size(1280, 720)) == Size(1280, 720)
