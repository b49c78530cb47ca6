"""A channel admin's day in a real browser: download with resume, copy, approve, share."""

from __future__ import annotations

import hashlib
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hoso.release.manifest import FileEntry
from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.studio.releases import shares
from tests.studio.conftest import BrowserAs, sign_in
from tests.studio.releases.releases_material import MESSAGE, audit, change, manifest_of, shared

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = f"/releases/{MESSAGE}"
CUT_AFTER = 120_000
"""Bytes of an answer after which the bad connection breaks, once."""


def test_a_download_survives_a_bad_connection(
    browser: Browser, studio: Studio, served: str, tmp_path: Path
) -> None:
    """It breaks off half-way, the browser takes it up by itself, the file is whole; the log has one line."""
    with broken_once(served) as (address, ranges):
        context = browser.new_context(base_url=address, accept_downloads=True)
        cookie = sign_in(studio, Role.PRODUCER, "Petro").cookie
        context.add_cookies([{"name": sessions.COOKIE, "value": cookie, "url": address}])
        page = context.new_page()
        page.goto(PAGE)
        with page.expect_download() as started:
            page.get_by_role("article", name="A loudspeaker").get_by_role("link", name="Download").click()
        saved = tmp_path / started.value.suggested_filename
        started.value.save_as(saved)
        context.close()
    sound = next(entry for entry in manifest_of(studio.project).files if entry.path == "ko/horn.wav")
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == sound.sha256
    assert saved.name == f"{MESSAGE}_ko_horn_{manifest_of(studio.project).version}.wav"
    assert [each for each in ranges if each and not each.startswith("bytes=0-")]
    assert [row[1] for row in audit(studio)] == ["release.download"]


def test_the_report_shows_its_korean(browser_as: BrowserAs, studio: Studio) -> None:
    """At first sight, also on a machine without Korean type, where all of its signs would be the same box."""
    page = browser_as(Role.ADMIN).new_page()
    page.goto(f"{PAGE}/{manifest_of(studio.project).version}/report")
    title = page.get_by_role("heading", level=1)
    at_first = title.screenshot()
    title.evaluate("e => { e.style.fontFamily = `'hoso Korean', ${getComputedStyle(e).fontFamily}`; }")
    assert title.screenshot() == at_first, "set anew with the type loaded it looks the same"
    title.evaluate("e => { e.textContent = e.textContent.replaceAll(/[가-힣]/g, '군'); }")
    assert title.screenshot() != at_first, "they are no boxes"


def test_copying(browser_as: BrowserAs, studio: Studio) -> None:
    """The text as it stands, line by line; the button says that it is done, then what it does again."""
    context = browser_as(Role.ADMIN)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(PAGE)
    copy = page.get_by_role("button", name="the text for A small screen")
    copy.click()
    assert "Copied" in copy.inner_text()
    text = (studio.project.outputs / MESSAGE / "ko/tiny.txt").read_text("utf-8")
    assert page.evaluate("navigator.clipboard.readText()") == text.removesuffix("\n")
    page.locator("[data-copied]").wait_for(state="detached")
    assert copy.inner_text().startswith("Copy")
    page.get_by_role("button", name=re.compile(r"SHA-256 of .*\.mp4")).first.click()
    film = next(entry for entry in manifest_of(studio.project).files if entry.path == "ko/tiny.mp4")
    page.wait_for_function(
        "sum => navigator.clipboard.readText().then(text => text === sum)", arg=film.sha256
    )


def test_a_film_is_played_with_its_subtitles(browser_as: BrowserAs) -> None:
    """Nothing is fetched before; another film stops the first; the languages not in the picture are there."""
    page = browser_as(Role.EDITOR).new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(PAGE)
    page.wait_for_timeout(300)
    assert not [url for url in fetched if url.endswith((".mp4", ".wav"))]
    video, audio = page.locator("video.player").first, page.locator("audio.player").first
    audio.evaluate("player => { player.muted = true; return player.play(); }")
    video.evaluate("player => { player.muted = true; return player.play(); }")
    assert audio.evaluate("player => player.paused")
    assert video.evaluate("player => player.duration") > 2
    track = video.evaluate(
        "player => new Promise(done => { const track = player.textTracks[0]; track.mode = 'showing';"
        " const look = () => track.cues?.length ? done([track.language, track.cues[0].text])"
        " : setTimeout(look, 50); look(); })"
    )
    assert track == ["ru", "Сдавайтесь!"]


def test_a_chosen_set(browser_as: BrowserAs, tmp_path: Path) -> None:
    """How many and how large is said while choosing; they come as one ZIP."""
    page = browser_as(Role.ADMIN).new_page()
    page.goto(PAGE)
    bar = page.locator("form.chosen")
    assert not bar.is_visible()
    page.get_by_role("checkbox", name="A small screen").check()
    page.get_by_role("checkbox", name="A loudspeaker").check()
    assert re.fullmatch(r"2 chosen, [\d.]+ (kB|MB)", bar.locator(".what").inner_text())
    with page.expect_download() as started:
        bar.get_by_role("button").click()
    saved = tmp_path / "set.zip"
    started.value.save_as(saved)
    assert saved.read_bytes()[:2] == b"PK"
    page.get_by_role("checkbox", name="A loudspeaker").uncheck()
    page.get_by_role("checkbox", name="A small screen").uncheck()
    assert not bar.is_visible()


def test_approving_with_a_reason(browser_as: BrowserAs, studio: Studio) -> None:
    """What speaks against it is read first; the browser asks for the reason, then it is done."""
    change(studio.project, blockers=("the contacts are placeholders",))
    page = browser_as(Role.ADMIN).new_page()
    page.goto(PAGE)
    decision = page.locator("#decision")
    assert "the contacts are placeholders" in decision.inner_text()
    why, done = page.locator("#approve-reason"), decision.get_by_role("button", name="Approve")
    decision.get_by_text("Approve…").click()
    done.click()
    assert why.evaluate("field => field.validity.valueMissing")
    why.fill("   ")
    done.click()
    decision.get_by_role("alert").wait_for()
    assert "something speaks against this release" in decision.inner_text()
    assert why.evaluate("field => field === document.activeElement")
    why.fill("the numbers come tomorrow")
    done.click()
    page.get_by_text("Approved by channel-admin-0").first.wait_for()
    assert manifest_of(studio.project).decisions[-1].reason == "the numbers come tomorrow"


def test_a_link_for_somebody_outside(
    browser: Browser, browser_as: BrowserAs, studio: Studio, served: str
) -> None:
    """Made, shown once, opened in a browser that knows nobody, counted, revoked, and dead."""
    page = browser_as(Role.ADMIN).new_page()
    page.goto(PAGE)
    page.get_by_role("article", name="A small screen").get_by_role("link", name="Share").click()
    form = page.locator("#shares")
    assert form.get_by_label("What", exact=True).input_value() == "channel:ko/tiny"
    form.get_by_label("For whom").fill("Olha")
    form.get_by_label("Why, although").fill("a drill")
    form.get_by_role("button", name="Make the link").click()
    link = form.locator("#new-link").inner_text()
    assert form.get_by_role("button", name="Copy the link").evaluate(
        "button => button === document.activeElement"
    )
    assert link.startswith(f"{served}/s/")
    guest = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    visit = guest.new_page()
    visit.goto(link)
    assert visit.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with visit.expect_download() as started:
        visit.get_by_role("link", name=re.compile("^Download .*mp4")).click()
    assert started.value.path().stat().st_size == _film(studio).bytes
    assert shares.everything(studio.database)[0].downloads == 1
    page.goto(PAGE)
    assert "1 download" in page.locator("#shares").inner_text()
    page.locator("#shares").get_by_role("button", name="Revoke").click()
    page.locator("#confirm").get_by_role("button", name="Revoke").click()
    page.locator("#shares .badge", has_text="revoked").wait_for()
    _is_closed(visit, link, "This link has been revoked")
    guest.close()


def test_a_link_that_has_ended(browser: Browser, studio: Studio, served: str) -> None:
    """Says so, in the reader's language."""
    share, path = shared(studio)
    with studio.database.writing() as writing:
        writing.execute("UPDATE shares SET expires = made - 1 WHERE id = ?", (share.id,))
    guest = browser.new_context(base_url=served, locale="uk-UA")
    _is_closed(guest.new_page(), path, "Термін дії посилання минув")
    guest.close()


def _film(studio: Studio) -> FileEntry:
    return next(entry for entry in manifest_of(studio.project).files if entry.path == "ko/tiny.mp4")


def _is_closed(page: Page, link: str, words: str) -> None:
    answer = page.goto(link)
    assert answer is not None
    assert answer.status == 410
    assert words in page.locator("main").inner_text()


@contextmanager
def broken_once(address: str) -> Iterator[tuple[str, list[str]]]:
    """A way to `address` that breaks once, in a sound; and which ranges of files were asked for."""
    there = urlsplit(address)
    ranges: list[str] = []
    broken = threading.Event()

    def carry(near: socket.socket) -> None:
        with near, socket.create_connection((str(there.hostname), there.port or 80)) as far:
            upward = threading.Thread(target=_pump, args=(near, far, ranges, None), daemon=True)
            upward.start()
            _pump(far, near, None, broken)

    def listen() -> None:
        while True:
            try:
                near = listening.accept()[0]
            except OSError:
                return
            threading.Thread(target=carry, args=(near,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", ranges
        listening.shutdown(socket.SHUT_RDWR)


def _pump(
    source: socket.socket, target: socket.socket, ranges: list[str] | None, broken: threading.Event | None
) -> None:
    """Carry bytes one way; note `ranges`, or break off once where there is much to carry."""
    large, carried = False, 0
    try:
        while data := source.recv(16_384):
            if ranges is not None and b"/files/" in data:
                found = re.search(rb"(?im)^range: (.*?)\r$", data)
                ranges.append(found[1].decode() if found else "")
            if broken is not None and not broken.is_set():
                large = large or b"audio/wav" in data
                carried += len(data) if large else 0
                if carried > CUT_AFTER:
                    broken.set()
                    break
            target.sendall(data)
    except OSError:
        pass
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
