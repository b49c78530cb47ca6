"""Messages that can be timed, made once and copied for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from hoso.base.project import Project
from hoso.studio.access.roles import Role
from hoso.subtitles.keeping.keeper import Keeper
from tests.studio.conftest import As
from tests.studio.timing.material import (
    Timed,
    make_project,
    many_cues,
    previewed,
    spoken,
    without_large_sounds,
)


@pytest.fixture(scope="session")
def previewed_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose message `appeal` was previewed in both editions."""
    root = tmp_path_factory.mktemp("timed")
    project = make_project(root)
    previewed(project, "appeal")
    previewed(project, "appeal", "ko-ko+ru")
    return root


@pytest.fixture(scope="session")
def long_root(tmp_path_factory: pytest.TempPathFactory, previewed_root: Path) -> Path:
    """The same with the message `long` spoken: ten minutes under three thousand cues, not filmed."""
    root = tmp_path_factory.mktemp("long")
    shutil.copytree(previewed_root, root, dirs_exist_ok=True)
    project = Project(root)
    spoken(project, "long")
    without_large_sounds(project)
    Keeper(project).replace(project.subtitles / "long.ko.srt", many_cues())
    return root


@pytest.fixture(scope="session")
def long_film_root(tmp_path_factory: pytest.TempPathFactory, long_root: Path) -> Path:
    """The same, filmed: some minutes of work."""
    root = tmp_path_factory.mktemp("film")
    shutil.copytree(long_root, root, dirs_exist_ok=True)
    previewed(Project(root), "long")
    without_large_sounds(Project(root))
    return root


@pytest.fixture
def timed_message(previewed_root: Path, project: Project) -> Timed:
    """The message `appeal` in `project`: six seconds, two shapes, four Korean cues, Russian beside them."""
    shutil.copytree(previewed_root, project.root, dirs_exist_ok=True)
    return Timed(project, "appeal")


@pytest.fixture
def long_message(long_root: Path, project: Project) -> Timed:
    """The message `long` in `project`: ten minutes, three thousand Korean cues, a waveform but no film."""
    shutil.copytree(long_root, project.root, dirs_exist_ok=True)
    return Timed(project, "long")


@pytest.fixture
def long_film(long_film_root: Path, project: Project) -> Timed:
    """As `long_message`, with the film in both shapes; the first test that asks for it waits for minutes."""
    shutil.copytree(long_film_root, project.root, dirs_exist_ok=True)
    return Timed(project, "long")


@pytest.fixture
def editor(timed_message: Timed, client_as: As) -> TestClient:
    """An editor, and the message `appeal`."""
    return client_as(Role.EDITOR)
