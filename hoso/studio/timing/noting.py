"""Edits in the audit log: that somebody works on a file, not every few seconds that they still do."""

from __future__ import annotations

import time

from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.database import Database

AGAIN_SECONDS = 600
"""How long saves of one person in one file count as one."""


def note_save(database: Database, person: Person, subject: str) -> None:
    """Write down that `person` saves `subject`, unless that was written down a short while ago."""
    row = database.connection.execute(
        "SELECT max(at) AS last FROM audit WHERE person = ? AND action = 'subtitles.save' AND subject = ?",
        (person.name, subject),
    ).fetchone()
    if row["last"] is None or row["last"] < time.time() - AGAIN_SECONDS:
        audit.record(database, person, "subtitles.save", subject)
