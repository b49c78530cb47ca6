"""Words and cues in the editor: written, found, parted, joined, undone, beside another language's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hoso.studio.access.roles import Role
from tests.studio.conftest import BrowserAs
from tests.studio.timing.editor_page import EditorPage
from tests.studio.timing.material import Timed


@pytest.fixture
def editor(timed_message: Timed, browser_as: BrowserAs) -> EditorPage:
    """The editor of `appeal`, opened by an editor."""
    return EditorPage.opened(browser_as(Role.EDITOR))


def test_cues_are_parted_joined_and_undone(editor: EditorPage, timed_message: Timed) -> None:
    """No word is lost; undo goes back to what the file said at first."""
    before = timed_message.cues
    first = before[0]
    editor.choose(1)
    editor.put_cursor((first.start_ms + first.end_ms) // 2)
    editor.press("Control+d")
    assert editor.count == len(before) + 1
    assert f"{editor.words(1)} {editor.words(2)}".split() == first.text.split()
    (start, middle), (second, end) = editor.times(1), editor.times(2)
    assert (start, end) == (first.start_ms, first.end_ms)
    assert second - middle == 80
    editor.choose(1)
    editor.press("m")
    assert editor.count == len(before)
    assert editor.words(1).split() == first.text.split()
    assert editor.times(1) == (first.start_ms, first.end_ms)
    editor.choose(editor.count)
    editor.press("Delete")
    assert editor.count == len(before) - 1
    editor.saved()
    assert timed_message.cues[1:] == before[1:-1]
    editor.press("Control+z", "Control+z", "Control+z")
    editor.saved()
    assert timed_message.cues == before
    editor.press("Control+y", "Control+y", "Control+y")
    editor.saved()
    assert len(timed_message.cues) == len(before) - 1


def test_words_are_written_in_the_row(editor: EditorPage, timed_message: Timed) -> None:
    """Enter goes on to the next cue; what was typed in one go is one step of undo; findings follow."""
    said = timed_message.cues[0].text
    editor.choose(1)
    editor.press("Enter")
    editor.page.keyboard.type(" 여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다")
    editor.press("Enter")
    expect(editor.row(2)).to_have_attribute("aria-selected", "true")
    expect(editor.row(1).locator(".s")).to_have_attribute("data-pace", "bad")
    expect(editor.row(1).locator(".m")).not_to_be_empty()
    editor.saved()
    assert timed_message.cues[0].text.startswith(said)
    assert timed_message.cues[0].text != said
    editor.press("Control+z")
    editor.saved()
    assert timed_message.cues[0].text == said


def test_a_font_that_comes_does_not_end_writing(editor: EditorPage, timed_message: Timed) -> None:
    """Rare syllables bring another part of the Korean font; what is typed after it is in the cue too."""
    editor.choose(1)
    editor.press("Enter")
    editor.page.keyboard.type(" 하나")
    editor.evaluate("() => void document.fonts.dispatchEvent(new Event('loadingdone'))")
    editor.drawn()
    editor.page.keyboard.type(" 둘")
    editor.press("Escape")
    assert editor.words(1).endswith(" 하나 둘")
    editor.saved()
    assert timed_message.cues[0].text.endswith(" 하나 둘")


def test_scrolling_does_not_end_writing(long_message: Timed, browser_as: BrowserAs) -> None:
    """The row that is written in stays where others come and go, also when it is out of sight itself."""
    editor = EditorPage.opened(browser_as(Role.EDITOR), "long")
    editor.choose(2)
    editor.press("Enter")
    editor.page.keyboard.type(" 하나")
    for rows in (3000, 9, 2000, 10, 4, 0):
        editor.table.evaluate("(table, top) => void (table.scrollTop = top)", 46 * rows)
        editor.drawn()
        editor.drawn()
        numbers = [int(text) for text in editor.table.locator(".space [role=row] .n").all_text_contents()]
        assert numbers == sorted(set(numbers))
        assert 2 in numbers
    editor.page.keyboard.type(" 둘")
    editor.press("Escape")
    assert editor.words(2).endswith(" 하나 둘")
    editor.saved()
    assert long_message.cues[1].text.endswith(" 하나 둘")


def test_words_are_found_and_replaced(editor: EditorPage, timed_message: Timed) -> None:
    """The count is told before; one after the other, or all; a broken expression says so."""
    page = editor.page
    text = " ".join(cue.text for cue in timed_message.cues)
    editor.press("Control+h")
    page.get_by_role("searchbox", name="Find").fill("니다")
    expect(page.get_by_text(re.compile(rf"^{text.count('니다')} in \d+ cues$"))).to_be_visible()
    page.get_by_label("Replace with").fill("니다!")
    page.get_by_role("button", name="Replace all").click()
    editor.saved()
    now = " ".join(cue.text for cue in timed_message.cues)
    assert now == text.replace("니다", "니다!")
    page.get_by_role("searchbox", name="Find").fill("(")
    expect(page.get_by_text(re.compile("^0 in 0 cues$"))).to_be_visible()
    page.get_by_label("Regular expression").check()
    expect(page.get_by_text("Not a regular expression")).to_be_visible()
    editor.press("Escape")
    expect(page.get_by_role("searchbox", name="Find")).to_be_hidden()
    editor.press("Control+z")
    editor.saved()
    assert " ".join(cue.text for cue in timed_message.cues) == text


def test_another_language_stands_beside(editor: EditorPage, timed_message: Timed) -> None:
    """Read only, in the rows that it is seen with; every word of it is there."""
    editor.page.get_by_label("Another language beside it").select_option("ru")
    expect(editor.table.get_by_role("columnheader", name="Russian")).to_be_visible()
    beside = editor.table.locator(".space .o")
    expect(beside.first).to_contain_text("Солдаты!")
    shown = " ".join(beside.all_inner_texts()).split()
    russian = (timed_message.project.subtitles / "appeal.ru.srt").read_text("utf-8")
    said = [line for line in russian.splitlines() if line and not re.match(r"\d+$|.*-->", line)]
    assert shown == " ".join(said).split()


def test_those_who_may_not_save_change_nothing(timed_message: Timed, browser_as: BrowserAs) -> None:
    """A channel admin sees and hears, and that is all."""
    before = timed_message.path.read_bytes()
    editor = EditorPage.opened(browser_as(Role.ADMIN))
    expect(editor.page.locator(".state")).to_have_text("Read only")
    start, end = editor.times(1)
    editor.drag((start + end) / 2, (start + end) / 2 + 200)
    editor.press("Delete")
    assert editor.times(1) == (start, end)
    assert timed_message.path.read_bytes() == before
