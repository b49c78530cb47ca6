"""Pages come to those who may see them, in a real browser too."""

from __future__ import annotations

from hoso.studio.access.roles import Role
from tests.studio.conftest import As, BrowserAs


def test_nobody_is_asked_to_sign_in(client_as: As) -> None:
    """No page without a session."""
    assert client_as(None).get("/messages").status_code == 401
    assert "<h1>Messages</h1>" in client_as(Role.EDITOR).get("/messages").text


def test_a_browser_shows_the_list(browser_as: BrowserAs) -> None:
    """The built scripts load."""
    page = browser_as(Role.OWNER).new_page()
    page.goto("/messages")
    assert page.title() == "Messages · hoso"
