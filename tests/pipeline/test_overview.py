"""Messages at a glance: true to their files, and not read again while nothing of theirs changes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from hoso.base.project import Project
from hoso.pipeline.overview import Overview, Overviews, users
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping.keeper import Keeper
from tests.subtitles.keeping.scripts import line

WHOLE = """
title: {ko: 제목, ru: Название}
source: Проєкт
channels: [telegram]
editions: [{voice: ko, subtitles: ru}]
music: {file: song.wav}
scenes:
  - {footage: 들판.mp4, say: [{ko: 안녕, ru: Привет}]}
  - {card: title}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two messages: one whole, one with errors."""
    project = Project(tmp_path)
    for folder in (project.scripts, project.videos, project.subtitles):
        folder.mkdir()
    for name in (unicodedata.normalize("NFD", "들판.mp4"), "song.wav"):
        (project.videos / name).write_text("not looked at")
    (project.scripts / "whole.yaml").write_text(WHOLE)
    (project.scripts / "wrong.yaml").write_text(WHOLE.replace("card: title", "card: tilte"))
    return project


def glance(project: Project) -> dict[str, Overview]:
    """All of them, whatever time it takes."""
    found, whole = Overviews(project).all(600)
    assert whole
    return found


def test_what_is_told(project: Project) -> None:
    """Of a whole script, and as much as can be of a wrong one."""
    found = glance(project)
    assert list(found) == ["whole", "wrong"]
    whole, wrong = found["whole"], found["wrong"]
    assert (whole.titles, whole.editions) == ({"ko": "제목", "ru": "Название"}, ("ko-ru",))
    assert (whole.languages, whole.channels, whole.engine) == (("ko", "ru"), ("telegram",), "gtts")
    assert (whole.errors, wrong.errors) == (0, 1)
    assert wrong.titles == whole.titles
    assert users(found)["song.wav"] == ("whole", "wrong")
    assert unicodedata.normalize("NFD", "들판.mp4") in users(found)


@pytest.mark.parametrize(
    "text", ["", "- a\n", "title: [a\n", "title: 1\nscenes: 3\nmusic: 4\n", "scenes: [{footage: [a]}, 7]\n"]
)
def test_anything_can_be_listed(project: Project, text: str) -> None:
    """Whatever somebody is just writing."""
    (project.scripts / "wrong.yaml").write_text(text)
    assert glance(project)["wrong"].errors > 0


def test_only_what_changed_is_read_again(project: Project) -> None:
    """A file that comes or goes concerns those who name it."""
    glance(project)
    notes = {path.stem: path for path in (project.state / "overview").glob("*")}
    before = {name: path.stat().st_mtime_ns for name, path in notes.items()}
    (project.videos / "another.mp4").touch()
    (project.scripts / "wrong.yaml").write_text(WHOLE.replace("song.wav", "another.wav"))
    found = glance(project)
    after = {name: path.stat().st_mtime_ns for name, path in notes.items()}
    assert (found["wrong"].errors, found["whole"].errors) == (1, 0)
    assert after["whole"] == before["whole"]
    (project.videos / "song.wav").unlink()
    assert glance(project)["whole"].errors == 1
    (project.root / "hoso.yaml").write_text("channel: [x]\n")
    assert glance(project)["whole"].errors == 1


def test_what_there_is_no_time_for_is_told_later(project: Project) -> None:
    """Names at once, the rest one by one; what was known stays until it is known anew."""
    found, whole = Overviews(project).all(0)
    assert (list(found), whole) == (["whole", "wrong"], False)
    assert (found["whole"].errors, found["wrong"].titles) == (0, {})
    assert Overviews(project).all(0)[1]
    (project.root / "hoso.yaml").write_text("source: Інший\n")
    found, whole = Overviews(project).all(0)
    assert (found["wrong"].errors, whole) == (1, False)


def test_conflicts_are_counted_until_they_are_settled(project: Project) -> None:
    """An editor and the script have both changed a line."""
    keeper = Keeper(project)
    path = keeper.path("whole", "ru", "ko", "ko")
    keeper.settle([line("1", 0, "무기를 버리십시오")], path, "ru")
    cues = read(path, "ru").cues
    srt.write(path, [replace(cues[0], text="총을 버리십시오")])
    keeper.settle([line("1", 0, "손을 드십시오")], path, "ru")
    assert glance(project)["whole"].conflicts == 1
    keeper.resolve(path, "ru", None, "edited")
    assert glance(project)["whole"].conflicts == 0
