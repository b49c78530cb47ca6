"""Signing in by name and password, by a one-time link, by an invitation; and out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from hoso.studio.access import audit, links, people, sessions
from hoso.studio.access.audit import Sought
from hoso.studio.access.roles import Person, Role
from hoso.studio.access.throttle import ACCOUNT
from hoso.studio.app import create_app
from hoso.studio.database import Database
from hoso.studio.place import Studio
from tests.studio.access.conftest import PASSWORD, Forward
from tests.studio.conftest import As


@pytest.fixture
def browser(studio: Studio) -> TestClient:
    """A browser that nobody has signed in with."""
    return TestClient(create_app(studio), follow_redirects=False)


def sign_in(browser: TestClient, name: str = "Олена", password: str = PASSWORD, **more: str) -> int:
    """The status that a try to sign in gets."""
    return browser.post("/sign-in", data={"name": name, "password": password, **more}).status_code


def log(database: Database) -> list[tuple[str, str, str, str]]:
    """Person, action, subject and detail of all that was written down, the oldest first."""
    found = reversed(audit.entries(database, Sought()))
    return [(entry.person, entry.action, entry.subject, entry.detail) for entry in found]


def test_name_and_password_let_in(browser: TestClient, olena: Person, database: Database) -> None:
    """To the page that one wanted to see; it is written down."""
    asked = browser.get("/account?x=1")
    assert asked.headers["location"] == "/sign-in?next=/account%3Fx%3D1"
    assert 'name="next" value="/account?x=1"' in browser.get(asked.headers["location"]).text
    answer = browser.post("/sign-in", data={"name": "олена", "password": PASSWORD, "next": "/account?x=1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?x=1")
    assert "Олена" in browser.get("/account").text
    assert log(database) == [("Олена", "access.sign-in", "Олена", "password")]
    assert browser.get("/sign-in").headers["location"] == "/"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere(browser: TestClient, olena: Person, target: str) -> None:
    """After signing in one is in the studio."""
    answer = browser.post("/sign-in", data={"name": "Олена", "password": PASSWORD, "next": target})
    assert answer.headers["location"] == "/"


def test_a_wrong_password_and_a_wrong_name_look_the_same(
    browser: TestClient, olena: Person, andriy: Person, database: Database
) -> None:
    """Nobody learns who has an account; the log says it to owners, but never repeats what is no name here."""
    answers = []
    for name in ("Олена", "Андрій", "my password by mistake"):
        answer = browser.post("/sign-in", data={"name": name, "password": "wrong wrong wrong"})
        assert answer.status_code == 422
        assert "The name or the password is wrong" in answer.text
        nonce = answer.headers["content-security-policy"].split("nonce-")[1].split("'")[0]
        answers.append(answer.text.replace(nonce, "").replace(name, ""))
    assert len(set(answers)) == 1
    assert log(database) == [
        ("", "access.sign-in-failed", "Олена", ""),
        ("", "access.sign-in-failed", "Андрій", ""),
        ("", "access.sign-in-failed", "", ""),
    ]


def test_guessing_has_to_wait(browser: TestClient, olena: Person, forward: Forward) -> None:
    """The right password, too, is not looked at before the time; then it is."""
    for _ in range(ACCOUNT.free):
        assert sign_in(browser, password="wrong wrong wrong") == 422  # noqa: S106
    assert sign_in(browser, password="wrong wrong wrong") == 422  # noqa: S106
    answer = browser.post("/sign-in", data={"name": "Олена", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "Too many attempts" in answer.text
    forward(int(answer.headers["retry-after"]))
    assert sign_in(browser) == 303


def test_signing_in_changes_the_cookie(browser: TestClient, olena: Person, database: Database) -> None:
    """A secret that somebody put into the browser before is worth nothing afterwards."""
    sign_in(browser)
    first = browser.cookies[sessions.COOKIE]
    sign_in(browser)
    second = browser.cookies[sessions.COOKIE]
    assert first != second
    assert sessions.find(database, first) is None
    assert sessions.find(database, second) is not None


def test_signing_out(client_as: As, database: Database) -> None:
    """Ends the session for good, not only in this browser."""
    client = client_as(Role.EDITOR)
    secret = client.cookies[sessions.COOKIE]
    answer = client.post("/sign-out", follow_redirects=False)
    assert answer.headers["location"] == "/sign-in"
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert sessions.find(database, secret) is None
    assert log(database)[-1][1] == "access.sign-out"


def test_a_link_signs_the_local_owner_in(browser: TestClient, database: Database) -> None:
    """Once: the second time it says how to get another."""
    secret = links.let_in(database)
    answer = browser.get(f"/enter/{secret}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    me = browser.get("/api/me").json()
    assert me["role"] == "owner"
    assert log(database) == [(me["name"], "access.sign-in", me["name"], "link")]
    browser.cookies.clear()
    again = browser.get(f"/enter/{secret}")
    assert again.status_code == 410
    assert "render.py studio link" in again.text
    assert "set-cookie" not in again.headers


def test_looking_ahead_uses_no_link_up(browser: TestClient, database: Database) -> None:
    """Browsers fetch an address while it is typed."""
    secret = links.let_in(database)
    early = browser.get(f"/enter/{secret}", headers={"sec-purpose": "prefetch;prerender"})
    assert early.status_code == 425
    assert browser.get(f"/enter/{secret}").status_code == 303


def test_no_link_lets_into_a_teams_studio(studio: Studio, browser: TestClient, database: Database) -> None:
    """Where others reach it, even a good link is none."""
    studio.open_door = False
    answer = browser.get(f"/enter/{links.let_in(database)}")
    assert answer.status_code == 410
    assert "studio link" not in answer.text
    assert "studio link" not in browser.get("/sign-in").text
    assert people.everyone(database) == ()


def test_an_invitation_sets_a_password(
    studio: Studio, browser: TestClient, andriy: Person, database: Database
) -> None:
    """Looking at it changes nothing (chats do so); what is typed wrong is said; then one is in."""
    studio.open_door = False
    path = f"/enter/{links.invite(database, andriy.id)}"
    for _ in range(2):
        shown = browser.get(path)
        assert shown.status_code == 200
        assert "Welcome, Андрій" in shown.text
    assert "shorter than 12" in browser.post(path, data={"password": "short", "repeat": "short"}).text
    differing = browser.post(path, data={"password": PASSWORD, "repeat": PASSWORD + "!"})
    assert differing.status_code == 422
    assert "differ" in differing.text
    done = browser.post(path, data={"password": PASSWORD, "repeat": PASSWORD})
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert browser.get("/api/me").json()["name"] == "Андрій"
    assert browser.post(path, data={"password": PASSWORD, "repeat": PASSWORD}).status_code == 410
    assert [entry[1] for entry in log(database)] == ["account.password", "access.sign-in"]
    browser.cookies.clear()
    assert sign_in(browser, "Андрій") == 303


def test_pages_are_in_the_readers_language(browser: TestClient) -> None:
    """Also before anybody is signed in."""
    for language, words in (("uk", "Увійти"), ("ko", "로그인"), ("de", "Sign in")):
        page = browser.get("/sign-in", headers={"accept-language": f"{language},en;q=0.5"}).text
        assert f">{words}</button>" in page
