"""Every page that there is: usable by everybody, within its policy, without errors, on a phone too.

A new page is walked by itself; one with a new kind of name in its address says in PARTS what to put there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_type_hints

import pytest
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.pipeline.render import render_all
from hoso.pipeline.request import Request
from hoso.studio.access import people, sessions
from hoso.studio.access.roles import ACCESS, SIGNED_IN, Person, Role
from hoso.studio.app import ROUTERS
from hoso.studio.jobs.queue import Wish, enqueue
from hoso.studio.place import Studio
from hoso.studio.web.front import Front
from tests.studio.conftest import serving
from tests.studio.jobs.jobs_material import fill
from tests.studio.web import axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    Visit = Callable[..., None]

ROUTES = {
    route.path: route
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute) and "GET" in (route.methods or ())
}
PARTIAL = frozenset({"/running"})
"""What htmx and scripts put into pages; seen there."""
PAGES = sorted(
    path
    for path, route in ROUTES.items()
    if not path.startswith("/api/")
    and path not in PARTIAL
    and get_type_hints(route.endpoint).get("return") is HTMLResponse
)
PARTS = {"name": "quick", "message": "quick", "number": "1"}
"""What stands for each kind of name in an address."""


SETTLED_MS = 150
"""After loading, until scripts have put together what they show."""
SHOWN: dict[str, Literal["light", "dark"]] = {"desk": "light", "phone": "dark"}
SIZES = {"desk": (1280, 800), "phone": (390, 844)}
LANGUAGES = {"desk": "en", "phone": "uk"}
"""Ukrainian words are the longest: if these fit on a phone, the others do."""


@dataclass(frozen=True)
class World:
    """A studio with something of everything, at an address, and somebody who may see all of it."""

    studio: Studio
    address: str
    owner: Person

    def path(self, pattern: str) -> str:
        """The address of a page whose names are those of what is here."""
        return re.sub(r"\{(\w+)(?::\w+)?\}", lambda name: PARTS[name[1]], pattern)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, front: Front) -> Iterator[World]:
    """A project with messages of all kinds: one is released, one waits to be, one is broken."""
    project = Project(tmp_path_factory.mktemp("world"))
    for folder in (project.scripts, project.videos, project.subtitles):
        folder.mkdir()
    fill(project)
    request = Request((project.scripts / "quick.yaml",), draft=True, workers=2)
    assert not render_all(project, request, CancelToken(), ignore).failed
    studio = Studio(project, front)
    owner = people.add(studio.database, "Олена Коваль", Role.OWNER, "correct horse battery")
    enqueue(studio.database, Wish("render", "broken"), owner)
    with serving(studio) as address:
        yield World(studio, address, owner)


@pytest.fixture(params=list(SIZES))
def visit(request: pytest.FixtureRequest, world: World, browser: Browser) -> Iterator[Visit]:
    """Opens pages: at a desk in light and English, on a phone in dark and Ukrainian."""
    people.set_language(world.studio.database, world.owner.id, LANGUAGES[request.param])
    width, height = SIZES[request.param]
    context = browser.new_context(
        base_url=world.address,
        viewport={"width": width, "height": height},
        color_scheme=SHOWN[request.param],
        locale=LANGUAGES[request.param],
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def opened(path: str, status: int = 200) -> None:
        name = ROUTES[path].name if path in ROUTES else ""
        if ACCESS.get(name, SIGNED_IN) is not None:
            secret = sessions.begin(world.studio.database, world.owner.id)
            context.add_cookies([{"name": sessions.COOKIE, "value": secret, "url": world.address}])
        answer = page.goto(world.path(path))
        assert answer is not None
        assert answer.status == status
        page.wait_for_timeout(SETTLED_MS)
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [each for each in complaints if f"status of {status}" not in each] == []

    yield opened
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_use_every_page(visit: Visit, path: str) -> None:
    """No violation of WCAG 2.2 AA, no word on the console, nothing wider than the screen."""
    visit(path)


def test_everybody_can_read_what_went_wrong(visit: Visit) -> None:
    """The page for an address that there is not."""
    visit("/no/such/page", 404)


def test_pages_are_walked() -> None:
    """The list above is not empty by mistake, and nothing that shows a page hides from it."""
    assert "/messages" in PAGES
    hidden = {
        path
        for path, route in ROUTES.items()
        if route.response_class is HTMLResponse and path not in PAGES and path not in PARTIAL
    }
    assert not hidden
