"""The keeper: what nobody touched is made anew, what an editor touched is never overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.srt import text_of, write
from hoso.subtitles.keeping.keeper import OLDER, foresee, settle, subtitle_path

END = 10_000
OLD = (Cue(0, 1000, "하나입니다."), Cue(1000, 2000, "둘입니다."))
NEW = (Cue(0, 1000, "하나입니다."), Cue(1000, 2500, "셋입니다."))
LATER = tuple(cue.shifted(300) for cue in OLD)
EDITED = (Cue(100, 1000, "하나입니다."), Cue(1000, 2000, "둘입니다."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the subtitles of a message are."""
    return subtitle_path(Project(tmp_path), "appeal", "ko", "ko", "ko")


def _tree(path: Path) -> dict[str, bytes]:
    """Every file below the subtitles' folder."""
    folder = path.parent
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_files_are_named_by_language_and_by_another_voice(tmp_path: Path) -> None:
    """The first voice goes unsaid: its file is the one that editors look for."""
    project = Project(tmp_path)
    assert subtitle_path(project, "a", "ru", "ko", "ko") == tmp_path / "subtitles" / "a.ru.srt"
    assert subtitle_path(project, "a", "ru", "ru", "ko") == tmp_path / "subtitles" / "a.ru.voice-ru.srt"


def test_a_missing_file_is_written_with_its_base(path: Path) -> None:
    """The file, and beside it what was generated."""
    settled = settle(OLD, path, END)
    assert (settled.cues, settled.path, settled.problems, settled.state) == (OLD, path, (), "written")
    assert _tree(path) == {name: text_of(OLD).encode() for name in ("appeal.ko.srt", ".base/appeal.ko.srt")}


def test_nothing_new_touches_nothing(path: Path) -> None:
    """A second run writes no byte."""
    settle(OLD, path, END)
    before = {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")}
    assert settle(OLD, path, END).state == "unchanged"
    assert {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")} == before


def test_what_nobody_touched_follows_the_words(path: Path) -> None:
    """New words are written over what was generated before."""
    settle(OLD, path, END)
    settled = settle(NEW, path, END)
    assert (settled.cues, settled.problems, settled.state) == (NEW, (), "written")
    assert path.read_bytes() == text_of(NEW).encode()


def test_the_latest_and_three_older_generations_are_kept(path: Path) -> None:
    """The youngest first; the oldest goes."""
    made = [(Cue(0, 1000, f"{number}번입니다."),) for number in range(OLDER + 3)]
    for cues in made:
        settle(cues, path, END)
    names = [".base/appeal.ko.srt", *(f".base/appeal.ko.{age}.srt" for age in range(1, OLDER + 1))]
    kept = _tree(path)
    assert [kept[name] for name in names] == [text_of(cues).encode() for cues in reversed(made[-4:])]
    assert sorted(kept) == sorted([*names, "appeal.ko.srt"])


def test_a_save_without_a_change_is_no_edit(path: Path) -> None:
    """CRLF and a byte order mark change no cue: the bytes stay, and new words still come in."""
    settle(OLD, path, END)
    saved = text_of(OLD).replace("\n", "\r\n").encode("utf-8-sig")
    path.write_bytes(saved)
    assert settle(OLD, path, END).state == "unchanged"
    assert path.read_bytes() == saved
    assert settle(NEW, path, END).state == "written"
    assert path.read_bytes() == text_of(NEW).encode()


def test_a_stale_save_is_no_edit(path: Path) -> None:
    """What an editor's program had open since an older generation is not taken for that editor's work."""
    settle(OLD, path, END)
    settle(NEW, path, END)
    write(path, OLD)
    assert settle(NEW, path, END).cues == NEW


@pytest.mark.parametrize("edited", [EDITED, EDITED[:1], (*OLD, Cue(3000, 4000, "덧붙임."))])
def test_an_editors_file_is_used_as_it_is(path: Path, edited: tuple[Cue, ...]) -> None:
    """Moved, deleted and added cues are shown, and the file keeps its bytes."""
    settle(OLD, path, END)
    saved = text_of(edited).replace("\n", "\r\n").encode()
    path.write_bytes(saved)
    settled = settle(OLD, path, END)
    assert (settled.cues, settled.problems, settled.state) == (edited, (), "edited")
    assert path.read_bytes() == saved


def test_an_editors_own_file_needs_no_base(path: Path) -> None:
    """A file that was there first is used; from then on it is known what it was made for."""
    write(path, EDITED)
    assert settle(OLD, path, END) == replace(settle(OLD, path, END), cues=EDITED, problems=(), state="edited")
    assert [problem.level for problem in settle(NEW, path, END).problems] == ["warning"]


@pytest.mark.parametrize(
    ("generated", "said"), [(NEW, "the words have changed"), (LATER, "times have changed")]
)
def test_what_changed_since_the_edit_is_said_until_it_is_dealt_with(
    path: Path, generated: tuple[Cue, ...], said: str
) -> None:
    """A warning with the file and what to do, at every run, and never a change to the file."""
    settle(OLD, path, END)
    write(path, EDITED)
    saved = path.read_bytes()
    for _ in range(3):
        settled = settle(generated, path, END)
        (problem,) = settled.problems
        assert (settled.state, settled.cues, path.read_bytes()) == ("edited", EDITED, saved)
        assert (problem.level, problem.path) == ("warning", path)
        assert said in problem.message
        assert "delete" in problem.remedy


def test_an_adjusted_file_is_not_complained_of_again(path: Path) -> None:
    """Once told, an editor who saves other cues has seen to it; the next change of words is said again."""
    settle(OLD, path, END)
    write(path, EDITED)
    settle(NEW, path, END)
    adjusted = (EDITED[0], NEW[1].shifted(100))
    write(path, adjusted)
    for _ in range(2):
        assert (settle(NEW, path, END).cues, settle(NEW, path, END).problems) == (adjusted, ())
    assert len(settle(OLD, path, END).problems) == 1


def test_an_edit_between_two_changes_is_not_taken_for_an_adjustment(path: Path) -> None:
    """Who was told of other words than today's is told again."""
    settle(OLD, path, END)
    write(path, EDITED)
    settle(NEW, path, END)
    write(path, [EDITED[0].shifted(-50), EDITED[1]])
    assert len(settle(LATER, path, END).problems) == 1


def test_a_deleted_file_starts_afresh(path: Path) -> None:
    """The remedy that the warning offers works."""
    settle(OLD, path, END)
    write(path, EDITED)
    settle(NEW, path, END)
    path.unlink()
    assert settle(NEW, path, END).state == "written"
    assert settle(NEW, path, END).state == "unchanged"


def test_an_unreadable_file_is_an_error_and_stays(path: Path) -> None:
    """Neither overwritten nor skipped."""
    settle(OLD, path, END)
    path.write_text("엉망", encoding="utf-8")
    before = _tree(path)
    with pytest.raises(InputError) as caught:
        settle(NEW, path, END)
    assert caught.value.problems[0].path == path
    assert _tree(path) == before
    assert foresee(NEW, path, END).problems == caught.value.problems


def test_a_damaged_base_protects_the_file(path: Path) -> None:
    """Where it is not known what was generated, the file is taken for an editor's."""
    settle(OLD, path, END)
    (path.parent / ".base" / path.name).write_text("<<<<<<< HEAD", encoding="utf-8")
    assert settle(NEW, path, END).cues == OLD


def test_odd_times_of_an_editor_are_warned_of(path: Path) -> None:
    """Overlap, disorder and a cue after the end, each with its line; the cues are used all the same."""
    cues = (Cue(0, 2000, "가"), Cue(1500, 2500, "나"), Cue(500, 900, "다"), Cue(9000, 10_001, "라"))
    write(path, cues)
    settled = settle(OLD, path, END)
    assert settled.cues == cues
    assert [(problem.line, problem.level) for problem in settled.problems] == [
        (6, "warning"),
        (10, "warning"),
        (14, "warning"),
    ]
    assert "beyond the end" in settled.problems[2].message


def test_a_message_without_words_has_no_file(path: Path) -> None:
    """And one that lost its words loses the file that nobody touched, but not an editor's."""
    assert settle((), path, END).state == "unchanged"
    assert not path.exists()
    settle(OLD, path, END)
    assert settle((), path, END).cues == ()
    assert not path.exists()
    write(path, EDITED)
    assert settle((), path, END).cues == EDITED


def test_foreseeing_finds_the_same_and_writes_nothing(path: Path) -> None:
    """`check` shows what a render would."""
    assert foresee(OLD, path, END).state == "written"
    assert not path.parent.exists()
    settle(OLD, path, END)
    write(path, EDITED)
    before = _tree(path)
    foreseen = foresee(NEW, path, END)
    assert _tree(path) == before
    assert foreseen == settle(NEW, path, END)


def test_estimated_times_are_no_news(path: Path) -> None:
    """Before a line is spoken only its words can be compared."""
    settle(OLD, path, END)
    write(path, EDITED)
    assert foresee(LATER, path, 500, estimated=True).problems == ()
    assert len(foresee(NEW, path, END, estimated=True).problems) == 1
