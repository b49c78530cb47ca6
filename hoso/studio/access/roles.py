"""Who people are and what they may do; the one place that says it of every route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does here. An owner may do all that the others may."""

    PRODUCER = "producer"
    EDITOR = "editor"
    ADMIN = "channel-admin"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in."""

    id: int
    name: str
    role: Role
    language: str = "en"
    """The language of the pages: en, uk or ko."""


Allowed = frozenset[Role] | None
"""None: everybody, signed in or not."""

EVERYBODY: Allowed = None
SIGNED_IN: Allowed = frozenset(Role)
PRODUCERS: Allowed = frozenset({Role.PRODUCER, Role.OWNER})
EDITORS: Allowed = frozenset({Role.EDITOR, Role.OWNER})
MAKERS: Allowed = frozenset({Role.PRODUCER, Role.EDITOR, Role.OWNER})
ADMINS: Allowed = frozenset({Role.ADMIN, Role.OWNER})
OWNERS: Allowed = frozenset({Role.OWNER})

ACCESS: Mapping[str, Allowed] = {
    # Doors and what has no secrets
    "front": EVERYBODY,
    # The frame of all pages
    "web.home": SIGNED_IN,
    "web.language": EVERYBODY,
    "web.running": SIGNED_IN,
    # Messages
    "messages.list": SIGNED_IN,
    # Jobs: what may be wished for and who may stop what, jobs/wishing.py says
    "jobs.list": SIGNED_IN,
    "jobs.queue": SIGNED_IN,
    "jobs.show": SIGNED_IN,
    "jobs.outcome": SIGNED_IN,
    "jobs.file": MAKERS,
    "jobs.form": PRODUCERS,
    "jobs.render": PRODUCERS,
    "jobs.stop": MAKERS,
    "jobs.again": MAKERS,
    "jobs.all": SIGNED_IN,
    "jobs.add": MAKERS,
    "jobs.one": SIGNED_IN,
    "jobs.events": SIGNED_IN,
    "jobs.cancel": MAKERS,
    "jobs.log": SIGNED_IN,
}
"""Who may use which route, by the route's name. A route that is not here does not start."""
