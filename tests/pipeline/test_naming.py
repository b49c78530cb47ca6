"""Messages renamed, copied, deleted and had back: with all that belongs to them, and nothing of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.history import History
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.naming import copy_message, delete_message, rename_message
from hoso.pipeline.trash import Trash

FILES = {
    "scripts/a.yaml": "title: {ko: 하나}\n",
    "scripts/b.yaml": "title: {ko: 둘}\n",
    "scripts/a.ko.yaml": "title: {ko: 셋}\n",
    "subtitles/a.ko.srt": "1",
    "subtitles/a.ru.voice-uk.srt": "2",
    "subtitles/.base/a.ko.json": "{}",
    "subtitles/a.ko.ko.srt": "another message's",
    "videos/a/hello.ko.wav": "sound",
    "videos/a/film.mp4": "film",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three messages with names that begin alike."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Project(tmp_path)


def there(project: Project) -> dict[str, str]:
    """Every file of people's and what is in it."""
    files = (path for path in project.root.rglob("*") if path.is_file())
    named = {path.relative_to(project.root).as_posix(): path.read_text() for path in files}
    return {name: text for name, text in named.items() if not name.startswith(".hoso")}


def test_a_deleted_message_can_be_had_back(project: Project) -> None:
    """Script, subtitles and their bases; films stay where they are."""
    thrown = delete_message(project, project.scripts / "a.yaml", "Olena")
    gone = {
        "scripts/a.yaml",
        "subtitles/a.ko.srt",
        "subtitles/.base/a.ko.json",
        "subtitles/a.ru.voice-uk.srt",
    }
    assert set(FILES) - set(there(project)) == gone == set(thrown.paths)
    assert [(item.name, item.by) for item in Trash(project).items()] == [("a", "Olena")]
    Trash(project).restore(thrown.id)
    assert there(project) == FILES
    assert Trash(project).items() == ()


def test_nothing_is_overwritten_by_what_comes_back(project: Project) -> None:
    """Where somebody began another of the name, that one stays."""
    thrown = delete_message(project, project.scripts / "a.yaml", "Olena")
    (project.scripts / "a.yaml").write_text("new")
    with pytest.raises(InputError, match="there is one of this name again"):
        Trash(project).restore(thrown.id)
    assert (project.scripts / "a.yaml").read_text() == "new"
    assert Trash(project).items() == (thrown,)


def test_what_is_destroyed_is_gone(project: Project) -> None:
    """An id that leads elsewhere destroys nothing."""
    thrown = delete_message(project, project.scripts / "a.yaml", "Olena")
    for wrong in ("..", "../../scripts", thrown.id + "/files", ""):
        with pytest.raises(InputError, match="not in the trash"):
            Trash(project).destroy(wrong)
    Trash(project).destroy(thrown.id)
    assert Trash(project).items() == ()
    assert (project.scripts / "b.yaml").is_file()


def test_a_new_name_takes_everything_along(project: Project) -> None:
    """Also the earlier versions."""
    history = History(project.state / "history" / "scripts")
    history.remember(project.scripts / "a.yaml")
    rename_message(project, project.scripts / "a.yaml", "c")
    moved = {
        "scripts/a.yaml": "scripts/c.yaml",
        "subtitles/a.ko.srt": "subtitles/c.ko.srt",
        "subtitles/a.ru.voice-uk.srt": "subtitles/c.ru.voice-uk.srt",
        "subtitles/.base/a.ko.json": "subtitles/.base/c.ko.json",
        "videos/a/hello.ko.wav": "videos/c/hello.ko.wav",
    }
    assert there(project) == {moved.get(name, name): text for name, text in FILES.items()}
    assert len(history.versions(project.scripts / "c.yaml")) == 1


@pytest.mark.parametrize("name", ["b", "../x", "x/y", "", ".hidden", "drafts", "new", "가" * 80])
def test_names_that_can_not_be(project: Project, name: str) -> None:
    """Taken, leading out, or nothing that a file could be called."""
    for change in (rename_message, copy_message):
        with pytest.raises(InputError):
            change(project, project.scripts / "a.yaml", name)
    assert there(project) == FILES


def test_subtitles_of_another_are_not_overwritten(project: Project) -> None:
    """Where files of the new name lie about, nothing moves."""
    (project.subtitles / "c.ko.srt").write_text("another's")
    with pytest.raises(InputError, match="there is something of this name already"):
        rename_message(project, project.scripts / "a.yaml", "c")
    assert (project.scripts / "a.yaml").is_file()


def test_a_copy_has_the_words(project: Project) -> None:
    """And a life of its own."""
    assert copy_message(project, project.scripts / "a.yaml", "새-호소").read_text() == FILES["scripts/a.yaml"]
