"""A producer's render in a real browser: started from the page, watched, reloaded, cancelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from hoso.base.project import Project
from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs import queue
from hoso.studio.jobs.queue import Wish
from hoso.studio.place import Studio
from tests.studio.conftest import BrowserAs
from tests.studio.jobs.jobs_material import encoders, fill, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLOW_MS = 120_000
"""The machine may be busy with other things."""


@pytest.fixture(autouse=True)
def messages(project: Project) -> None:
    """There is something to render."""
    fill(project)


def done(page: Page) -> int:
    """How many segments the page says are done."""
    rows = page.locator("li.stage", has_text="Picture")
    return sum(int(count) for count in rows.locator('[data-field="done"]').all_inner_texts())


def test_a_render_is_started_watched_reloaded_and_cancelled(browser_as: BrowserAs, project: Project) -> None:
    """By keyboard as far as it goes; the progress is there again after the reload."""
    page = browser_as(Role.PRODUCER).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto("/messages/long/render")
    page.get_by_role("button", name="None").press("Enter")
    assert page.locator('input[name="channels"]:checked').count() == 0
    page.get_by_role("checkbox", name="large").press("Space")
    page.get_by_role("radio", name="Draft").press("ArrowRight")
    expect(page.get_by_role("radio", name="Full")).to_be_checked()
    page.get_by_role("button", name="Render", exact=True).press("Enter")

    page.wait_for_url(re.compile(r"/jobs/\d+$"))
    expect(page.locator("h1")).to_contain_text("long")
    expect(page.locator("h1 .badge")).to_have_text("Running", timeout=SLOW_MS)
    expect(page.get_by_role("progressbar", name="Picture").first).to_be_visible(timeout=SLOW_MS)
    page.wait_for_function(
        """() => [...document.querySelectorAll('li.stage')].some(row => /Picture/.test(row.textContent)
             && Number(row.querySelector('[data-field="done"]').textContent) >= 1)""",
        timeout=SLOW_MS,
    )
    before = done(page)

    page.reload()
    assert done(page) >= before >= 1
    expect(page.locator("h1 .badge")).to_have_text("Running")
    assert "Voice" in page.locator(".stages").inner_text()
    expect(page.get_by_role("status").filter(has_text="%")).to_have_count(1, timeout=SLOW_MS)

    until(lambda: encoders(project))
    page.get_by_role("button", name="Cancel the render of long").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Cancel the render").press("Enter")
    until(lambda: not encoders(project), 5)
    expect(page.locator("h1 .badge")).to_have_text("Cancelled", timeout=10_000)
    expect(page.get_by_role("button", name="Start again")).to_be_visible()
    assert complaints == []


def test_the_queue_follows_what_happens(browser_as: BrowserAs, studio: Studio) -> None:
    """Without a reload: what others start appears, runs, and is finished; a failure says why."""
    page = browser_as(Role.EDITOR).new_page()
    page.goto("/jobs")
    expect(page.locator("main")).to_contain_text("Nothing has been rendered here yet")
    queue.enqueue(studio.database, Wish("render", "broken"), Person(1, "Anna", Role.PRODUCER))
    finished = page.locator("tr", has_text="broken")
    expect(finished).to_contain_text("Failed", timeout=SLOW_MS)
    finished.get_by_role("link").click()
    expect(page.get_by_role("heading", name="It could not be made")).to_be_visible()
    expect(page.locator("main")).to_contain_text("there is no nowhere.png in videos/")
    page.get_by_role("link", name="Log").click()
    assert "scripts/broken.yaml" in page.locator("body").inner_text()


def test_a_job_that_waits_says_what_goes_before(browser_as: BrowserAs, studio: Studio) -> None:
    """And becomes a finished one on the open page."""
    anna = Person(1, "Anna", Role.PRODUCER)
    first = queue.enqueue(studio.database, Wish("render", "long", channels=("large",)), anna)
    second = queue.enqueue(studio.database, Wish("render", "broken"), anna)
    page = browser_as(Role.PRODUCER).new_page()
    page.goto(f"/jobs/{second}")
    expect(page.locator("#job-ahead")).to_have_text("Renders that go before it: 1")
    expect(page.locator(".pending")).to_contain_text("Waiting for its turn")
    queue.cancel(studio.database, first, anna)
    expect(page.locator("h1 .badge")).to_have_text("Failed", timeout=SLOW_MS)
    expect(page.get_by_role("button", name="Start again")).to_be_visible()
