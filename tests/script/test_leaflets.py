"""What `check` says of a script's leaflet before anything is set in type."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.script.check import check_message
from hoso.script.model import Message
from hoso.script.reader import read_message

SETTINGS = "source: Проєкт\nchannels: [telegram]\ncontact: {phone: '+1 555'}\n"
SCRIPT = "title: {ko: 가, ru: А}\neditions: [{voice: ko, subtitles: ru}]\nleaflet: %s\nscenes: [%s]\n"
TITLE = "{card: title}"
STEPS = "{card: steps, items: [{ko: 가, ru: А}]}"


def read(folder: Path, leaflet: str, scene: str = STEPS) -> Message:
    """The message with that leaflet."""
    path = folder / "m.yaml"
    path.write_text(SCRIPT % (leaflet, scene), "utf-8")
    return read_message(path, Project(folder)).message


def said(folder: Path, leaflet: str, scene: str = STEPS, settings: str = SETTINGS) -> list[str]:
    """`line:column message` of what is wrong with a script that has that leaflet."""
    project = Project(folder)
    project.settings.write_text(settings, "utf-8")
    read(folder, leaflet, scene)
    problems = check_message(read_message(folder / "m.yaml", project), project, Catalog.load(project))
    assert all(problem.remedy for problem in problems)
    return [f"{p.line}:{p.column} {p.message}" for p in problems]


def test_true_is_a_leaflet_of_the_scenes_words(tmp_path: Path) -> None:
    """`true` asks for a leaflet that adds nothing; `false` for none; keys for one that says more."""
    printed = read(tmp_path, "true").printed
    assert printed is not None
    assert (printed.heading, printed.lead, printed.guarantees) == (None, None, ())
    assert read(tmp_path, "false").printed is None
    more = read(tmp_path, "{lead: {ko: 나}, guarantees: [{ko: 다}, {ko: 라}]}").printed
    assert more is not None
    assert more.lead is not None
    assert more.lead.ko == "나"
    assert [texts.ko for texts in more.guarantees] == ["다", "라"]


@pytest.mark.parametrize(
    ("leaflet", "message"),
    [
        ("please", "3:10 `leaflet` must have keys below it, not 'please'"),
        ("{promises: [{ko: 가}]}", "3:11 `promises` is not a key here"),
        ("{guarantees: {ko: 가}}", "3:23 `guarantees` must be a list, not a group of keys"),
        ("{lead: {ko: 5}}", "3:22 `ko` must be text, not '5'"),
    ],
)
def test_a_wrong_shape_is_placed(tmp_path: Path, leaflet: str, message: str) -> None:
    """Mistakes inside the leaflet have the place and words that mistakes elsewhere have."""
    with pytest.raises(InputError) as error:
        read(tmp_path, leaflet)
    (problem,) = error.value.problems
    assert f"{problem.line}:{problem.column} {problem.message}" == message


def test_it_says_something(tmp_path: Path) -> None:
    """Steps or guarantees: without both there is nothing to print."""
    assert said(tmp_path, "true") == []
    assert said(tmp_path, "{guarantees: [{ko: 가, ru: А}]}", TITLE) == []
    assert said(tmp_path, "true", TITLE) == ["3:1 the leaflet has neither steps nor guarantees"]


def test_it_needs_a_contact(tmp_path: Path) -> None:
    """There must be something to dial and to make a QR code of."""
    settings = "source: Проєкт\nchannels: [telegram]\n"
    assert said(tmp_path, "true", settings=settings) == ["3:1 the leaflet has no contact to show"]


def test_its_words_are_in_every_language_that_is_shown(tmp_path: Path) -> None:
    """A reader of each edition gets the whole leaflet."""
    leaflet = "{heading: {ko: 나}, lead: {ko: 다}, guarantees: [{ko: 라, ru: Б}, {ko: 마}]}"
    assert said(tmp_path, leaflet) == [
        "3:20 the heading “나” has no Russian",
        "3:35 the lead “다” has no Russian",
        "3:73 item 2 “마” has no Russian",
    ]
