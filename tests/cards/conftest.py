"""Material of the card tests: the packaged faces and profiles, and a project for clips."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.project import Project
from hoso.cards.faces import PackagedFaces
from hoso.cards.model import frame_of
from hoso.channels.catalog import Catalog
from hoso.fonts.faces import faces as packaged
from tests.cards.card_material import SHAPES, Frames


@pytest.fixture(scope="session")
def faces() -> PackagedFaces:
    """The static faces that come with hoso."""
    return PackagedFaces(packaged())


@pytest.fixture(scope="session")
def frames() -> Frames:
    """The frames of hoso's own picture profiles by name."""
    catalog = Catalog.load()
    return {name: frame_of(catalog.profile(name)) for name in SHAPES}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project in a folder with a space and Korean letters in its name."""
    made = Project((tmp_path / "호소 project").resolve())
    made.videos.mkdir(parents=True)
    return made
