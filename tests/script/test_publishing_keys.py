"""The keys for what stands beside the video: hashtags, the label of a synthetic voice, the poster's time."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.script.disclosure import Disclosure, disclosing_scene, disclosure_for, spoken_disclosure
from hoso.script.model import DisclosureChoice, Message, TagsByLanguage
from hoso.script.reader import read_message

CARDS = "title: {ko: 가, ru: А}\ncontact: {phone: '+1'}\nscenes: [{card: title}, {card: contact}]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    (tmp_path / "scripts").mkdir()
    return Project(tmp_path)


def message(project: Project, more: str, settings: str = "") -> Message:
    """A message with the keys `more`, in a project with `settings`."""
    if settings:
        project.settings.write_text(settings, "utf-8")
    path = project.scripts / "m.yaml"
    path.write_text(CARDS + more, "utf-8")
    return read_message(path, project).message


def test_hashtags_are_one_list_or_one_a_language(project: Project) -> None:
    """Either is read; the script's own replace those of hoso.yaml."""
    shared = "hashtags: [мир]\n"
    assert message(project, "", shared).hashtags == ("мир",)
    assert message(project, "hashtags: {ko: [항복, KPA_2024]}\n", shared).hashtags == TagsByLanguage(
        ko=("항복", "KPA_2024")
    )


@pytest.mark.parametrize("tag", ["'#항복'", "북한 군인", "'2024'", "a-b", "'__'"])
def test_what_no_app_would_link_is_no_hashtag(project: Project, tag: str) -> None:
    """Letters, digits and `_`, not digits alone: the problem stands at the tag."""
    with pytest.raises(InputError) as caught:
        message(project, f"hashtags: [{tag}]\n")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (4, 12)
    assert "without `#` and spaces" in problem.remedy


def test_the_posters_time_is_a_time(project: Project) -> None:
    """`poster: 0:12` is ms of the programme."""
    assert message(project, "poster: 0:12.5\n").poster == 12_500


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_synthetic_voice_is_disclosed_unless_told_otherwise(project: Project, language: Language) -> None:
    """By default a label at the end, in every language; none for a person's voice."""
    plain = message(project, "")
    label = disclosure_for(plain, True, language)
    assert label is not None
    assert label.place == "end"
    assert 0 < len(label.text) <= 20
    assert disclosure_for(plain, False, language) is None


def test_wording_and_place_are_the_scripts(project: Project) -> None:
    """A language without words of its own has hoso's."""
    own = message(project, "disclosure: {text: {ko: 기계의 목소리}, place: start}\n")
    assert disclosure_for(own, True, "ko") == Disclosure("기계의 목소리", "start")
    assert disclosure_for(own, True, "ru") == Disclosure("Голос синтезирован", "start")


def test_disclosure_can_be_off(project: Project) -> None:
    """In hoso.yaml or a script; a script turns it on again."""
    off = message(project, "", "disclosure: off\n")
    assert off.disclosure == "off"
    assert disclosure_for(off, True, "ko") is None
    assert spoken_disclosure(off, "ko") is None
    assert message(project, "disclosure: {place: end}\n").disclosure == DisclosureChoice()


def test_listeners_hear_a_sentence(project: Project) -> None:
    """hoso's own is a whole sentence; the script's wording is spoken as it is."""
    assert spoken_disclosure(message(project, ""), "ko") == "이 목소리는 합성된 목소리입니다."
    own = message(project, "disclosure: {text: {ko: 기계가 읽었습니다.}}\n")
    assert spoken_disclosure(own, "ko") == "기계가 읽었습니다."


def test_the_label_stands_on_the_contact_card_or_first(project: Project) -> None:
    """At the end on the last contact card; without one, or at the start, over the first scene."""
    whole = message(project, "")
    without = whole.model_copy(update={"scenes": whole.scenes[:1]})
    assert disclosing_scene(whole, Disclosure("…", "end")) == 1
    assert disclosing_scene(whole, Disclosure("…", "start")) == 0
    assert disclosing_scene(without, Disclosure("…", "end")) == 0
