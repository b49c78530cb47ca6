"""Times in the editor: by mouse, by both keymaps, by typing; what is done lands in the file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hoso.studio.access.roles import Role
from tests.studio.conftest import BrowserAs
from tests.studio.timing.editor_page import EditorPage
from tests.studio.timing.material import Timed

FRAME = 40
GAP = 80


@pytest.fixture
def editor(timed_message: Timed, browser_as: BrowserAs) -> EditorPage:
    """The editor of `appeal`, opened by an editor."""
    return EditorPage.opened(browser_as(Role.EDITOR))


def test_the_table_has_what_the_file_has(editor: EditorPage, timed_message: Timed) -> None:
    """Every cue, its times and its words."""
    assert editor.count == len(timed_message.cues)
    for number, cue in enumerate(timed_message.cues, 1):
        assert editor.times(number) == (cue.start_ms, cue.end_ms)
        assert editor.words(number) == cue.text


def test_a_cue_dragged_by_the_mouse_is_saved(editor: EditorPage, timed_message: Timed) -> None:
    """Its length stays; it comes to lie on a frame; the file has it after a moment."""
    before = timed_message.cues[-1]
    middle = (before.start_ms + before.end_ms) / 2
    editor.drag(middle, middle + 300, "Shift")
    editor.saved()
    after = timed_message.cues[-1]
    assert after.end_ms - after.start_ms == before.end_ms - before.start_ms
    assert after.start_ms - before.start_ms == pytest.approx(300, abs=2 / editor.per_ms)
    assert editor.times(len(timed_message.cues)) == (after.start_ms, after.end_ms)


def test_an_edge_snaps_to_what_is_near_unless_shift_is_held(editor: EditorPage) -> None:
    """The end of the first cue goes beside the next one."""
    start, end = editor.times(1)
    following = editor.times(2)[0]
    near = following - GAP - 5 / editor.per_ms
    editor.drag(end - 2 / editor.per_ms, near - 200, "Shift")
    assert editor.times(1)[1] == pytest.approx(near - 200, abs=4 / editor.per_ms)
    edge = editor.times(1)[1]
    editor.drag(edge - 1 / editor.per_ms, near)
    assert editor.times(1) == (start, following - GAP)


def test_a_shared_edge_takes_both_cues_along(editor: EditorPage, timed_message: Timed) -> None:
    """The gap between them is dragged; with Ctrl an edge takes the neighbour's along."""
    first, second = timed_message.cues[:2]
    gap = second.start_ms - first.end_ms
    editor.drag((first.end_ms + second.start_ms) / 2, (first.end_ms + second.start_ms) / 2 - 200, "Shift")
    one, two = editor.times(1), editor.times(2)
    assert two[0] - one[1] == gap
    assert two[0] == pytest.approx(second.start_ms - 200, abs=3 / editor.per_ms)
    assert (one[0], two[1]) == (first.start_ms, second.end_ms)
    editor.drag(two[0] + 5 / editor.per_ms, two[0] + 5 / editor.per_ms + 120, "Control", "Shift")
    assert editor.times(2)[0] - editor.times(1)[1] == gap
    assert editor.times(2)[0] > two[0]


def test_several_cues_go_together(editor: EditorPage, timed_message: Timed) -> None:
    """A range chosen in the table, dragged by one of them; undo brings all back."""
    before = [editor.times(number) for number in range(1, editor.count + 1)]
    editor.choose(3)
    editor.choose(4, "Shift")
    middle = sum(before[3]) / 2
    editor.drag(middle, middle + 160, "Shift")
    moved = [editor.times(number) for number in range(1, editor.count + 1)]
    by = moved[3][0] - before[3][0]
    assert by == pytest.approx(160, abs=2 / editor.per_ms)
    assert moved[:2] == before[:2]
    assert moved[2] == (before[2][0] + by, before[2][1] + by)
    editor.press("Control+z")
    assert [editor.times(number) for number in range(1, editor.count + 1)] == before


def test_a_drag_over_nothing_makes_a_cue(editor: EditorPage, timed_message: Timed) -> None:
    """Its words are written at once; without words it is not in the file."""
    last = timed_message.cues[-1].end_ms
    editor.drag(last + 150, last + 700, "Shift")
    count = editor.count
    assert count == len(timed_message.cues) + 1
    field = editor.page.get_by_label(re.compile("Words of the cue"))
    expect(field).to_be_focused()
    editor.page.keyboard.type("어서 오십시오")
    editor.saved()
    assert timed_message.cues[-1].text == "어서 오십시오"
    assert editor.times(count) == (timed_message.cues[-1].start_ms, timed_message.cues[-1].end_ms)


KEYS = {
    "aegisub": {
        "in": "Control+3",
        "out": "Control+4",
        "later": "Control+ArrowRight",
        "next": "x",
        "back": "z",
    },
    "subtitle-edit": {
        "in": "F11",
        "out": "F12",
        "later": "Control+ArrowRight",
        "next": "Alt+ArrowDown",
        "back": "Alt+ArrowUp",
    },
}


@pytest.mark.parametrize("keymap", list(KEYS))
def test_cues_are_timed_by_the_keys_of_both_editors(
    editor: EditorPage, timed_message: Timed, keymap: str
) -> None:
    """Next cue, in and out at the cursor, a nudge."""
    keys = KEYS[keymap]
    editor.page.get_by_role("combobox", name="Keys as in").select_option(keymap)
    editor.choose(1)
    editor.press(keys["next"], keys["next"], keys["back"])
    expect(editor.row(2)).to_have_attribute("aria-selected", "true")
    start, end = editor.times(2)
    editor.put_cursor(start + 200)
    editor.press(keys["in"])
    inside = editor.times(2)[0]
    assert inside % FRAME == 0
    assert inside == pytest.approx(start + 200, abs=FRAME + 1 / editor.per_ms)
    editor.put_cursor(end - 120)
    editor.press(keys["out"])
    assert editor.times(2)[1] == pytest.approx(end - 120, abs=FRAME + 1 / editor.per_ms)
    now = editor.times(2)
    editor.press(keys["later"])
    assert editor.times(2) == (now[0] + 10, now[1] + 10)
    editor.saved()
    assert (timed_message.cues[1].start_ms, timed_message.cues[1].end_ms) == editor.times(2)


def test_the_keymap_is_remembered_and_explained(editor: EditorPage) -> None:
    """The help shows the keys of the current one, and what the browser keeps for itself."""
    editor.page.get_by_role("combobox", name="Keys as in").select_option("subtitle-edit")
    editor.page.reload()
    expect(editor.page.get_by_role("combobox", name="Keys as in")).to_have_value("subtitle-edit")
    editor.press("?")
    overlay = editor.page.get_by_role("dialog", name="Keys")
    expect(overlay.locator("dt", has_text="Begin at the cursor").locator("+ dd")).to_have_text("F11[")
    overlay.get_by_role("button", name="Aegisub").click()
    expect(overlay.locator("dt", has_text="Begin at the cursor").locator("+ dd")).to_have_text("Ctrl3[")
    expect(overlay).to_contain_text("Ctrl+W")


def test_keys_without_ctrl_stay_the_fields_own(editor: EditorPage) -> None:
    """Writing a cue's words does not play, split or jump."""
    editor.choose(1)
    editor.press("Enter")
    editor.page.keyboard.type(" zxcv dlm ?")
    expect(editor.page.get_by_label(re.compile("Words of the cue"))).to_have_value(
        re.compile("zxcv dlm \\?$")
    )
    expect(editor.row(1)).to_have_attribute("aria-selected", "true")
    expect(editor.page.get_by_role("dialog")).to_have_count(0)


def test_exact_times_are_typed_and_nudged(editor: EditorPage) -> None:
    """In the panel; what is no time is refused; a time in the neighbour goes as far as it may."""
    editor.choose(2)
    start, end = editor.times(2)
    field = editor.page.get_by_label("Out", exact=True)
    field.fill(f"0:0{(end - 100) / 1000:.3f}")
    field.press("Enter")
    assert editor.times(2) == (start, end - 100)
    group = editor.page.get_by_role("group", name="When the cue ends")
    group.get_by_role("button", name="End −10 ms").click()
    assert editor.times(2) == (start, end - 110)
    field.fill("later")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.press("Escape")
    field.fill("0:00.000")
    field.press("Enter")
    assert editor.times(2)[0] == start
    assert editor.times(2)[1] == start + FRAME


def test_everything_from_here_on_is_shifted(editor: EditorPage) -> None:
    """By the panel's buttons and by an exact span."""
    before = [editor.times(number) for number in range(1, editor.count + 1)]
    editor.choose(3)
    editor.page.get_by_label("Move all from here on").check()
    whole = editor.page.get_by_role("group", name=re.compile("How long it is"))
    whole.get_by_role("button", name="Move +100 ms").click()
    after = [editor.times(number) for number in range(1, editor.count + 1)]
    assert after == before[:2] + [(start + 100, end + 100) for start, end in before[2:]]
    editor.table.focus()
    editor.press("Control+i")
    dialog = editor.page.get_by_role("dialog", name=re.compile("Shift"))
    dialog.get_by_label("By how much").fill("0.25s")
    dialog.get_by_role("button", name="Shift", exact=True).click()
    again = [editor.times(number) for number in range(1, editor.count + 1)]
    assert again == after[:2] + [(start + 250, end + 250) for start, end in after[2:]]


def test_edges_of_the_chosen_cue_are_sliders(editor: EditorPage) -> None:
    """Reached by keyboard, a frame a key."""
    editor.choose(2)
    slider = editor.page.get_by_role("slider", name="Start of cue 2")
    slider.focus()
    start, end = editor.times(2)
    slider.press("ArrowRight")
    moved = round((round(start / FRAME) + 1) * FRAME)
    assert editor.times(2) == (moved, end)
    expect(slider).to_have_attribute("aria-valuenow", str(moved))
