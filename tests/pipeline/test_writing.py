"""Scripts that several people write at once: nothing of anybody's is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.writing import Overtaken, Sheet, script_sheet

BEGUN = "title: {ko: 제목}\n\nscenes:\n  - card: title\n  - card: text\n  - card: contact\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """A script."""
    path = tmp_path / "scripts" / "m.yaml"
    path.parent.mkdir()
    path.write_text(BEGUN)
    return script_sheet(Project(tmp_path), path)


def test_a_save_keeps_the_previous(sheet: Sheet) -> None:
    """And what it says now has another stamp."""
    begun = sheet.read()
    saved = sheet.save("title: {ko: 새}\n", begun.stamp)
    assert (saved.written.text, saved.merged) == ("title: {ko: 새}\n", False)
    assert saved.written.stamp != begun.stamp
    assert [one.path.read_text() for one in sheet.versions()] == [BEGUN]
    assert sheet.version(begun.stamp).path.read_text() == BEGUN


def test_saving_the_same_is_no_version(sheet: Sheet) -> None:
    """Nothing happens."""
    begun = sheet.read()
    assert sheet.save(BEGUN, begun.stamp).written == begun
    assert sheet.versions() == ()


def test_changes_in_different_places_are_merged(sheet: Sheet) -> None:
    """Also those that an editor made on the disk, of which nobody told."""
    begun = sheet.read()
    sheet.path.write_text(BEGUN + "  - card: steps\n")
    saved = sheet.save(BEGUN.replace("제목", "새 제목"), begun.stamp)
    assert saved.merged
    assert sheet.path.read_text() == BEGUN.replace("제목", "새 제목") + "  - card: steps\n"
    assert BEGUN + "  - card: steps\n" in [one.path.read_text() for one in sheet.versions()]


def test_changes_in_one_place_are_somebodys_to_choose(sheet: Sheet) -> None:
    """Both are still there: one in the file, one with who wanted to save it."""
    begun = sheet.read()
    theirs = sheet.save(BEGUN.replace("제목", "너"), begun.stamp).written
    with pytest.raises(Overtaken) as caught:
        sheet.save(BEGUN.replace("제목", "나"), begun.stamp)
    assert caught.value.theirs == theirs
    assert sheet.path.read_text() == BEGUN.replace("제목", "너")


def test_what_nobody_knows_is_not_merged(sheet: Sheet) -> None:
    """A base that is not kept, a file that is gone."""
    with pytest.raises(Overtaken):
        sheet.save("title: {ko: 나}\n", "0" * 64)
    begun = sheet.read()
    sheet.path.unlink()
    with pytest.raises(Overtaken) as caught:
        sheet.save("title: {ko: 나}\n", begun.stamp)
    assert caught.value.theirs is None
    assert sheet.save("title: {ko: 나}\n", None).written.text == "title: {ko: 나}\n"


def test_what_may_not_be_written_is_not(sheet: Sheet) -> None:
    """Asked of what would be in the file, merged or not."""

    def no(text: str) -> None:
        raise InputError([])

    with pytest.raises(InputError):
        sheet.save("title: {ko: 나}\n", None, no)
    assert sheet.path.read_text() == BEGUN


def test_line_ends_stay(sheet: Sheet) -> None:
    """A file from Windows stays one, and is edited and merged as any other."""
    sheet.path.write_bytes(BEGUN.replace("\n", "\r\n").encode())
    begun = sheet.read()
    assert begun.text == BEGUN
    sheet.save(BEGUN + "# end\n", begun.stamp)
    assert sheet.path.read_bytes() == (BEGUN + "# end\n").replace("\n", "\r\n").encode()


def test_what_is_no_text_is_told(sheet: Sheet) -> None:
    """Korean Windows' own encoding, and a film pasted into the page."""
    sheet.path.write_bytes("title: {ko: 제목}\n".encode("cp949"))
    with pytest.raises(InputError, match="CP949"):
        sheet.read()
    sheet.path.write_text(BEGUN)
    with pytest.raises(InputError, match=r"1\.2 MB"):
        sheet.save("a" * 1_200_000, None)
