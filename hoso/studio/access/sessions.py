"""Sessions: who a cookie stands for."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass

from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database

COOKIE = "hoso_session"
LASTS_SECONDS = 14 * 24 * 3600
"""How long somebody stays signed in without coming by."""


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser."""

    person: Person
    csrf: str
    """What its forms and scripts must send along."""


def begin(database: Database, person: int) -> str:
    """Sign `person` in; returns the secret for the cookie."""
    secret = secrets.token_urlsafe(32)
    now = time.time()
    with database.writing() as writing:
        writing.execute(
            "INSERT INTO sessions (digest, person, csrf, begun, seen) VALUES (?, ?, ?, ?, ?)",
            (_digest(secret), person, secrets.token_urlsafe(24), now, now),
        )
    return secret


def find(database: Database, secret: str) -> Session | None:
    """The session that a cookie's `secret` stands for, unless it has run out."""
    row = database.connection.execute(
        "SELECT people.id, name, role, language, csrf FROM sessions JOIN people ON people.id = person "
        "WHERE digest = ? AND seen > ?",
        (_digest(secret), time.time() - LASTS_SECONDS),
    ).fetchone()
    if row is None:
        return None
    return Session(Person(row["id"], row["name"], Role(row["role"]), row["language"]), row["csrf"])


def end(database: Database, secret: str) -> None:
    """Sign out."""
    with database.writing() as writing:
        writing.execute("DELETE FROM sessions WHERE digest = ?", (_digest(secret),))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
