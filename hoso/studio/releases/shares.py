"""Share links: a file, a channel or a whole release of one version, for people without an account."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hoso.base.keys import digest
from hoso.release.manifest import FileEntry, Manifest
from hoso.studio.access import audit
from hoso.studio.access.passwords import hashed
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person
from hoso.studio.access.secret import digest_of, new_secret
from hoso.studio.database import Database

Scope = Literal["release", "channel", "file"]
Standing = Literal["open", "revoked", "expired", "used"]

DAY_SECONDS = 24 * 3600
DAYS = 7
LONGEST_DAYS = 365
SHORTEST_PASSPHRASE = 8
LONGEST = 200
"""Letters of a note or a passphrase."""


class ShareRefusedError(RefusedError):
    """Something can't be shared; `field` is the part of the wish that is at fault."""

    prefix = "releases-refused"

    def __init__(self, field: str, key: str, **values: str | int) -> None:
        self.field = field
        super().__init__(key, **values)


@dataclass(frozen=True, slots=True)
class ShareWish:
    """What somebody wants to share, with whom, and for how long."""

    version: str
    scope: Scope
    part: str
    """Of a channel `edition/channel`, of a file its path; else empty."""
    note: str
    """To whom."""
    days: int = DAYS
    most: int | None = None
    """How many downloads; None for any number."""
    passphrase: str = ""
    reason: str = ""
    """Why, where the release is not approved."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share link as those who may share see it; times in seconds since 1970."""

    id: int
    message: str
    version: str
    scope: Scope
    part: str
    content: str
    note: str
    reason: str
    sharer: str
    made: float
    expires: float
    most: int | None
    passphrase: str | None
    """The hash of it."""
    revoked: float | None
    revoker: str | None
    key: str
    digest: str
    downloads: int
    latest: float | None
    """When something was last downloaded."""

    @property
    def standing(self) -> Standing:
        """Whether it leads anywhere, as far as that is up to the link."""
        if self.revoked is not None:
            return "revoked"
        if self.expires <= time.time():
            return "expired"
        return "used" if self.most is not None and self.downloads >= self.most else "open"


_SHARES = (
    "SELECT shares.*, (SELECT count(*) FROM share_downloads WHERE share = id) AS downloads, "
    "(SELECT max(latest) FROM share_downloads WHERE share = id) AS latest FROM shares "
)


def create(database: Database, manifest: Manifest, wish: ShareWish, person: Person) -> tuple[Share, str]:
    """Share what `wish` says of the release of `manifest`; the secret of the link is told this once.

    Raises ShareRefusedError where the release is withdrawn, where it is not approved and no reason is given,
    and where the wish is none that can be met.
    """
    _refuse(manifest, wish)
    entries = shared_entries(manifest, wish.scope, wish.part)
    if not entries:
        raise ShareRefusedError("what", "part")
    secret, now = new_secret(), time.time()
    row = {
        "digest": digest_of(secret),
        "key": new_secret(),
        "message": manifest.message,
        "version": manifest.version,
        "scope": wish.scope,
        "part": wish.part,
        "content": content_of(entries),
        "note": wish.note.strip(),
        "reason": wish.reason.strip(),
        "sharer": person.name,
        "made": now,
        "expires": now + wish.days * DAY_SECONDS,
        "most": wish.most,
        "passphrase": hashed(wish.passphrase) if wish.passphrase else None,
    }
    with database.writing() as writing:
        made = writing.execute(
            f"INSERT INTO shares ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) RETURNING id",  # noqa: S608 - our own names
            tuple(row.values()),
        ).fetchone()
        detail = f"link {made['id']}: {wish.part or 'all'}, to {row['note']}"
        told = f"{detail}; not approved: {row['reason']}" if manifest.state != "approved" else detail
        audit.record(database, person, "share.create", f"{manifest.message} {manifest.version}", told)
    return with_id(database, made["id"]), secret


def of_message(database: Database, message: str) -> tuple[Share, ...]:
    """The shares of a message, the newest first."""
    return _found(database.connection.execute(f"{_SHARES} WHERE message = ? ORDER BY id DESC", (message,)))


def everything(database: Database) -> tuple[Share, ...]:
    """All shares, the newest first."""
    return _found(database.connection.execute(f"{_SHARES} ORDER BY id DESC"))


def with_id(database: Database, number: int) -> Share:
    """The share numbered `number`. Raises KeyError where there is none."""
    found = _found(database.connection.execute(f"{_SHARES} WHERE id = ?", (number,)))
    if not found:
        raise KeyError(number)
    return found[0]


def behind(database: Database, secret: str) -> Share | None:
    """The share that a link's `secret` stands for; None where there never was one."""
    found = _found(database.connection.execute(f"{_SHARES} WHERE digest = ?", (digest_of(secret),)))
    return found[0] if found else None


def revoke(database: Database, number: int, person: Person) -> Share:
    """End a share now, for downloads that go on too. Raises KeyError where there is none."""
    share = with_id(database, number)
    if share.revoked is not None:
        return share
    with database.writing() as writing:
        writing.execute(
            "UPDATE shares SET revoked = ?, revoker = ? WHERE id = ?", (time.time(), person.name, number)
        )
        audit.record(
            database,
            person,
            "share.revoke",
            f"{share.message} {share.version}",
            f"link {number}: to {share.note}",
        )
    return with_id(database, number)


def shared_entries(manifest: Manifest, scope: Scope, part: str) -> tuple[FileEntry, ...]:
    """What a share hands out: never the editors' working video, unless it is that very file."""
    if scope == "file":
        return tuple(entry for entry in manifest.files if entry.path == part)
    handed = tuple(entry for entry in manifest.files if entry.kind != "work")
    if scope == "channel":
        return tuple(
            entry for entry in handed if entry.channel and f"{entry.edition}/{entry.channel}" == part
        )
    return handed


def content_of(entries: Sequence[FileEntry]) -> str:
    """What stands for the bytes of all `entries`."""
    return digest([[entry.path, entry.sha256] for entry in entries])


def _refuse(manifest: Manifest, wish: ShareWish) -> None:
    if manifest.state == "withdrawn":
        raise ShareRefusedError("", "withdrawn", version=manifest.version)
    if manifest.state != "approved" and not wish.reason.strip():
        raise ShareRefusedError("reason", "reason")
    if not wish.note.strip():
        raise ShareRefusedError("note", "note")
    if max(len(wish.note), len(wish.reason), len(wish.passphrase)) > LONGEST:
        raise ShareRefusedError(
            "note" if len(wish.note) > LONGEST else "reason" if len(wish.reason) > LONGEST else "passphrase",
            "long",
            most=LONGEST,
        )
    if not 1 <= wish.days <= LONGEST_DAYS:
        raise ShareRefusedError("days", "days", most=LONGEST_DAYS)
    if wish.most is not None and wish.most < 1:
        raise ShareRefusedError("most", "most")
    if wish.passphrase and len(wish.passphrase) < SHORTEST_PASSPHRASE:
        raise ShareRefusedError("passphrase", "passphrase", least=SHORTEST_PASSPHRASE)


def _found(rows: sqlite3.Cursor) -> tuple[Share, ...]:
    return tuple(Share(**dict(row)) for row in rows)
