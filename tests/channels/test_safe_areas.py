"""What the apps leave uncovered, and where type may stand."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel, SafeArea, Uncovered

VERTICAL = ("facebook", "reels", "shorts", "tiktok")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """hoso's own channels."""
    return Catalog.load()


def covered_by(catalog: Catalog, profile: str) -> list[tuple[Channel, Uncovered]]:
    """The channels of a picture profile that say what their app leaves uncovered."""
    return [
        (channel, channel.safe.value)
        for channel in catalog.channels
        if channel.safe is not None and catalog.picture(channel).name == profile
    ]


def test_the_vertical_apps_share_what_all_of_them_leave(catalog: Catalog) -> None:
    """The profile's safe area is the intersection of the apps', from each app's own file."""
    apps = covered_by(catalog, "vertical")
    assert tuple(channel.name for channel, _ in apps) == VERTICAL
    areas = [area for _, area in apps]
    shared = SafeArea(
        left=max(area.left for area in areas),
        top=max(area.top for area in areas),
        right=min(area.right for area in areas),
        bottom=min(area.bottom for area in areas),
    )
    assert catalog.profile("vertical").safe == shared == SafeArea(left=108, top=384, right=910, bottom=1248)


def test_no_app_covers_type(catalog: Catalog) -> None:
    """Whatever a channel says that its app leaves, holds its profile's safe area."""
    known = [channel for channel in catalog.channels if channel.safe is not None]
    assert {channel.name for channel in known} >= {*VERTICAL, "telegram-round", "instagram-feed"}
    for channel in known:
        assert channel.safe is not None
        assert channel.safe.value.holds(catalog.picture(channel).safe), channel.name


def test_a_round_note_keeps_type_in_the_square_in_the_circle(catalog: Catalog) -> None:
    """640 across: the square has 640 / sqrt(2); one pixel more on every side would be cut off."""
    ((channel, area),) = covered_by(catalog, "note")
    safe = catalog.profile("note").safe
    assert channel.name == "telegram-round"
    assert area.circle
    assert safe.width == safe.height == math.floor(640 / math.sqrt(2) / 2) * 2
    wider = SafeArea(left=safe.left - 1, top=safe.top - 1, right=safe.right + 1, bottom=safe.bottom + 1)
    assert not area.holds(wider)


@given(*(st.integers(0, 50) for _ in range(4)), *(st.integers(51, 101) for _ in range(4)))
def test_a_circle_holds_what_lies_in_it(
    left: int, top: int, inner_left: int, inner_top: int, right: int, bottom: int, r: int, b: int
) -> None:
    """Every pixel corner of what is held is in the ellipse; without the circle the rectangle decides."""
    area = SafeArea(left=inner_left, top=inner_top, right=r, bottom=b)
    shape = Uncovered(left=left, top=top, right=right, bottom=bottom, circle=True)
    plain = shape.model_copy(update={"circle": False})
    assert plain.holds(area) == (left <= inner_left and top <= inner_top and r <= right and b <= bottom)
    points = [(x, y) for x in (inner_left, (inner_left + r) // 2, r) for y in (inner_top, b)]
    middle = ((left + right) / 2, (top + bottom) / 2)
    inside = all(
        math.hypot((x - middle[0]) / shape.width, (y - middle[1]) / shape.height) <= 0.5 + 1e-12
        for x, y in points
    )
    assert shape.holds(area) == (plain.holds(area) and inside)


COVERED = "5:10 the app covers some of the safe area of vertical"


@pytest.mark.parametrize(
    ("area", "message"),
    [
        ("{left: 0, top: 0, right: 1080, bottom: 1200}", COVERED),
        ("{left: 0, top: 0, right: 1080, bottom: 1300, circle: true}", COVERED),
        (
            "{left: 0, top: 0, right: 1920, bottom: 1080}",
            "5:10 the safe area is not inside the picture of 1080x1920",
        ),
    ],
)
def test_type_that_an_app_would_cover_is_a_problem(tmp_path: Path, area: str, message: str) -> None:
    """The profile that a project's channel names must keep to what the app leaves."""
    evidence = "source: a phone call, checked: 2026-11-21"
    values = {"loudness": -16, "true_peak": -1, "bitrate": 64000, "channel_layout": "mono"}
    sound = ", ".join(f"{key}: {{value: {value}, {evidence}}}" for key, value in values.items())
    (tmp_path / "channels").mkdir()
    (tmp_path / "channels" / "own.yaml").write_text(
        f"name: own\ntitle: Own\npicture: {{value: vertical, {evidence}}}\n"
        f"safe:\n  value: {area}\n  source: a phone call\n  checked: 2026-11-21\nsound: {{{sound}}}\n"
    )
    with pytest.raises(InputError) as caught:
        Catalog.load(Project(tmp_path))
    (problem,) = caught.value.problems
    assert f"{problem.line}:{problem.column} {problem.message}" == message
    assert problem.remedy
