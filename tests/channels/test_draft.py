"""The draft of a picture profile."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.channels.catalog import Catalog
from hoso.channels.draft import LEAST_SAFE_WIDTH, draft
from hoso.channels.model import Encoding, PictureProfile, SafeArea, Uncovered


def test_half_the_raster_and_fast() -> None:
    """1080x1920 becomes 540x960, with its safe area; frame rate, GOP and profile stay."""
    profile = Catalog.load().profile("vertical")
    made = draft(profile)
    assert (made.name, made.width, made.height, made.fps) == ("vertical-draft", 540, 960, profile.fps)
    assert made.safe == SafeArea(left=54, top=192, right=455, bottom=624)
    assert (made.h264.preset, made.h264.crf) == ("ultrafast", 30)
    assert (made.h264.gop_ms, made.h264.profile) == (profile.h264.gop_ms, "high")
    assert (made.subtitle_size, made.subtitle_lines) == (profile.subtitle_size, profile.subtitle_lines)


@pytest.mark.parametrize("name", ["hd", "messenger", "note", "portrait", "qvga", "sd", "story", "wide"])
def test_every_profile_has_a_draft(name: str) -> None:
    """Half of each side, even, where a contact card still has room; quicker and coarser in every codec."""
    profile = Catalog.load().profile(name)
    made = draft(profile)
    parts = 1 if name in ("note", "qvga") else 2
    assert made.width == profile.width // parts
    assert 0 <= made.height - profile.height // parts <= 1
    assert (made.width % 2, made.height % 2) == (0, 0)
    assert made.encoding.codec == profile.encoding.codec
    assert made.encoding != profile.encoding
    assert PictureProfile.model_validate(made.model_dump()).model_dump() == made.model_dump()


@given(st.integers(LEAST_SAFE_WIDTH, 2000))
def test_a_draft_of_a_round_picture_stays_in_the_circle(half: int) -> None:
    """The largest square in a circle, halved, is still inside the halved circle."""
    side = half * 2
    circle = Uncovered(left=0, top=0, right=side, bottom=side, circle=True)
    edge = math.ceil(half - half / math.sqrt(2))
    safe = SafeArea(left=edge, top=edge, right=side - edge, bottom=side - edge)
    assert circle.holds(safe)
    profile = Catalog.load().profile("note").model_copy(update={"width": side, "height": side, "safe": safe})
    made = draft(profile)
    assert made.width == made.height < side
    assert Uncovered(left=0, top=0, right=made.width, bottom=made.height, circle=True).holds(made.safe)


@given(st.integers(2, 2000), st.integers(2, 2000), st.data())
def test_a_draft_is_a_profile(half_width: int, half_height: int, data: st.DataObject) -> None:
    """Sides stay even and near the half, or as they are where room is scarce; the safe area stays inside."""
    width, height = half_width * 2, half_height * 2
    left, top = data.draw(st.integers(0, width - 4)), data.draw(st.integers(0, height - 4))
    right, bottom = data.draw(st.integers(left + 4, width)), data.draw(st.integers(top + 4, height))
    encoding = Encoding(profile="high", level="4.0", preset="medium", crf=23, bframes=2, gop_ms=2000)
    safe = SafeArea(left=left, top=top, right=right, bottom=bottom)
    profile = PictureProfile(
        name="p", width=width, height=height, fps=25, encoding=encoding, safe=safe,
        subtitle_lines=2, subtitle_size=0.05,
    )  # fmt: skip
    made = PictureProfile.model_validate(draft(profile).model_dump())
    parts = 1 if safe.width < LEAST_SAFE_WIDTH else 2
    assert abs(made.width - width / parts) <= parts - 1
    assert abs(made.height - height / parts) <= parts - 1
    assert made.safe.left * width >= left * made.width
    assert made.safe.right * width <= right * made.width
