"""The lint of an edition: what its sheet holds, and what people are told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.media.ffmpeg import run
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.linting import Linted, lint_edition, lint_messages, snap_message
from hoso.pipeline.reading import read_checked
from hoso.pipeline.sheets import programme_shots, sheet_of
from hoso.pipeline.voicing import foresee, speak
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.script.reader import read_settings
from hoso.subtitles.cues import Cue, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.lint.sheet import Placed
from tests.pipeline.pipeline_material import make_project

CUT_MS = 1480
"""Where the footage of these tests cuts: its 38th frame of 25 a second."""
SCENES = """\
title: {ko: 조선인민군 군인 여러분에게}
scenes:
  - card: title
    seconds: 1
  - footage: cut.mp4
    from: 0:00.4
    say:
      - {id: first, ko: 무의미하게 죽지 마십시오. 살아야 합니다., pause: 0.2}
  - image: camp.png
    transition: {kind: fade, seconds: 0.4}
    say:
      - {id: third, ko: 음식과 온기를 드릴 것입니다.}
"""


@pytest.fixture
def edited(tmp_path: Path, material: Path) -> Project:
    """A project whose footage has a cut."""
    project = make_project(tmp_path, material)
    project.videos.unlink()
    shutil.copytree(material, project.videos)
    shots = [
        f"{source}=s=320x180:r=25,trim=end_frame={frames}"
        for source, frames in (("testsrc2", 37), ("smptehdbars", 63))
    ]
    inputs = [word for shot in shots for word in ("-f", "lavfi", "-i", f"{shot},setsar=1")]
    out = ["-pix_fmt", "yuv420p", str(project.videos / "cut.mp4")]
    run([*inputs, "-filter_complex", "[0:v][1:v]concat=n=2", *out])
    return project


@pytest.fixture
def shop(edited: Project) -> Iterator[Workshop]:
    """The tools of that project."""
    catalog = Catalog.load(edited)
    with open_workshop(edited, read_settings(edited), catalog, 1, CancelToken(), ignore) as opened:
        yield opened


def laid_out(shop: Workshop, script: str, *, spoken: bool = True) -> Layout:
    """The first edition of `script`, spoken or estimated."""
    path = shop.project.scripts / "message.yaml"
    path.write_text(script, "utf-8")
    (read,), _ = read_checked(shop.project, [path], shop.catalog)
    edition = read.message.editions[0]
    takes = speak(shop, read, edition, revoice=False)[1] if spoken else foresee(shop, read, edition)[0]
    return lay_out(shop, read, edition, takes)


def told(shop: Workshop, layout: Layout, *cues: Cue) -> list[str]:
    """The messages about `cues` as the Korean subtitles of `layout`."""
    entries = [Placed(cue, line) for line, cue in enumerate(cues, start=2)]
    problems = lint_edition(shop, layout, "ko", entries, Path("subtitles/message.ko.srt"))
    return [f"{problem.place} {problem.level}: {problem.message}" for problem in problems]


def test_shots_begin_where_scenes_and_footage_cut(shop: Workshop) -> None:
    """A scene after a cut, and the footage's own cut in the programme's time; a fade is none."""
    layout = laid_out(shop, SCENES)
    assert programme_shots(shop, layout.timeline) == (1000, 1000 + CUT_MS - 400)


def test_footage_cuts_at_its_speed_and_again_when_it_begins_again(shop: Workshop) -> None:
    """Twice as fast: the cut comes after half the time; every lap of a loop begins with a cut."""
    layout = laid_out(shop, SCENES.replace("from: 0:00.4", "speed: 2\n    fill: loop"))
    lap = 2000
    begins = [1000, 1000 + CUT_MS // 2, 1000 + lap, 1000 + lap + CUT_MS // 2, 1000 + 2 * lap]
    end = layout.timeline.scenes[1].start_ms + layout.timeline.scenes[1].duration_ms
    assert programme_shots(shop, layout.timeline) == tuple(shot for shot in begins if shot < end)
    assert end > begins[2]


def test_a_sheet_holds_what_is_known(shop: Workshop) -> None:
    """Lines with their cues, the film's length and frame rate, the channels' pictures in their styles."""
    styled = SCENES.replace("from: 0:00.4", "from: 0:00.4\n    style: box")
    layout = laid_out(shop, styled)
    sheet = sheet_of(shop, layout, "ko", ())
    assert (sheet.message, sheet.fps, sheet.guessed) == ("message", 25, False)
    assert sheet.duration_ms == layout.timeline.duration_ms
    assert [line.key for line in sheet.lines] == ["first", "third"]
    fade = layout.timeline.scenes[2].start_ms + 400
    pictures = [
        (item.profile.name, item.look.box is not None, item.start_ms, item.end_ms) for item in sheet.pictures
    ]
    assert pictures == [("tiny", False, 0, 1000), ("tiny", True, 1000, fade), ("tiny", False, fade, None)]


def test_what_is_wrong_is_said_with_its_line(shop: Workshop) -> None:
    """Other words, a cut that is passed, a voice that nobody can read: each a problem of the file."""
    layout = laid_out(shop, SCENES)
    first, *_ = layout.lines["ko"]
    one = Cue(1000, first.end_ms, "무의미하게 죽지 마십시오. 꼭 살아야 합니다.")
    messages = told(shop, layout, one)
    assert "subtitles/message.ko.srt:2 warning: “꼭” is not in the script" in messages
    assert "subtitles/message.ko.srt:2 hint: this cue stays while the shot changes, at 0:02.080" in messages
    assert any("without a cue" in message for message in messages)


def test_generated_cues_have_neither_errors_nor_warnings(shop: Workshop) -> None:
    """What hoso writes itself is held to the same rules."""
    layout = laid_out(shop, SCENES)
    messages = told(shop, layout, *cues_of(layout.lines["ko"]))
    assert [message for message in messages if " hint: " not in message] == []


def test_nothing_is_decoded_or_timed_while_lines_have_no_take(shop: Workshop) -> None:
    """Before anything is spoken only what the words themselves show is said."""
    layout = laid_out(shop, SCENES, spoken=False)
    sheet = sheet_of(shop, layout, "ko", ())
    assert (sheet.guessed, sheet.shots) == (True, ())
    assert not list((shop.project.state / "cache").glob("??/*"))
    messages = told(shop, layout, *cues_of(layout.lines["ko"]), Cue(900_000, 905_000, "끝."))
    assert "subtitles/message.ko.srt:5 warning: “끝.” is not in the script" in messages
    assert not any("voice" in message or "end of the video" in message for message in messages)


def written(shop: Workshop, *cues: Cue) -> Path:
    """The message's subtitle file, as an editor left it."""
    path = shop.project.subtitles / "message.ko.srt"
    srt.write(path, cues)
    return path


def test_files_are_linted_and_mended(shop: Workshop) -> None:
    """Findings with their places; --fix mends what is safe, keeps what was there, and is done at once."""
    layout = laid_out(shop, SCENES)
    first, last = layout.lines["ko"]
    whole = Cue(1160, first.end_ms, "무의미하게 죽지 마십시오. 살아야 합니다.")
    path = written(shop, last.cues[0], whole)
    scripts = [shop.project.scripts / "message.yaml"]
    before = path.read_bytes()
    found = lint_messages(shop.project, scripts, fix=False, token=CancelToken())
    assert (found.mended, path.read_bytes()) == (0, before)
    assert {"this cue begins before the one above it", "this cue begins 4 frames after the shot changes"} <= {
        problem.message for problem in found.problems
    }
    assert all(problem.path == path for problem in found.problems)
    mended = lint_messages(shop.project, scripts, fix=True, token=CancelToken())
    assert mended.mended == 1
    assert [cue.start_ms for cue in read(path, "ko").cues] == [1000, last.cues[0].start_ms]
    assert before in [version.path.read_bytes() for version in Keeper(shop.project).history.versions(path)]
    again = lint_messages(shop.project, scripts, fix=True, token=CancelToken())
    assert again.mended == 0
    assert again.problems == mended.problems


def test_what_was_repaired_and_what_cannot_be_read_is_said(shop: Workshop) -> None:
    """A file's repairs are among the findings; one that can't be read is an error and stays as it is."""
    laid_out(shop, SCENES)
    scripts = [shop.project.scripts / "message.yaml"]
    assert lint_messages(shop.project, scripts, fix=True, token=CancelToken()) == Linted((), 0)
    path = written(shop, Cue(1000, 3000, "무의미하게 죽지 마십시오."))
    path.write_bytes(path.read_bytes().replace(b"-->", b"->"))
    messages = [
        p.message for p in lint_messages(shop.project, scripts, fix=False, token=CancelToken()).problems
    ]
    assert any("arrow" in message for message in messages)
    path.write_text("no cue", "utf-8")
    found = lint_messages(shop.project, scripts, fix=True, token=CancelToken())
    assert [problem.level for problem in found.problems] == ["error"]
    assert path.read_text("utf-8") == "no cue"


def test_cues_snap_to_shots(shop: Workshop) -> None:
    """Only by known times: a message that is not spoken yet says so."""
    script = shop.project.scripts / "message.yaml"
    laid_out(shop, SCENES, spoken=False)
    path = written(shop, Cue(1160, 2040, "무의미하게"), Cue(2300, 5000, "죽지"), Cue(5000, 5300, "마십시오."))
    with pytest.raises(InputError, match="not spoken yet"):
        snap_message(shop.project, script, "ko", token=CancelToken())
    laid_out(shop, SCENES)
    assert snap_message(shop.project, script, "ko", token=CancelToken()) == 2
    times = [(cue.start_ms, cue.end_ms) for cue in read(path, "ko").cues]
    assert times == [(1000, 2000), (2080, 5000), (5000, 5300)]
