"""One-time links: into the studio on one's own machine, and to a first or forgotten password."""

from __future__ import annotations

import time

from hoso.studio.access import people
from hoso.studio.access.passwords import refuse_weak
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person
from hoso.studio.access.secret import digest_of, new_secret
from hoso.studio.database import Database

ENTER_SECONDS = 10 * 60
"""How long the link that is printed at the start lets somebody in."""
INVITATION_SECONDS = 3 * 24 * 3600
"""How long somebody has to set a password."""


def let_in(database: Database) -> str:
    """The secret of a link that signs whoever runs the studio on this machine in, once."""
    return _made(database, None, ENTER_SECONDS)


def invite(database: Database, person: int) -> str:
    """The secret of a link by which `person` sets a password; earlier ones end."""
    people.with_id(database, person)
    database.connection.execute("DELETE FROM links WHERE person = ?", (person,))
    return _made(database, person, INVITATION_SECONDS)


def enter(database: Database, secret: str) -> Person:
    """Use up a link into the studio; the local owner. Raises RefusedError where it lets nobody in."""
    with database.writing() as writing:
        used = writing.execute(
            "DELETE FROM links WHERE digest = ? AND person IS NULL AND expires > ? RETURNING digest",
            (digest_of(secret), time.time()),
        ).fetchall()
    if not used:
        raise RefusedError("link")
    return people.local_owner(database)


def invited(database: Database, secret: str) -> Person | None:
    """Who may set a password by the link of `secret`; nobody by one that was used or has run out."""
    row = database.connection.execute(
        "SELECT person FROM links WHERE digest = ? AND person IS NOT NULL AND expires > ?",
        (digest_of(secret), time.time()),
    ).fetchone()
    return people.with_id(database, row["person"]) if row is not None else None


def accept(database: Database, secret: str, password: str) -> Person:
    """Set the password of whom the link of `secret` invites, which uses it up.

    Raises RefusedError where the password is weak, or the link was used or has run out.
    """
    person = invited(database, secret)
    if person is None:
        raise RefusedError("link")
    refuse_weak(password, person.name)
    with database.writing() as writing:
        used = writing.execute(
            "DELETE FROM links WHERE digest = ? RETURNING digest", (digest_of(secret),)
        ).fetchall()
    if not used:
        raise RefusedError("link")
    people.set_password(database, person.id, password)
    return person


def _made(database: Database, person: int | None, seconds: int) -> str:
    secret = new_secret()
    now = time.time()
    with database.writing() as writing:
        writing.execute("DELETE FROM links WHERE expires <= ?", (now,))
        writing.execute(
            "INSERT INTO links (digest, person, expires) VALUES (?, ?, ?)",
            (digest_of(secret), person, now + seconds),
        )
    return secret
