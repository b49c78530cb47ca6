"""A focus that moves: what of it goes into a segment's key and into ffmpeg's expression."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hoso.base.keys import digest
from hoso.media.probe import MediaInfo
from hoso.protect.focus import FocusPath, Knot, eased
from hoso.render.geometry import Size, cover, shown_share
from hoso.render.panning import coordinate, offset
from hoso.render.pictures import FootagePicture, Framing, ScenePicture
from hoso.render.segments import Span
from hoso.render.views import facets, view
from hoso.timeline.model import Piece

WIDE = MediaInfo(20_000, 1280, 720, has_video=True)
SIDES = st.integers(32, 2048)


def keys(path: FocusPath) -> list[str]:
    """The digests of what ten segments of 2 s show."""
    footage = FootagePicture(Path(), "content", WIDE, Framing("crop", path), (Piece(0, 20_000, 1.0),))
    spans = [Span(0, start, 2000) for start in range(0, 20_000, 2000)]
    return [digest(facets(view(ScenePicture(footage), span))) for span in spans]


def test_a_changed_point_touches_the_segments_around_it() -> None:
    """From the point before to the point after, and no other."""
    points = [
        (0, (0.2, 0.5)),
        (3000, (0.5, 0.5)),
        (7000, (0.5, 0.5)),
        (11_000, (0.8, 0.5)),
        (15_000, (0.3, 0.5)),
    ]
    moved = [*points[:3], (11_000, (0.7, 0.5)), *points[4:]]
    before, after = keys(eased(points)), keys(eased(moved))
    assert [
        number for number, (one, other) in enumerate(zip(before, after, strict=True)) if one != other
    ] == [
        3,
        4,
        5,
        6,
        7,
    ]


def test_a_stretch_has_a_short_expression() -> None:
    """Of a path of an hour with a thousand knots, a segment's expression has the few that shape it."""
    path = FocusPath(tuple(Knot(n * 3600, (0.3 + n % 5 / 10, 0.5)) for n in range(1000)))
    whole, part = (coordinate(each, 0, 25, "n") for each in (path, path.within(1_800_000, 1_802_000)))
    assert len(part) < 500
    assert len(whole) > 100 * len(part)


def test_a_rest_is_a_number() -> None:
    """No expression is worked out for a focus that rests, and none where there is nowhere to go."""
    assert coordinate(FocusPath((Knot(0, (0.25, 0.5)),)), 0, 25, "n") == "0.25"
    assert offset("0.25", 720, 720) == "0"
    assert offset("0.25", 720, 404) == "2*floor(clip(0.25*720-202.0,0,316)/2)"


@given(SIDES, SIDES, SIDES.map(lambda side: side // 2 * 2), SIDES.map(lambda side: side // 2 * 2))
def test_the_whole_covers_the_raster(width: int, height: int, across: int, down: int) -> None:
    """Nothing of the raster is bare, one side fits, the other is the source's shape; the share agrees."""
    info, raster = MediaInfo(1000, width, height, has_video=True), Size(across, down)
    whole = cover(info, raster)
    assert whole.width >= across
    assert whole.height >= down
    assert whole.width == across or whole.height == down
    assert abs(whole.width - whole.height * width / height) <= 2 * max(1, width / height)
    share = shown_share(info, raster)
    assert 1.0 in share
    assert 0 < min(share) <= 1
