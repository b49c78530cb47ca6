"""The channels that hoso knows, and a project's own."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.facts import Fact, facts
from hoso.channels.model import Mpeg4Encoding

NAMES = (
    "facebook", "instagram-feed", "loudspeaker", "oldphone", "reels", "sdcard", "shorts", "telegram",
    "telegram-round", "telegram-story", "tiktok", "vk", "whatsapp", "x", "youtube",
)  # fmt: skip
PROFILES = ("hd", "messenger", "note", "portrait", "qvga", "sd", "story", "vertical", "wide")

FACT = "{value: %s, source: a phone call, checked: 2026-11-21}"
SOUND = (
    "sound:\n"
    f"  loudness: {FACT % -16}\n  true_peak: {FACT % -1}\n  bitrate: {FACT % 64000}\n"
    f"  channel_layout: {FACT % 'mono'}\n"
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """hoso's own channels."""
    return Catalog.load()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with folders for channels and profiles."""
    (tmp_path / "channels" / "profiles").mkdir(parents=True)
    return Project(tmp_path)


def test_channels_are_listed_in_order(catalog: Catalog) -> None:
    """By name: fifteen, each with its profile except the one that is only heard."""
    assert catalog.names == NAMES
    assert [channel.name for channel in catalog.channels] == list(NAMES)
    seen = [channel for channel in catalog.channels if channel.name != "loudspeaker"]
    assert {catalog.picture(channel).name for channel in seen} == set(PROFILES)
    with pytest.raises(ValueError, match="loudspeaker has no picture"):
        catalog.picture(catalog.channel("loudspeaker"))


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_a_source_and_a_day(catalog: Catalog, name: str) -> None:
    """An admin sees where a number comes from; what is second-hand or our choice is not called verified."""
    found = dict(facts(catalog.channel(name)))
    assert len(found) >= 6
    for fact in found.values():
        assert fact.checked >= datetime.date(2026, 11, 21)
        assert "http" not in fact.source
        if any(word in fact.source for word in ("hoso's choice", "econd-hand", "ibraries' copies", "obody")):
            assert not fact.verified


def test_limits_that_nobody_states_are_absent(catalog: Catalog) -> None:
    """A memory card has no longest video, and Telegram no longest either."""
    assert catalog.channel("sdcard").max_seconds is None
    assert catalog.channel("sdcard").max_bytes is None
    assert catalog.channel("telegram").max_seconds is None
    assert catalog.channel("x").max_seconds == Fact[float](
        value=140,
        source="X developer documentation, media best practices; a newer page gives free accounts more, "
        "so this is the safe side",
        checked=datetime.date(2026, 11, 21),
    )


@pytest.mark.parametrize("name", PROFILES)
def test_every_value_of_a_profile_has_evidence(catalog: Catalog, name: str) -> None:
    """Each of a profile's values is named by exactly one piece of evidence; none of it gets into a dump."""
    profile = catalog.profile(name)
    written = profile.model_fields_set | profile.encoding.model_fields_set
    values = written - {"name", "encoding", "evidence"}
    assert sorted(key for item in profile.evidence for key in item.of) == sorted(values)
    assert "evidence" not in profile.model_dump()
    assert hash(profile) == hash(catalog.profile(name))


def test_profiles_keep_to_what_the_platforms_ask(catalog: Catalog) -> None:
    """YouTube's High with two B-frames and a GOP of half the frame rate; Baseline for old players."""
    for name in ("hd", "vertical"):
        encoding = catalog.profile(name).h264
        assert (encoding.profile, encoding.bframes) == ("high", 2)
        assert encoding.gop_ms <= 500
    assert (catalog.profile("sd").h264.profile, catalog.profile("sd").h264.bframes) == ("baseline", 0)
    messenger = catalog.profile("messenger").h264
    assert (messenger.profile, messenger.bframes) == ("main", 0)
    assert catalog.profile("story").encoding.gop_ms == 1000
    assert isinstance(catalog.profile("qvga").encoding, Mpeg4Encoding)
    with pytest.raises(ValueError, match="qvga is not"):
        _ = catalog.profile("qvga").h264


def test_rasters_are_those_of_the_channels(catalog: Catalog) -> None:
    """What the places ask for or show."""
    sizes = {name: (catalog.profile(name).width, catalog.profile(name).height) for name in PROFILES}
    assert sizes["note"] == (640, 640)
    assert sizes["portrait"] == (1080, 1350)
    assert sizes["qvga"] == (320, 240)
    assert sizes["vertical"] == (1080, 1920)


@pytest.mark.parametrize("name", PROFILES)
def test_full_korean_lines_fit_the_safe_area(catalog: Catalog, name: str) -> None:
    """Sixteen Hangul across a wide picture, eleven across a tall or square one; the lines take half of it."""
    profile = catalog.profile(name)
    size = profile.subtitle_size * profile.height
    assert (11 if profile.height >= profile.width else 16) * size <= profile.safe.width
    assert profile.subtitle_lines * size * 1.5 <= profile.safe.height / 2


def test_an_unknown_name_is_told_the_nearest(catalog: Catalog) -> None:
    """`telegrm` finds `telegram`."""
    assert catalog.unknown("telegram") is None
    with pytest.raises(InputError, match=r"no channel telegrm\n  Did you mean telegram\?"):
        catalog.channel("telegrm")
    with pytest.raises(InputError, match="no picture profile vertica\n"):
        catalog.profile("vertica")


def test_a_project_brings_its_own_channel_and_profile(project: Project) -> None:
    """A file each is all it takes; a file with the name of one of hoso's replaces it."""
    profile = project.channels / "profiles" / "square.yaml"
    profile.write_text(
        "name: square\nwidth: 640\nheight: 640\nfps: 30\n"
        "encoding: {profile: main, level: '3.0', preset: fast, crf: 24, bframes: 2, gop_ms: 1000}\n"
        "safe: {left: 0, top: 0, right: 640, bottom: 640}\nsubtitle_lines: 2\nsubtitle_size: 0.05\n"
    )
    (project.channels / "note.yaml").write_text(
        f"name: note\ntitle: Note\npicture: {FACT % 'square'}\n{SOUND}"
    )
    (project.channels / "x.yaml").write_text(f"name: x\ntitle: My X\npicture: {FACT % 'square'}\n{SOUND}")
    catalog = Catalog.load(project)
    assert set(catalog.names) - set(NAMES) == {"note"}
    assert catalog.picture(catalog.channel("note")).width == 640
    assert catalog.channel("x").title == "My X"


def test_mistakes_in_own_files_are_found_at_once(project: Project) -> None:
    """Every wrong file is reported when the catalogue is loaded, with place and remedy."""
    text = f"title: A\npicture: {FACT % 'vertcal'}\n{SOUND}"
    (project.channels / "a.yaml").write_text("name: a\n" + text)
    (project.channels / "b.yaml").write_text("name: c\n" + text)
    (project.channels / "c.yaml").write_text("name: c\ntitle: C\npicture: wide\nmax_secs: 3\n" + SOUND)
    (project.channels / "d.yaml").write_text("name: d\n" + text.replace("2026-11-21", "today", 1))
    column = text.splitlines()[1].index("2026") + 1
    with pytest.raises(InputError) as caught:
        Catalog.load(project)
    said = [f"{p.path.name if p.path else ''}:{p.line}:{p.column} {p.message}" for p in caught.value.problems]
    assert said == [
        "a.yaml:3:18 there is no picture profile vertcal",
        "b.yaml:1:7 the name is c, but the file is b.yaml",
        "c.yaml:3:10 `picture` must have keys below it, not 'wide'",
        "c.yaml:4:1 `max_secs` is not a key here",
        f"d.yaml:3:{column} `checked` must be a date, not 'today'",
    ]
    assert "Did you mean vertical?" in caught.value.problems[0].remedy
    assert "Did you mean `max_seconds`?" in caught.value.problems[3].remedy


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("right: 640", "right: 641", "1:1 the safe area is not inside the picture of 640x640"),
        ("left: 0", "left: 640", "1:1 the safe area is not inside the picture of 640x640"),
        ("gop_ms: 1000", "gop_ms: 600", "5:84 a GOP of 600 ms does not divide 2000 ms"),
        ("gop_ms: 1000", "gop_ms: 500", "5:84 `gop_ms` is '500'; it goes in steps of 200"),
        ("fps: 30", "fps: 24", "4:6 `fps` can't be '24'"),
        ("width: 640", "width: 641", "2:8 `width` is '641'; it goes in steps of 2"),
        ("crf: 24", "crf: 24.5", "5:60 `crf` must be a whole number, not '24.5'"),
        ("subtitle_lines: 2", "subtitle_lines: 2\nevidence: [{of: [hight], source: a, checked: 2026-11-21}]",
         "1:1 there is no value hight to give evidence of"),
    ],
)  # fmt: skip
def test_a_profile_must_hold_together(project: Project, old: str, new: str, message: str) -> None:
    """A safe area inside the raster, a GOP that divides the segment grid, even sides."""
    text = (
        "name: square\nwidth: 640\nheight: 640\nfps: 30\n"
        "encoding: {profile: main, level: '3.0', preset: fast, crf: 24, bframes: 2, gop_ms: 1000}\n"
        "safe: {left: 0, top: 0, right: 640, bottom: 640}\nsubtitle_lines: 2\nsubtitle_size: 0.05\n"
    )
    (project.channels / "profiles" / "square.yaml").write_text(text.replace(old, new))
    with pytest.raises(InputError) as caught:
        Catalog.load(project)
    assert [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems] == [message]
    assert caught.value.problems[0].remedy
