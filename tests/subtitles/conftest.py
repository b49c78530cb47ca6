"""What the tests of subtitles share: the faces, made once, and hoso's own picture profiles."""

from __future__ import annotations

import pytest

from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet, faces


@pytest.fixture(scope="session")
def fontset(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """The project's own faces."""
    return faces(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def wide() -> PictureProfile:
    """1920x1080."""
    return Catalog.load().profile("hd")


@pytest.fixture(scope="session")
def vertical() -> PictureProfile:
    """1080x1920."""
    return Catalog.load().profile("vertical")
