"""The JSON Schemas of channels and profiles: every shipped file suits them, a broken one does not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hoso.channels.model import Channel, PictureProfile
from hoso.documents.schema import file_schema
from hoso.documents.yaml_source import read_yaml

FOLDER = Path(__file__).parents[2] / "hoso" / "channels"
CHANNELS = sorted((FOLDER / "data").glob("*.yaml"))
PROFILES = sorted((FOLDER / "profiles").glob("*.yaml"))
OF_CHANNELS = Draft202012Validator(file_schema(Channel, "A hoso channel"))
OF_PROFILES = Draft202012Validator(file_schema(PictureProfile, "A hoso picture profile"))


@pytest.mark.parametrize("file", [*CHANNELS, *PROFILES], ids=lambda file: file.stem)
def test_every_shipped_file_suits_its_schema(file: Path) -> None:
    """And its first line tells editors where that schema is."""
    validator = OF_CHANNELS if file in CHANNELS else OF_PROFILES
    assert list(validator.iter_errors(read_yaml(file).data)) == []
    hint, schema = file.read_text("utf-8").splitlines()[0].split("$schema=")
    assert hint == "# yaml-language-server: "
    name = "channel.schema.json" if file in CHANNELS else "profile.schema.json"
    assert (file.parent / schema).resolve().name == name
    assert (file.parent / schema).is_file()


def drop(*way: str) -> Callable[[Any], None]:
    """Takes the value at `way` out."""

    def change(data: Any) -> None:
        for key in way[:-1]:
            data = data[key]
        del data[way[-1]]

    return change


def put(value: object, *way: str) -> Callable[[Any], None]:
    """Puts `value` at `way`."""

    def change(data: Any) -> None:
        for key in way[:-1]:
            data = data[key]
        data[way[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        drop("sound"),
        drop("picture", "source"),
        drop("sound", "bitrate", "checked"),
        put("", "picture", "source"),
        put("soon", "max_seconds", "value"),
        put(["avi"], "files"),
        put(3, "max_secs"),
        put({"left": 0, "top": 0, "right": 9}, "safe", "value"),
        put("x weighted", "caption_counting", "value"),
    ],
)
def test_a_broken_channel_is_underlined(change: Callable[[Any], None]) -> None:
    """No source or day, a value of another kind, a key that is none."""
    data = copy.deepcopy(read_yaml(FOLDER / "data" / "tiktok.yaml").data)
    assert OF_CHANNELS.is_valid(data)
    change(data)
    assert not OF_CHANNELS.is_valid(data)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("qvga", drop("encoding", "codec")),
        ("qvga", put(23, "encoding", "crf")),
        ("qvga", put(1, "encoding", "quantiser")),
        ("hd", put("mpeg4", "encoding", "codec")),
        ("hd", put(24, "fps")),
        ("hd", drop("safe")),
    ],
)
def test_a_broken_profile_is_underlined(name: str, change: Callable[[Any], None]) -> None:
    """Settings of another codec, a frame rate that is off the grid."""
    data = copy.deepcopy(read_yaml(FOLDER / "profiles" / f"{name}.yaml").data)
    assert OF_PROFILES.is_valid(data)
    change(data)
    assert not OF_PROFILES.is_valid(data)
