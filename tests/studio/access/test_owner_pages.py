"""One's own account, people and the audit log, as pages."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from hoso.studio.access import audit, links, people, sessions, tokens
from hoso.studio.access.audit import Sought
from hoso.studio.access.pages.showing import browser_name
from hoso.studio.access.roles import Person, Role
from hoso.studio.app import create_app
from hoso.studio.database import Database
from hoso.studio.place import Studio
from tests.studio.access.conftest import PASSWORD


@pytest.fixture
def her(studio: Studio, olena: Person) -> TestClient:
    """The owner's browser."""
    client = TestClient(create_app(studio), follow_redirects=False)
    client.cookies.set(sessions.COOKIE, sessions.begin(studio.database, olena.id, "Firefox/120 Linux"))
    return client


def send(client: TestClient, path: str, **fields: str) -> str:
    """Send a form to `path` with the token of the person's pages; status and page that one comes to."""
    token = re.search(r'name="csrf" value="([\w-]+)"', client.get("/account").text)
    assert token is not None
    answer = client.post(path, data={"csrf": token[1], **fields})
    if answer.status_code == 303:
        answer = client.get(answer.headers["location"])
    return f"{answer.status_code} {answer.text}"


def test_the_password_is_changed(her: TestClient, database: Database, olena: Person) -> None:
    """With the old one; other browsers are signed out, this one is not."""
    elsewhere = sessions.begin(database, olena.id)
    new = "another good password"
    assert "present password is wrong" in send(
        her, "/account/password", old="wrong wrong wrong", password=new, repeat=new
    )
    assert "differ" in send(her, "/account/password", old=PASSWORD, password=new, repeat=new + "x")
    assert "shorter" in send(her, "/account/password", old=PASSWORD, password="short", repeat="short")  # noqa: S106
    before = her.cookies[sessions.COOKIE]
    assert "Your password is changed" in send(
        her, "/account/password", old=PASSWORD, password=new, repeat=new
    )
    assert sessions.find(database, elsewhere) is None
    assert sessions.find(database, before) is None
    assert people.known(database, "Олена", new) == olena


def test_the_present_password_can_not_be_guessed(her: TestClient) -> None:
    """Somebody at an open browser has to wait as at the door."""
    told = [
        send(her, "/account/password", old=f"wrong {number}", password=PASSWORD, repeat=PASSWORD)
        for number in range(8)
    ]
    assert "present password is wrong" in told[0]
    assert "Too many attempts" in told[-1]


def test_whoever_came_by_link_sets_a_first_password(studio: Studio, database: Database) -> None:
    """There is no old one to ask for."""
    client = TestClient(create_app(studio), follow_redirects=False)
    client.get(f"/enter/{links.let_in(database)}")
    page = client.get("/account").text
    assert 'name="old"' not in page
    assert "Your password is changed" in send(client, "/account/password", password=PASSWORD, repeat=PASSWORD)
    assert people.anyone_with_password(database)


def test_a_token_is_shown_once(her: TestClient, database: Database, olena: Person) -> None:
    """Then its name and its days only; revoked, it is gone."""
    made = send(her, "/account/tokens", name="night render", days="30")
    assert made.startswith("201")
    secret = re.search(r"hoso_[\w-]{20,}", made)
    assert secret is not None
    bearer = {"authorization": f"Bearer {secret[0]}"}
    her_program = TestClient(her.app)
    assert her_program.get("/api/me", headers=bearer).json()["name"] == "Олена"
    page = her.get("/account").text
    assert "night render" in page
    assert secret[0] not in page
    (token,) = tokens.of_person(database, olena.id)
    assert (token.expires - token.made) == 30 * 24 * 3600
    send(her, f"/account/tokens/{token.id}/revoke")
    assert her_program.get("/api/me", headers=bearer).status_code == 401
    assert [entry.action for entry in audit.entries(database, Sought(subject="night"))] == [
        "tokens.revoke",
        "tokens.make",
    ]
    assert send(her, "/account/tokens", name="", days="30").startswith("422")
    assert send(her, f"/account/tokens/{token.id}/revoke").startswith("422")


def test_signing_out_everywhere(her: TestClient, database: Database, olena: Person) -> None:
    """This browser, too."""
    elsewhere = sessions.begin(database, olena.id, "Chrome/1 Android")
    page = her.get("/account").text
    assert "Firefox, Linux" in page
    assert "Chrome, Android" in page
    assert page.count(">this one<") == 1
    assert "Sign in" in send(her, "/account/sign-out-everywhere")
    assert sessions.find(database, elsewhere) is None
    assert her.get("/account").headers["location"].startswith("/sign-in")


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/120 Safari/537.36 Edg/120", "Edge, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit Version/17 Safari/605", "Safari, macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Version/17 Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome, Android"),
        ("curl/8", "curl/8"),
        ("", ""),
    ],
)
def test_browsers_have_names(agent: str, name: str) -> None:
    """Which people know."""
    assert browser_name(agent) == name


def test_owners_add_people(her: TestClient, database: Database) -> None:
    """With a link to give them, which is at the address that the owner uses, and which works."""
    page = send(her, "/people", name="Kim", role="editor")
    assert page.startswith("201")
    link = re.search(r"http://testserver/enter/[\w-]+", page)
    assert link is not None
    kim = TestClient(her.app)
    assert "Welcome, Kim" in kim.get(link[0]).text
    kim.post(link[0], data={"password": PASSWORD, "repeat": PASSWORD})
    assert kim.get("/api/me").json()["role"] == "editor"
    assert "There is somebody called kim already" in send(her, "/people", name="kim", role="owner")
    assert "The name is missing" in send(her, "/people", name=" ", role="owner")
    assert send(her, "/people", name="x", role="emperor").startswith("422")


def test_owners_change_and_remove_people(her: TestClient, database: Database, andriy: Person) -> None:
    """It holds at once, and stands in the log under their own name."""
    his = TestClient(her.app)
    his.cookies.set(sessions.COOKIE, sessions.begin(database, andriy.id))
    assert "The role is changed" in send(her, f"/people/{andriy.id}/role", role="channel-admin")
    assert his.get("/api/me").json()["role"] == "channel-admin"
    assert "A link for Андрій" in send(her, f"/people/{andriy.id}/invite")
    assert "The account is gone" in send(her, f"/people/{andriy.id}/remove")
    assert his.get("/api/me").status_code == 401
    assert "There is no such account" in send(her, f"/people/{andriy.id}/remove")
    done = [
        (entry.person, entry.action, entry.detail)
        for entry in audit.entries(database, Sought(subject="Андрій"))
    ]
    assert done == [
        ("Олена", "people.remove", "channel-admin"),
        ("Олена", "people.invite", ""),
        ("Олена", "people.role", "editor -> channel-admin"),
    ]


def test_the_last_owner_stays(her: TestClient, database: Database, olena: Person) -> None:
    """Whatever they ask for; with another owner they may step down, and see no more what is the owners'."""
    assert "Nobody would be left" in send(her, f"/people/{olena.id}/remove")
    assert "Nobody would be left" in send(her, f"/people/{olena.id}/role", role="editor")
    people.add(database, "Second", Role.OWNER, PASSWORD)
    assert send(her, f"/people/{olena.id}/role", role="editor")
    assert her.get("/people").status_code == 403


def test_the_log_is_sought_and_paged(her: TestClient, database: Database, olena: Person) -> None:
    """The newest first, a hundred on a page, by person, action and subject."""
    for number in range(205):
        audit.record(database, olena if number % 2 else None, "area.verb", f"thing-{number}", "<b>&")
    pages = []
    path = "/audit?action=area.verb"
    while path:
        page = her.get(path).text
        pages.append(re.findall(r">thing-(\d+)<", page))
        older = re.search(r'href="(/audit\?[^"]*before=\d+)"', page)
        path = older[1].replace("&amp;", "&") if older else ""
    assert [len(page) for page in pages] == [100, 100, 5]
    assert [int(each) for page in pages for each in page] == list(reversed(range(205)))
    assert "<b>" not in her.get("/audit").text
    only = her.get("/audit?person=Олена&subject=THING-20").text
    assert re.findall(r">thing-(\d+)<", only) == ["203", "201"]
    assert "Nothing in the log fits" in her.get("/audit?person=nobody").text


def test_the_log_is_taken_out(her: TestClient, database: Database, olena: Person) -> None:
    """As a table, with the same choice; that it was is written down."""
    audit.record(database, olena, "area.verb", '=HYPERLINK("http://evil")')
    audit.record(database, olena, "area.other", "x")
    answer = her.get("/audit.csv?action=area.verb")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert re.search(
        r'attachment; filename="hoso-audit-\d{8}-\d{4}\.csv"', answer.headers["content-disposition"]
    )
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[3] for row in rows[1:]] == ['\'=HYPERLINK("http://evil")']
    assert audit.entries(database, Sought())[0].action == "audit.download"
