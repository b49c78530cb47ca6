"""The JSON Schemas: true copies in docs/schemas/, and of one mind with the reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from hoso.channels.catalog import Catalog
from hoso.documents.validation import validate
from hoso.documents.yaml_source import parse_yaml, read_yaml
from hoso.script.model import MessageFile
from hoso.script.schema import schema_text, schemas, write_schemas

DOCS = Path(__file__).parents[2] / "docs" / "schemas"
VALIDATOR = Draft202012Validator(schemas()["message.schema.json"])

GOOD = """
title: {ko: 제목, ru: Название}
source: Проєкт
editions: [{voice: ko, subtitles: ru}]
voice: {engine: gtts, fallback: , speed: 1.2}
say_as: {KPA: 조선인민군}
channels: [telegram, x]
music: {file: music.wav, level: -20}
contact: {phone: "+000", telegram: , url: "https://example.org"}
scenes:
  - {card: title, seconds: 2}
  - footage: winter.mp4
    from: 0:02
    to: 9.5
    focus: [0.5, 0.4]
    transition: {kind: fade, seconds: 0.6}
    lower_third: {name: {ko: 이름}, at: 0:01}
    say: [{id: hello, ko: 안녕, pause: 0.6}]
  - {footage: v.mp4, sound: keep, lines: [{at: 0:00.5, to: 0:03.2, ko: 말}]}
  - {image: camp.jpg, motion: out}
  - {card: steps, items: [{ko: 하나}]}
  - {clip: mycards.py:snow, seconds: 3}
"""
GOOD_DATA = parse_yaml(GOOD.encode(), Path("m.yaml")).data


def schema_accepts(data: Any) -> bool:
    """Whether an editor that checks with the schema finds nothing."""
    return bool(VALIDATOR.is_valid(data))


def reader_accepts(data: Any) -> bool:
    """Whether hoso finds nothing in the shape."""
    return validate(parse_yaml(json.dumps(data).encode(), Path("m.yaml")), MessageFile)[0] is not None


@pytest.mark.parametrize("name", list(schemas()))
def test_the_copies_in_docs_are_true(name: str) -> None:
    """`hoso schema docs/schemas` was run after the last change of a model."""
    assert (DOCS / name).read_text("utf-8") == schema_text(schemas()[name])


def test_schemas_are_valid_and_complete(tmp_path: Path) -> None:
    """Each is a schema of draft 2020-12, and every key of a file has a description."""
    for path in write_schemas(tmp_path):
        schema = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        groups = [schema, *schema.get("$defs", {}).values()]
        lacking = [
            key
            for group in groups
            if "Fact" not in group.get("title", "")
            for key, value in group["properties"].items()
            if "description" not in value and "$ref" not in value and key != "value"
        ]
        if path.name in ("message.schema.json", "hoso.schema.json"):
            assert lacking == []


def test_a_good_script_suits_both() -> None:
    """The schema and the reader accept what is right."""
    assert reader_accepts(GOOD_DATA)
    assert schema_accepts(GOOD_DATA)


def test_broken_scripts_are_refused_by_the_schema_too() -> None:
    """What the reader refuses for its shape, an editor underlines."""
    cases = YAML(typ="safe", pure=True).load(Path(__file__).with_name("broken.yaml"))
    accepted = []
    for case in cases:
        source = parse_yaml(case["script"].encode(), Path("m.yaml"))
        if not source.problems and schema_accepts(source.data):
            accepted.append(case["says"][0])
    assert accepted == []


def test_channels_and_profiles_suit_their_schemas() -> None:
    """hoso's own data files are right by the schemas that it hands out."""
    catalog = Catalog.load()
    for folder, name in (("data", "channel.schema.json"), ("profiles", "profile.schema.json")):
        validator = Draft202012Validator(schemas()[name])
        files = sorted((Path(__file__).parents[2] / "hoso" / "channels" / folder).glob("*.yaml"))
        assert len(files) >= 4
        for file in files:
            assert list(validator.iter_errors(read_yaml(file).data)) == []
    assert len(catalog.channels) == len(catalog.names)


VALUES = st.sampled_from(
    [None, True, 0, 1, -1, 7, 0.5, 0.6, 2.5, "", " ", "x", "0:02", "a.py:b", [], {}, [0.1, 0.2], {"ko": "가"},
     [{"ko": "가"}], ["ko", "ru"], ["ko", "ko"], ["ko"], {"kind": "fade"}, "fade", "ko", "@example", "https://example.org"]
)  # fmt: skip
WAYS = """
title title.ko source post say_as say_as.KPA channels
editions editions.0 editions.0.voice editions.0.subtitles
voice voice.fallback voice.speed voice.name
music music.level contact contact.url contact.phone contact.telegram
scenes scenes.0 scenes.0.card scenes.0.heading scenes.0.seconds
scenes.1.footage scenes.1.from scenes.1.to scenes.1.focus scenes.1.transition scenes.1.transition.seconds
scenes.1.lower_third scenes.1.say scenes.1.say.0.id scenes.1.say.0.pause scenes.1.image
scenes.2.lines.0.at scenes.4.items scenes.5.clip
""".split()  # noqa: SIM905 - a table is easier to read than forty quoted words


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(WAYS), VALUES)
def test_the_schema_and_the_reader_agree(way: str, value: Any) -> None:
    """Whatever one value is changed to, both accept it or both refuse it."""
    data = copy.deepcopy(GOOD_DATA)
    *parts, last = [int(part) if part.isdigit() else part for part in way.split(".")]
    holder = data
    for part in parts:
        holder = holder[part]
    holder[last] = value
    assert schema_accepts(data) == reader_accepts(data)
