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
}
"""Who may use which route, by the route's name. A route that is not here does not start."""
