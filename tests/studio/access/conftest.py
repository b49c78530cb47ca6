"""Accounts to try, and a clock that can be put forward."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from hoso.studio.access import passwords, people
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from hoso.studio.place import Studio

PASSWORD = "correct horse battery"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Real argon2 with little work: some tests hash many passwords. Its true cost has its own test."""
    cheap = PasswordHash([Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1)])
    monkeypatch.setattr(passwords, "_HASHES", cheap)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


@pytest.fixture
def database(studio: Studio) -> Database:
    """The studio's database."""
    return studio.database


@pytest.fixture
def olena(database: Database) -> Person:
    """An owner with a password."""
    return people.add(database, "Олена", Role.OWNER, PASSWORD)


@pytest.fixture
def andriy(database: Database) -> Person:
    """An editor who has no password yet."""
    return people.add(database, "Андрій", Role.EDITOR)


Forward = Callable[[float], None]


@pytest.fixture
def forward(monkeypatch: pytest.MonkeyPatch) -> Forward:
    """Puts the clock forward by some seconds."""
    ahead = 0.0
    real = time.time

    def put(seconds: float) -> None:
        nonlocal ahead
        ahead += seconds

    monkeypatch.setattr(time, "time", lambda: real() + ahead)
    return put
