"""What is seen is what will be burned: the preview beside a frame of the ffmpeg that burns."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import ffmpeg
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import expect

from hoso.base.project import Project
from hoso.fonts.faces import faces
from hoso.fonts.fontconfig import environment
from hoso.media.ffmpeg import arguments, run
from hoso.studio.access.roles import Role
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from tests.studio.conftest import BrowserAs
from tests.studio.timing.editor_page import LOADED, EditorPage
from tests.studio.timing.material import Timed, make_project

GROUNDS = ("#f4f7fa", "#05070c")
"""Snow and night."""
FAR = 16
"""Of 255: what no pixel may be off by."""
RASTER = (480, 270)

COMPOSED = """async ([ground, width, height]) => {
  const drawn = document.querySelector(".screen canvas.JASSUB");
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const pen = copy.getContext("2d");
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(drawn, 0, 0);
  return [drawn.width, drawn.height, copy.toDataURL("image/png")];
}"""

AT_RASTER = """([width, height]) => {
  const screen = document.querySelector(".screen");
  Object.assign(screen.style, { position: "fixed", width: `${width}px`, height: `${height}px` });
}"""
"""Gives the picture as many pixels as are burned."""

INKED = """() => {
  const drawn = document.querySelector(".screen canvas.JASSUB");
  if (!drawn || !drawn.width) return false;
  const copy = Object.assign(document.createElement("canvas"), { width: drawn.width, height: drawn.height });
  const pen = copy.getContext("2d");
  pen.drawImage(drawn, 0, 0);
  return pen.getImageData(0, 0, copy.width, copy.height).data.some((value) => value > 200);
}"""


def burned(ass: str, ground: str, at_ms: int, folder: Path) -> NDArray[np.int16]:
    """The frame at `at_ms` as ffmpeg burns it over a plain colour.

    In the films' own colours, BT.709 of limited range, but with a colour for every pixel: films have one for
    four.
    """
    document, picture = folder / "cues.ass", folder / "frame.png"
    document.write_text(ass, "utf-8")
    node = ffmpeg.input(f"color=0x{ground[1:]}:s={RASTER[0]}x{RASTER[1]}:r=25,format=gbrp", f="lavfi")
    node = node.filter("scale", out_color_matrix="bt709", out_range="tv").filter("format", "yuv444p")
    node = node.filter("setparams", colorspace="bt709", range="tv").filter("ass", filename=str(document))
    node = node.filter("trim", start=at_ms / 1000)
    node = node.filter("scale", in_color_matrix="bt709", in_range="tv").filter("format", "gbrp")
    run(arguments(node.output(str(picture), **{"frames:v": 1, "update": 1})), env=environment(faces()))
    return np.asarray(Image.open(picture).convert("RGB")).astype(np.int16)


def seen(editor: EditorPage, ground: str) -> NDArray[np.int16]:
    """What is drawn over the video, laid over a plain colour; of the raster that is burned."""
    width, height, url = editor.page.evaluate(COMPOSED, [ground, *RASTER])
    assert (width, height) == RASTER
    png = base64.b64decode(url.partition(",")[2])
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(np.int16)


def test_the_preview_is_what_is_burned(timed_message: Timed, browser_as: BrowserAs, tmp_path: Path) -> None:
    """No pixel is off by more than 16 of 255, over snow and by night, with words that are stressed."""
    cues = list(timed_message.cues)
    first = cues[0]
    cues[0] = Cue(first.start_ms, first.end_ms, "조선인민군 <b>군인</b> 여러분!\nСолдаты, Єдність, Åy")
    srt.write(timed_message.path, cues)
    editor = EditorPage.opened(browser_as(Role.EDITOR))
    editor.page.evaluate(AT_RASTER, RASTER)
    asked = editor.evaluate(
        """async () => {
          const at = JSON.parse(document.getElementById("timing").textContent);
          const facts = await (await fetch(`${at.api}/ko?voice=ko`)).json();
          const csrf = document.querySelector('meta[name="csrf-token"]').content;
          const answer = await fetch(`${at.api}/ko/picture?voice=ko`, {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
            body: JSON.stringify({ cues: facts.cues, shape: "tiny" }),
          });
          return (await answer.json()).ass;
        }"""
    )
    middle = (first.start_ms + first.end_ms) // 2
    editor.put_cursor(middle)
    editor.page.wait_for_function(
        f"() => ({INKED})() && document.querySelector('.screen canvas.JASSUB').width === {RASTER[0]}"
    )
    at = editor.evaluate("() => Math.floor(document.querySelector('video').currentTime * 25 + 0.01) * 40")
    for ground in GROUNDS:
        frame, picture = burned(asked, ground, at, tmp_path), seen(editor, ground)
        plain = np.array([int(ground[place : place + 2], 16) for place in (1, 3, 5)])
        letters = (np.abs(frame - plain) > 40).any(axis=2).sum()
        assert letters > 2000, "nothing is burned"
        assert np.abs(frame - picture).max() <= FAR


def test_a_cue_that_is_moved_is_seen_to_move(timed_message: Timed, browser_as: BrowserAs) -> None:
    """While it is still being dragged: the picture does not wait for the server."""
    editor = EditorPage.opened(browser_as(Role.EDITOR))
    page = editor.page
    cue = timed_message.cues[0]
    editor.put_cursor(cue.end_ms - 160)
    page.wait_for_function(INKED)
    page.route("**/picture?*", lambda route: route.abort())
    box = editor.wave.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(editor.x(cue.end_ms) - 2, y)
    page.mouse.down()
    page.mouse.move(editor.x(cue.end_ms - 400), y, steps=4)
    page.wait_for_function(f"() => !({INKED})()")
    page.mouse.move(editor.x(cue.end_ms), y, steps=4)
    page.wait_for_function(INKED)
    page.mouse.up()


def test_every_shape_shows_its_own_film(timed_message: Timed, browser_as: BrowserAs) -> None:
    """At the same moment."""
    editor = EditorPage.opened(browser_as(Role.EDITOR))
    editor.put_cursor(2400)
    editor.page.wait_for_function("() => document.querySelector('video').videoWidth > 400")
    at = editor.evaluate("() => document.querySelector('video').currentTime")
    editor.page.get_by_label("Shape of the picture").select_option("slim")
    editor.page.wait_for_function(
        "() => document.querySelector('video').videoHeight > document.querySelector('video').videoWidth"
    )
    editor.page.wait_for_function(
        f"() => Math.abs(document.querySelector('video').currentTime - {at}) < 0.01"
    )
    editor.page.wait_for_function(INKED)


def test_what_was_never_spoken_is_prepared(project: Project, browser_as: BrowserAs) -> None:
    """At a press, with its progress; then there are cues, a waveform and a picture."""
    timed = Timed(make_project(project.root), "appeal")
    editor = EditorPage.opened(browser_as(Role.EDITOR))
    assert editor.count == 0
    editor.page.get_by_role("button", name="Prepare the preview").click()
    editor.page.wait_for_function("() => document.querySelector('video')?.videoWidth > 0", timeout=120_000)
    editor.page.wait_for_selector(LOADED)
    assert editor.count == len(timed.cues) == 4
    editor.put_cursor(timed.cues[0].start_ms + 200)
    editor.page.wait_for_function(INKED)


def test_a_preview_that_is_missing_is_offered(long_message: Timed, browser_as: BrowserAs) -> None:
    """Cues can be timed on the waveform meanwhile; with thousands of them the page stays small."""
    editor = EditorPage.opened(browser_as(Role.EDITOR), "long")
    expect(editor.page.get_by_role("button", name="Prepare the preview")).to_be_visible()
    assert editor.count == 3000
    assert editor.page.locator("#timing-editor *").count() < 900
    editor.choose(3)
    start, end = editor.times(3)
    editor.page.get_by_role("slider", name="End of cue 3").press("ArrowLeft")
    assert editor.times(3)[0] == start
    assert editor.times(3)[1] < end
    editor.table.focus()
    editor.press("Control+a", "PageDown")
    editor.table.evaluate("(grid) => { grid.scrollTop = grid.scrollHeight; }")
    expect(editor.row(3000)).to_be_visible()
    assert editor.page.locator("#timing-editor *").count() < 900
    editor.saved()
    assert (long_message.cues[2].start_ms, long_message.cues[2].end_ms) == (start, end - 40)
