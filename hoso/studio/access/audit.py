"""The audit log: who did what, to what, when, from where. Nothing in it is ever changed."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from hoso.studio.access.roles import Person
from hoso.studio.database import Database

ADDRESS: ContextVar[str] = ContextVar("hoso_address", default="")
"""Where the request being answered comes from; empty for what no request does."""
PAGE = 100
"""Entries on a page."""
CHUNK = 1000
"""Entries that are read at once for the file."""
COLUMNS = ("at", "person", "action", "subject", "detail", "address")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), and the same in full width."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody did."""

    id: int
    at: float
    """Seconds since 1970."""
    person: str
    """Empty where nobody known did it."""
    action: str
    subject: str
    detail: str
    address: str
    """Where the request came from; empty for what was done on the command line."""

    @property
    def moment(self) -> str:
        """When, in UTC, as ISO 8601 to the second."""
        return datetime.fromtimestamp(self.at, UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which entries: all that fit whatever is not empty."""

    person: str = ""
    action: str = ""
    subject: str = ""
    """A part of the subject."""


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


def entries(
    database: Database, sought: Sought, before: int | None = None, most: int = PAGE
) -> tuple[Entry, ...]:
    """At most `most` entries, the newest first; of those older than the entry number `before`."""
    rows = database.connection.execute(
        "SELECT id, at, person, action, subject, detail, address FROM audit "
        "WHERE (:before IS NULL OR id < :before) AND (:person = '' OR person = :person) "
        "AND (:action = '' OR action = :action) "
        "AND (:subject = '' OR instr(lower(subject), lower(:subject)) > 0) ORDER BY id DESC LIMIT :most",
        {
            "before": before,
            "person": sought.person,
            "action": sought.action,
            "subject": sought.subject,
            "most": most,
        },
    )
    return tuple(Entry(**dict(row)) for row in rows)


def names(database: Database) -> tuple[str, ...]:
    """Everybody who ever did something, by name."""
    rows = database.connection.execute("SELECT DISTINCT person FROM audit WHERE person != '' ORDER BY person")
    return tuple(row["person"] for row in rows)


def actions(database: Database) -> tuple[str, ...]:
    """Everything that was ever done, as `area.verb`."""
    return tuple(
        row["action"]
        for row in database.connection.execute("SELECT DISTINCT action FROM audit ORDER BY action")
    )


def table(database: Database, sought: Sought) -> Iterator[str]:
    """All entries as CSV, piece by piece; opens in a spreadsheet as text, whatever people have typed."""
    yield "\ufeff" + _lines([COLUMNS])
    before = None
    while found := entries(database, sought, before, CHUNK):
        yield _lines(
            (entry.moment, entry.person, entry.action, entry.subject, entry.detail, entry.address)
            for entry in found
        )
        before = found[-1].id


def _lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
