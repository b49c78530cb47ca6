"""Fixtures of the pipeline tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from hoso.base.project import Project
from hoso.media.ffmpeg import run
from hoso.pipeline.request import Outcome
from tests.pipeline.pipeline_material import LENGTHS, make_project, render, speech_like


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The videos folder, made once."""
    folder = tmp_path_factory.mktemp("videos")
    picture, tone = "testsrc2=s=640x360:r=30:d=5", "sine=f=300:r=44100:d=5"
    path = folder / "겨울 들판's 1.mp4"
    sources = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
    run([*sources, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-ac", "1", str(path)])
    ramp = np.tile(np.linspace(40, 220, 640, dtype=np.uint8), (360, 1))
    Image.fromarray(np.dstack([ramp, ramp[:, ::-1], ramp])).save(folder / "camp.png")
    chord = sum(np.sin(2 * np.pi * note * np.arange(4 * 48_000) / 48_000) for note in (220, 277, 330))
    soundfile.write(folder / "music.wav", 0.1 * np.asarray(chord), 48_000)
    voices = folder / "message"
    voices.mkdir()
    for seed, (name, length) in enumerate(LENGTHS.items()):
        soundfile.write(voices / f"{name}.ko.wav", speech_like(length, seed), 48_000)
    return folder


@pytest.fixture
def project(tmp_path: Path, material: Path) -> Project:
    """A project to change."""
    return make_project(tmp_path, material)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory, material: Path) -> tuple[Project, Outcome]:
    """The message, rendered once for the tests that only look."""
    made = make_project(tmp_path_factory.mktemp("project"), material)
    return made, render(made)


@pytest.fixture
def warm(tmp_path: Path, rendered: tuple[Project, Outcome]) -> Project:
    """A copy of the rendered project to change; what did not change is in its cache."""
    root = tmp_path / "warm"
    shutil.copytree(rendered[0].root, root, symlinks=True)
    return Project(root)
