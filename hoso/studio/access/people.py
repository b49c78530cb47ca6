"""Accounts: who there is, what each of them is here, and how they get in."""

from __future__ import annotations

import getpass
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hoso.studio.access import sessions
from hoso.studio.access.passwords import fits, hashed, refuse_weak
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from hoso.studio.web.words import INTERFACES

LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Account:
    """A person as owners see them; times in seconds since 1970."""

    person: Person
    password: bool
    """Whether there is one; else a one-time link is the only way in."""
    local: bool
    """Whoever started the studio on this machine."""
    seen: float | None
    """The last visit of those who are signed in."""
    invited_until: float | None
    """When the invitation that is still open runs out."""


def everyone(database: Database) -> tuple[Account, ...]:
    """All accounts by name."""
    rows = database.connection.execute(
        "SELECT id, name, role, language, password IS NOT NULL AS password, local, "
        "(SELECT max(seen) FROM sessions WHERE sessions.person = people.id) AS seen, "
        "(SELECT max(expires) FROM links WHERE links.person = people.id AND expires > ?) AS invited "
        "FROM people",
        (time.time(),),
    )
    found = [
        Account(_person(row), bool(row["password"]), bool(row["local"]), row["seen"], row["invited"])
        for row in rows
    ]
    return tuple(sorted(found, key=lambda account: folded(account.person.name)))


def with_id(database: Database, person: int) -> Person:
    """The person with the number `person`. Raises RefusedError where there is none."""
    row = database.connection.execute("SELECT * FROM people WHERE id = ?", (person,)).fetchone()
    if row is None:
        raise RefusedError("nobody")
    return _person(row)


def named(database: Database, name: str) -> Person | None:
    """The person called `name`, in small or capital letters."""
    row = _row_of(database.connection, name)
    return _person(row) if row is not None else None


def known(database: Database, name: str, password: str) -> Person | None:
    """Who `name` is, if `password` is theirs. Takes as long for a name that nobody has."""
    row = _row_of(database.connection, name)
    right = fits(password, row["password"] if row is not None else None)
    return _person(row) if row is not None and right else None


def knows_password(database: Database, person: int, password: str) -> bool:
    """Whether `password` is the one of `person`; always where they have none."""
    row = database.connection.execute("SELECT password FROM people WHERE id = ?", (person,)).fetchone()
    return row is not None and (row["password"] is None or fits(password, row["password"]))


def has_password(database: Database, person: int) -> bool:
    """Whether `person` can sign in without a one-time link."""
    row = database.connection.execute("SELECT password FROM people WHERE id = ?", (person,)).fetchone()
    return row is not None and row["password"] is not None


def anyone_with_password(database: Database) -> bool:
    """Whether somebody can sign in without a one-time link."""
    found = database.connection.execute("SELECT 1 FROM people WHERE password IS NOT NULL LIMIT 1")
    return found.fetchone() is not None


def add(database: Database, name: str, role: Role, password: str | None = None) -> Person:
    """Make an account. Raises RefusedError for a name that is taken or none, and for a weak password."""
    name = _tidy(name)
    if password is not None:
        refuse_weak(password, name)
    kept = hashed(password) if password is not None else None
    with database.writing() as writing:
        if _row_of(writing, name) is not None:
            raise RefusedError("name-taken", name=name)
        return _inserted(writing, name, role, kept)


def local_owner(database: Database) -> Person:
    """Whoever started the studio on this machine; an owner, made at the first call."""
    with database.writing() as writing:
        row = writing.execute("SELECT * FROM people WHERE local = 1").fetchone()
        if row is not None:
            return _person(row)
        called = _own_name()
        name = called if _row_of(writing, called) is None else f"{called} (local)"
        made = _inserted(writing, name, Role.OWNER, None)
        writing.execute("UPDATE people SET local = 1 WHERE id = ?", (made.id,))
        return made


def set_role(database: Database, person: int, role: Role) -> None:
    """Let `person` be `role` from now on. Raises RefusedError where no owner would be left."""
    with _keeping_an_owner(database) as writing:
        writing.execute("UPDATE people SET role = ? WHERE id = ?", (role.value, person))


def remove(database: Database, person: int) -> None:
    """Take the account away with its sessions, links and tokens.

    Raises RefusedError where no owner would be left.
    """
    with _keeping_an_owner(database) as writing:
        writing.execute("DELETE FROM people WHERE id = ?", (person,))


def set_password(database: Database, person: int, password: str, but: str = "") -> None:
    """Let `person` sign in by `password`. Raises RefusedError where it is weak.

    Signs them out everywhere, except for the session of the secret `but`; links to set a password end.
    """
    refuse_weak(password, with_id(database, person).name)
    kept = hashed(password)
    with database.writing() as writing:
        writing.execute("UPDATE people SET password = ? WHERE id = ?", (kept, person))
        writing.execute("DELETE FROM links WHERE person = ?", (person,))
        sessions.end_all(database, person, but)


def set_language(database: Database, person: int, language: str) -> None:
    """Show `person` the pages in `language`. Raises RefusedError where there are none in it."""
    if language not in INTERFACES:
        raise RefusedError("language", languages=", ".join(INTERFACES))
    database.connection.execute("UPDATE people SET language = ? WHERE id = ?", (language, person))


def send_local_out(database: Database) -> None:
    """End the sessions of whoever came in by the link on this machine: others can reach the studio now."""
    database.connection.execute(
        "DELETE FROM sessions WHERE person IN (SELECT id FROM people WHERE local = 1 AND password IS NULL)"
    )


@contextmanager
def _keeping_an_owner(database: Database) -> Iterator[sqlite3.Connection]:
    """A change of people, which is taken back where it would leave none of the owners who can get in."""
    owners = "SELECT 1 FROM people WHERE role = 'owner' AND (password IS NOT NULL OR local = 1) LIMIT 1"
    with database.writing() as writing:
        before = writing.execute(owners).fetchone()
        yield writing
        if before is not None and writing.execute(owners).fetchone() is None:
            raise RefusedError("last-owner")


def _inserted(writing: sqlite3.Connection, name: str, role: Role, password: str | None) -> Person:
    made = writing.execute(
        "INSERT INTO people (name, role, password) VALUES (?, ?, ?)", (name, role.value, password)
    )
    row = writing.execute("SELECT * FROM people WHERE id = ?", (made.lastrowid,)).fetchone()
    return _person(row)


def _row_of(connection: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    """SQLite knows the capital letters of English alone, so names are compared here; there are few people."""
    wanted = folded(name)
    rows: list[sqlite3.Row] = connection.execute("SELECT * FROM people").fetchall()
    return next((row for row in rows if folded(row["name"]) == wanted), None)


def _person(row: sqlite3.Row) -> Person:
    return Person(row["id"], row["name"], Role(row["role"]), row["language"])


def _tidy(name: str) -> str:
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise RefusedError("name-missing")
    if len(tidy) > LONGEST_NAME:
        raise RefusedError("name-long", most=LONGEST_NAME)
    if not tidy.isprintable():
        raise RefusedError("name-odd")
    return tidy


def folded(name: str) -> str:
    """What two ways to write one person's name have in common."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _own_name() -> str:
    try:
        return _tidy(getpass.getuser())
    except (OSError, KeyError, RefusedError):
        return "local"
