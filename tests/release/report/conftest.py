"""Fixtures of the report's tests: a small release, and its page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.release.report.reading import parsed
from tests.release.report.report_material import Releases, make


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """A release and the one before it."""
    return make(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="session")
def page(releases: Releases) -> str:
    """Its report."""
    return releases.page()


@pytest.fixture(scope="session")
def tree(page: str) -> ElementTree.Element:
    """The report as a browser parses it; any error of its HTML is one here."""
    return parsed(page)
