"""Errors are told as JSON to scripts, as notices to htmx, as pages to people; never with what is inside."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient

from hoso.base.jobs import Cancelled
from hoso.base.problems import HosoError, InputError, Problem
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Role
from hoso.studio.app import create_app
from hoso.studio.place import Studio
from hoso.studio.web.words import Dictionary
from tests.studio.conftest import As

REFUSED = RefusedError("language", languages="en")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def failing(studio: Studio) -> Iterator[TestClient]:
    """The studio with routes that fail in every way, below /api and elsewhere."""
    app = create_app(studio)
    for base in ("/api/fail", "/fail"):
        _add_failures(app, base, studio)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def _add_failures(app: FastAPI, base: str, studio: Studio) -> None:
    failures = {
        "input": InputError(
            [Problem("no such voice", "choose one", studio.project.scripts / "a.yaml", 2, 1)]
        ),
        "work": HosoError("the disk is full", "delete something"),
        "refused": REFUSED,
        "cancelled": Cancelled(),
        "forbidden": HTTPException(403),
        "outdated": HTTPException(403, "csrf"),
        "busy": HTTPException(429, headers={"Retry-After": "7"}),
        "teapot": HTTPException(418, "short and stout"),
        "nobody": HTTPException(401),
        "bug": ZeroDivisionError(f"secret {studio.project.root}"),
    }

    def fail(how: str) -> None:
        raise failures[how]

    app.add_api_route(f"{base}/{{how}}", fail, methods=["GET", "POST"])


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("input", 422),
        ("work", 409),
        ("cancelled", 409),
        ("forbidden", 403),
        ("outdated", 403),
        ("teapot", 418),
    ],
)
def test_every_error_is_told_in_three_ways(failing: TestClient, how: str, status: int) -> None:
    """The same status; as problems, as a notice at the edge of the page, as a page with the way on."""
    told = failing.get(f"/api/fail/{how}")
    assert told.status_code == status
    problems = told.json()["problems"]
    assert problems[0]["message"]
    shown = failing.get(f"/fail/{how}")
    assert shown.status_code == status
    assert "<!doctype html>" in shown.text
    assert 'href="/"' in shown.text
    notice = failing.get(f"/fail/{how}", headers=HTMX)
    assert notice.status_code == status
    assert (notice.headers["HX-Retarget"], notice.headers["HX-Reswap"]) == ("#toasts", "beforeend")
    assert notice.text.lstrip().startswith('<div class="toast')


def test_problems_keep_their_place_and_remedy(failing: TestClient) -> None:
    """Relative to the project."""
    problem = failing.get("/api/fail/input").json()["problems"][0]
    assert (problem["file"], problem["line"], problem["remedy"]) == ("scripts/a.yaml", 2, "choose one")
    assert "scripts/a.yaml:2" in failing.get("/fail/input").text
    assert "delete something" in failing.get("/fail/work", headers=HTMX).text


def test_what_is_sent_is_checked(failing: TestClient) -> None:
    """A form or a body that does not fit names the field."""
    told = failing.post("/api/language", data={})
    assert told.status_code == 404
    told = failing.post("/language", data={})
    assert told.status_code == 422
    assert "language: Field required" in told.text


def test_a_bug_is_logged_under_a_number_and_told_without_what_is_inside(
    failing: TestClient, caplog: pytest.LogCaptureFixture, studio: Studio
) -> None:
    """The number that the person sees leads to the traceback."""
    for path in ("/api/fail/bug", "/fail/bug"):
        caplog.clear()
        with caplog.at_level(logging.ERROR, "hoso.studio"):
            told = failing.get(path)
        assert told.status_code == 500
        number = re.search(r"error ([0-9a-f]{8}) at GET " + path, caplog.text)
        assert number is not None
        assert number[1] in told.text
        assert "ZeroDivisionError" in caplog.text
        assert "ZeroDivisionError" not in told.text
        assert str(studio.project.root) not in told.text


def test_nobody_is_led_to_the_door_and_back(failing: TestClient) -> None:
    """Pages redirect, htmx is told to, scripts get the status; nobody comes back to a form."""
    assert failing.get("/api/fail/nobody").status_code == 401
    sent = failing.get("/fail/nobody?a=1", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/sign-in?next=/fail/nobody%3Fa%3D1")
    assert failing.post("/fail/nobody", follow_redirects=False).headers["location"] == "/sign-in"
    told = failing.get(
        "/fail/nobody", headers={**HTMX, "HX-Current-URL": "https://evil.example/messages?q=1"}
    )
    assert told.headers["HX-Redirect"] == "/sign-in?next=/messages%3Fq%3D1"


def test_headers_of_an_error_stay(failing: TestClient) -> None:
    """When to come back is said in all three ways."""
    for path, headers in (("/api/fail/busy", {}), ("/fail/busy", {}), ("/fail/busy", HTMX)):
        assert failing.get(path, headers=headers).headers["Retry-After"] == "7"


def test_an_address_that_there_is_not_looks_like_the_rest(client_as: As) -> None:
    """In the person's language, with their places; for nobody too."""
    client = client_as(Role.OWNER)
    client.post("/language", data={"language": "uk"})
    told = client.get("/no/such/page")
    assert told.status_code == 404
    assert '<html lang="uk"' in told.text
    assert "Тут нічого немає" in told.text
    assert 'href="/messages"' in told.text
    assert client_as(None).get("/no/such/page").status_code == 404
    assert client.get("/api/no/such/thing").json()["problems"][0]["message"] == "Тут нічого немає"
    assert client.get("/front/no-such-file.js").status_code == 404


def test_what_is_refused_is_told_in_the_readers_language(failing: TestClient) -> None:
    """Where the studio has the words; what the pipeline says is marked as English."""
    uk = {"Accept-Language": "uk"}
    refused = failing.get("/fail/refused", headers=uk).text
    assert REFUSED.told(Dictionary().say("uk")) in refused
    assert 'class="list problems" lang="en"' not in refused
    assert 'class="list problems" lang="en"' in failing.get("/fail/work", headers=uk).text
