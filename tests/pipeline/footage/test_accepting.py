"""Files that somebody brings: where they land, under which name, and what becomes of one that was there."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from hoso.base.problems import HosoError, InputError
from hoso.base.project import Project
from hoso.media.library import Library
from hoso.pipeline.footage.accepting import Brought, Clash, accept, foresee
from hoso.pipeline.footage.listing import delete_media, media_files, recorded_lines
from hoso.pipeline.footage.thumbnails import Thumbnails
from hoso.pipeline.trash import Trash
from hoso.script.reader import read_message

SCRIPT = """
title: {ko: 제목}
editions: [{voice: ko, subtitles: ko}, {voice: ru, subtitles: ru}]
voice: {engine: recorded}
scenes: [{card: title, say: [{id: hello, ko: 안녕, ru: Привет}, {ko: 둘, ru: Два}]}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one message."""
    project = Project(tmp_path)
    for folder in (project.scripts, project.videos):
        folder.mkdir()
    (project.scripts / "m.yaml").write_text(SCRIPT)
    return project


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture and a sound."""
    folder = tmp_path_factory.mktemp("goods")
    Image.new("RGB", (640, 360), "teal").save(folder / "picture", "PNG")
    soundfile.write(folder / "sound.wav", np.zeros(48_000), 48_000)
    return folder


def part(project: Project, goods: Path, name: str) -> Path:
    """What arrived, before it is accepted."""
    path = project.state / "part"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(goods / name, path)
    return path


def test_a_picture_arrives(project: Project, goods: Path) -> None:
    """With its right ending; what was seen of it is known, and a small picture kept."""
    accepted = accept(project, Brought("../겨울's.jpg"), part(project, goods, "picture"), "Olena")
    assert accepted.path == project.videos / "겨울's.png"
    assert (accepted.renamed, accepted.replaced) == (True, False)
    (file,) = media_files(project, {"겨울's.png": ["m"]})
    assert (file.name, file.kind, file.used_by) == ("겨울's.png", "image", ("m",))
    assert file.info is not None
    assert file.info.width == 640
    assert not (project.state / "part").exists()
    small = Thumbnails(project).of_file(accepted.path)
    assert small is not None
    with Image.open(small) as picture:
        assert picture.size == (480, 270)


def test_nothing_is_overwritten(project: Project, goods: Path) -> None:
    """Unless somebody says so; then the other is in the trash."""
    there = project.videos / "A.PNG"
    there.write_text("there")
    with pytest.raises(InputError, match=r"there is a A.PNG already\n  Take it as a-2.png"):
        accept(project, Brought("a.png"), part(project, goods, "picture"), "Olena")
    assert (project.state / "part").exists()
    numbered = accept(project, Brought("a.png", clash="number"), part(project, goods, "picture"), "Olena")
    assert (numbered.path.name, numbered.renamed) == ("a-2.png", True)
    replaced = accept(project, Brought("A.png", clash="replace"), part(project, goods, "picture"), "Olena")
    assert (replaced.path.name, replaced.replaced) == ("A.png", True)
    assert not there.exists() or there.samefile(replaced.path)
    (thrown,) = Trash(project).items()
    assert (thrown.name, thrown.by) == ("A.PNG", "Olena")
    replaced.path.unlink()
    Trash(project).restore(thrown.id)
    assert there.read_text() == "there"


def test_it_is_said_beforehand_that_a_name_is_taken(project: Project) -> None:
    """Before gigabytes are on their way."""
    assert foresee(project, Brought("a.mp4")) is None
    (project.videos / "a.mp4").touch()
    assert foresee(project, Brought("x/A.MP4")) == "A-2.MP4"


def test_what_is_no_picture_stays_where_it_is(project: Project, goods: Path) -> None:
    """And nothing is in videos/."""
    bad = part(project, goods, "picture")
    bad.write_text("#!/bin/sh\n")
    with pytest.raises(HosoError, match="can't be read"):
        accept(project, Brought("a.png"), bad, "Olena")
    assert list(project.videos.iterdir()) == []


def test_a_recorded_line(project: Project, goods: Path) -> None:
    """Lies where the voice looks for it; there is one, whatever its ending."""
    script = read_message(project.scripts / "m.yaml", project)
    brought = Brought("hello.ko.WAV", "m")
    accepted = accept(project, brought, part(project, goods, "sound.wav"), "Olena")
    assert accepted.path == project.videos / "m" / "hello.ko.wav"
    lines = recorded_lines(project, script.message)
    assert [(line.key, line.language, line.text, line.recording) for line in lines] == [
        ("hello", "ko", "안녕", "m/hello.ko.wav"),
        ("2", "ko", "둘", None),
        ("hello", "ru", "Привет", None),
        ("2", "ru", "Два", None),
    ]
    assert media_files(project, {})[0].used_by == ("m",)
    shutil.move(accepted.path, accepted.path.with_suffix(".mp3"))
    assert foresee(project, brought) is not None
    clashes: tuple[Clash, ...] = ("refuse", "number")
    for clash in clashes:
        with pytest.raises(InputError, match=r"there is a hello\.ko\.mp3 already"):
            accept(project, Brought("hello.ko.wav", "m", clash), part(project, goods, "sound.wav"), "O")
    accept(project, Brought("hello.ko.wav", "m", "replace"), part(project, goods, "sound.wav"), "O")
    assert [path.name for path in (project.videos / "m").iterdir()] == ["hello.ko.wav"]


@pytest.mark.parametrize("name", ["hello.wav", "hello.de.wav", "가.ko.wav", "../x.ko", "a b.ko.wav"])
def test_whose_recording_it_is_must_be_said(project: Project, goods: Path, name: str) -> None:
    """By a line's id or number, and a language."""
    with pytest.raises(InputError, match="does not say whose recording it is"):
        accept(project, Brought(name, "m"), part(project, goods, "sound.wav"), "Olena")


def test_a_picture_is_no_recording(project: Project, goods: Path) -> None:
    """Whatever it is called."""
    with pytest.raises(InputError, match="can't be a recorded line"):
        accept(project, Brought("hello.ko.wav", "m"), part(project, goods, "picture"), "Olena")


def test_deleted_files_can_be_had_back(project: Project, goods: Path) -> None:
    """Names that lead out of videos/ delete nothing."""
    accept(project, Brought("a.png"), part(project, goods, "picture"), "Olena")
    for wrong in ("../scripts/m.yaml", "../hoso.yaml", "b.png", "", "a.png/.."):
        with pytest.raises(InputError, match="there is no"):
            delete_media(project, wrong, "Olena")
    thrown = delete_media(project, "a.png", "Olena")
    assert media_files(project, {}) == ()
    Trash(project).restore(thrown.id)
    assert Library(project.state).info(project.videos / "a.png").width == 640


def test_what_can_not_be_read_has_no_small_picture(project: Project) -> None:
    """And is not tried again every time."""
    path = project.videos / "a.mp4"
    path.write_text("nothing")
    assert Thumbnails(project).of_file(path) is None
    assert len(list((project.state / "thumbnails").rglob("*.jpg"))) == 1
    assert Thumbnails(project).of_file(path) is None
