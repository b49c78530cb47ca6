"""The door: tokens of programs, tokens of forms, where a request comes from, how much it may send."""

from __future__ import annotations

from typing import Annotated

import pytest
from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.testclient import TestClient

from hoso.studio import app as application
from hoso.studio.access import crossing, roles, sessions, tokens
from hoso.studio.access.crossing import FORM_BYTES, same_site
from hoso.studio.access.guard import STRANGERS_BYTES, GuardedRoute, Someone
from hoso.studio.access.roles import EDITORS, EVERYBODY, Person, Role
from hoso.studio.app import create_app
from hoso.studio.database import Database
from hoso.studio.place import Studio
from tests.studio.access.conftest import Forward
from tests.studio.conftest import As, sign_in

router = APIRouter(route_class=GuardedRoute)


@router.post("/try/form", name="try.form")
def _form(person: Someone, words: Annotated[str, Form()]) -> str:
    return f"{person.name}: {words}"


@router.post("/try/files", name="try.files")
async def _files(one: UploadFile, other: UploadFile, words: Annotated[str, Form()]) -> list[str]:
    return [words, *[f"{file.filename} {len(await file.read())}" for file in (one, other)]]


@router.put("/try/raw", name="try.raw")
async def _raw(request: Request) -> int:
    return sum([len(chunk) async for chunk in request.stream()])


@router.post("/try/anybody", name="try.anybody")
def _anybody(words: Annotated[str, Form()]) -> int:
    return len(words)


@pytest.fixture
def trial(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """An application with some more routes."""
    monkeypatch.setattr(application, "ROUTERS", (*application.ROUTERS, router))
    more = {"try.form": EDITORS, "try.files": EDITORS, "try.raw": EDITORS, "try.anybody": EVERYBODY}
    for module in (application, roles):
        monkeypatch.setattr(module, "ACCESS", {**roles.ACCESS, **more})
    monkeypatch.setattr("hoso.studio.access.guard.ACCESS", {**roles.ACCESS, **more})
    return TestClient(create_app(studio))


@pytest.fixture
def editor(trial: TestClient, studio: Studio) -> str:
    """The token of the session that the trial's client has."""
    signed = sign_in(studio, Role.EDITOR)
    trial.cookies.set(sessions.COOKIE, signed.cookie)
    return signed.csrf


def test_a_form_shows_its_token_in_a_field(trial: TestClient, editor: str) -> None:
    """And is read by its route all the same, in any alphabet."""
    answer = trial.post("/try/form", data={"csrf": editor, "words": "살 수 있는 길 & more"})
    assert answer.json() == "editor: 살 수 있는 길 & more"
    assert trial.post("/try/form", data={"words": "hello"}).status_code == 403
    assert trial.post("/try/form", data={"csrf": editor + "x", "words": "hello"}).status_code == 403
    assert trial.post("/try/form", data={"csrf": "ключ", "words": "hello"}).status_code == 403


def test_a_form_with_files_begins_with_its_token(trial: TestClient, editor: str) -> None:
    """The files after it are not read ahead, and come whole."""
    files = {"one": ("a.bin", b"\r\n--x\r\n" * 300_000), "other": ("나.bin", b"y" * 5)}
    answer = trial.post("/try/files", data={"csrf": editor, "words": "hi"}, files=files)
    assert answer.json() == ["hi", "a.bin 2100000", "나.bin 5"]
    late = trial.post("/try/files", data={"words": "hi", "csrf": editor}, files=files)
    assert late.status_code == 403
    named = trial.post("/try/files", data={"not-csrf": editor, "words": "hi"}, files=files)
    assert named.status_code == 403
    hidden = {"one": ('x"; name="csrf', editor.encode()), "other": ("b", b"")}
    assert trial.post("/try/files", data={}, files=hidden).status_code == 403


@pytest.mark.parametrize(
    "body", [b"", b"--b", b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n', b"x" * 10_000]
)
def test_a_torn_form_is_refused(trial: TestClient, editor: str, body: bytes) -> None:
    """Whatever it is torn at."""
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert trial.post("/try/files", content=body, headers=headers).status_code == 403
    assert (
        trial.post("/try/files", content=body, headers={"content-type": "multipart/form-data"}).status_code
        == 403
    )


def test_what_scripts_send_has_its_token_in_the_header(trial: TestClient, editor: str) -> None:
    """An upload of any length goes through without being read by the door."""
    body = b"z" * (3 * FORM_BYTES)
    headers = {"x-csrf-token": editor, "content-type": "application/octet-stream"}
    assert trial.put("/try/raw", content=body, headers=headers).json() == len(body)
    assert trial.put("/try/raw", content=body, headers={"content-type": "text/plain"}).status_code == 403


def test_a_form_is_no_upload(trial: TestClient, editor: str) -> None:
    """What the door has to read is limited."""
    answer = trial.post("/try/form", data={"csrf": editor, "words": "w" * FORM_BYTES})
    assert answer.status_code == 413
    crowded = {"csrf": editor, "words": "w"} | {f"field-{number}": "x" for number in range(1001)}
    assert trial.post("/try/form", data=crowded).status_code == 413


@pytest.mark.parametrize("kind", ["form", "files"])
def test_strangers_send_little(trial: TestClient, kind: str) -> None:
    """Nobody who is not signed in fills the memory or the disk."""
    assert trial.post("/try/anybody", data={"words": "hello"}).json() == 5
    words = "w" * STRANGERS_BYTES
    sent = {"data": {"words": words}} if kind == "form" else {"files": {"words": (None, words)}}
    assert trial.post("/try/anybody", **sent).status_code == 413


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, True),
        ({"origin": "http://studio.example:8600"}, True),
        ({"origin": "https://STUDIO.example:8600"}, True),
        ({"origin": "http://studio.example"}, False),
        ({"origin": "http://evil.example:8600"}, False),
        ({"origin": "null"}, False),
        ({}, True),
    ],
)
def test_where_a_request_comes_from(headers: dict[str, str], own: bool) -> None:
    """What the browser itself says counts most; a program says nothing."""
    assert same_site({"host": "studio.example:8600", **headers}) is own


def test_a_program_needs_no_form_token(trial: TestClient, studio: Studio, editor: str) -> None:
    """Its own token does, without a cookie; with a wrong one the cookie does not count."""
    trial.cookies.clear()
    (row,) = studio.database.connection.execute("SELECT id FROM people").fetchall()
    _, secret = tokens.make(studio.database, row["id"], "test", 1)
    data = {"words": "hello"}
    headers = {"authorization": f"Bearer {secret}"}
    assert trial.post("/try/form", data=data, headers=headers).json() == "editor: hello"
    (token,) = tokens.of_person(studio.database, row["id"])
    assert token.used is not None
    trial.cookies.set(sessions.COOKIE, "whatever")
    refused = trial.get("/api/me", headers={"authorization": "Bearer hoso_wrong"})
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"


def test_visits_are_written_down_once_a_minute(
    client_as: As, database: Database, forward: Forward, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at each request: that would be a write for every picture of a page."""
    client = client_as(Role.EDITOR)

    def seen() -> float:
        found: float = database.connection.execute("SELECT seen FROM sessions").fetchone()[0]
        return found

    first = seen()
    client.get("/api/me")
    assert seen() == first
    forward(sessions.SEEN_SECONDS + 1)
    client.get("/api/me")
    assert seen() > first + sessions.SEEN_SECONDS


def test_a_session_is_found_by_one_look(database: Database, olena: Person) -> None:
    """One query by the key of the table, as every request needs it."""
    secret = sessions.begin(database, olena.id)
    asked: list[str] = []
    database.connection.set_trace_callback(asked.append)
    assert sessions.find(database, secret) is not None
    database.connection.set_trace_callback(None)
    assert len(asked) == 1
    plan = database.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert all(row["detail"].startswith("SEARCH") for row in plan)


def test_a_router_outside_of_the_door_does_not_start(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a route that nobody said anything about."""
    stray = APIRouter()
    stray.get("/stray", name="stray.get")(lambda: None)
    monkeypatch.setattr(application, "ROUTERS", (*application.ROUTERS, stray))
    with pytest.raises(RuntimeError, match="GuardedRoute"):
        create_app(studio)
    unsaid = APIRouter(route_class=GuardedRoute)
    unsaid.get("/unsaid", name="unsaid.get")(lambda: None)
    monkeypatch.setattr(application, "ROUTERS", (*application.ROUTERS[:-1], unsaid))
    with pytest.raises(RuntimeError, match=r"unsaid\.get"):
        create_app(studio)


def test_safe_methods_change_nothing() -> None:
    """What is not checked for its origin."""
    assert {"GET", "HEAD", "OPTIONS"} == crossing.SAFE
