"""What people choose about all pages."""

from __future__ import annotations

from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs.queue import Wish, enqueue
from hoso.studio.place import Studio
from tests.studio.conftest import As


def test_a_language_is_kept_with_the_person(client_as: As) -> None:
    """From wherever they were, and in another browser."""
    client = client_as(Role.EDITOR)
    chosen = client.post(
        "/language", data={"language": "ko", "next": "/messages?a=1"}, follow_redirects=False
    )
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/messages?a=1")
    client.cookies.delete("hoso_language")
    assert '<html lang="ko"' in client.get("/messages").text


def test_a_language_is_kept_for_nobody(client_as: As) -> None:
    """In this browser; what the browser asks for counts until then."""
    client = client_as(None)
    assert '<html lang="uk"' in client.get("/nowhere", headers={"Accept-Language": "fr, uk-UA;q=0.9"}).text
    client.post("/language", data={"language": "ko"})
    assert '<html lang="ko"' in client.get("/nowhere", headers={"Accept-Language": "uk"}).text


def test_a_language_that_there_is_not_is_refused(client_as: As) -> None:
    """And the way back never leads elsewhere."""
    client = client_as(Role.EDITOR)
    assert client.post("/language", data={"language": "fr"}).status_code == 422
    sent = client.post("/language", data={"language": "uk", "next": "//evil.example"}, follow_redirects=False)
    assert sent.headers["location"] == "/"


def test_a_theme_comes_with_the_page(client_as: As) -> None:
    """From the cookie that the page's script sets; nothing else gets into the page."""
    client = client_as(Role.EDITOR)
    assert "data-theme=" not in client.get("/messages").text.split(">", 2)[1]
    client.cookies.set("hoso_theme", "dark")
    assert '<html lang="en" data-theme="dark">' in client.get("/messages").text
    client.cookies.set("hoso_theme", '"><script>')
    assert '<html lang="en">' in client.get("/messages").text


def test_everybody_sees_only_their_own_places(client_as: As) -> None:
    """The menu follows the table of roles."""
    assert 'href="/people"' not in client_as(Role.EDITOR).get("/messages").text
    page = client_as(Role.OWNER).get("/messages").text
    assert 'href="/messages" aria-current="page"' in page


def test_the_bar_counts_what_is_not_done(client_as: As, studio: Studio) -> None:
    """On the page and for the script that keeps it true; a link only while there is something."""
    client = client_as(Role.PRODUCER)
    assert client.get("/running").text.strip() == ""
    asker = Person(1, "somebody", Role.PRODUCER)
    enqueue(studio.database, Wish("render", "one"), asker)
    enqueue(studio.database, Wish("render", "two"), asker)
    assert "2 renders in progress" in client.get("/running").text
    assert "2 renders in progress" in client.get("/messages").text
