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
    "access.sign_in_page": EVERYBODY,
    "access.sign_in": EVERYBODY,
    "access.sign_out": SIGNED_IN,
    "access.enter": EVERYBODY,
    "access.accept": EVERYBODY,
    "access.docs": SIGNED_IN,
    "access.openapi": SIGNED_IN,
    # One's own account
    "account.show": SIGNED_IN,
    "account.password": SIGNED_IN,
    "account.make_token": SIGNED_IN,
    "account.revoke_token": SIGNED_IN,
    "account.sign_out_everywhere": SIGNED_IN,
    "me.api_show": SIGNED_IN,
    "me.api_change": SIGNED_IN,
    "tokens.api_list": SIGNED_IN,
    "tokens.api_make": SIGNED_IN,
    "tokens.api_revoke": SIGNED_IN,
    # People and what they did
    "people.list": OWNERS,
    "people.add": OWNERS,
    "people.role": OWNERS,
    "people.invite": OWNERS,
    "people.remove": OWNERS,
    "people.api_list": OWNERS,
    "people.api_add": OWNERS,
    "people.api_change": OWNERS,
    "people.api_invite": OWNERS,
    "people.api_remove": OWNERS,
    "audit.list": OWNERS,
    "audit.download": OWNERS,
    "audit.api_list": OWNERS,
    # The frame of all pages
    "web.home": SIGNED_IN,
    "web.language": EVERYBODY,
    "web.running": SIGNED_IN,
    "web.faces": EVERYBODY,
    "web.font": EVERYBODY,
    # Messages
    "messages.list": SIGNED_IN,
    "messages.one": SIGNED_IN,
    "messages.poster": SIGNED_IN,
    "messages.problems": SIGNED_IN,
    "messages.script": SIGNED_IN,
    "messages.version": SIGNED_IN,
    "messages.new": PRODUCERS,
    "messages.create": PRODUCERS,
    "messages.restore": PRODUCERS,
    "messages.rename": PRODUCERS,
    "messages.delete": PRODUCERS,
    "messages.completion": SIGNED_IN,
    "messages.api_list": SIGNED_IN,
    "messages.api_one": SIGNED_IN,
    "messages.api_script": SIGNED_IN,
    "messages.api_check": SIGNED_IN,
    "messages.api_create": PRODUCERS,
    "messages.api_save": PRODUCERS,
    "messages.api_rename": PRODUCERS,
    "messages.api_delete": PRODUCERS,
    # What messages share, and what was deleted
    "settings.edit": PRODUCERS,
    "settings.version": PRODUCERS,
    "settings.restore": PRODUCERS,
    "settings.api_read": PRODUCERS,
    "settings.api_save": PRODUCERS,
    "settings.api_check": PRODUCERS,
    "trash.list": PRODUCERS,
    "trash.restore": PRODUCERS,
    "trash.destroy": OWNERS,
    # Footage and what else lies in videos/: faces that no release shows are seen there
    "files.list": MAKERS,
    "files.recordings": MAKERS,
    "files.thumbnail": MAKERS,
    "files.open": MAKERS,
    "files.facts": MAKERS,
    "files.delete": PRODUCERS,
    "files.api_list": MAKERS,
    "files.api_put": PRODUCERS,
    "files.api_delete": PRODUCERS,
    "uploads.options": PRODUCERS,
    "uploads.list": PRODUCERS,
    "uploads.begin": PRODUCERS,
    "uploads.offset": PRODUCERS,
    "uploads.one": PRODUCERS,
    "uploads.append": PRODUCERS,
    "uploads.end": PRODUCERS,
    # Timing
    "timing.editor": SIGNED_IN,
    "timing.facts": SIGNED_IN,
    "timing.version": SIGNED_IN,
    "timing.save": EDITORS,
    "timing.check": SIGNED_IN,
    "timing.picture": SIGNED_IN,
    "timing.resolve": EDITORS,
    "timing.restore": EDITORS,
    "timing.earlier": SIGNED_IN,
    "timing.peaks": SIGNED_IN,
    "timing.video": SIGNED_IN,
    # Releases: pages and files
    "releases.list": SIGNED_IN,
    "releases.show": SIGNED_IN,
    "releases.compare": SIGNED_IN,
    "releases.report": SIGNED_IN,
    "releases.view": SIGNED_IN,
    "releases.download": SIGNED_IN,
    "releases.zip": SIGNED_IN,
    "releases.approve": ADMINS,
    "releases.withdraw": ADMINS,
    "releases.share": ADMINS,
    "releases.shares": ADMINS,
    "releases.unshare": ADMINS,
    # Releases for programs
    "releases.api_list": SIGNED_IN,
    "releases.api_show": SIGNED_IN,
    "releases.api_download": SIGNED_IN,
    "releases.api_zip": SIGNED_IN,
    "releases.api_current_zip": SIGNED_IN,
    "releases.api_approve": ADMINS,
    "releases.api_withdraw": ADMINS,
    "releases.api_share": ADMINS,
    "releases.api_shares": ADMINS,
    "releases.api_all_shares": ADMINS,
    "releases.api_unshare": ADMINS,
    # Behind share links: whoever has one
    "shares.visit": EVERYBODY,
    "shares.unlock": EVERYBODY,
    "shares.download": EVERYBODY,
    "shares.view": EVERYBODY,
    "shares.zip": EVERYBODY,
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


def may(person: Person, route: str) -> bool:
    """Whether the route of that name is for `person`."""
    allowed = ACCESS[route]
    return allowed is None or person.role in allowed
