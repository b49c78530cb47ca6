"""Those who come by a share link: let in, and counted once however often their download breaks off.

A visit has a ticket: a number and a time, signed. It is in the download's address, so that whoever takes the
download up again (a browser later, the telephone's own downloader) comes with it, and in a cookie, so that
a page that is loaded again is no new visit.
"""

from __future__ import annotations

import hmac
import secrets
import time
from typing import Literal

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.handing_out import open_version
from hoso.release.opened import OpenRelease
from hoso.studio.access import audit, throttle
from hoso.studio.access.passwords import fits
from hoso.studio.database import Database
from hoso.studio.releases.shares import Share, content_of, shared_entries

Refusal = Literal["unknown", "revoked", "expired", "used", "withdrawn", "gone"]
LASTS_SECONDS = 24 * 3600
"""How long a download may be taken up again."""


class ClosedError(Exception):
    """A share link that leads nowhere (any more), and why."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal: Refusal = refusal
        super().__init__(refusal)


class LockedError(Exception):
    """The passphrase was not it; `seconds` is how long to wait before another is looked at."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(seconds)


def new_ticket(share: Share) -> str:
    """A ticket for a visit that begins now."""
    told = f"{secrets.token_hex(8)}.{int(time.time()) + LASTS_SECONDS}"
    return f"{told}.{_signature(share, told)}"


def is_valid(share: Share, ticket: str) -> bool:
    """Whether `ticket` was given out for `share`, and is not too old."""
    told, _, signature = ticket.rpartition(".")
    right = hmac.compare_digest(signature.encode(), _signature(share, told).encode())
    return right and int(told.rpartition(".")[2]) > time.time()


def unlock(database: Database, share: Share, passphrase: str, address: str) -> None:
    """Let a visitor at `address` in who knows the passphrase. Raises LockedError for whom does not.

    Guessing gets slower and slower, as it does at the sign-in.
    """
    name = f"share {share.digest}"
    wait = throttle.begin(database, name, address)
    if wait > 0:
        raise LockedError(wait)
    if not fits(passphrase, share.passphrase):
        audit.record(database, None, "share.refuse", _subject(share), f"link {share.id}: another passphrase")
        raise LockedError(0)
    throttle.succeeded(database, name, address)


def open_shared(project: Project, database: Database, share: Share | None, ticket: str = "") -> OpenRelease:
    """The release that `share` is of, held open; close it. `ticket` is a valid one, or empty.

    Raises ClosedError, `used` only for visits that have not begun to download.
    """
    if share is None:
        raise ClosedError("unknown")
    standing = share.standing
    if standing in ("revoked", "expired"):
        raise ClosedError(standing)
    if standing == "used" and not _begun(database, share, ticket):
        raise ClosedError("used")
    try:
        release = open_version(project, share.message, share.version)
    except InputError:
        raise ClosedError("gone") from None
    try:
        if release.manifest.state == "withdrawn":
            raise ClosedError("withdrawn")
        if content_of(shared_entries(release.manifest, share.scope, share.part)) != share.content:
            raise ClosedError("gone")  # another release has taken the version's name
    except ClosedError:
        release.close()
        raise
    return release


def count(database: Database, share: Share, ticket: str) -> None:
    """Count the visit of `ticket` as a download, once. Raises ClosedError where that is one too many."""
    now = time.time()
    with database.writing() as writing:
        same = writing.execute(
            "UPDATE share_downloads SET latest = ? WHERE share = ? AND ticket = ?", (now, share.id, ticket)
        )
        if same.rowcount:
            return
        row = writing.execute(
            "SELECT count(*) AS number FROM share_downloads WHERE share = ?", (share.id,)
        ).fetchone()
        if share.most is not None and row["number"] >= share.most:
            raise ClosedError("used")
        writing.execute("INSERT INTO share_downloads VALUES (?, ?, ?, ?)", (share.id, ticket, now, now))


def told(database: Database, share: Share, what: str) -> None:
    """Write down that a visitor began to download `what`."""
    audit.record(
        database, None, "share.download", _subject(share), f"link {share.id}, to {share.note}: {what}"
    )


def _begun(database: Database, share: Share, ticket: str) -> bool:
    found = database.connection.execute(
        "SELECT 1 FROM share_downloads WHERE share = ? AND ticket = ?", (share.id, ticket)
    )
    return found.fetchone() is not None


def _signature(share: Share, told: str) -> str:
    return hmac.digest(share.key.encode(), told.encode(), "sha256").hex()


def _subject(share: Share) -> str:
    return f"{share.message} {share.version}"
