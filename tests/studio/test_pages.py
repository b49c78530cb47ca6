"""Pages come to those who may see them, in a real browser too."""

from __future__ import annotations

from hoso.studio.access.roles import Role
from tests.studio.conftest import As, BrowserAs


def test_nobody_is_asked_to_sign_in(client_as: As) -> None:
    """No page without a session, and the way back is kept."""
    sent = client_as(None).get("/messages?q=a", follow_redirects=False)
    assert sent.status_code == 303
    assert sent.headers["location"] == "/sign-in?next=/messages%3Fq%3Da"
    assert "<h1>Messages</h1>" in client_as(Role.EDITOR).get("/messages").text


def test_everybody_begins_where_their_work_is(client_as: As) -> None:
    """The first page leads on by role."""
    first = {role: client_as(role).get("/", follow_redirects=False).headers["location"] for role in Role}
    assert first == {
        Role.PRODUCER: "/messages",
        Role.EDITOR: "/messages",
        Role.OWNER: "/messages",
        Role.ADMIN: "/releases",
    }


def test_a_browser_shows_the_list(browser_as: BrowserAs) -> None:
    """The built scripts load."""
    page = browser_as(Role.OWNER).new_page()
    page.goto("/messages")
    assert page.title() == "Messages · hoso"
