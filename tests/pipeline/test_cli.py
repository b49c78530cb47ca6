"""The command line, as people run it: exit codes, what is printed where, stopping and going on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from hoso.base.project import Project

ROOT = Path(__file__).parent.parent.parent
DOOR = [sys.executable, str(ROOT / "render.py")]


def run(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    """render.py in the project's folder, to its end."""
    return subprocess.run([*DOOR, *words], cwd=project.root, capture_output=True, text=True, check=False)


def test_a_render_says_what_it_made(project: Project) -> None:
    """Exit 0; one JSON object on standard output, progress and the table on standard error."""
    done = run(project, "scripts/message.yaml", "--draft", "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    (made,) = result["renditions"]
    assert (made["channel"], made["edition"], made["engine"]) == ("tiny", "ko", "recorded")
    assert Path(made["path"]).stat().st_size == made["bytes"]
    assert "segments" not in done.stdout
    assert "tiny.mp4" in done.stderr


def test_check_names_every_mistake(project: Project) -> None:
    """Exit 2, all errors in one go, each with file:line:column and a remedy; nothing is made."""
    path = project.scripts / "message.yaml"
    path.write_text(path.read_text("utf-8").replace("camp.png", "kamp.png") + "channels: [tinny]\n", "utf-8")
    done = run(project, "check")
    assert done.returncode == 2
    assert "scripts/message.yaml:12:" in done.stderr
    assert "camp.png" in done.stderr
    assert "Did you mean" in done.stderr
    assert "2 errors" in done.stderr
    assert "Traceback" not in done.stderr
    assert not project.outputs.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("mesage",), 2, "Did you mean message.yaml"),
        (("message", "--edition", "uk"), 2, "There is: ko"),
        (("message", "--channel", "tinny"), 2, "Did you mean tiny"),
        (("message", "--channel", "telegram"), 2, "choose from: tiny"),
        (("message", "--workers", "0"), 2, "at least 1"),
        (("--nonsense",), 2, "--help"),
        (("say", "message", "9.9"), 2, "There is: first, second, third"),
        (("new", "../bad"), 2, "can't be called"),
    ],
)
def test_wrong_input_is_explained(project: Project, words: tuple[str, ...], code: int, said: str) -> None:
    """Each with its remedy, exit 2, no traceback."""
    done = run(project, *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_the_traceback(project: Project) -> None:
    """--debug is the only way to see one."""
    assert "Traceback" in run(project, "mesage", "--debug").stderr


def test_outside_a_project_is_said(tmp_path: Path) -> None:
    """A folder without scripts is no project."""
    done = subprocess.run([*DOOR, "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "not in a hoso project" in done.stderr


def test_a_line_is_heard(project: Project) -> None:
    """`say` writes the line's WAV and prints its path alone."""
    done = run(project, "say", "message", "second")
    assert done.returncode == 0, done.stderr
    path = Path(done.stdout.strip())
    assert path.name == "message.ko.second.wav"
    assert path.read_bytes()[:4] == b"RIFF"


def test_a_message_is_begun(project: Project) -> None:
    """`new` writes a script from what is in videos/, which `check` accepts but for its warnings."""
    done = run(project, "new", "another")
    assert done.returncode == 0, done.stderr
    assert (project.scripts / "another.yaml").is_file()
    settings = project.settings.read_text("utf-8").replace(
        "engine: recorded, fallback: null", "engine: kokoro"
    )
    project.settings.write_text(settings, "utf-8")
    checked = run(project, "check", "another")
    assert checked.returncode == 0, checked.stderr


def test_lists_and_schemas(project: Project) -> None:
    """`channels` and `voices` list as JSON too; `schema` writes what editors read."""
    assert "tiny" in [channel["name"] for channel in json.loads(run(project, "channels", "--json").stdout)]
    assert "kokoro" in [voice["name"] for voice in json.loads(run(project, "voices", "--json").stdout)]
    assert "?" in run(project, "channels").stdout
    written = run(project, "schema").stdout.split()
    assert json.loads((project.root / written[0]).read_text("utf-8"))["$schema"]


def test_styles_are_listed(project: Project) -> None:
    """hoso's and the project's own; what is wrong with one is told, the others are listed all the same."""
    folder = project.styles
    folder.mkdir()
    (folder / "dusk.yaml").write_text('name: dusk\ntitle: Warm [type]\nfill: "#FFF6E6"\n', "utf-8")
    told = run(project, "styles")
    assert (told.returncode, told.stderr) == (0, "")
    assert {"clear", "box", "dusk", "[type]"} <= set(told.stdout.split())
    (folder / "fog.yaml").write_text('name: fog\ntitle: Grey on grey\nfill: "#0B0E12"\n', "utf-8")
    faulty = run(project, "styles", "--json")
    assert faulty.returncode == 2
    assert "styles/fog.yaml:3" in faulty.stderr
    listed = {style["name"]: style["fill"] for style in json.loads(faulty.stdout)}
    assert listed.keys() == {"box", "clear", "dusk", "large", "quiet", "top"}
    assert listed["dusk"] == "#FFF6E6"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_render_goes_on_where_it_was(project: Project, number: signal.Signals) -> None:
    """Stopped in the middle: no ffmpeg stays, no half file; the next run reuses what was finished."""
    profile = project.channels / "profiles" / "tiny.yaml"
    slow = profile.read_text("utf-8").replace("veryfast", "slow").replace("width: 480", "width: 960")
    slow = slow.replace("right: 456, bottom: 256", "right: 936, bottom: 526")
    profile.write_text(slow.replace("height: 270", "height: 540"), "utf-8")
    cache = project.state / "cache"
    with (project.root / "log.txt").open("w") as log:
        process = subprocess.Popen([*DOOR, "message", "--workers", "1"], cwd=project.root, stderr=log)
        while not list(cache.glob("??/*.mp4")) and process.poll() is None:
            time.sleep(0.02)
        assert process.poll() is None, (project.root / "log.txt").read_text("utf-8")
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(number)
        code = process.wait(30)
    assert code == (-signal.SIGKILL if number == signal.SIGKILL else 130)
    psutil.wait_procs(children, timeout=10)
    assert [
        child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE
    ] == []
    kept = len(list(cache.glob("??/*.mp4")))
    assert kept >= 1
    assert not list(project.outputs.glob("**/*.mp4"))
    done = run(project, "message")
    assert done.returncode == 0, done.stderr
    assert sum(map(int, re.findall(r"picture \d+ done, (\d+) reused", done.stderr))) == kept


def test_the_door_opens_from_anywhere(project: Project, tmp_path: Path) -> None:
    """A script named by its path belongs to the project around it."""
    script = os.path.relpath(project.scripts / "message.yaml", tmp_path.parent)
    done = subprocess.run(
        [*DOOR, "check", script], cwd=tmp_path.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
