"""Releases to look at: rendered once, copied for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hoso.base.project import Project
from tests.pipeline.conftest import material
from tests.studio.releases.releases_material import release_twice

__all__ = ["material"]


@pytest.fixture(scope="session")
def released_root(tmp_path_factory: pytest.TempPathFactory, material: Path) -> Path:
    """A project with a release of one message, and the one before it."""
    return release_twice(tmp_path_factory.mktemp("released"), material).root


@pytest.fixture
def project(tmp_path: Path, released_root: Path) -> Project:
    """A copy to change."""
    root = tmp_path / "project"
    shutil.copytree(released_root, root, symlinks=True)
    return Project(root)
