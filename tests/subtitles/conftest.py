"""What the tests of subtitles share: the faces, made once."""

from __future__ import annotations

import pytest

from hoso.fonts.faces import FontSet, faces


@pytest.fixture(scope="session")
def fontset(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """The project's own faces."""
    return faces(tmp_path_factory.mktemp("fonts"))
