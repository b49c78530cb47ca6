"""Every page that there is: usable by everybody, within its policy, without errors, on a phone too.

A new page is walked by itself; what its address takes beside the name of a message stands in `world`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pytest

from hoso.base.project import Project
from hoso.pipeline.settings import settings_sheet
from hoso.pipeline.writing import script_sheet
from hoso.release.manifest import read_manifest
from hoso.studio.access import links, people, sessions
from hoso.studio.access.roles import ACCESS, SIGNED_IN, Person, Role
from hoso.studio.app import guarded_routes
from hoso.studio.jobs.queue import Wish, enqueue, open_count
from hoso.studio.messages import saving
from hoso.studio.messages.past import past
from hoso.studio.place import Studio
from hoso.studio.releases.shares import ShareWish, create
from hoso.studio.web.front import Front
from tests.studio.conftest import serving
from tests.studio.jobs.jobs_material import fill, until
from tests.studio.web import axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    Visit = Callable[..., None]

ROUTES = {
    route.path: route.name
    for route in guarded_routes()
    if "GET" in (route.methods or ()) and not route.path.startswith("/api/")
}
NO_PAGES = re.compile(
    r"""/ | /running | /audit.csv | /jobs/queue | /jobs/\{number\}/(outcome|files/.*)
    | /messages/\{name\}/(poster|problems) | /files/(facts|open|thumbnail)/.* | /fonts/.*
    | /(releases/\{message\}/\{version\}|s/\{secret\})/(files|view|zip|report).*""",
    re.VERBOSE,
)
"""Files, and what scripts put into pages, where it is seen."""
PAGES = sorted(path for path in (*ROUTES, "/api/docs") if not NO_PAGES.fullmatch(path))
WHO_BROKE_THE_POLICY = """addEventListener("securitypolicyviolation", event =>
  console.error(event.violatedDirective, event.sourceFile, event.lineNumber, event.columnNumber))"""
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
    parts: Mapping[str, str]
    """What stands for each kind of name in an address."""

    def path(self, pattern: str) -> str:
        """The address of a page whose names are those of what is here."""
        found = re.sub(r"\{(\w+)(?::\w+)?\}", lambda name: self.parts[f"{pattern}#{name[1]}"], pattern)
        return found + self.parts.get(pattern, "")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, front: Front) -> Iterator[World]:
    """Messages of all kinds: released twice and shared, rendered without success, not rendered."""
    project = Project(tmp_path_factory.mktemp("world"))
    for folder in (project.scripts, project.videos, project.subtitles):
        folder.mkdir()
    fill(project)
    studio = Studio(project, front)
    owner = people.add(studio.database, "Олена Коваль", Role.OWNER, "correct horse battery")
    with serving(studio) as address:
        done = enqueue(studio.database, Wish("render", "quick"), owner)
        enqueue(studio.database, Wish("render", "broken"), owner)
        until(lambda: open_count(studio.database) == 0, seconds=120)
        first = read_manifest(project.outputs / "quick")
        stamps = changed(studio, owner)
        enqueue(studio.database, Wish("render", "quick"), owner)
        until(lambda: open_count(studio.database) == 0, seconds=120)
        second = read_manifest(project.outputs / "quick")
        assert first is not None
        assert second is not None
        wish = ShareWish(second.version, "release", "", "Канал", reason="для проби")
        _, secret = create(studio.database, second, wish, owner)
        invited = people.add(studio.database, "Тарас", Role.EDITOR)
        parts = defaultdict(
            lambda: "quick",
            {
                "/jobs/{number}#number": str(done),
                "/messages/{name}/history/{stamp}#stamp": stamps[0],
                "/settings/history/{stamp}#stamp": stamps[1],
                "/releases/{message}/compare": f"?before={first.version}",
                "/s/{secret}#secret": secret,
                "/enter/{secret}#secret": links.invite(studio.database, invited.id),
            },
        )
        yield World(studio, address, owner, parts)


def changed(studio: Studio, person: Person) -> tuple[str, str]:
    """Change the script and the settings, and throw a message away; the stamps of what was there before."""
    settings = settings_sheet(studio.project)
    script = script_sheet(studio.project, studio.project.scripts / "quick.yaml")
    text = script.read().text.replace("항복하십시오!", "살아야 합니다!")
    saving.save(studio, person, "quick", text, None)
    saving.save_settings(studio, person, settings.read().text + "# changed\n", None)
    saving.delete(studio, person, saving.create(studio, person, "gone", "quick"))
    database = studio.database
    return past(database, script, "quick")[0].stamp, past(database, settings, saving.SETTINGS)[0].stamp


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
    page.add_init_script(WHO_BROKE_THE_POLICY)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def opened(path: str, status: int = 200) -> None:
        if ACCESS.get(ROUTES.get(path, ""), SIGNED_IN) is not None:
            secret = sessions.begin(world.studio.database, world.owner.id)
            context.add_cookies([{"name": sessions.COOKIE, "value": secret, "url": world.address}])
        answer = page.goto(world.path(path))
        assert answer is not None
        assert answer.status == status
        assert answer.headers["content-type"].startswith("text/html"), "no page: name it in NO_PAGES"
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
