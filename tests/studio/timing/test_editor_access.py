"""The editor for everybody: by keys alone, read aloud, in both themes, and said plainly where it can't be."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hoso.studio.access.roles import Role
from tests.studio.conftest import BrowserAs
from tests.studio.timing.editor_page import EditorPage
from tests.studio.timing.material import Timed
from tests.studio.web.axe import violations


@pytest.fixture
def editor(timed_message: Timed, browser_as: BrowserAs) -> EditorPage:
    """The editor of `appeal`, opened by an editor."""
    return EditorPage.opened(browser_as(Role.EDITOR))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(editor: EditorPage, scheme: str) -> None:
    """With findings shown, words being written, and in every dialog."""
    page = editor.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.get_by_label("Another language beside it").select_option("ru")
    editor.press("Control+f")
    editor.choose(1)
    editor.press("Enter")
    page.keyboard.type(" 여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다")
    expect(editor.row(1).locator(".m")).not_to_be_empty()
    assert violations(page) == []
    editor.press("Escape")
    editor.press("?")
    assert violations(page) == []
    editor.press("Escape")
    page.get_by_role("button", name="Earlier versions").click()
    page.locator(".versions button").first.click()
    expect(page.get_by_role("button", name="Bring this version back")).to_be_visible()
    assert violations(page) == []


def test_a_day_without_a_mouse(editor: EditorPage, timed_message: Timed) -> None:
    """From the table: choose, hear, time, write, undo; the focus is always somewhere that is seen."""
    editor.table.focus()
    editor.press("ArrowDown", "ArrowDown", "ArrowUp")
    expect(editor.row(2)).to_have_attribute("aria-selected", "true")
    lead = editor.table.get_attribute("aria-activedescendant")
    assert lead == editor.row(2).get_attribute("id")
    editor.press("Shift+ArrowDown")
    expect(editor.row(3)).to_have_attribute("aria-selected", "true")
    editor.press("ArrowUp", "Enter")
    editor.page.keyboard.type("!")
    editor.press("Escape")
    expect(editor.table).to_be_focused()
    assert editor.words(2).endswith("!")
    editor.press("Control+ArrowRight", "Control+ArrowRight", "Control+z", "Control+z")
    editor.saved()
    assert timed_message.cues[1].text == editor.words(2).removesuffix("!")


def test_a_narrow_window_says_so(editor: EditorPage) -> None:
    """Instead of a page that can't be worked with."""
    expect(editor.table).to_be_visible()
    editor.page.set_viewport_size({"width": 390, "height": 800})
    expect(editor.page.get_by_text("Timing needs a wider window")).to_be_visible()
    expect(editor.table).to_be_hidden()
    width = editor.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390


def test_what_changed_is_rendered(editor: EditorPage, timed_message: Timed) -> None:
    """Saved first; its progress is shown; in the end the release has the new words."""
    editor.choose(1)
    editor.press("Enter")
    editor.page.keyboard.type("!")
    editor.page.get_by_role("button", name="Render what changed").click()
    expect(editor.page.locator(".job progress")).to_be_visible()
    expect(editor.page.get_by_text(re.compile("^Rendered"))).to_be_visible(timeout=120_000)
    sidecar = timed_message.project.outputs / "appeal/ko/appeal.ko.srt"
    assert timed_message.cues[0].text in sidecar.read_text("utf-8")
