"""The timing editor under three thousand cues: how long frames take while cues are dragged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sin
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.studio.web.front import built_front
from hoso.subtitles.keeping.keeper import Keeper
from tests.studio.conftest import CHROMIUM, serving, sign_in
from tests.studio.timing.editor_page import EditorPage
from tests.studio.timing.material import make_project, many_cues, spoken

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOVES = 240
LIMIT_MS = 33.0
"""What 95 of 100 frames of a drag may take."""

WATCH = """() => {
  window.benchFrames = [];
  let last = performance.now();
  const turn = (now) => {
    window.benchFrames.push(now - last);
    last = now;
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
}"""


@dataclass(frozen=True)
class Row:
    """Frames of one kind of drag, in ms."""

    name: str
    frames: tuple[float, ...]
    busy: float
    """CPU of the page's own thread for each frame, in ms."""

    @property
    def p95(self) -> float:
        """What 95 of 100 frames take at most."""
        return quantiles(self.frames, n=20)[-1]


def rows(folder: Path) -> list[Row]:
    """Every kind of drag, after a rest that shows what the machine itself does."""
    from playwright.sync_api import sync_playwright

    project = make_project(folder)
    spoken(project, "long")
    Keeper(project).replace(project.subtitles / "long.ko.srt", many_cues())
    studio = Studio(project, built_front(), hosts=("127.0.0.1",))
    signed = sign_in(studio, Role.EDITOR)
    with serving(studio) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
        context.add_cookies([{"name": "hoso_session", "value": signed.cookie, "url": address}])
        editor = EditorPage.opened(context, "long")
        editor.page.evaluate(WATCH)
        editor.page.wait_for_timeout(3000)
        found = _measure(editor)
        browser.close()
    return found


def show(found: list[Row]) -> None:
    """Print them."""
    table = Table("3,000 cues", "frames", "median", "p95", "longest", "CPU a frame", title="Dragging")
    for row in found:
        middle = sorted(row.frames)[len(row.frames) // 2]
        times = [f"{time:.1f} ms" for time in (middle, row.p95, max(row.frames), row.busy)]
        table.add_row(row.name, str(len(row.frames)), *times)
    Console().print(table)


def _measure(editor: EditorPage) -> list[Row]:
    page = editor.page
    found = [_row(page, "nothing at all", lambda: page.wait_for_timeout(4000))]
    found.append(_row(page, "one cue", lambda: _swing(editor, 40)))
    editor.table.focus()
    editor.press("Control+a")
    found.append(_row(page, "all cues", lambda: _swing(editor, 40)))
    for _ in range(4):
        editor.press("-")
    editor.choose(1)
    found.append(_row(page, "one cue, zoomed out", lambda: _swing(editor, 40)))
    editor.press("0")
    found.append(_row(page, "one cue, all in sight", lambda: _swing(editor, 40)))
    return found


def _row(page: Page, name: str, act: Callable[[], None]) -> Row:
    page.wait_for_timeout(1500)
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})

    def task_ms() -> float:
        metrics = {each["name"]: each["value"] for each in meter.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(metrics["TaskDuration"])

    page.evaluate("() => { window.benchFrames.length = 0; }")
    before = task_ms()
    act()
    busy = task_ms() - before
    frames = tuple(page.evaluate("() => window.benchFrames"))
    meter.detach()
    return Row(name, frames, busy / max(1, len(frames)))


def _swing(editor: EditorPage, by: float) -> None:
    """Drag the first cue to and fro, a little at a time."""
    box = editor.wave.bounding_box()
    assert box is not None  # noqa: S101 - it is in sight
    start, end = editor.times(1)
    x, y = editor.x((start + end) / 2), box["y"] + box["height"] / 2
    editor.page.mouse.move(x, y)
    editor.page.mouse.down()
    for turn in range(MOVES):
        editor.page.mouse.move(x + by * sin(turn / 12), y)
    editor.page.keyboard.press("Escape")
    editor.page.mouse.up()
