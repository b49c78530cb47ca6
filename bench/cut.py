"""The benchmark cut: the samples' own footage, a still, cards, fades and subtitles, of any length."""

from __future__ import annotations

import shutil
from pathlib import Path

HEAD = """\
title: {ko: 조선인민군 군인 여러분에게}
source: Проєкт «Хочу жить»
channels: [shorts]
voice: {engine: kokoro}
music: {file: music.m4a, level: -18}
contact: {phone: "+000 00 000 0000", telegram: "@example", url: "https://example.org"}
scenes:
"""
# Scenes of 12 s in all; each line is spoken in its own scene, which has room for it.
ROUND = """\
  - footage: winter-field.mp4
    from: 0:00
    to: 0:04
    say: [{ko: 무의미하게 죽지 마십시오.}]
  - footage: night-road.mp4
    from: 0:01
    to: 0:05
    transition: {kind: fade, seconds: 0.4}
    say: [{ko: 살 수 있는 길이 있습니다.}]
  - footage: shared-meal.mp4
    from: 0:02
    to: 0:06.4
    transition: {kind: fade, seconds: 0.4}
    say: [{ko: 음식과 온기를 드립니다.}]
"""
LAST = """\
  - image: camp.jpg
    seconds: 6.4
    transition: {kind: fade, seconds: 0.4}
    say: [{ko: 누구든 받아들일 준비가 되어 있습니다.}]
  - card: contact
    seconds: 5.6
    say: [{ko: 련락하십시오.}]
"""
ROUND_SECONDS, LAST_SECONDS = 12, 12
MEDIA = ("winter-field.mp4", "night-road.mp4", "shared-meal.mp4", "camp.jpg", "music.m4a")


def make_project(folder: Path, videos: Path, seconds: int) -> None:
    """A project with one message, `bench`, of about `seconds` (at least 24), in `folder`."""
    for name in ("scripts", "subtitles", "videos"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in MEDIA:
        shutil.copyfile(videos / name, folder / "videos" / name)
    rounds = max(1, (seconds - LAST_SECONDS) // ROUND_SECONDS)
    # The first scene of all follows nothing; later rounds begin with a cut as well.
    (folder / "scripts" / "bench.yaml").write_text(HEAD + ROUND * rounds + LAST, "utf-8")
