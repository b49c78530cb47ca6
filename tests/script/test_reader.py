"""Scripts that are right become messages; scripts that are wrong get every mistake explained at its place."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from ruamel.yaml import YAML

from hoso.base.languages import Language
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.documents.sentences import SENTENCES
from hoso.documents.yaml_source import DataPath
from hoso.script.model import Contact, Edition, MessageFile
from hoso.script.reader import Script, read_message, read_messages, read_settings
from hoso.script.scenes import CardScene, FootageScene

GOOD: dict[str, Any] = {
    "title": {"ko": "제목", "ru": "Название"},
    "source": "Проєкт",
    "editions": [{"voice": "ko", "subtitles": "ru"}],
    "voice": {"engine": "gtts", "fallback": None, "speed": 1.2},
    "say_as": {"KPA": "조선인민군"},
    "channels": ["telegram", "x"],
    "music": {"file": "music.wav", "level": -20},
    "contact": {"phone": "+000", "telegram": "@example", "url": "https://example.org"},
    "post": {"ko": "글", "ru": "Текст"},
    "scenes": [
        {"card": "title", "seconds": 2},
        {
            "footage": "winter.mp4",
            "from": "0:02",
            "to": 9.5,
            "focus": [0.5, 0.4],
            "fit": "blur",
            "transition": {"kind": "fade", "seconds": 0.6},
            "lower_third": {"name": {"ko": "이름", "ru": "Имя"}, "at": "0:01"},
            "say": [{"id": "hello", "ko": "안녕하십니까!", "ru": "Здравствуйте!", "pause": 0.6}],
        },
        {
            "footage": "volunteer.mp4",
            "sound": "keep",
            "lines": [{"at": "0:00.5", "to": "0:03.2", "ko": "말", "ru": "Слова"}],
        },
        {"image": "camp.jpg", "motion": "out", "say": [{"ko": "말", "ru": "Слова"}]},
        {"card": "steps", "items": [{"ko": "하나", "ru": "Раз"}], "heading": {"ko": "단계", "ru": "Шаги"}},
        {"clip": "mycards.py:snow", "seconds": 3},
        {"card": "contact"},
    ],
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    (tmp_path / "scripts").mkdir()
    return Project(tmp_path)


def written(project: Project, text: str, name: str = "m.yaml") -> Path:
    """A script with `text`."""
    path = project.scripts / name
    path.write_text(text, "utf-8")
    return path


def mistakes(project: Project, text: str) -> tuple[str, ...]:
    """`line:column message` and `→ remedy` of every problem with a script, in turn."""
    path = written(project, text)
    with pytest.raises(InputError) as caught:
        read_message(path, project)
    assert all(problem.path == path for problem in caught.value.problems)
    said = [(f"{p.line}:{p.column} {p.message}", f"→ {p.remedy}") for p in caught.value.problems]
    return tuple(words for pair in said for words in pair)


def test_a_whole_script(project: Project) -> None:
    """Every key of the format is read; times become milliseconds."""
    # JSON is YAML.
    script = read_message(written(project, json.dumps(GOOD, ensure_ascii=False)), project)
    message = script.message
    footage = message.scenes[1]
    assert (message.name, message.source, message.voice.fallback) == ("m", "Проєкт", None)
    assert message.editions == (Edition(voice="ko", subtitles="ru"),)
    assert isinstance(footage, FootageScene)
    assert (footage.from_, footage.to, footage.focus) == (2000, 9500, (0.5, 0.4))
    assert (footage.transition.duration_ms, footage.lower_third and footage.lower_third.at) == (600, 1000)
    assert isinstance(message.scenes[6], CardScene)


def test_words_are_tidied(project: Project) -> None:
    """Spaces around words go, and Korean that macOS took apart is put together."""
    apart = "\u1112\u1161\u11ab"
    script = read_message(
        written(project, f"title: {{ko: '  {apart} '}}\nscenes: [{{card: title}}]"), project
    )
    assert script.message.title.ko == "한"


@pytest.mark.parametrize(
    ("subtitles", "name", "languages"),
    [("ko", "ko", ("ko",)), ("ru", "ko-ru", ("ru",)), (("ko", "ru"), "ko-ko+ru", ("ko", "ru"))],
)
def test_an_edition_is_named_by_what_is_heard_and_read(
    subtitles: Language | tuple[Language, Language], name: str, languages: tuple[Language, ...]
) -> None:
    """One language or two at once; cards are in the first."""
    edition = Edition(voice="ko", subtitles=subtitles)
    assert (edition.name, edition.languages, edition.main) == (name, languages, languages[0])


def test_the_first_language_of_the_title_is_the_default_edition(project: Project) -> None:
    """Without `editions` there is one, in the language that the title has first."""
    script = read_message(written(project, "title: {ru: Р, ko: 가}\nscenes: [{card: title}]"), project)
    assert script.message.editions == (Edition(voice="ru", subtitles="ru"),)


def test_a_script_fills_in_from_hoso_yaml(project: Project) -> None:
    """Contacts and lexicon are merged key by key, all else is replaced whole; the script's own value wins."""
    project.settings.write_text(
        "source: Проєкт\ncontact: {phone: '+1', url: 'https://a.org', telegram: '@name'}\n"
        "say_as: {A: 가, B: 나}\nchannels: [telegram]\nvoice: {engine: kokoro, speed: 1.5}\n"
        "allow_clips: true\n"
    )
    text = (
        "title: {ko: 가}\ncontact: {phone: '+2', telegram: ~}\nsay_as: {B: 다}\nvoice: {speed: 0.9}\n"
        "scenes: [{card: title}]"
    )
    script = read_message(written(project, text), project)
    message = script.message
    assert message.contact == Contact(phone="+2", telegram=None, url="https://a.org")
    assert message.say_as == {"A": "가", "B": "다"}
    assert (message.source, message.channels) == ("Проєкт", ("telegram",))
    assert (message.voice.engine, message.voice.speed) == ("gtts", 0.9)
    assert script.settings.allow_clips


def test_a_script_can_do_without(project: Project) -> None:
    """An empty value in a script takes away the music or the logo that hoso.yaml has for the others."""
    project.settings.write_text("music: {file: a.wav}\nlogo: b.png\n")
    script = read_message(written(project, "title: {ko: 가}\nmusic:\nscenes: [{card: title}]"), project)
    assert script.message.music is None
    assert script.message.logo == "b.png"


def test_places_in_both_files(project: Project) -> None:
    """A value is placed in the file that it came from; one that nobody wrote, where its holder is."""
    project.settings.write_text("source: Проєкт\ncontact:\n  phone: '+1'\n")
    path = written(project, "title: {ko: 가}\ncontact: {url: 'https://a.org'}\nscenes:\n  - card: title\n")
    script = read_message(path, project)
    assert script.place(("contact", "phone")) == (project.settings, 3, 10)
    assert script.place(("contact", "url")) == (path, 2, 16)
    assert script.place(("source",)) == (project.settings, 1, 9)
    assert script.place(("source",), key=True) == (project.settings, 1, 1)
    assert script.place(("scenes", 0, "say", 2, "ko")) == (path, 4, 5)
    assert script.place(("music",)) == (path, 1, 1)
    assert str(script.problem(("scenes", 0, "card"), "no")) == f"{path}:4:11: no"


def test_settings_alone(project: Project) -> None:
    """hoso.yaml may be missing; what is in it is checked with the same care."""
    assert read_settings(project).channels == ()
    project.settings.write_text("cache_gib: 0\nalow_clips: true\n")
    with pytest.raises(InputError) as caught:
        read_settings(project)
    assert [(p.line, p.message) for p in caught.value.problems] == [
        (1, "`cache_gib` is '0'; it must be over 0"),
        (2, "`alow_clips` is not a key here"),
    ]


def test_all_files_in_one_go(project: Project) -> None:
    """The mistakes of hoso.yaml and of every script are reported together."""
    project.settings.write_text("sorce: x\n")
    paths = [
        written(project, "title: 1\n", "a.yaml"),
        written(project, "\n", "b.yaml"),
        project.scripts / "c.yaml",
    ]
    with pytest.raises(InputError) as caught:
        read_messages(paths, project)
    assert [f"{p.path.name if p.path else ''} {p.message}" for p in caught.value.problems] == [
        "hoso.yaml `sorce` is not a key here",
        "a.yaml `scenes` is missing",
        "a.yaml `title` must have keys below it, not '1'",
        "b.yaml the file is empty",
        "c.yaml there is no script c.yaml",
    ]


def test_what_is_not_saved_yet_is_read_in_place_of_the_file(project: Project) -> None:
    """An editor's text is checked as the file would be, before there is one."""
    path = project.scripts / "fresh.yaml"
    unsaved = {
        path: "title: {ko: 제목}\nscenes: [{card: title}]\n".encode(),
        project.settings: "source: Проєкт\n".encode(),
    }
    (script,) = read_messages([path], project, unsaved)
    assert (script.message.title.ko, script.message.source) == ("제목", "Проєкт")
    assert not path.exists()
    assert not project.settings.exists()
    with pytest.raises(InputError, match=r"fresh\.yaml:2:1: `scene` is not a key here"):
        read_messages([path], project, {**unsaved, path: "title: {ko: 제목}\nscene: []\n".encode()})


def test_a_missing_script_is_told_its_nearest_name(project: Project) -> None:
    """`apeal` finds `appeal`."""
    written(project, "", "appeal.yaml")
    with pytest.raises(InputError, match=r"Did you mean appeal\.yaml\?"):
        read_message(project.scripts / "apeal.yaml", project)


def test_a_name_that_outputs_has_taken(project: Project) -> None:
    """outputs/drafts/ is hoso's own."""
    path = written(project, "title: {ko: 가}\nscenes: [{card: title}]\n", "drafts.yaml")
    with pytest.raises(InputError, match="can't be called drafts"):
        read_message(path, project)


class Broken(NamedTuple):
    """A broken script and what is said about it."""

    script: str
    says: tuple[str, ...]


BROKEN = [
    Broken(case["script"], tuple(case["says"]))
    for case in YAML(typ="safe", pure=True).load(Path(__file__).with_name("broken.yaml"))
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.says[0])
def test_each_mistake_has_its_place_and_remedy(project: Project, broken: Broken) -> None:
    """One mistake gives one problem: where, what, and what to do."""
    assert mistakes(project, broken.script) == broken.says


def test_all_mistakes_of_a_script_at_once(project: Project) -> None:
    """Mistakes in different scenes don't hide each other and are listed from top to bottom."""
    text = (
        "title: {ko: 가}\nvoice: {speed: 9}\nscenes:\n  - footage: a.mp4\n    fit: krop\n  - card: titel\n"
        "  - image: b.jpg\n    say: 가\n  - foo: 1\n"
    )
    places = [words.split()[0] for words in mistakes(project, text)[::2]]
    assert places == ["2:16", "5:10", "6:11", "8:10", "9:5"]


def ways(value: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """The ways to everything in `value`."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from ways(item, (*path, key))


def changed(path: DataPath, change: Any) -> dict[str, Any]:
    """GOOD with the value at `path` deleted (`...`), its key renamed (a Rename), or another value."""
    data = copy.deepcopy(GOOD)
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    last = path[-1]
    if change is ...:
        del holder[last]
    elif isinstance(change, Rename) and isinstance(holder, dict):
        holder[change.name] = holder.pop(last)
    elif not isinstance(change, Rename):
        holder[last] = change
    return data


class Rename:
    """A new name for a key."""

    def __init__(self, name: str) -> None:
        self.name = name


WAYS = list(ways(GOOD))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that many examples share."""
    root = tmp_path_factory.mktemp("project")
    (root / "scripts").mkdir()
    return Project(root)


def outcome(project: Project, data: dict[str, Any]) -> Script | list[str]:
    """The script, or what is wrong with it; every problem has a place and a remedy."""
    path = written(project, json.dumps(data))
    try:
        return read_message(path, project)
    except InputError as error:
        problems = error.problems
    assert problems
    assert all(p.path == path and p.line and p.column and p.message and p.remedy for p in problems)
    return [problem.message for problem in problems]


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(WAYS), st.just(...) | st.builds(Rename, st.text(min_size=1, max_size=8)) | JSON)
def test_a_damaged_script_is_read_or_explained(folder: Project, path: DataPath, change: Any) -> None:
    """Whatever single key is deleted, renamed or given another value: never a traceback."""
    outcome(folder, changed(path, change))


def test_every_key_that_is_needed_is_missed(folder: Project) -> None:
    """Deleting a required key is said in so many words."""
    for path in (("title",), ("scenes",), ("music", "file"), ("editions", 0, "voice")):
        assert f"`{path[-1]}` is missing" in str(outcome(folder, changed(path, ...)))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(WAYS), JSON)
def test_every_kind_of_error_has_a_sentence_of_our_own(path: DataPath, value: Any) -> None:
    """No error that pydantic can find in a script is passed on in pydantic's words."""
    try:
        MessageFile.model_validate_json(json.dumps(changed(path, value)), strict=True, by_name=False)
    except ValidationError as error:
        kinds = {item["type"] for item in error.errors()}
        assert kinds <= {*SENTENCES, "scene_kind"}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.says[0])
def test_sentences_are_for_people(broken: Broken) -> None:
    """No message names a class or speaks pydantic's or Python's language."""
    assert not re.search(r"pydantic|Scene\b|\bNone\b|dict|valid|Input should", " ".join(broken.says))
