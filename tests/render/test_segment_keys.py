"""Keys of segments, and why one is new."""

from __future__ import annotations

import pytest

from hoso.channels.model import PictureProfile
from hoso.render.keys import FIRST, GONE, REASONS, SegmentKey, SegmentKeys, reason


def key(picture_profile: PictureProfile, **changes: object) -> SegmentKey:
    """A segment's key with some parts changed."""
    parts: dict[str, object] = {
        "pictures": [{"still": "abc"}],
        "subtitles": "Dialogue: 항복하십시오!",
        "fonts": ("f1",),
        "profile": picture_profile,
        "encoder": "ffmpeg-9",
        "size": None,
    }
    now = parts | changes
    maker = SegmentKeys(now["fonts"], now["profile"], now["encoder"], now["size"])  # type: ignore[arg-type]
    return maker.of(now["pictures"], now["subtitles"])  # type: ignore[arg-type]


def test_the_same_parts_give_the_same_key(profile: PictureProfile) -> None:
    """And the profile's name or safe area, which the picture's pixels do not hold, change nothing."""
    renamed = profile.model_copy(update={"name": "other", "subtitle_size": 0.05})
    assert key(profile) == key(profile, profile=renamed)


@pytest.mark.parametrize(
    ("part", "value", "facet"),
    [
        ("pictures", [{"still": "abd"}], "picture"),
        ("subtitles", None, "subtitles"),
        ("fonts", ("f2",), "fonts"),
        ("encoder", "ffmpeg-10", "encoder"),
    ],
)
def test_another_part_gives_another_key_and_its_reason(
    profile: PictureProfile, part: str, value: object, facet: str
) -> None:
    """Each part changes the key, and the reason names it."""
    before, now = key(profile), key(profile, **{part: value})
    assert now.key != before.key
    assert REASONS[facet] in reason(now, before.facets)


def test_fonts_count_only_under_subtitles(profile: PictureProfile) -> None:
    """A segment without words is not encoded again for another font."""
    assert key(profile, subtitles=None) == key(profile, subtitles=None, fonts=("f2",))


def test_raster_and_encoding_count(profile: PictureProfile) -> None:
    """Another size or another CRF is another segment."""
    larger = profile.model_copy(update={"width": 640})
    finer = profile.model_copy(update={"encoding": profile.encoding.model_copy(update={"crf": 18})})
    assert reason(key(larger), key(profile).facets) == REASONS["raster"]
    assert reason(key(finer), key(profile).facets) == REASONS["encoding"]


def test_a_first_and_a_lost_segment_are_told_apart(profile: PictureProfile) -> None:
    """Never seen before, or seen and gone from the cache."""
    assert reason(key(profile), None) == FIRST
    assert reason(key(profile), key(profile).facets) == GONE
