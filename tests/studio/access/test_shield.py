"""What is around every answer: hosts, headers, cookies."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from hoso.studio.access import audit
from hoso.studio.access.audit import Sought
from hoso.studio.access.roles import Person, Role
from hoso.studio.app import create_app
from hoso.studio.place import Studio
from tests.studio.access.conftest import PASSWORD
from tests.studio.conftest import As

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; "
    "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
)


@pytest.mark.parametrize(
    "host", ["testserver", "TestServer", "testserver:8600", "127.0.0.1", "127.0.0.1:8600", "localhost:1"]
)
def test_its_own_names_are_answered(client_as: As, host: str) -> None:
    """With and without a port."""
    assert client_as(None).get("/sign-in", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.evil.example", "eviltestserver", "127.0.0.2", "[::2]", "127.0.0.1.nip.io"],
)
def test_other_names_are_refused(client_as: As, host: str) -> None:
    """Somebody's domain that points here (DNS rebinding) gets nothing, neither page nor front end."""
    client = client_as(Role.OWNER)
    for path in ("/sign-in", "/api/me", "/front/icon.svg", "/nothing"):
        answer = client.get(path, headers={"host": host})
        assert answer.status_code == 421
        assert answer.headers["content-security-policy"]
    assert f"--name {host}" in client.get("/", headers={"host": "studio.example"}).text.replace(
        "studio.example", host
    )


@pytest.mark.parametrize("host", ["<script>", "a b", "x" * 10 + "\\"])
def test_a_refusal_repeats_nothing_odd(client_as: As, host: str) -> None:
    """What is no name is not said back."""
    answer = client_as(None).get("/", headers={"host": host})
    assert answer.status_code == 421
    assert host not in answer.text


def test_a_request_names_one_host(client_as: As) -> None:
    """Two could be read in two ways by two programs."""
    answer = client_as(None).get("/sign-in", headers=[("host", "testserver"), ("host", "127.0.0.1")])
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("host", "status"), [("192.0.2.7:8600", 200), ("192.0.2.8", 421), ("[2001:db8::7]", 421)]
)
def test_the_number_that_is_called_is_answered(studio: Studio, host: str, status: int) -> None:
    """A number can't be pointed elsewhere: where the studio listens everywhere, people call it so."""
    client = TestClient(create_app(studio), base_url="http://192.0.2.7:8600")
    assert client.get("/sign-in", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "path", ["/sign-in", "/account", "/nothing", "/api/nothing", "/api/me", "/front/icon.svg"]
)
def test_every_answer_binds_the_browser(client_as: As, path: str) -> None:
    """Also errors and files."""
    headers = client_as(Role.EDITOR).get(path).headers
    nonce = re.search(r"'nonce-([\w-]+)'", headers["content-security-policy"])
    assert nonce is not None
    assert headers["content-security-policy"] == POLICY.format(nonce=nonce[1])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "microphone=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers


def test_what_breaks_is_bound_too(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page about an unexpected error is a page."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hoso.studio.access.links.invited", broken)
    client = TestClient(create_app(studio), raise_server_exceptions=False)
    answer = client.get("/enter/something")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_each_answer_has_its_own_nonce(client_as: As) -> None:
    """The page carries the one of its own policy."""
    client = client_as(None)
    found = set()
    for _ in range(3):
        answer = client.get("/sign-in")
        nonce = re.search(r'<meta name="csp-nonce" content="([\w-]{16,})">', answer.text)
        assert nonce is not None
        assert f"'nonce-{nonce[1]}'" in answer.headers["content-security-policy"]
        found.add(nonce[1])
    assert len(found) == 3


def test_pages_are_kept_nowhere_and_built_files_for_long(client_as: As, studio: Studio) -> None:
    """A page of somebody who signed out is not got back from the cache."""
    client = client_as(Role.OWNER)
    assert client.get("/account").headers["cache-control"] == "no-store"
    script = client.get(studio.front.url("pages"))
    assert script.status_code == 200
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    icon = client.get("/front/icon.svg").headers
    assert icon["cache-control"] == "public, no-cache"
    again = client.get("/front/icon.svg", headers={"if-none-match": icon["etag"]})
    assert again.status_code == 304


def test_https_is_kept_to(studio: Studio, olena: Person) -> None:
    """Behind a proxy that speaks it: the browser asks by https alone from then on, for the cookie too."""
    plain, safe = (
        TestClient(create_app(studio), base_url=f"{scheme}://testserver") for scheme in ("http", "https")
    )
    assert "strict-transport-security" in safe.get("/sign-in").headers
    form = {"name": "Олена", "password": PASSWORD}
    insecure = plain.post("/sign-in", data=form, follow_redirects=False).headers["set-cookie"]
    secure = safe.post("/sign-in", data=form, follow_redirects=False).headers["set-cookie"]
    assert "Secure" not in insecure
    assert "Secure" in secure
    for cookie in (insecure, secure):
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Path=/" in cookie
    studio.https = True
    behind = plain.post("/sign-in", data=form, follow_redirects=False).headers["set-cookie"]
    assert "Secure" in behind


def test_the_callers_address_is_written_down(client_as: As, studio: Studio) -> None:
    """In the audit log, whoever writes there."""
    client_as(Role.OWNER).post("/sign-out")
    assert audit.entries(studio.database, Sought(action="access.sign-out"))[0].address == "testclient"
