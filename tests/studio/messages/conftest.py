"""A project with a message and something to see and hear in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from hoso.base.project import Project
from hoso.media.ffmpeg import run
from hoso.studio.access import sessions
from hoso.studio.access.roles import Person, Role
from hoso.studio.place import Studio
from tests.studio.conftest import sign_in

SCRIPT = """\
title: {ko: 조선인민군 군인 여러분에게, ru: Солдатам}
source: Проєкт
channels: [telegram]
editions: [{voice: ko, subtitles: ru}]
voice: {engine: recorded, fallback: null}
contact: {url: "https://hochuzhit.com"}

scenes:
  - footage: 겨울 들판's 1.mp4
    say:
      - {id: hello, ko: 안녕하십니까, ru: Здравствуйте}

  - card: contact
    say:
      - {ko: 연락하십시오, ru: Свяжитесь с нами}
"""


@pytest.fixture(scope="session")
def goods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of six seconds, a picture, a sound; nothing of them is in a project yet."""
    folder = tmp_path_factory.mktemp("goods")
    sources = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=6", "-f", "lavfi", "-i", "sine=d=6"]
    tags = ["-metadata", "location=+50.4+030.5/"]
    run([*sources, "-c:v", "libx264", "-movflags", "+faststart", *tags, str(folder / "film.mp4")])
    Image.new("RGB", (640, 360), "teal").save(folder / "picture.png")
    soundfile.write(folder / "sound.wav", np.random.default_rng(1).normal(0, 0.05, 48_000), 48_000)
    return folder


@pytest.fixture
def message(project: Project, goods: Path) -> Path:
    """The script of the message `appeal`, with all that it names."""
    shutil.copy(goods / "film.mp4", project.videos / "겨울 들판's 1.mp4")
    voices = project.videos / "appeal"
    voices.mkdir()
    for line in ("hello", "2"):
        shutil.copy(goods / "sound.wav", voices / f"{line}.ko.wav")
    path = project.scripts / "appeal.yaml"
    path.write_text(SCRIPT, "utf-8")
    return path


Somebody = Callable[[Role], Person]


@pytest.fixture
def somebody(studio: Studio) -> Somebody:
    """Makes people with a role."""

    def made(role: Role) -> Person:
        session = sessions.find(studio.database, sign_in(studio, role).cookie)
        assert session is not None
        return session.person

    return made
