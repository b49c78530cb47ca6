"""What `check` finds in a script whose shape is right."""

from __future__ import annotations

import unicodedata
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.media.probe import MediaInfo, probe
from hoso.script.check import check_message
from hoso.script.reader import read_message

SETTINGS = "source: Проєкт\nchannels: [telegram]\ncontact: {phone: '+1 555', url: 'https://a.org'}\n"
HEAD = "title: {ko: 가, ru: А}\neditions: [{voice: ko, subtitles: ru}]\nscenes:\n"
WORDS = "ko: 가, ru: А"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with hoso.yaml and empty files in videos/."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "videos" / "sub").mkdir(parents=True)
    for name in ("winter-field.mp4", "camp.jpg", "sub/night.mov", "list.txt"):
        (tmp_path / "videos" / name).touch()
    (tmp_path / "hoso.yaml").write_text(SETTINGS, "utf-8")
    return Project(tmp_path)


def found(project: Project, text: str, probed: Callable[[Path], MediaInfo] | None = None) -> list[Problem]:
    """All problems of a script."""
    path = project.scripts / "m.yaml"
    path.write_text(text, "utf-8")
    return check_message(read_message(path, project), project, Catalog.load(project), probed)


def said(
    project: Project, text: str, probed: Callable[[Path], MediaInfo] | None = None
) -> list[tuple[str, str]]:
    """`line:column message` and remedy of all problems of a script."""
    problems = found(project, text, probed)
    assert all(problem.remedy and problem.level == "error" for problem in problems)
    return [(f"{p.line}:{p.column} {p.message}", p.remedy) for p in problems]


def test_a_good_script_has_no_problem(project: Project) -> None:
    """Nothing is said where nothing is wrong."""
    text = HEAD + (
        "  - card: title\n"
        f"  - {{footage: winter-field.mp4, to: 5, transition: {{kind: fade}}, say: [{{{WORDS}, id: a}}]}}\n"
        f"  - {{footage: sub/night.mov, sound: keep, to: 5, lines: [{{at: 0, to: 1, {WORDS}}}]}}\n"
        f"  - {{footage: sub/night.mov, sound: keep, lines: [{{at: 0, to: 1, {WORDS}}}, {{{WORDS}}}]}}\n"
        f"  - {{image: camp.jpg, say: [{{{WORDS}}}], lower_third: {{name: {{{WORDS}}}}}}}\n"
        f"  - {{card: steps, items: [{{{WORDS}}}]}}\n"
        f"  - {{card: text, text: {{{WORDS}}}}}\n"
        "  - card: contact\n"
    )
    assert found(project, text) == []


FILES = [
    (
        "footage: winter-feld.mp4",
        "4:14 there is no winter-feld.mp4 in videos/",
        "Did you mean winter-field.mp4?",
    ),
    ("footage: nowhere.mp4", "4:14 there is no nowhere.mp4 in videos/", "Put the file into videos/."),
    ("footage: sub", "4:14 there is no sub in videos/", "Put the file into videos/."),
    (
        "footage: ../hoso.yaml",
        "4:14 ../hoso.yaml is not in videos/",
        "Put the file into videos/ and write its name only.",
    ),
    (
        "footage: /etc/passwd",
        "4:14 /etc/passwd is not in videos/",
        "Put the file into videos/ and write its name only.",
    ),
    ("footage: camp.jpg", "4:14 camp.jpg can't be used here", "For a picture write `image:`."),
    (
        "image: winter-field.mp4",
        "4:12 winter-field.mp4 can't be used here",
        "For a video write `footage:`.",
    ),
    (
        "image: list.txt",
        "4:12 list.txt can't be used here",
        "It takes .jpg, .jpeg, .png, .webp, .bmp, .tif, .tiff: save the file as one of these.",
    ),
]


@pytest.mark.parametrize(("scene", "message", "remedy"), FILES)
def test_files_are_there_and_of_their_kind(project: Project, scene: str, message: str, remedy: str) -> None:
    """A file that a scene names lies in videos/ and is what the key says."""
    assert said(project, HEAD + f"  - {scene}\n") == [(message, remedy)]


@pytest.mark.parametrize(("on_disk", "in_script"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_korean_names_match_however_they_are_coded(project: Project, on_disk: str, in_script: str) -> None:
    """A file that came from a Mac is found by the name that a Linux editor types, and the other way round."""
    name = "겨울 들판.mp4"
    (project.videos / unicodedata.normalize(on_disk, name)).touch()  # type: ignore[arg-type]
    script = unicodedata.normalize(in_script, name)  # type: ignore[arg-type]
    assert found(project, HEAD + f"  - footage: {script}\n") == []


def test_logo_and_music_are_placed_where_they_are_written(project: Project) -> None:
    """What hoso.yaml names wrongly is shown in hoso.yaml."""
    project.settings.write_text(SETTINGS + "logo: logo.png\nmusic: {file: list.txt}\n", "utf-8")
    problems = found(project, HEAD + "  - card: title\n")
    assert [(p.path, p.line, p.message) for p in problems] == [
        (project.settings, 4, "there is no logo.png in videos/"),
        (project.settings, 5, "list.txt can't be used here"),
    ]


def info(**facts: object) -> Callable[[Path], MediaInfo]:
    """A probe that finds a 10 s video with sound, but for `facts`."""
    return lambda _: MediaInfo(**{"duration_ms": 10_000, "has_video": True, "has_audio": True, **facts})  # type: ignore[arg-type]


RANGES = [
    ("from: 0:12", {}, "0:12 is behind the end of winter-field.mp4, which lasts 0:10"),
    ("to: 0:12", {}, "0:12 is behind the end of winter-field.mp4, which lasts 0:10"),
    ("sound: under", {"has_audio": False}, "winter-field.mp4 has no sound"),
    ("speed: 1", {"has_video": False}, "winter-field.mp4 has no picture"),
    (
        f"sound: keep, from: 8, lines: [{{at: 1, to: 4, {WORDS}}}]",
        {},
        "the line ends at 0:04, but the scene lasts 0:02",
    ),
]


@pytest.mark.parametrize(("keys", "facts", "message"), RANGES)
def test_what_the_footage_holds(project: Project, keys: str, facts: dict[str, object], message: str) -> None:
    """Times lie within the file, and what is asked of it is in it."""
    text = HEAD + f"  - {{footage: winter-field.mp4, {keys}}}\n"
    assert [words.split(" ", 1)[1] for words, _ in said(project, text, info(**facts))] == [message]


def test_a_file_may_end_a_few_frames_early(project: Project) -> None:
    """`to: 0:10` is right for a file of 9.96 s."""
    text = HEAD + "  - {footage: winter-field.mp4, to: 0:10}\n"
    assert found(project, text, info(duration_ms=9_960)) == []


def test_real_files_are_probed(project: Project) -> None:
    """A file that is no video is said to be unreadable; sound without picture is no footage."""
    with wave.open(str(project.videos / "voice.mkv"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(16_000))
    text = HEAD + "  - footage: winter-field.mp4\n  - footage: voice.mkv\n"
    messages = [words for words, _ in said(project, text, probe)]
    assert messages[0].startswith("4:14 winter-field.mp4 can't be read as a video")
    assert messages[1:] == ["5:14 voice.mkv has no picture"]


SCENES = [
    ("{footage: winter-field.mp4, from: 3, to: ▸2}", "`to` is not after `from`, 0:03"),
    (
        "{footage: winter-field.mp4, ▸lines: [{at: 0, to: 1, WORDS}]}",
        "`lines` are heard only with `sound: keep`",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, ▸say: [{WORDS}]}",
        "the voice and the kept sound would speak at once",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, lines: [{at: 2, to: ▸1, WORDS}]}",
        "`to` is not after `at`, 0:02",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, to: 2, lines: [{at: 1, to: ▸3, WORDS}]}",
        "the line ends at 0:03, but the scene lasts 0:02",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, lines: [{at: 1, to: 3, WORDS}, {at: ▸2, to: 4, WORDS}]}",
        "the line begins before the one above it ends, at 0:03",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, "
        "lines: [{at: 1, to: 3, WORDS}, {WORDS}, {at: ▸2, to: 4, WORDS}]}",
        "the line begins before the one above it ends, at 0:03",
    ),
    (
        "{footage: winter-field.mp4, sound: keep, lines: [{at: 1, to: 3, WORDS, ▸pause: 1}]}",
        "a line said in footage has no pause",
    ),
    (
        "{image: camp.jpg, focus: [{at: 2, point: [0, 0]}, {at: ▸0:02, point: [1, 1]}]}",
        "the point is not after the one above it, at 0:02",
    ),
    (
        "{image: camp.jpg, seconds: 4, focus: [{at: 2, point: [0, 0]}, {at: ▸0:06, point: [1, 1]}]}",
        "the focus gets there at 0:06, but the scene lasts 0:04",
    ),
    ("{card: ▸steps}", "the steps card has no steps"),
    ("{card: title, ▸items: [{WORDS}]}", "a title card does not show `items`"),
    ("{card: ▸text}", "the text card has no text"),
    ("{card: contact, ▸text: {WORDS}}", "a contact card does not show `text`"),
    ("{card: title, ▸transition: {kind: fade}}", "there is no scene before the first"),
    (
        "{card: title, seconds: 2, lower_third: {name: {WORDS}, at: ▸3}}",
        "the name appears at 0:03, but the scene lasts 0:02",
    ),
    ("{card: title, say: [{WORDS, id: a}, {WORDS, id: ▸a}]}", "the id a is taken already, in line 4"),
    (
        "{card: title, say: [{ko: ▸가 |, ru: А}]}",
        "`|` breaks a line where there are no words on one side",
    ),
    ("{card: title, say: [{ko: ▸'**가', ru: А}]}", "emphasis begins with `**` and does not end"),
    ("{card: title, say: [▸{ko: 가}]}", "the line “가” has no Russian"),
    ("{card: title, say: [▸{en: A}]}", "the line “A” has no Korean and no Russian"),
    ("{card: title, heading: ▸{ko: 가}}", "the heading “가” has no Russian"),
    ("{card: steps, items: [{WORDS}, ▸{ko: 가}]}", "item 2 “가” has no Russian"),
    (
        "{footage: winter-field.mp4, sound: keep, lines: [▸{at: 0, to: 1, ko: 가}]}",
        "the line “가” has no Russian",
    ),
    ("{card: title, lower_third: {name: ▸{ko: 가}}}", "the name “가” has no Russian"),
    ("{card: title, say: [{WORDS, speaker: ▸{ko: 병사}}]}", "the speaker “병사” has no Russian"),
    (
        "{card: title, say: [{WORDS, speaker: {ko: ▸<b>병사, ru: А}}]}",
        "a speaker's name can't have `<b>`: it has a colour of its own",
    ),
]
"""A scene, with a mark before what is wrong, and what is said."""


@pytest.mark.parametrize(("scene", "message"), SCENES)
def test_scenes_hold_together(project: Project, scene: str, message: str) -> None:
    """One mistake in a scene gives one problem, at its place."""
    text = f"  - {scene.replace('WORDS', WORDS)}\n"
    column = text.index("▸") + 1
    assert [words for words, _ in said(project, HEAD + text.replace("▸", ""))] == [f"4:{column} {message}"]


def test_a_focus_has_nothing_to_do_where_all_is_shown(project: Project) -> None:
    """A focus that moves without a crop is a warning; with `fit: crop`, or at rest, it is none."""
    moving = "[{at: 0, point: [0.2, 0.5]}, {at: 2, point: [0.8, 0.5]}]"
    for focus in ("auto", moving):
        text = HEAD + f"  - {{footage: winter-field.mp4, fit: blur, focus: {focus}}}\n"
        (problem,) = found(project, text)
        assert (problem.level, problem.line, problem.column) == ("warning", 4, 44)
        assert problem.message == "`fit: blur` shows the whole picture: the focus doesn't move it"
        assert found(project, text.replace("blur", "crop")) == []
    assert found(project, HEAD + "  - {footage: winter-field.mp4, fit: blur, focus: [0.2, 0.5]}\n") == []


def test_lines_in_footage_need_no_voice(project: Project) -> None:
    """What somebody says in the footage is only subtitled: the voice's language may be missing."""
    text = HEAD + "  - {footage: winter-field.mp4, sound: keep, lines: [{at: 0, to: 1, ru: А}]}\n"
    assert found(project, text) == []


def test_fades_leave_something_of_each_scene(project: Project) -> None:
    """Fades at both ends fit into a scene of fixed length; a cut has no length."""
    text = HEAD + (
        "  - {card: title, seconds: 3}\n  - {card: title, seconds: 2, transition: {kind: fade, seconds: 1}}\n"
        "  - {card: title, transition: {kind: fade, seconds: 1}}\n"
        "  - {card: title, transition: {seconds: 1}}\n"
    )
    assert [words for words, _ in said(project, text)] == [
        "5:43 scene 2 lasts 2 s, too short for 2 s of fades",
        "7:32 a cut has no length",
    ]


def test_clips_run_only_where_they_are_allowed(project: Project) -> None:
    """Project code needs `allow_clips: true`, and is looked at without being run."""
    ran = project.root / "ran"
    code = f"open({str(ran)!r}, 'w')\ndef snow(): pass\n"
    (project.videos / "mycards.py").write_text(code)
    (project.videos / "broken.py").write_text("def snow(:\n")
    text = HEAD + "  - clip: mycards.py:snow\n"
    assert [words for words, _ in said(project, text)] == ["4:11 this project does not run clips"]
    project.settings.write_text(SETTINGS + "allow_clips: true\n", "utf-8")
    assert found(project, text) == []
    read = read_message(project.scripts / "m.yaml", project)
    refused = check_message(read, project, Catalog.load(project), clips=False)
    assert [problem.message for problem in refused] == ["a clip can't be rendered from the studio"]
    text = HEAD + "  - clip: mycards.py:snwo\n  - clip: cards.py:snow\n  - clip: broken.py:snow\n"
    problems = found(project, text)
    assert [(p.line, p.message) for p in problems if p.path == project.scripts / "m.yaml"] == [
        (4, "mycards.py has no function snwo"),
        (5, "there is no cards.py in videos/"),
    ]
    assert [(p.path, p.line) for p in problems if p.path == project.videos / "broken.py"] == [
        (project.videos / "broken.py", 1)
    ]
    assert not ran.exists()


def test_channels_exist(project: Project) -> None:
    """An unknown channel is told the nearest name; none at all is a mistake."""
    text = "channels: [telegrm, x, x]\n" + HEAD + "  - card: title\n"
    names = ", ".join(Catalog.load().names)
    assert said(project, text) == [
        ("1:12 there is no channel telegrm", f"Did you mean telegram? There is: {names}."),
        ("1:24 the channel x is named twice", "Delete one of them."),
    ]
    assert said(project, "channels: []\n" + HEAD + "  - card: title\n")[0][0] == (
        "1:1 no channel is named, so nothing would be made"
    )


def test_every_message_says_who_speaks(project: Project) -> None:
    """Without `source` nothing is made: messages are openly attributed."""
    project.settings.write_text("channels: [x]\n", "utf-8")
    assert [words for words, _ in said(project, HEAD + "  - card: title\n")] == [
        "1:1 the message does not say who speaks"
    ]


def test_a_contact_card_needs_a_contact(project: Project) -> None:
    """There must be something to show and to make a QR code of."""
    project.settings.write_text("channels: [x]\nsource: Проєкт\n", "utf-8")
    assert [words for words, _ in said(project, HEAD + "  - card: contact\n")] == [
        "4:11 the contact card has no contact to show"
    ]


@pytest.mark.parametrize(
    ("contact", "keys"),
    [
        ("{phone: '+000 00 000 0000', telegram: '@example', url: 'https://example.org'}", 3),
        ("{phone: '+1 555 0100', telegram: '@hochuzhit', url: 'https://www.example.com/a'}", 1),
        ("{phone: '+1 555 0100', telegram: '@hochuzhit', url: 'https://myexample.com'}", 0),
    ],
)
def test_placeholders_are_warned_of(project: Project, contact: str, keys: int) -> None:
    """Contacts that reach nobody don't stop a render, but are pointed out."""
    problems = found(project, f"contact: {contact}\n" + HEAD + "  - card: title\n")
    assert [problem.level for problem in problems] == ["warning"] * keys
    assert all("is a placeholder" in problem.message and problem.line == 1 for problem in problems)


def test_editions_and_their_words(project: Project) -> None:
    """An edition is named once; a title without its language is an error, a post only a warning."""
    text = (
        "title: {ko: 가}\npost: {ko: 가}\n"
        "editions: [{voice: ko, subtitles: en}, {voice: ko, subtitles: en}]\nscenes: [{card: title}]\n"
    )
    assert [(p.level, p.line, p.message) for p in found(project, text)] == [
        ("error", 1, "the title “가” has no English"),
        ("warning", 2, "the post “가” has no English"),
        ("error", 3, "the edition ko-en is named twice"),
    ]
