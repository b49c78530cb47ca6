"""The draft of a picture profile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoso.channels.catalog import Catalog
from hoso.channels.draft import draft
from hoso.channels.model import Encoding, PictureProfile, SafeArea


def test_half_the_raster_and_fast() -> None:
    """1080x1920 becomes 540x960, with its safe area; frame rate, GOP and profile stay."""
    profile = Catalog.load().profile("vertical")
    made = draft(profile)
    assert (made.name, made.width, made.height, made.fps) == ("vertical-draft", 540, 960, profile.fps)
    assert made.safe == SafeArea(left=54, top=192, right=455, bottom=624)
    assert (made.encoding.preset, made.encoding.crf) == ("ultrafast", 30)
    assert (made.encoding.gop_ms, made.encoding.profile) == (profile.encoding.gop_ms, "high")
    assert (made.subtitle_size, made.subtitle_lines) == (profile.subtitle_size, profile.subtitle_lines)


@given(st.integers(2, 2000), st.integers(2, 2000), st.data())
def test_a_draft_is_a_profile(half_width: int, half_height: int, data: st.DataObject) -> None:
    """Sides stay even and near the half; a safe area of four pixels or more stays one, inside the old one."""
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
    assert abs(made.width - width / 2) <= 1
    assert abs(made.height - height / 2) <= 1
    assert made.safe.left * width >= left * made.width
    assert made.safe.right * width <= right * made.width
