"""Fixtures of the QC tests: films made once."""

from __future__ import annotations

import pytest

from tests.pipeline.conftest import material, rendered
from tests.release.qc.qc_material import PHONE, Reel, Studio

__all__ = ["material", "phone", "reel", "rendered", "studio"]


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Footage and a programme of our own."""
    return Studio(tmp_path_factory.mktemp("qc"))


@pytest.fixture(scope="session")
def reel(studio: Studio) -> Reel:
    """A film in H.264 and AAC."""
    return studio.reel()


@pytest.fixture(scope="session")
def phone(studio: Studio) -> Reel:
    """A 3GP film in MPEG-4."""
    return studio.reel(PHONE, ".3gp")
