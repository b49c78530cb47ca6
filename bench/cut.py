"""The benchmark cut: the samples' own footage, a still, a card, fades and subtitles, of any length."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from hoso.base.clock import floor_to_step, seconds

HEAD = """\
title: {ko: 조선인민군 군인 여러분에게}
source: Проєкт «Хочу жить»
channels: [{channels}]
voice: {engine: kokoro}
music: {file: music.m4a, level: -18}
contact: {phone: "+000 00 000 0000", telegram: "@example", url: "https://example.org"}
scenes:
"""
LAST = """\
  - image: camp.jpg
    seconds: 8.4
    transition: {kind: fade, seconds: 0.4}
    say: [{ko: 누구든 받아들일 준비가 되어 있습니다.}]
  - card: contact
    seconds: 8.0
    say: [{ko: 련락하십시오.}]
"""
CHANNEL = """\
name: tall
title: The benchmark's channel, without limits
picture: {value: vertical, source: bench, checked: 2026-11-22}
sound:
  loudness: {value: -16, source: bench, checked: 2026-11-22}
  true_peak: {value: -1, source: bench, checked: 2026-11-22}
  bitrate: {value: 128000, source: bench, checked: 2026-11-22}
  channel_layout: {value: stereo, source: bench, checked: 2026-11-22}
"""
LAST_MS = 16_000
CLIPS = {
    "winter-field.mp4": ("무의미하게 죽지 마십시오.", "남의 나라 땅입니다."),
    "night-road.mp4": ("살 수 있는 길이 있습니다.", "그 길은 멀지 않습니다."),
    "warm-room.mp4": ("따뜻한 잠자리가 있습니다.", "아무도 때리지 않습니다."),
    "shared-meal.mp4": ("음식과 온기를 드립니다.", "치료도 받을 수 있습니다."),
}
ROUND_MS = 44_000
TWO_LINES_MS = 8_000
SLOWER = 0.03
"""Each later round plays its clips this much slower, so that no segment is like one before."""
MEDIA = (*CLIPS, "camp.jpg", "music.m4a")


def make_project(folder: Path, videos: Path, length: int, channels: Sequence[str] = ("tall",)) -> None:
    """A project with one message, `bench`, of about `length` seconds (32 and more) in `folder`."""
    for name in ("scripts", "subtitles", "videos", "channels"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in MEDIA:
        shutil.copyfile(videos / name, folder / "videos" / name)
    rounds = max(1, -(-(length * 1000 - LAST_MS) // ROUND_MS))
    scene_ms = floor_to_step((length * 1000 - LAST_MS) // rounds // len(CLIPS))
    scenes = [
        _scene(
            clip, lines, scene_ms, speed=1 - SLOWER * number, first=number == 0 and clip == next(iter(CLIPS))
        )
        for number in range(rounds)
        for clip, lines in CLIPS.items()
    ]
    (folder / "channels" / "tall.yaml").write_text(CHANNEL, "utf-8")
    (folder / "scripts" / "bench.yaml").write_text(
        HEAD.replace("{channels}", ", ".join(channels)) + "".join(scenes) + LAST, "utf-8"
    )


def fresh_copy(project: Path, name: str) -> Path:
    """A copy of `project` beside it, as before its first render but for the voice."""
    place = project.with_name(name)
    shutil.copytree(project, place, ignore=shutil.ignore_patterns(".hoso", "outputs"))
    shutil.copytree(project / ".hoso" / "voice", place / ".hoso" / "voice")
    return place


def _scene(clip: str, lines: tuple[str, str], scene_ms: int, *, speed: float, first: bool) -> str:
    fade = "" if first else "    transition: {kind: fade, seconds: 0.4}\n"
    said = lines if scene_ms >= TWO_LINES_MS else lines[:1]
    words = ", ".join(f"{{ko: {line}}}" for line in said)
    end = seconds(round(scene_ms * speed))
    return f"  - footage: {clip}\n    to: {end}\n    speed: {speed:.2f}\n{fade}    say: [{words}]\n"
