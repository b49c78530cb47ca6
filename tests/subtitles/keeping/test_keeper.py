"""Subtitle files, their bases and their history: what is written, merged, kept and had back."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping.bases import KEPT, Bases
from hoso.subtitles.keeping.keeper import Keeper, Settled
from hoso.subtitles.keeping.outcome import EMPTIED, RETIMED, REWORDED, STALE, Kept
from tests.subtitles.keeping.scripts import edits, line, rewritten, scripts

FIRST = (
    line("hello", 0, "조선인민군 군인 여러분!"),
    line("live", 1500, "여러분은 살 수 있습니다.", "무기를 버리십시오."),
    line("home", 4000, "집으로 돌아갈 수 있습니다."),
)
SECOND = (
    FIRST[0],
    line("live", 2000, "여러분은 살아야 합니다.", "무기를 버리십시오."),
    line("home", 4500, "집으로 돌아갈 수 있습니다."),
)
THIRD = (
    FIRST[0],
    line("live", 2000, "여러분은 살아야 합니다.", "총을 놓고", "손을 드십시오."),
    line("home", 6000, "집으로 갑니다."),
)


class Desk:
    """An editor's desk: one project with one subtitle file."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.keeper = Keeper(self.project)
        self.path = self.keeper.path("appeal", "ko", "ko", "ko")

    def settle(self, lines: Sequence[CuedLine]) -> Settled:
        """What a render does."""
        return self.keeper.settle(lines, self.path, "ko")

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The file's cues."""
        return read(self.path, "ko").cues

    def edit(self, number: int, **changes: object) -> None:
        """What Subtitle Edit does: the file saved with one cue changed."""
        cues = list(self.cues)
        cues[number] = replace(cues[number], **changes)  # type: ignore[arg-type]
        self.save(cues)

    def save(self, cues: Sequence[Cue]) -> None:
        """The file saved by another tool: a byte order mark, Windows line ends."""
        self.path.write_bytes(("\ufeff" + srt.text_of(cues)).replace("\n", "\r\n").encode())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new desk."""
    return Desk(tmp_path)


def test_where_files_are(desk: Desk) -> None:
    """The message's first voice goes unsaid; another voice has its own file."""
    assert desk.path == desk.project.subtitles / "appeal.ko.srt"
    assert desk.keeper.path("appeal", "ru", "uk", "ko").name == "appeal.ru.voice-uk.srt"


def test_a_missing_file_is_written(desk: Desk) -> None:
    """The first render writes what the script gives, and remembers it."""
    settled = desk.settle(FIRST)
    assert settled.state == "written"
    assert desk.cues == settled.cues == cues_of(FIRST)
    assert Bases(desk.path).read()[0].lines == FIRST


def test_a_file_that_nobody_touched_follows_the_script(desk: Desk) -> None:
    """New words and times are written over what hoso itself wrote, also where a tool saved it its own way."""
    desk.settle(FIRST)
    desk.save(desk.cues)
    settled = desk.settle(SECOND)
    assert settled.state == "written"
    assert desk.cues == cues_of(SECOND)


def test_a_file_that_is_right_stays_byte_for_byte(desk: Desk) -> None:
    """Nothing to merge: the editor's file, its byte order mark and line ends are left alone."""
    desk.settle(FIRST)
    desk.edit(1, start_ms=1400)
    saved = desk.path.read_bytes()
    settled = desk.settle(FIRST)
    assert settled.state == "edited"
    assert desk.path.read_bytes() == saved


def test_an_edit_survives_a_new_voice_and_new_words(desk: Desk) -> None:
    """The editor's offset stays with its cue; the words are the script's."""
    desk.settle(FIRST)
    desk.edit(1, start_ms=1430)
    settled = desk.settle(SECOND)
    assert settled.state == "merged"
    assert settled.conflicts == ()
    assert desk.cues[1] == Cue(1930, SECOND[1].cues[0].end_ms, "여러분은 살아야 합니다.")
    assert desk.settle(SECOND).state == "edited"


def test_another_machine_merges_alike(desk: Desk, tmp_path: Path) -> None:
    """subtitles/ is all that a clone needs: `.hoso` stays behind."""
    desk.settle(FIRST)
    desk.edit(1, start_ms=1430)
    clone = Desk(tmp_path / "clone")
    shutil.copytree(desk.project.subtitles, clone.project.subtitles)
    clone.settle(SECOND)
    desk.settle(SECOND)
    assert clone.path.read_bytes() == desk.path.read_bytes()


def test_a_save_from_an_older_version_is_merged(desk: Desk) -> None:
    """Subtitle Edit had the first version open while the script moved on twice, and a colleague edited."""
    desk.settle(FIRST)
    opened = list(desk.cues)
    desk.settle(SECOND)
    desk.edit(3, end_ms=5400)
    desk.settle(SECOND)
    opened[0] = replace(opened[0], end_ms=1300)
    desk.save(opened)
    settled = desk.settle(SECOND)
    assert settled.state == "merged"
    assert desk.cues[0].end_ms == 1300
    assert [cue.text for cue in desk.cues] == [cue.text for cue in cues_of(SECOND)]
    assert desk.cues[3] == Cue(4500, 5400, SECOND[2].cues[0].text)


def test_an_old_save_against_a_colleagues_edit(desk: Desk) -> None:
    """Both changed the words of one cue: the last save stands, and both are in the conflict."""
    desk.settle(FIRST)
    opened = list(desk.cues)
    desk.edit(0, text="조선인민군 장병 여러분!")
    desk.edit(3, text="집에 갈 수 있습니다.")
    desk.settle(FIRST)
    opened[0] = replace(opened[0], text="군인 여러분!")
    desk.save(opened)
    settled = desk.settle(FIRST)
    assert desk.cues[0].text == "군인 여러분!"
    assert desk.cues[3].text == "집에 갈 수 있습니다."
    assert [conflict.reason for conflict in settled.conflicts] == [STALE]


def test_taking_an_edit_back_is_no_old_save(desk: Desk) -> None:
    """A file that is just as it once was is what its editor wants."""
    desk.settle(FIRST)
    desk.edit(1, start_ms=1430)
    desk.settle(FIRST)
    desk.save(cues_of(FIRST))
    assert desk.settle(FIRST).state == "unchanged"
    assert desk.cues == cues_of(FIRST)


def test_a_conflict_is_told_until_it_is_settled(desk: Desk) -> None:
    """Both versions, the line of the file, and how to end it; again at every render."""
    desk.settle(FIRST)
    desk.edit(1, text="동무들은 살 수 있소.")
    for _ in range(2):
        settled = desk.settle(SECOND)
        (problem,) = [problem for problem in settled.problems if "line live" in problem.message]
        assert problem.level == "warning"
        assert problem.line is not None
        assert "-->" in desk.path.read_text("utf-8").splitlines()[problem.line - 1]
        assert "동무들은 살 수 있소." in problem.message
        assert "여러분은 살아야 합니다." in problem.message
        assert "render.py subtitles resolve appeal --lang ko --line live" in problem.remedy
        assert [conflict.reason for conflict in settled.conflicts] == [REWORDED]
    moved = (FIRST[0], line("live", 2700, *[cue.text for cue in SECOND[1].cues]), SECOND[2])
    assert [found.edited[0].start_ms for found in desk.settle(moved).conflicts] == [2700]


def test_foresee_tells_and_writes_nothing(desk: Desk) -> None:
    """`check` sees the conflict to come; file and bases stay as they are."""
    desk.settle(FIRST)
    desk.edit(1, text="동무들은 살 수 있소.")
    before = {path: path.read_bytes() for path in desk.project.root.rglob("*") if path.is_file()}
    assert len(desk.keeper.foresee(SECOND, desk.path, "ko").conflicts) == 1
    guessed = tuple(replace(entry, end_ms=entry.end_ms + 90) for entry in FIRST)
    assert desk.keeper.foresee(guessed, desk.path, "ko", estimated=True).state == "edited"
    assert {path: path.read_bytes() for path in desk.project.root.rglob("*") if path.is_file()} == before


def test_a_touched_conflict_is_settled(desk: Desk) -> None:
    """An editor who changes the cue in question has decided."""
    desk.settle(FIRST)
    desk.edit(1, text="동무들은 살 수 있소.")
    desk.settle(SECOND)
    desk.edit(1, text="여러분은 살아야 하오.")
    assert desk.settle(SECOND).conflicts == ()


@pytest.mark.parametrize(
    ("use", "text"), [("edited", "동무들은 살 수 있소."), ("generated", "여러분은 살아야 합니다.")]
)
def test_resolving(desk: Desk, use: Kept, text: str) -> None:
    """Either version can be chosen by command; the other stays in the history."""
    desk.settle(FIRST)
    desk.edit(1, text="동무들은 살 수 있소.")
    desk.settle(SECOND)
    assert desk.keeper.resolve(desk.path, "ko", "nobody", use) == ()
    assert len(desk.keeper.resolve(desk.path, "ko", "live", use)) == 1
    assert desk.cues[1].text == text
    assert desk.settle(SECOND).conflicts == ()
    assert desk.cues[1].text == text


def test_the_editors_times_can_be_had_after_all(desk: Desk) -> None:
    """Where new words took the place of edited times, resolving for the editor brings those cues back."""
    desk.settle(SECOND)
    desk.edit(2, start_ms=2950)
    assert [found.reason for found in desk.settle(THIRD).conflicts] == [RETIMED]
    desk.keeper.resolve(desk.path, "ko", None, "edited")
    assert "무기를 버리십시오." in [cue.text for cue in desk.cues]
    assert desk.settle(THIRD).conflicts == ()


def test_every_version_can_be_had_back(desk: Desk) -> None:
    """What an editor saved and hoso merged is in the history, and stays restored through later renders."""
    desk.settle(FIRST)
    desk.edit(1, text="동무들은 살 수 있소.", start_ms=1430)
    saved = desk.path.read_bytes()
    desk.settle(SECOND)
    versions = desk.keeper.history.versions(desk.path)
    assert saved in [version.path.read_bytes() for version in versions]
    old = next(version for version in versions if version.path.read_bytes() == saved)
    merged = desk.path.read_bytes()
    desk.keeper.replace(desk.path, read(old.path).cues)
    assert merged in [version.path.read_bytes() for version in desk.keeper.history.versions(desk.path)]
    desk.settle(SECOND)
    assert desk.cues[1] == Cue(1930, SECOND[1].cues[0].end_ms, "동무들은 살 수 있소.")


def test_an_import_is_an_edit(desk: Desk) -> None:
    """A file from elsewhere replaces ours, and is merged from then on like any edit."""
    desk.settle(FIRST)
    desk.keeper.replace(desk.path, [replace(cue, end_ms=cue.end_ms + 40) for cue in cues_of(FIRST)])
    desk.settle(SECOND)
    assert desk.cues == tuple(replace(cue, end_ms=cue.end_ms + 40) for cue in cues_of(SECOND))


def test_a_file_that_cannot_be_read_is_left_alone(desk: Desk) -> None:
    """Neither file nor base changes; check has the fault among its problems."""
    desk.settle(FIRST)
    desk.path.write_bytes(b"%PDF-1.7 nothing of ours")
    with pytest.raises(InputError):
        desk.settle(SECOND)
    assert desk.path.read_bytes() == b"%PDF-1.7 nothing of ours"
    assert Bases(desk.path).read()[0].lines == FIRST
    assert desk.keeper.foresee(SECOND, desk.path, "ko").problems


def test_a_broken_base_is_told(desk: Desk) -> None:
    """A base with somebody's merge marks in it: the file is used as it is, with a warning."""
    desk.settle(FIRST)
    desk.edit(1, start_ms=1430)
    mine = desk.cues
    Bases(desk.path).path.write_text("<<<<<<< HEAD", "utf-8")
    settled = desk.settle(SECOND)
    assert desk.cues == mine
    assert "can't be read" in settled.problems[0].message


def test_a_damaged_file_is_read_with_its_repairs(desk: Desk) -> None:
    """What had to be repaired is told, with its line."""
    desk.settle(FIRST)
    desk.path.write_text(desk.path.read_text("utf-8").replace("-->", "->"), "utf-8")
    settled = desk.settle(FIRST)
    assert settled.cues == cues_of(FIRST)
    assert all(problem.line for problem in settled.problems)
    assert settled.problems


def test_generations_are_few(desk: Desk) -> None:
    """The bases do not grow without end."""
    for number in range(KEPT + 3):
        desk.settle((line("hello", number * 100, "여러분!"),))
    assert len(Bases(desk.path).read()) == KEPT


def test_a_message_without_words(desk: Desk) -> None:
    """No words, no file; a message that loses its words loses an untouched file, not an editor's."""
    assert desk.settle(()).state == "unchanged"
    assert not desk.path.exists()
    desk.settle(FIRST)
    desk.edit(1, start_ms=1430)
    desk.settle(())
    assert desk.path.exists()


def test_deletions_that_leave_nothing(desk: Desk) -> None:
    """The script loses the only line whose cue was left: the others come back, and stay."""
    first, second = line("a", 0, "하나"), line("b", 2000, "둘")
    desk.settle((first, second))
    desk.save(second.cues)
    for state in ("written", "unchanged"):
        settled = desk.settle((first,))
        assert settled.state == state
        assert [(conflict.line, conflict.reason) for conflict in settled.conflicts] == [("a", EMPTIED)]
        assert desk.cues == first.cues


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_settling_twice_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """After any edit and any change of the script: a second render leaves file and conflicts as they are."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    before = data.draw(scripts())
    desk.settle(before)
    mine = data.draw(edits(before))
    if mine:
        desk.save(mine)
    now = data.draw(rewritten(before))
    first = desk.settle(now)
    content = desk.path.read_bytes() if desk.path.exists() else b""
    second = desk.settle(now)
    assert (desk.path.read_bytes() if desk.path.exists() else b"") == content
    assert second.conflicts == first.conflicts
