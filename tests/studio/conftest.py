"""A studio to test: real pages, a real database, a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from hoso.base.project import Project
from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.app import create_app
from hoso.studio.place import Studio
from hoso.studio.serving import Reach, Server
from hoso.studio.web.front import Front, built_front

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def front() -> Front:
    """The built front end; built once, then cached."""
    return built_front()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    for name in ("scripts", "videos", "subtitles"):
        (tmp_path / name).mkdir()
    return Project(tmp_path)


@pytest.fixture
def studio(project: Project, front: Front) -> Studio:
    """A studio of `project`."""
    return Studio(project, front, hosts=("testserver", "127.0.0.1", "localhost"))


def person(studio: Studio, name: str, role: Role) -> int:
    """Make an account; its id."""
    with studio.database.writing() as writing:
        made = writing.execute("INSERT INTO people (name, role) VALUES (?, ?)", (name, role.value))
        assert made.lastrowid is not None
        return made.lastrowid


@dataclass(frozen=True)
class SignedIn:
    """Somebody with a session."""

    cookie: str
    csrf: str


def sign_in(studio: Studio, role: Role, name: str | None = None) -> SignedIn:
    """A session of somebody new with `role`."""
    cookie = sessions.begin(studio.database, person(studio, name or role.value, role))
    session = sessions.find(studio.database, cookie)
    assert session is not None
    return SignedIn(cookie, session.csrf)


As = Callable[[Role | None], TestClient]


@pytest.fixture
def client_as(studio: Studio) -> Iterator[As]:
    """A client of somebody with a role, or of nobody; its CSRF token is sent along."""
    app = create_app(studio)
    clients = []

    def made(role: Role | None) -> TestClient:
        client = TestClient(app)
        clients.append(client)
        if role is not None:
            signed = sign_in(studio, role, f"{role.value}-{len(clients)}")
            client.cookies.set(sessions.COOKIE, signed.cookie)
            client.headers["X-CSRF-Token"] = signed.csrf
        return client

    yield made
    for client in clients:
        client.close()


@contextmanager
def serving(studio: Studio) -> Iterator[str]:
    """The address of `studio` on a real port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(studio, Reach(), lambda: None)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def served(studio: Studio) -> Iterator[str]:
    """The address of the studio on a real port."""
    with serving(studio) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; skipped with the reason where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


BrowserAs = Callable[[Role], "BrowserContext"]


@pytest.fixture
def browser_as(browser: Browser, studio: Studio, served: str) -> Iterator[BrowserAs]:
    """A browser window of somebody with a role, at the studio's address."""
    contexts: list[BrowserContext] = []

    def opened(role: Role) -> BrowserContext:
        context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 800})
        signed = sign_in(studio, role, f"{role.value}-{len(contexts)}")
        context.add_cookies([{"name": sessions.COOKIE, "value": signed.cookie, "url": served}])
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()
