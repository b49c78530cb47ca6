"""What a channel and an encoding may be: rules beyond the shape, through the reader that people meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.facts import facts
from hoso.channels.model import Mpeg4Encoding

ONE_VIDEO = "a channel with a picture delivers one video"
EVIDENCE = "source: a phone call, checked: 2026-11-21"
PROFILE = (
    "name: own\nwidth: 320\nheight: 240\nfps: 25\nencoding: {%s}\n"
    "safe: {left: 0, top: 0, right: 320, bottom: 240}\nsubtitle_lines: 2\nsubtitle_size: 0.05\n"
)


def fact(key: str, value: object) -> str:
    """One fact of a channel's file."""
    return f"{key}: {{value: {value}, {EVIDENCE}}}"


VALUES = {"loudness": -16, "true_peak": -1, "bitrate": 64000, "channel_layout": "mono"}
SOUND = "sound:\n" + "".join(f"  {fact(key, value)}\n" for key, value in VALUES.items())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with folders for channels and profiles."""
    (tmp_path / "channels" / "profiles").mkdir(parents=True)
    return Project(tmp_path)


def read(project: Project, *lines: str) -> Catalog:
    """The catalogue with a channel `own` of these facts."""
    text = "name: own\ntitle: Own\n" + "".join(f"{line}\n" for line in lines) + SOUND
    (project.channels / "own.yaml").write_text(text)
    return Catalog.load(project)


def messages(project: Project, *lines: str) -> list[str]:
    """What is wrong with a channel `own` of these facts."""
    with pytest.raises(InputError) as caught:
        read(project, *lines)
    assert all(problem.remedy for problem in caught.value.problems)
    return [problem.message for problem in caught.value.problems]


def test_a_channel_delivers_an_mp4_unless_it_says_otherwise(project: Project) -> None:
    """What nearly every place takes."""
    catalog = read(project, fact("picture", "wide"))
    assert catalog.channel("own").formats == ("mp4",)


@pytest.mark.parametrize(("key", "value"), [("sample_rate", 16000), ("music", "without")])
def test_a_channel_has_its_own_sound(project: Project, key: str, value: object) -> None:
    """A sample rate, and whether the music is heard."""
    text = f"name: own\ntitle: Own\n{fact('picture', 'wide')}\n{SOUND}  {fact(key, value)}\n"
    (project.channels / "own.yaml").write_text(text)
    catalog = Catalog.load(project)
    assert f"sound.{key}" in dict(facts(catalog.channel("own")))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "there is a video to deliver and no picture"),
        ((fact("files", "[mp4]"),), "there is a video to deliver and no picture"),
        ((fact("files", "[]"),), "there is a video to deliver and no picture"),
        ((fact("picture", "wide"), fact("files", "[mp4, wav]")), ONE_VIDEO),
        ((fact("picture", "wide"), fact("files", "[wav]")), ONE_VIDEO),
        (
            (fact("files", "[wav]"), fact("safe", "{left: 0, top: 0, right: 9, bottom: 9}")),
            "there is a safe area and no picture",
        ),
        (
            (fact("picture", "wide"), fact("min_seconds", 9), fact("max_seconds", 8)),
            "`min_seconds` is over `max_seconds`",
        ),
        (
            (fact("picture", "wide"), fact("target_bytes", 9), fact("max_bytes", 8)),
            "`target_bytes` is over `max_bytes`",
        ),
        ((fact("picture", "wide"), fact("files", "[avi]")), "item 1 of `value` can't be 'avi'"),
        ((fact("picture", "wide"), fact("caption_counting", "bytes")), "`value` can't be 'bytes'"),
    ],
)  # fmt: skip
def test_a_channel_must_hold_together(project: Project, lines: tuple[str, ...], message: str) -> None:
    """Files and picture agree; what is least is not over what is most."""
    assert messages(project, *lines) == [message]


def test_a_profile_of_mpeg_4(project: Project) -> None:
    """`codec: mpeg4` has settings of its own."""
    encoding = 'codec: mpeg4, profile: simple, level: "3", quantiser: 4, gop_ms: 2000'
    (project.channels / "profiles" / "own.yaml").write_text(PROFILE % encoding)
    made = Catalog.load(project).profile("own").encoding
    assert made == Mpeg4Encoding(codec="mpeg4", profile="simple", level="3", quantiser=4, gop_ms=2000)


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ('codec: mpeg4, profile: simple, level: "3", crf: 23, quantiser: 4, gop_ms: 2000',
         "`crf` is not a key here"),
        ('codec: mpeg4, profile: simple, level: "3", quantiser: 1, gop_ms: 2000',
         "`quantiser` is '1'; it must be at least 2"),
        ('codec: mpeg4, profile: simple, level: "3", quantiser: 4, gop_ms: 600',
         "a GOP of 600 ms does not divide 2000 ms"),
        ('profile: baseline, level: "3.0", preset: fast, crf: 23, bframes: 2, gop_ms: 2000',
         "the Baseline profile has no B-frames"),
        ('codec: vp9, profile: main, level: "3.0", preset: fast, crf: 23, bframes: 2, gop_ms: 2000',
         "`codec` can't be 'vp9'"),
    ],
)  # fmt: skip
def test_an_encoding_must_hold_together(project: Project, encoding: str, message: str) -> None:
    """Each codec takes its own settings and no other's; Baseline has no B-frames."""
    (project.channels / "profiles" / "own.yaml").write_text(PROFILE % encoding)
    with pytest.raises(InputError) as caught:
        Catalog.load(project)
    assert [problem.message for problem in caught.value.problems] == [message]
    assert caught.value.problems[0].line == 5
