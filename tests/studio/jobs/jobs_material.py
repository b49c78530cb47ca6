"""A project whose renders take a second, and one message that takes long enough to be stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import psutil
import soundfile
from PIL import Image

from hoso.base.project import Project
from tests.pipeline.pipeline_material import CHANNEL, PROFILE, SETTINGS, speech_like

Found = TypeVar("Found")

QUICK = """\
title: {ko: 조선인민군 군인 여러분에게}
scenes:
  - card: title
    seconds: 1
  - image: camp.png
    say:
      - {id: first, ko: 항복하십시오!}
"""
LONG = """\
title: {ko: 조선인민군 군인 여러분에게}
channels: [tiny, large]
scenes:
  - image: camp.png
    seconds: 60
    say:
      - {id: first, ko: 항복하십시오!}
"""
BROKEN = "title: {ko: 겨울}\nscenes:\n  - image: nowhere.png\n    seconds: 2\n"
CLIP = "title: {ko: 겨울}\nscenes:\n  - clip: mine.py:snow\n    seconds: 2\n"


def fill(project: Project) -> Project:
    """Put messages `quick`, `long`, `broken` and `clip` into `project`."""
    large = PROFILE.replace("name: tiny", "name: large").replace("480", "1280").replace("270", "720")
    large = large.replace('level: "3.0", preset: veryfast', 'level: "4.0", preset: medium')
    files = {
        "hoso.yaml": SETTINGS + "allow_clips: true\n",
        "channels/tiny.yaml": CHANNEL,
        "channels/profiles/tiny.yaml": PROFILE,
        "channels/large.yaml": CHANNEL.replace("name: tiny", "name: large").replace(
            "value: tiny", "value: large"
        ),
        "channels/profiles/large.yaml": large,
        "scripts/quick.yaml": QUICK,
        "scripts/long.yaml": LONG,
        "scripts/broken.yaml": BROKEN,
        "scripts/clip.yaml": CLIP,
        "videos/mine.py": "def snow(size, duration): raise SystemExit('it ran')\n",
    }
    for name, text in files.items():
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    ramp = np.tile(np.linspace(40, 220, 640, dtype=np.uint8), (360, 1))
    Image.fromarray(np.dstack([ramp, ramp[:, ::-1], ramp])).save(project.videos / "camp.png")
    for message in ("quick", "long"):
        folder = project.videos / message
        folder.mkdir()
        soundfile.write(folder / "first.ko.wav", speech_like(1.2, 0), 48_000)
    return project


def until(look: Callable[[], Found | None], seconds: float = 30) -> Found:
    """What `look` returns as soon as that is something. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"{look} came to nothing within {seconds} s")


def encoders(project: Project) -> list[psutil.Process]:
    """The ffmpeg processes that work on `project`."""
    found = []
    for process in psutil.process_iter(["name", "cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if "ffmpeg" in (process.info["name"] or "") and str(project.root) in line:
            found.append(process)
    return found


def children(project: Project) -> list[psutil.Process]:
    """The processes that do jobs of `project`."""
    found = {}
    for process in psutil.process_iter(["cmdline", "cwd", "ppid"]):
        ours = process.info["cwd"] == str(project.root)
        if ours and "hoso.studio.jobs.child" in (process.info["cmdline"] or ()):
            found[process.pid] = process
    # What a child has just forked looks like it until it is ffmpeg.
    return [process for process in found.values() if process.info["ppid"] not in found]


def leftovers(project: Project) -> list[Path]:
    """Folders of unfinished releases."""
    return [path for path in project.outputs.glob(".*") if path.name != ".previous"]


@dataclass(frozen=True)
class Heard:
    """An event of a stream."""

    name: str
    id: int | None
    data: Any


def heard(lines: Iterable[str]) -> Iterator[Heard]:
    """The events in the lines of a stream; comments are left out."""
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line and name:
            fields[name] = value
        elif not line and "event" in fields:
            number = int(fields["id"]) if "id" in fields else None
            yield Heard(fields["event"], number, json.loads(fields["data"]))
            fields = {}
