"""API tokens: programs act for a person with that person's role."""

from __future__ import annotations

import time
from dataclasses import dataclass

from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.access.secret import digest_of, new_secret
from hoso.studio.database import Database

PREFIX = "hoso_"
"""By which tools that look for leaked secrets know one."""
LONGEST_DAYS = 366
DEFAULT_DAYS = 90
LONGEST_NAME = 80
USED_SECONDS = 60
"""How exactly the last use is kept."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret; times in seconds since 1970."""

    id: int
    name: str
    made: float
    expires: float
    used: float | None

    @property
    def expired(self) -> bool:
        """Whether it lets nobody in any more."""
        return self.expires <= time.time()


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token stands for."""

    person: Person
    used: float | None
    """When its last use was written down, in seconds since 1970."""


def make(database: Database, person: int, name: str, days: int) -> tuple[Token, str]:
    """A new token of `person` for `days` days, and its secret, which nobody can look up later.

    Raises RefusedError for a missing or long name and for days out of range.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise RefusedError("token-name", most=LONGEST_NAME)
    if not 1 <= days <= LONGEST_DAYS:
        raise RefusedError("token-days", most=LONGEST_DAYS)
    secret = new_secret(PREFIX)
    now = time.time()
    expires = now + days * 24 * 3600
    made = database.connection.execute(
        "INSERT INTO tokens (digest, person, name, made, expires) VALUES (?, ?, ?, ?, ?) RETURNING id",
        (digest_of(secret), person, name, now, expires),
    ).fetchone()
    return Token(made["id"], name, now, expires, None), secret


def of_person(database: Database, person: int) -> tuple[Token, ...]:
    """All tokens of `person`, the newest first."""
    rows = database.connection.execute(
        "SELECT id, name, made, expires, used FROM tokens WHERE person = ? ORDER BY id DESC", (person,)
    )
    return tuple(Token(**dict(row)) for row in rows)


def revoke(database: Database, person: int, token: int) -> Token:
    """End one of the tokens of `person`. Raises RefusedError where they have no such token."""
    row = database.connection.execute(
        "DELETE FROM tokens WHERE id = ? AND person = ? RETURNING id, name, made, expires, used",
        (token, person),
    ).fetchone()
    if row is None:
        raise RefusedError("no-token")
    return Token(**dict(row))


def bearer(database: Database, secret: str) -> Bearer | None:
    """Who the token `secret` stands for, unless it was revoked or has run out."""
    row = database.connection.execute(
        "SELECT people.id, people.name, role, language, used FROM tokens "
        "JOIN people ON people.id = tokens.person WHERE digest = ? AND expires > ?",
        (digest_of(secret), time.time()),
    ).fetchone()
    if row is None:
        return None
    return Bearer(Person(row["id"], row["name"], Role(row["role"]), row["language"]), row["used"])


def touch(database: Database, secret: str) -> None:
    """Write down that the token was used just now."""
    database.connection.execute(
        "UPDATE tokens SET used = ? WHERE digest = ?", (time.time(), digest_of(secret))
    )
