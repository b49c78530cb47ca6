"""Nothing that was made is lost: without a connection, after a crash, with others at the same file."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Error, expect

from hoso.studio.access.roles import Role
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from tests.studio.conftest import BrowserAs
from tests.studio.timing.editor_page import EditorPage
from tests.studio.timing.material import Timed


@pytest.fixture
def context(timed_message: Timed, browser_as: BrowserAs) -> BrowserContext:
    """An editor's browser."""
    return browser_as(Role.EDITOR)


@pytest.fixture
def editor(context: BrowserContext) -> EditorPage:
    """The editor of `appeal`."""
    return EditorPage.opened(context)


def write(editor: EditorPage, number: int, words: str) -> None:
    """Add `words` to a cue."""
    editor.choose(number)
    editor.press("Enter")
    editor.page.keyboard.type(words)
    editor.press("Escape")


def outside(timed: Timed, change: Callable[[list[Cue]], None]) -> None:
    """Change the file as Subtitle Edit would."""
    cues = list(timed.cues)
    change(cues)
    srt.write(timed.path, cues)


def crash(editor: EditorPage) -> None:
    """End the page's process: nothing in it can say goodbye."""
    with editor.page.expect_event("crash"), suppress(Error):
        editor.page.goto("chrome://crash")
    editor.page.close()


def look_up(editor: EditorPage) -> None:
    """Come back to the window."""
    editor.page.evaluate("() => void dispatchEvent(new Event('focus'))")


def test_offline_and_back(editor: EditorPage, context: BrowserContext, timed_message: Timed) -> None:
    """What is done without a connection is saved when it is there again."""
    context.set_offline(True)
    write(editor, 1, " 하나")
    editor.state("offline")
    write(editor, 2, " 둘")
    assert "하나" not in timed_message.cues[0].text
    context.set_offline(False)
    editor.saved()
    assert timed_message.cues[0].text.endswith("하나")
    assert timed_message.cues[1].text.endswith("둘")
    expect(editor.page.get_by_role("button", name=re.compile("Conflicts"))).to_be_hidden()


def test_a_reload_in_the_middle_loses_nothing(editor: EditorPage, timed_message: Timed) -> None:
    """What was done a moment before is there after."""
    editor.choose(1)
    editor.press("Control+ArrowRight", "Control+ArrowRight")
    moved = editor.times(1)
    editor.page.reload()
    editor.page.wait_for_selector("#timing-editor[aria-busy='false']")
    assert editor.times(1) == moved
    assert (timed_message.cues[0].start_ms, timed_message.cues[0].end_ms) == moved


def test_after_a_crash_unsaved_edits_come_back(
    editor: EditorPage, context: BrowserContext, timed_message: Timed
) -> None:
    """Joined with what somebody else has done meanwhile; undo takes them away again."""
    before = timed_message.cues
    context.set_offline(True)
    write(editor, 1, " 하나")
    editor.state("offline")
    crash(editor)
    context.set_offline(False)
    outside(timed_message, lambda cues: cues.__setitem__(2, replace(cues[2], text="밖에서")))
    again = EditorPage.opened(context)
    expect(again.page.get_by_text("Edits that had not been saved are back")).to_be_visible()
    assert again.words(1) == f"{before[0].text} 하나"
    assert again.words(3) == "밖에서"
    again.saved()
    assert [cue.text for cue in timed_message.cues[:3]] == [
        f"{before[0].text} 하나",
        before[1].text,
        "밖에서",
    ]
    again.press("Control+z")
    again.saved()
    assert [cue.text for cue in timed_message.cues[:3]] == [before[0].text, before[1].text, "밖에서"]


def test_what_others_save_comes_in(editor: EditorPage, timed_message: Timed) -> None:
    """Without losing the selection, one's own work or its undo."""
    write(editor, 1, " 하나")
    editor.saved()
    outside(timed_message, lambda cues: cues.__setitem__(3, replace(cues[3], end_ms=cues[3].end_ms + 40)))
    there = timed_message.cues[3]
    look_up(editor)
    expect(editor.page.get_by_text("Somebody else saved too")).to_be_visible()
    assert editor.times(4) == (there.start_ms, there.end_ms)
    expect(editor.row(1)).to_have_attribute("aria-selected", "true")
    editor.press("Control+z")
    editor.saved()
    assert not timed_message.cues[0].text.endswith("하나")
    assert timed_message.cues[3] == there


def test_two_editors_at_one_file(context: BrowserContext, editor: EditorPage, timed_message: Timed) -> None:
    """Each has the other's work after a moment; the file has both."""
    other = EditorPage.opened(context)
    write(other, 2, " 둘")
    other.saved()
    write(editor, 1, " 하나")
    editor.saved()
    assert timed_message.cues[0].text.endswith("하나")
    assert timed_message.cues[1].text.endswith("둘")
    assert editor.words(2).endswith("둘")
    look_up(other)
    expect(other.row(1).locator(".x .text")).to_have_text(re.compile("하나$"))


def test_a_conflict_is_shown_side_by_side(
    context: BrowserContext, editor: EditorPage, timed_message: Timed
) -> None:
    """Both versions with a choice; what is chosen stands in the file."""
    said = timed_message.cues[1].text
    context.set_offline(True)
    write(editor, 2, " 안에서")
    editor.state("offline")
    outside(timed_message, lambda cues: cues.__setitem__(1, replace(cues[1], text="밖에서")))
    context.set_offline(False)
    badge = editor.page.get_by_role("button", name=re.compile("Conflicts: 1"))
    badge.click()
    dialog = editor.page.get_by_role("dialog", name="Conflicts")
    sides = dialog.locator(".side")
    expect(sides.nth(0)).to_contain_text(f"{said} 안에서")
    expect(sides.nth(1)).to_contain_text("밖에서")
    editor.saved()
    assert timed_message.cues[1].text == f"{said} 안에서"
    dialog.get_by_role("button", name="Use the generated one").click()
    expect(badge).to_be_hidden()
    expect(editor.row(2).locator(".x .text")).to_have_text("밖에서")
    assert timed_message.cues[1].text == "밖에서"


def test_earlier_versions_are_compared_and_brought_back(editor: EditorPage, timed_message: Timed) -> None:
    """Beside what is there now; as a step that can be undone."""
    before = timed_message.cues
    write(editor, 1, " 하나")
    editor.saved()
    editor.page.get_by_role("button", name="Earlier versions").click()
    dialog = editor.page.get_by_role("dialog", name="Earlier versions")
    dialog.locator(".versions button").first.click()
    then, now = dialog.locator(".sides > div").nth(0), dialog.locator(".sides > div").nth(1)
    expect(then.locator(".words-of")).to_have_text(before[0].text)
    expect(now.locator(".words-of")).to_have_text(f"{before[0].text} 하나")
    dialog.get_by_role("button", name="Bring this version back").click()
    editor.saved()
    assert timed_message.cues == before
    editor.press("Control+z")
    editor.saved()
    assert timed_message.cues[0].text.endswith("하나")
