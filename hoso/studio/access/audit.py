"""The audit log: who did what, to what, when, from where. Nothing in it is ever changed."""

from __future__ import annotations

import time
from contextvars import ContextVar

from hoso.studio.access.roles import Person
from hoso.studio.database import Database

ADDRESS: ContextVar[str] = ContextVar("hoso_address", default="")
"""Where the request being answered comes from; empty for what no request does."""


def record(
    database: Database, person: Person | None, action: str, subject: str = "", detail: str = ""
) -> None:
    """Write down that `person` (None: nobody known) did `action`, as `subtitles.save`, to `subject`.

    The name is kept as it is now: it stays when the account goes. May be called inside a transaction of
    `database.writing()` and becomes part of it.
    """
    database.connection.execute(
        "INSERT INTO audit (at, person, action, subject, detail, address) VALUES (?, ?, ?, ?, ?, ?)",
        (time.time(), person.name if person else "", action, subject, detail, ADDRESS.get()),
    )
