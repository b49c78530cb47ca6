"""Laid-out editions in memory: shared while nothing changes, made anew as soon as anything does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline import boards as module
from hoso.pipeline.boards import MOST, Board, Boards
from tests.pipeline.pipeline_material import SETTINGS, make_project


@pytest.fixture
def own(tmp_path: Path, material: Path) -> Project:
    """A project whose files can be changed, nothing spoken."""
    project = make_project(tmp_path, material)
    project.videos.unlink()
    project.videos.mkdir()
    for file in material.iterdir():
        (project.videos / file.name).symlink_to(file, target_is_directory=file.is_dir())
    return project


def board_of(boards: Boards, project: Project) -> Board:
    """The message's."""
    return boards.board(project.scripts / "message.yaml", None, None)


def test_one_board_for_all_who_ask(own: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for those who ask at the same moment."""
    made: list[object] = []
    lay_out = module.__dict__["lay_out"]

    def counted(*args: object) -> object:
        made.append(args)
        return lay_out(*args)

    monkeypatch.setattr(module, "lay_out", counted)
    boards = Boards(own)
    found: list[Board] = []
    threads = [threading.Thread(target=lambda: found.append(board_of(boards, own))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(board) for board in found}) == 1
    assert len(made) == 1


def test_without_takes_all_is_a_guess(own: Project) -> None:
    """Nothing is spoken for it, and nothing is listened to."""
    board = board_of(Boards(own), own)
    assert board.guessed
    assert board.activity == ()
    assert board.layout.timeline.duration_ms > 3000
    assert not (own.state / "voice").exists()


def _script(project: Project) -> None:
    path = project.scripts / "message.yaml"
    path.write_text(path.read_text("utf-8").replace("seconds: 1", "seconds: 3"), "utf-8")


def _settings(project: Project) -> None:
    project.settings.write_text(SETTINGS + "style: box\n", "utf-8")


def _profile(project: Project) -> None:
    path = project.channels / "profiles" / "tiny.yaml"
    path.write_text(path.read_text("utf-8").replace("fps: 25", "fps: 50"), "utf-8")


def _style(project: Project) -> None:
    project.styles.mkdir()
    (project.styles / "clear.yaml").write_text('name: clear\ntitle: Mine\nfill: "#FFFFFF"\n', "utf-8")


def _footage(project: Project) -> None:
    path = project.videos / "camp.png"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)


def _take(project: Project) -> None:
    (project.state / "voice" / "ab").mkdir(parents=True)


def _recording(project: Project) -> None:
    (project.videos / "message").unlink()
    (project.videos / "message").mkdir()


@pytest.mark.parametrize("change", [_script, _settings, _profile, _style, _footage, _take, _recording])
def test_whatever_changes_is_seen(own: Project, change: Callable[[Project], None]) -> None:
    """The next who asks gets a new board; then it stays."""
    boards = Boards(own)
    before = board_of(boards, own)
    change(own)
    after = board_of(boards, own)
    assert after is not before
    assert board_of(boards, own) is after


def test_the_edition_is_the_one_that_shows_the_language(own: Project) -> None:
    """The first that is spoken so, where none shows it; none where nobody speaks so."""
    script = own.scripts / "message.yaml"
    text = script.read_text("utf-8").replace("title: {ko: ", "title: {ru: Солдатам, ko: ")
    editions = "editions:\n  - {voice: ko, subtitles: ko}\n  - {voice: ko, subtitles: [ko, ru]}\n"
    for korean, russian in (
        ("살아야 합니다.", "Надо жить."),
        ("항복하십시오!", "Сдавайтесь!"),
        ("드릴 것입니다.", "Вас накормят."),
    ):
        text = text.replace(korean, f"{korean}, ru: {russian}")
    script.write_text(editions + text, "utf-8")
    boards = Boards(own)
    assert boards.board(script, None, None).edition.name == "ko"
    assert boards.board(script, "ko", "ru").edition.name == "ko-ko+ru"
    assert boards.board(script, "ko", "en").edition.name == "ko"
    with pytest.raises(InputError, match="no edition is spoken in uk"):
        boards.board(script, "uk", None)


def test_a_wrong_script_is_said_each_time_until_it_is_mended(own: Project) -> None:
    """And what was known before comes back."""
    script, boards = own.scripts / "message.yaml", Boards(own)
    good = script.read_text("utf-8")
    board_of(boards, own)
    script.write_text(good.replace("scenes:", "scene:"), "utf-8")
    for _ in range(2):
        with pytest.raises(InputError):
            board_of(boards, own)
    script.write_text(good, "utf-8")
    assert board_of(boards, own).message.name == "message"


def test_memory_is_bounded(own: Project) -> None:
    """The board that was not asked for longest goes."""
    text = (own.scripts / "message.yaml").read_text("utf-8")
    boards, kept = Boards(own), []
    for number in range(MOST + 1):
        path = own.scripts / f"m{number}.yaml"
        path.write_text(text, "utf-8")
        (own.videos / f"m{number}").symlink_to(own.videos / "message")
        kept.append(boards.board(path, None, None))
    assert boards.board(own.scripts / f"m{MOST}.yaml", None, None) is kept[MOST]
    assert boards.board(own.scripts / "m1.yaml", None, None) is kept[1]
    assert boards.board(own.scripts / "m0.yaml", None, None) is not kept[0]
