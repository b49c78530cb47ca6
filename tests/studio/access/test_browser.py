"""Accounts in a real browser: by keyboard alone, and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hoso.studio.access import links, people
from hoso.studio.access.roles import Person
from hoso.studio.database import Database
from tests.studio.access.conftest import PASSWORD
from tests.studio.web import axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def type_in(page: Page, *words: str) -> None:
    """Type into one field after another, from the one that has the focus, and send the form."""
    for number, word in enumerate(words):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(word)
    page.keyboard.press("Enter")


def test_a_day_by_keyboard(browser: Browser, served: str, olena: Person) -> None:
    """In, a token made and copied, somebody invited, out; every state can be used by everybody."""
    context = browser.new_context(base_url=served, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto("/account")
    type_in(page, "Олена", "wrong wrong wrong")
    page.wait_for_selector("[role=alert]")
    assert axe.violations(page) == []
    type_in(page, PASSWORD)
    page.wait_for_url("**/account")

    page.focus("#token-name")
    type_in(page, "night render")
    page.wait_for_selector("#new-token")
    assert axe.violations(page) == []
    page.focus("[data-copies=new-token]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("hoso_")
    assert copied == page.inner_text("#new-token")
    page.focus("td form[action$=revoke] button")
    page.keyboard.press("Enter")
    page.focus('dialog[open] button[value="yes"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("td form[action$=revoke]", state="detached")

    page.goto("/people")
    page.focus("#name")
    type_in(page, "Кім")
    page.wait_for_selector("#invitation")
    assert axe.violations(page) == []
    type_in_refused(page)
    context.close()
    assert [told for told in complaints if "status of 422" not in told] == []


def type_in_refused(page: Page) -> None:
    """The same name again: it is said, and the name stays in its field."""
    page.focus("#name")
    type_in(page, "кім")
    page.wait_for_selector("[role=alert]")
    assert page.input_value("#name") == "кім"
    assert axe.violations(page) == []


def test_nothing_of_it_needs_scripts(
    browser: Browser, served: str, database: Database, andriy: Person
) -> None:
    """From the invitation to signing out; over plain http, as in an office."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/enter/{links.invite(database, andriy.id)}")
    page.fill("#password", PASSWORD)
    page.fill("#repeat", PASSWORD)
    page.click("main button.primary")
    page.wait_for_url("**/messages")
    page.goto("/account")
    page.fill("#old", PASSWORD)
    page.fill("#password", "another good password")
    page.fill("#repeat", "another good password")
    page.click("form[action='/account/password'] button")
    page.wait_for_selector(".banner.good")
    assert people.known(database, "Андрій", "another good password") == andriy
    page.click("form[action='/language'] button[lang=uk] >> nth=-1")
    assert page.locator("html").get_attribute("lang") == "uk"
    page.click("form[action$=everywhere] button")
    page.wait_for_url("**/sign-in")
    context.close()


@pytest.mark.parametrize("secret", ["used", "x" * 43])
def test_a_used_link_says_what_to_do(browser: Browser, served: str, secret: str) -> None:
    """Instead of an empty page."""
    context = browser.new_context(base_url=served)
    page = context.new_page()
    page.goto(f"/enter/{secret}")
    assert "studio link" in page.inner_text("main")
    assert axe.violations(page) == []
    context.close()
