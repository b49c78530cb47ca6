"""Sessions: who a cookie stands for."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from hoso.studio.access.audit import ADDRESS
from hoso.studio.access.roles import Person, Role
from hoso.studio.access.secret import digest_of, new_secret
from hoso.studio.database import Database

COOKIE = "hoso_session"
IDLE_SECONDS = 3 * 24 * 3600
"""How long somebody stays signed in without coming by: over a weekend."""
LASTS_SECONDS = 14 * 24 * 3600
"""How long somebody stays signed in at most."""
SEEN_SECONDS = 60
"""How exactly the last visit is kept."""
BROWSER_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser."""

    person: Person
    csrf: str
    """What its forms and scripts must send along."""
    seen: float = 0.0
    """When it was last written down that it came by, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A session as its owner sees it; times in seconds since 1970."""

    browser: str
    address: str
    begun: float
    seen: float
    current: bool


def begin(database: Database, person: int, browser: str = "", instead_of: str = "") -> str:
    """Sign `person` in; returns the secret for the cookie. The session of the secret `instead_of` ends."""
    secret = new_secret()
    now = time.time()
    row = (
        digest_of(secret),
        person,
        secrets.token_urlsafe(24),
        now,
        now,
        ADDRESS.get(),
        browser[:BROWSER_LETTERS],
    )
    with database.writing() as writing:
        writing.execute(
            "DELETE FROM sessions WHERE digest = ? OR seen <= ? OR begun <= ?",
            (digest_of(instead_of), now - IDLE_SECONDS, now - LASTS_SECONDS),
        )
        writing.execute(
            "INSERT INTO sessions (digest, person, csrf, begun, seen, address, browser) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    return secret


def find(database: Database, secret: str) -> Session | None:
    """The session that a cookie's `secret` stands for, unless it has run out."""
    if not secret:
        return None
    now = time.time()
    row = database.connection.execute(
        "SELECT people.id, name, role, language, csrf, seen FROM sessions JOIN people ON people.id = person "
        "WHERE digest = ? AND seen > ? AND begun > ?",
        (digest_of(secret), now - IDLE_SECONDS, now - LASTS_SECONDS),
    ).fetchone()
    if row is None:
        return None
    return Session(
        Person(row["id"], row["name"], Role(row["role"]), row["language"]), row["csrf"], row["seen"]
    )


def touch(database: Database, secret: str) -> None:
    """Write down that the session came by just now."""
    database.connection.execute(
        "UPDATE sessions SET seen = ? WHERE digest = ?", (time.time(), digest_of(secret))
    )


def of_person(database: Database, person: int, secret: str = "") -> tuple[Visit, ...]:
    """Where `person` is signed in, the latest visit first; the session of `secret` is the current one."""
    now = time.time()
    rows = database.connection.execute(
        "SELECT browser, address, begun, seen, digest FROM sessions "
        "WHERE person = ? AND seen > ? AND begun > ? ORDER BY seen DESC",
        (person, now - IDLE_SECONDS, now - LASTS_SECONDS),
    )
    mine = digest_of(secret)
    return tuple(
        Visit(row["browser"], row["address"], row["begun"], row["seen"], row["digest"] == mine)
        for row in rows
    )


def end(database: Database, secret: str) -> None:
    """Sign out."""
    database.connection.execute("DELETE FROM sessions WHERE digest = ?", (digest_of(secret),))


def end_all(database: Database, person: int, but: str = "") -> None:
    """Sign `person` out everywhere, except for the session of the secret `but`."""
    database.connection.execute(
        "DELETE FROM sessions WHERE person = ? AND digest != ?", (person, digest_of(but))
    )
