"""A producer's day in a real browser: a script with an error is mended and saved, files are brought."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hoso.base.project import Project
from hoso.studio.access.roles import Role
from tests.studio.conftest import BrowserAs
from tests.studio.messages.conftest import SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITOR = ".cm-content"
WAIT_MS = 20_000
WRONG = SCRIPT.replace("card: contact", "card: contcat")


@pytest.fixture
def desk(browser_as: BrowserAs, message: Path) -> Iterator[Page]:
    """The script's page; nothing may be told on its console."""
    context = browser_as(Role.PRODUCER)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto("/messages/appeal/script")
    page.wait_for_selector(EDITOR)
    yield page
    # A refused save (412) is told by the browser itself.
    assert [line for line in told if "412" not in line] == []


def find(page: Page, words: str) -> None:
    """Put the cursor behind `words`, by the editor's own search."""
    page.locator(EDITOR).click()
    page.keyboard.press("Control+f")
    page.locator(".cm-search input[name=search]").fill(words)
    page.keyboard.press("Shift")  # it takes note when a key is let go
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")


def saved(page: Page) -> None:
    """Wait until it says so."""
    page.locator("#saved.good").wait_for()


def test_an_error_is_seen_at_its_line_and_mended(desk: Page, message: Path) -> None:
    """While typing; the list leads to it. A script with an error is saved all the same, and says so."""
    find(desk, "card: contact")
    for _ in range(len("contact")):
        desk.keyboard.press("Backspace")
    desk.keyboard.type("contcat")
    row = desk.locator("#problems li", has_text="contcat")
    row.wait_for()
    assert "It can be: title, text, steps, contact" in row.inner_text()
    assert desk.locator(".cm-lintRange-error").inner_text() == "contcat"
    assert desk.locator(".cm-gutter-lint .cm-lint-marker-error").count() == 1
    assert desk.locator("#saved").inner_text() == "Not saved yet"
    desk.keyboard.press("Control+s")
    saved(desk)
    assert message.read_text("utf-8") == WRONG
    assert "Errors: 1" in desk.locator("#verdict").inner_text()
    desk.locator(EDITOR).press("Control+Home")
    row.get_by_role("button").click()
    for _ in range(len("contcat")):
        desk.keyboard.press("Delete")
    desk.keyboard.type("contact")
    desk.locator("#verdict", has_text="Nothing is wrong").wait_for()
    desk.locator("#save").click()
    saved(desk)
    assert message.read_text("utf-8") == SCRIPT


def test_keys_channels_and_files_are_completed(desk: Page, message: Path) -> None:
    """Those that may stand at the cursor, and no others."""
    find(desk, "channels: [telegram")
    desk.keyboard.type(", you")
    desk.get_by_role("option", name="youtube").click()
    find(desk, "source: Проєкт")
    desk.keyboard.press("Enter")
    desk.keyboard.type("mus")
    option = desk.get_by_role("option", name="music")
    option.wait_for()
    assert desk.get_by_role("option").all_inner_texts()[0].startswith("music")
    option.click()
    desk.keyboard.type("{file: app")
    desk.get_by_role("option", name="appeal/hello.ko.wav").click()
    desk.keyboard.press("Control+s")
    saved(desk)
    text = message.read_text("utf-8")
    assert "channels: [telegram, youtube]" in text
    assert "music: {file: appeal/hello.ko.wav}" in text


def test_what_is_not_saved_survives_a_reload(desk: Page, message: Path) -> None:
    """And can be gone on with, or discarded."""
    find(desk, "Солдатам")
    desk.keyboard.type(" и офицерам")
    desk.reload()
    banner = desk.locator("#told .banner")
    banner.wait_for()
    assert "офицерам" not in desk.locator(EDITOR).inner_text()
    banner.get_by_role("button", name="Go on with it").click()
    assert "Солдатам и офицерам" in desk.locator(EDITOR).inner_text()
    message.write_text(SCRIPT + "# by hand\n", "utf-8")
    desk.keyboard.press("Control+s")
    saved(desk)
    assert message.read_text("utf-8") == SCRIPT.replace("Солдатам", "Солдатам и офицерам") + "# by hand\n"
    assert "# by hand" in desk.locator(EDITOR).inner_text()
    find(desk, "офицерам")
    desk.keyboard.type("!")
    desk.reload()
    banner.get_by_role("button", name="Discard it").click()
    desk.reload()
    desk.wait_for_selector(EDITOR)
    assert banner.count() == 0


def test_two_change_the_same_line(desk: Page, message: Path) -> None:
    """Both are shown side by side; what somebody makes of them is saved."""
    find(desk, "Солдатам")
    desk.keyboard.type(" и офицерам")
    theirs = SCRIPT.replace("Солдатам", "Бойцам").replace("Свяжитесь", "Свяжитесь скорее")
    message.write_text(theirs, "utf-8")
    desk.keyboard.press("Control+s")
    dialog = desk.locator("#merge")
    dialog.wait_for()
    sides = dialog.locator(EDITOR)
    assert "Бойцам" in sides.nth(0).inner_text()
    assert "Солдатам и офицерам" in sides.nth(1).inner_text()
    assert message.read_text("utf-8") == theirs
    dialog.get_by_role("button", name="Take theirs").last.click()
    dialog.get_by_role("button", name="Save what is at the right").click()
    saved(desk)
    text = message.read_text("utf-8")
    assert "Солдатам и офицерам" in text
    assert "Свяжитесь скорее" in text
    assert desk.locator("#saved").inner_text() == "Saved"


def test_who_may_not_write_reads(browser_as: BrowserAs, message: Path) -> None:
    """With what is wrong with it."""
    message.write_text(WRONG, "utf-8")
    page = browser_as(Role.EDITOR).new_page()
    page.goto("/messages/appeal/script")
    page.locator("#problems li", has_text="contcat").wait_for()
    assert page.locator("#save").count() == 0
    page.locator(EDITOR).click()
    page.keyboard.type("x")
    assert page.locator(EDITOR).get_attribute("aria-readonly") == "true"
    assert "x" not in page.locator(".cm-line").first.inner_text()


def test_shared_settings_are_written_in_the_browser(browser_as: BrowserAs, project: Project) -> None:
    """And refuse what lets programs run, at its line."""
    page = browser_as(Role.OWNER).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/settings")
    page.locator(EDITOR).click()
    page.keyboard.insert_text("source: Проєкт\nchannels: [telegram]\n")
    page.keyboard.press("Control+s")
    saved(page)
    page.keyboard.insert_text("allow_clips: true\n")
    page.keyboard.press("Control+s")
    page.locator("#toasts .bad", has_text="can't be changed here").wait_for()
    page.locator("#problems li", has_text="can't be changed here").wait_for()
    assert project.settings.read_text("utf-8") == "source: Проєкт\nchannels: [telegram]\n"


def test_files_are_chosen_and_dropped(
    browser_as: BrowserAs, project: Project, message: Path, goods: Path
) -> None:
    """Several at once; what is no film is refused, a name that is taken is asked about."""
    page = browser_as(Role.PRODUCER).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/files")
    bad = goods / "not-a-film.mp4"
    bad.write_text("#!/bin/sh\n")
    page.set_input_files("#choose", [goods / "film.mp4", goods / "picture.png", bad])
    page.locator("#uploads li", has_text="film.mp4").filter(has_text="It is here").wait_for()
    assert (
        "place" in page.locator("#uploads li", has_text="It is here").filter(has_text="film.mp4").inner_text()
    )
    page.locator("#uploads li", has_text="picture.png").filter(has_text="It is here").wait_for()
    page.locator("#uploads li", has_text="can't be read").wait_for()
    page.locator("table.files", has_text="picture.png").wait_for()
    assert (project.videos / "film.mp4").read_bytes() == (goods / "film.mp4").read_bytes()
    assert not (project.videos / "not-a-film.mp4").exists()
    drop(page, goods / "picture.png")
    row = page.locator("#uploads li").first
    row.filter(has_text="There is a picture.png already").wait_for()
    row.get_by_role("button", name="Keep both").click()
    row.filter(has_text="It is here, as picture-2.png").wait_for()
    page.locator("table.files", has_text="picture-2.png").wait_for()
    assert (project.videos / "picture-2.png").is_file()


def test_a_file_is_seen(browser_as: BrowserAs, message: Path) -> None:
    """By the link in the list, in the browser's own player."""
    context = browser_as(Role.EDITOR)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/files")
    with context.expect_page() as opening:
        page.get_by_role("link", name="겨울 들판's 1.mp4").click()
    opened = opening.value
    opened.locator("video").wait_for()
    seen = opened.evaluate(
        """() => new Promise((resolve) => {
            const video = document.querySelector("video");
            const tell = () => resolve([video.videoWidth, Math.round(video.duration)]);
            if (video.readyState > 0) tell(); else video.addEventListener("loadedmetadata", tell);
        })"""
    )
    assert seen == [320, 6]


def test_an_upload_goes_on_after_a_reload(browser_as: BrowserAs, project: Project, goods: Path) -> None:
    """The page is left in the middle; the same file chosen again goes on where it stopped."""
    page = browser_as(Role.PRODUCER).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/files")
    data = (goods / "picture.png").read_bytes()
    stopped = page.evaluate(HALF, [base64.b64encode(data).decode(), len(data)])
    assert stopped == 204
    page.reload()
    page.locator("#unfinished", has_text="picture.png").wait_for()
    pieces: list[int] = []

    def note(request: object) -> None:
        headers = getattr(request, "headers", {})
        if getattr(request, "method", "") == "PATCH":
            pieces.append(int(headers["upload-offset"]))

    page.on("request", note)
    page.evaluate(RESUME, base64.b64encode(data).decode())
    page.locator("#uploads li", has_text="It is here").wait_for()
    assert pieces == [100]
    assert (project.videos / "picture.png").read_bytes() == data


def test_a_recording_is_chosen_beside_its_line(
    browser_as: BrowserAs, project: Project, message: Path, goods: Path
) -> None:
    """Whatever the file is called."""
    (project.videos / "appeal" / "2.ko.wav").unlink()
    page = browser_as(Role.OWNER).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/files/recordings/appeal")
    page.set_input_files('[data-line="2.ko"]', goods / "sound.wav")
    page.locator("table.lines audio").nth(1).wait_for()
    assert (project.videos / "appeal" / "2.ko.wav").is_file()


def test_messages_are_looked_for_and_managed(browser_as: BrowserAs, project: Project, message: Path) -> None:
    """Begun, found, deleted after a question."""
    page = browser_as(Role.PRODUCER).new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto("/messages/new")
    page.get_by_label("Name").fill("새-호소")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector(EDITOR)
    page.goto("/messages")
    page.locator("#q").fill("새-호")
    page.locator("#rows .counted", has_text="1 message").wait_for()
    assert re.search(r"[?&]q=", page.url)
    page.locator("a.title").click()
    page.get_by_role("button", name="Delete").click()
    page.locator("#confirm").get_by_role("button", name="Delete").click()
    page.wait_for_url("**/trash")
    assert not (project.scripts / "새-호소.yaml").exists()


def drop(page: Page, path: Path) -> None:
    """What dragging a file from the desktop does."""
    data = base64.b64encode(path.read_bytes()).decode()
    transfer = page.evaluate_handle(
        """([data, name]) => {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], name, { type: "image/png" }));
            return transfer;
        }""",
        [data, path.name],
    )
    page.dispatch_event("[data-drop]", "dragover", {"dataTransfer": transfer})
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer})


FILE = """
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const file = new File([bytes], "picture.png", { type: "image/png", lastModified: 1000 });
"""
HALF = (
    """async ([data, size]) => {"""
    + FILE
    + """
    const token = document.querySelector('meta[name="csrf-token"]').content;
    const tus = { "Tus-Resumable": "1.0.0", "X-CSRF-Token": token };
    const named = btoa("picture.png");
    const told = `filename ${named},clash ${btoa("refuse")}`;
    const begun = await fetch("/api/uploads", { method: "POST", headers: {
        ...tus, "Upload-Length": String(size), "Upload-Metadata": told } });
    const at = begun.headers.get("Location");
    const sent = await fetch(at, { method: "PATCH", body: file.slice(0, 100), headers: {
        ...tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" } });
    const print = ["hoso", "picture.png", "", "refuse", size, 1000].join("-");
    const uploadUrl = new URL(at, location.href).href;
    const kept = { size, metadata: {}, creationTime: new Date().toString(), uploadUrl };
    localStorage.setItem(`tus::${print}::1`, JSON.stringify(kept));
    return sent.status;
}"""
)
"""What a page has done that was left after the first 100 bytes: the studio has them, the browser knows."""
RESUME = (
    """(data) => {"""
    + FILE
    + """
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = document.getElementById("choose");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
)
