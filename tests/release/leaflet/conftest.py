"""Leaflets of the sample message, printed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.languages import LANGUAGES
from hoso.fonts.faces import FontSet
from hoso.fonts.faces import faces as packaged
from hoso.release.leaflet import make_leaflets
from tests.release.leaflet.leaflet_material import sample


@pytest.fixture(scope="session")
def faces() -> FontSet:
    """The faces that come with hoso."""
    return packaged()


@pytest.fixture(scope="session")
def printed(faces: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's leaflets in every language."""
    folder = tmp_path_factory.mktemp("leaflets")
    make_leaflets(sample().message, LANGUAGES, faces, folder)
    return folder
