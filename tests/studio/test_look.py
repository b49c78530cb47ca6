"""The look holds to WCAG AA in light and dark, at a desk and on a phone."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from hoso.studio.access.roles import Role
from tests.studio.conftest import BrowserAs
from tests.studio.web import axe
from tests.studio.web.checks import FRONT

COLOURS = (FRONT / "src/style/colours-shared.css").read_text("utf-8")
DARK_BY_SYSTEM = ':root:not([data-theme="light"])'
DARK_BY_CHOICE = ':root[data-theme="dark"]'

ON_ANY = ("--ink", "--soft", "--accent", "--accent-strong", "--good", "--bad", "--wait")
"""Text colours; all must be read on each of the grounds that pages lie on."""
GROUNDS = ("--ground", "--sheet", "--sunken")
PAIRS = (
    *product(ON_ANY, GROUNDS),
    ("--on-accent", "--accent"),
    ("--on-accent", "--accent-strong"),
    ("--accent", "--accent-ground"),
    ("--accent-strong", "--accent-ground"),
    *((f"--{tone}", f"--{tone}-ground") for tone in ("good", "bad", "wait")),
    *(("--ink", f"--{tone}-ground") for tone in ("good", "bad", "wait", "accent")),
)
EDGES = tuple(product(("--edge", "--accent", "--bad"), GROUNDS[:2]))
"""What shows where a control is."""


def theme(selector: str) -> dict[str, tuple[float, ...]]:
    """The colours of one theme as red, green and blue from 0 to 1."""
    block = COLOURS.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return {
        name: tuple(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
        for name, value in re.findall(r"(--[\w-]+): #([0-9a-f]{6});", block)
    }


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("selector", [":root", DARK_BY_SYSTEM])
def test_colours_can_be_told_apart(selector: str) -> None:
    """Text 4.5 to 1 (1.4.3), edges of controls 3 to 1 (1.4.11)."""
    colours = theme(selector)
    low = [pair for pair in PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    faint = [pair for pair in EDGES if contrast(colours[pair[0]], colours[pair[1]]) < 3]
    assert not low
    assert not faint


def test_dark_is_dark_by_system_and_by_choice() -> None:
    """The two blocks say the same."""
    assert theme(DARK_BY_SYSTEM) == theme(DARK_BY_CHOICE)


SIZES = {"desk": (1280, 800), "phone": (390, 844)}
SHEET = Path(__file__).parent.joinpath("web/styles.html").read_text("utf-8")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_all_parts_are_accessible(browser_as: BrowserAs) -> None:
    """In both themes and sizes, all that the style sheets know; nothing makes the page scroll sideways."""
    page = browser_as(Role.OWNER).new_page()
    page.goto("/messages")
    page.evaluate("html => { document.getElementById('main').innerHTML = html }", SHEET)
    for (width, height), scheme in product(SIZES.values(), THEMES):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert axe.violations(page) == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_chooses_language_and_look(browser_as: BrowserAs) -> None:
    """Both are kept; the dark theme comes with the page, not after it."""
    page = browser_as(Role.EDITOR).new_page()
    page.goto("/messages")
    page.locator("#account-menu > summary").click()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert axe.violations(page) == []
    page.get_by_role("button", name="한국어").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "ko"
    assert 'data-theme="dark"' in (page.request.get("/messages").text())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_a_question_is_asked_and_news_are_told(browser_as: BrowserAs) -> None:
    """The dialog and the notices of every page, by keyboard; accessible while they are open."""
    page = browser_as(Role.EDITOR).new_page()
    page.goto("/messages")
    page.evaluate(ASKS)
    page.get_by_role("button", name="Throw away").click()
    assert page.get_by_role("dialog").get_by_role("heading").text_content() == "Really?"
    assert axe.violations(page) == []
    page.keyboard.press("Escape")
    assert page.url.endswith("/messages")
    page.evaluate("document.body.dispatchEvent(new CustomEvent('toast', TOLD))".replace("TOLD", TOLD))
    assert axe.violations(page) == []
    page.get_by_role("button", name="Close").click()
    assert page.locator(".toast").count() == 0
    page.get_by_role("button", name="Throw away").click()
    page.get_by_role("button", name="Yes, throw away").click()
    page.wait_for_url("**/messages?thrown=1")


ASKS = """() => {
  document.getElementById("main").innerHTML = `
    <h1>Ask</h1>
    <form action="/messages" data-confirm="Really?" data-yes="Yes, throw away" data-danger>
      <input type="hidden" name="thrown" value="1"><button class="button danger">Throw away</button>
    </form>`;
}"""
TOLD = "{ bubbles: true, detail: { text: 'It broke.', tone: 'bad' } }"
