"""What people do about accounts, written down in the audit log; pages, API and command line call the same."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hoso.studio.access import links, people, sessions, throttle, tokens
from hoso.studio.access.audit import ADDRESS, record
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database


@dataclass(frozen=True, slots=True)
class Browser:
    """The browser that asks."""

    cookie: str = ""
    """The secret of the session that it has so far."""
    name: str = ""
    """What it calls itself."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who is to set a password, and the secret of the link for that."""

    person: Person
    secret: str


def sign_in(database: Database, name: str, password: str, browser: Browser) -> str:
    """Begin a session by name and password; the secret for the cookie.

    Raises RefusedError `wrong`, or `wait` after too many failures.
    """
    _wait_for_turn(database, name)
    person = people.known(database, name, password)
    if person is None:
        there = people.named(database, name)
        record(database, None, "access.sign-in-failed", there.name if there else "")
        raise RefusedError("wrong")
    throttle.succeeded(database, name, ADDRESS.get())
    return _begun(database, person, browser, "password")


def enter(database: Database, secret: str, browser: Browser) -> str:
    """Begin a session of the local owner by a link; the secret for the cookie. Raises RefusedError."""
    return _begun(database, links.enter(database, secret), browser, "link")


def accept(database: Database, secret: str, password: str, browser: Browser) -> str:
    """Set a password by an invitation and begin a session; the secret for the cookie. Raises RefusedError."""
    person = links.accept(database, secret, password)
    record(database, person, "account.password", person.name, "invitation")
    return _begun(database, person, browser, "invitation")


def sign_out(database: Database, person: Person, browser: Browser) -> None:
    """End the browser's session."""
    sessions.end(database, browser.cookie)
    record(database, person, "access.sign-out", person.name)


def sign_out_everywhere(database: Database, person: Person) -> None:
    """End all sessions of `person`, this one too."""
    sessions.end_all(database, person.id)
    record(database, person, "access.sign-out-everywhere", person.name)


def change_password(database: Database, person: Person, old: str, new: str, browser: Browser) -> str:
    """Set another password and end all sessions; the secret for the cookie of a new one in this browser.

    Raises RefusedError where `old` is wrong (it is not asked where there was none) or `new` is weak.
    """
    _wait_for_turn(database, person.name)
    if not people.knows_password(database, person.id, old):
        record(database, person, "account.password-failed", person.name)
        raise RefusedError("wrong-password")
    throttle.succeeded(database, person.name, ADDRESS.get())
    people.set_password(database, person.id, new)
    record(database, person, "account.password", person.name)
    return sessions.begin(database, person.id, browser.name)


def make_token(database: Database, person: Person, name: str, days: int) -> tuple[tokens.Token, str]:
    """A new API token and its secret. Raises RefusedError."""
    token, secret = tokens.make(database, person.id, name, days)
    record(database, person, "tokens.make", token.name, f"{days} days")
    return token, secret


def revoke_token(database: Database, person: Person, token: int) -> None:
    """End an API token. Raises RefusedError where there is no such token of `person`."""
    record(database, person, "tokens.revoke", tokens.revoke(database, person.id, token).name)


def add_person(database: Database, by: Person, name: str, role: Role) -> Invitation:
    """Make an account without a password, and the link to set one. Raises RefusedError."""
    made = people.add(database, name, role)
    record(database, by, "people.add", made.name, role.value)
    return Invitation(made, links.invite(database, made.id))


def invite(database: Database, by: Person, person: int) -> Invitation:
    """A link by which somebody sets a first or another password. Raises RefusedError."""
    invited = people.with_id(database, person)
    secret = links.invite(database, person)
    record(database, by, "people.invite", invited.name)
    return Invitation(invited, secret)


def change_role(database: Database, by: Person, person: int, role: Role) -> Person:
    """Let somebody be `role`. Raises RefusedError."""
    before = people.with_id(database, person)
    people.set_role(database, person, role)
    record(database, by, "people.role", before.name, f"{before.role.value} -> {role.value}")
    return people.with_id(database, person)


def remove_person(database: Database, by: Person, person: int) -> None:
    """Take an account away. Raises RefusedError."""
    gone = people.with_id(database, person)
    people.remove(database, person)
    record(database, by, "people.remove", gone.name, gone.role.value)


def _wait_for_turn(database: Database, name: str) -> None:
    wait = throttle.begin(database, name, ADDRESS.get())
    if wait > 0:
        raise RefusedError("wait", seconds=math.ceil(wait))


def _begun(database: Database, person: Person, browser: Browser, way: str) -> str:
    secret = sessions.begin(database, person.id, browser.name, browser.cookie)
    record(database, person, "access.sign-in", person.name, way)
    return secret
