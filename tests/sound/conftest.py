"""Desks to mix at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoso.base.events import Event
from hoso.base.jobs import CancelToken
from hoso.base.store import Store
from hoso.media.library import Library
from hoso.sound.programme import Desk


@pytest.fixture
def token() -> CancelToken:
    """A token that nobody sets."""
    return CancelToken()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")


@pytest.fixture
def said() -> list[Event]:
    """What the desk's listener heard."""
    return []


@pytest.fixture
def desk(tmp_path: Path, store: Store, token: CancelToken, said: list[Event]) -> Desk:
    """A desk whose files lie in tmp_path."""
    locate: Callable[[str], Path] = lambda name: tmp_path / name  # noqa: E731 - one line says it
    return Desk(Library(tmp_path / "state"), store, token, locate, said.append)
