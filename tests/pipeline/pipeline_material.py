"""A whole project of our own making: footage, a still, music, recorded voices and a small channel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hoso.base.events import Listener, ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.pipeline.render import render_all
from hoso.pipeline.request import Outcome, Request

PROFILE = """\
name: tiny
width: 480
height: 270
fps: 25
encoding: {profile: high, level: "3.0", preset: veryfast, crf: 20, bframes: 2, gop_ms: 2000}
safe: {left: 24, top: 14, right: 456, bottom: 256}
subtitle_lines: 2
subtitle_size: 0.07
"""
CHANNEL = """\
name: tiny
title: A small screen
picture: {value: tiny, source: test, checked: 2026-11-21}
sound:
  loudness: {value: -16, source: test, checked: 2026-11-21}
  true_peak: {value: -1, source: test, checked: 2026-11-21}
  bitrate: {value: 128000, source: test, checked: 2026-11-21}
  channel_layout: {value: stereo, source: test, checked: 2026-11-21}
"""
SETTINGS = """\
source: Проєкт «Хочу жить»
contact: {phone: "+380 44 111 2233", url: "https://hoso.dev"}
channels: [tiny]
voice: {engine: recorded, fallback: null}
"""
SCRIPT = """\
title: {ko: 조선인민군 군인 여러분에게}
music: {file: music.wav}
scenes:
  - card: title
    seconds: 1
  - footage: "겨울 들판's 1.mp4"
    from: 0:00.4
    transition: {kind: fade, seconds: 0.4}
    say:
      - {id: first, ko: 무의미하게 죽지 마십시오. 살아야 합니다., pause: 0.2}
      - {id: second, ko: 항복하십시오!}
  - image: camp.png
    say:
      - {id: third, ko: 음식과 온기를 드릴 것입니다.}
"""
LENGTHS = {"first": 3.2, "second": 1.1, "third": 1.9}


def speech_like(seconds: float, seed: int) -> NDArray[np.float32]:
    """Noise that comes in syllables, 48 kHz mono."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * 48_000)) / 48_000
    syllables = np.clip(np.sin(2 * np.pi * 2.2 * time), 0.05, 1)
    noise: NDArray[np.float32] = (0.2 * rng.standard_normal(len(time)) * syllables).astype(np.float32)
    return noise


def make_project(root: Path, material: Path) -> Project:
    """A project below `root` with one message, nothing rendered."""
    files = {
        "hoso.yaml": SETTINGS,
        "scripts/message.yaml": SCRIPT,
        "channels/tiny.yaml": CHANNEL,
        "channels/profiles/tiny.yaml": PROFILE,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    (root / "videos").symlink_to(material, target_is_directory=True)
    return Project(root)


def render(project: Project, listen: Listener = ignore, **options: object) -> Outcome:
    """Render the project's message."""
    request = Request(scripts=(project.scripts / "message.yaml",), workers=2, **options)  # type: ignore[arg-type]
    return render_all(project, request, CancelToken(), listen)
