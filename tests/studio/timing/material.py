"""Messages to time, of our own making: footage with a cut, a still, recorded voices, two small shapes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.media.ffmpeg import run
from hoso.pipeline.asking import read_asked
from hoso.pipeline.previewing import Preview, preview
from hoso.pipeline.production import produce
from hoso.pipeline.request import Request
from hoso.pipeline.sounding import programme_of
from hoso.pipeline.workshop import open_workshop
from hoso.sound.peaks import peaks
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.reading import read
from tests.pipeline.pipeline_material import CHANNEL, PROFILE, speech_like

TALL = (
    PROFILE.replace("name: tiny", "name: slim")
    .replace("width: 480\nheight: 270", "width: 270\nheight: 480")
    .replace("{left: 24, top: 14, right: 456, bottom: 256}", "{left: 14, top: 48, right: 256, bottom: 400}")
    .replace("subtitle_lines: 2\nsubtitle_size: 0.07", "subtitle_lines: 3\nsubtitle_size: 0.04")
)
SETTINGS = """\
source: Проєкт «Хочу жить»
contact: {phone: "+380 44 111 2233", url: "https://hoso.dev"}
channels: [tiny, slim]
voice: {engine: recorded, fallback: null}
disclosure: off
"""
APPEAL = """\
title: {ko: 조선인민군 군인 여러분에게, ru: Солдатам}
editions:
  - {voice: ko, subtitles: ko}
  - {voice: ko, subtitles: [ko, ru]}
scenes:
  - footage: field.mp4
    say:
      - id: hello
        ko: 조선인민군 군인 여러분! 무의미하게 죽지 마십시오.
        ru: Солдаты! Не погибайте бессмысленно.
      - {id: live, ko: 살 수 있는 길이 있습니다., ru: Есть путь к жизни.}
  - image: camp.png
    say:
      - {id: food, ko: 음식과 온기를 드릴 것입니다., ru: Вас ждут еда и тепло.}
"""
LENGTHS = {"hello": 2.4, "live": 1.2, "food": 1.3}
LONG = """\
title: {ko: 긴 말씀}
scenes:
  - image: camp.png
    motion: none
    seconds: 600
    say:
      - {id: hello, ko: 조선인민군 군인 여러분! 무의미하게 죽지 마십시오.}
      - {id: live, ko: 살 수 있는 길이 있습니다.}
"""
MANY = 3000
EACH_MS = 200


@dataclass(frozen=True)
class Timed:
    """A message that was previewed: it can be timed."""

    project: Project
    name: str

    @property
    def path(self) -> Path:
        """Its Korean subtitles."""
        return self.project.subtitles / f"{self.name}.ko.srt"

    @property
    def script(self) -> Path:
        """Its script."""
        return self.project.scripts / f"{self.name}.yaml"

    @property
    def cues(self) -> tuple[Cue, ...]:
        """What stands in the Korean file now."""
        return read(self.path, "ko").cues


def make_material(folder: Path) -> None:
    """Footage with a hard cut after two seconds, a still, and a recording of every line."""
    two = [
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=480x270:r=25:d=2",
        "-f",
        "lavfi",
        "-i",
        "smptebars=s=480x270:r=25:d=3",
    ]
    joined = ["-filter_complex", "[0:v][1:v]concat=n=2:v=1"]
    run([*two, *joined, "-c:v", "libx264", "-pix_fmt", "yuv420p", str(folder / "field.mp4")])
    ramp = np.tile(np.linspace(40, 220, 480, dtype=np.uint8), (270, 1))
    Image.fromarray(np.dstack([ramp, ramp[:, ::-1], ramp])).save(folder / "camp.png")
    for message in ("appeal", "long"):
        (folder / message).mkdir()
        for seed, (name, length) in enumerate(LENGTHS.items()):
            soundfile.write(folder / message / f"{name}.ko.wav", speech_like(length, seed), 48_000)


def make_project(root: Path) -> Project:
    """A project below `root` with both messages, nothing previewed."""
    tiny = CHANNEL.replace("value: -16", "value: -27")  # without a limiter a second try is rare
    slim = tiny.replace("name: tiny", "name: slim").replace("{value: tiny,", "{value: slim,")
    files = {
        "hoso.yaml": SETTINGS,
        "scripts/appeal.yaml": APPEAL,
        "scripts/long.yaml": LONG,
        "channels/tiny.yaml": tiny,
        "channels/slim.yaml": slim.replace("A small screen", "A narrow screen"),
        "channels/profiles/tiny.yaml": PROFILE,
        "channels/profiles/slim.yaml": TALL,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for name in ("videos", "subtitles"):
        (root / name).mkdir(exist_ok=True)
    make_material(root / "videos")
    return Project(root)


def previewed(project: Project, name: str, edition: str | None = None) -> Preview:
    """Preview a message of `project`."""
    return preview(project, project.scripts / f"{name}.yaml", edition, CancelToken(), ignore)


def spoken(project: Project, name: str) -> None:
    """Have a message spoken, subtitled and heard for its waveform, but not filmed: that takes minutes."""
    path = project.scripts / f"{name}.yaml"
    asked = read_asked(project, Request((path,)))
    (script,) = asked.scripts
    with open_workshop(project, script.settings, asked.catalog, 1, CancelToken(), ignore) as shop:
        made = produce(shop, script, script.message.editions[0], revoice=False)
        peaks(programme_of(shop, made.layout.timeline), shop.store, shop.token)


def without_large_sounds(project: Project) -> None:
    """Let the cache lose what would make each copy of the project slow."""
    for file in (project.state / "cache").glob("??/*.wav"):
        if file.stat().st_size > 20_000_000:
            file.unlink()


def slept(path: Path) -> None:
    """Let the file at `path` have been written a minute ago: nobody is in the midst of writing it."""
    then = time.time() - 60
    os.utime(path, (then, then))


def many_cues() -> tuple[Cue, ...]:
    """Three thousand cues for the long message, each with words of its own."""
    return tuple(
        Cue(number * EACH_MS, (number + 1) * EACH_MS - 40, f"{number}번째 자막입니다.\n살아서 돌아가십시오.")
        for number in range(MANY)
    )
