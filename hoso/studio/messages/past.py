"""Earlier versions of a script, with who saved them, and what differs from now."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from hoso.base.keys import digest_bytes
from hoso.pipeline.writing import Sheet, written
from hoso.studio.database import Database
from hoso.studio.messages.saving import SHOWN

AROUND = 3
"""Lines shown before and after what differs."""


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier version."""

    stamp: str
    seen: datetime
    by: str
    """Who saved it in the studio; empty where it came from elsewhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a comparison; numbers count from 1, and are None where the line is not there."""

    kind: Literal["same", "gone", "new", "gap"]
    text: str
    before: int | None = None
    after: int | None = None


def past(database: Database, sheet: Sheet, subject: str) -> tuple[Past, ...]:
    """The versions of `sheet`, the latest first; `subject` is what the audit log calls it."""
    rows = database.connection.execute(
        "SELECT person, detail FROM audit WHERE subject = ? AND action IN "
        "('messages.save', 'messages.restore', 'settings.save', 'settings.restore') ORDER BY id",
        (subject,),
    )
    savers = {row["detail"][:SHOWN]: row["person"] for row in rows}
    found = []
    for version in sheet.versions():
        stamp = digest_bytes(version.path.read_bytes())
        found.append(Past(stamp, version.seen, savers.get(stamp[:SHOWN], "")))
    return tuple(found)


def text_of(sheet: Sheet, stamp: str) -> str:
    """An earlier version. Raises InputError where there is none."""
    return written(sheet.version(stamp).path.read_bytes(), sheet.path).text


def compared(before: str, after: str) -> tuple[Row, ...]:
    """What differs, line by line; what is the same and far from a change is left out."""
    old, new = before.splitlines(), after.splitlines()
    rows: list[Row] = []
    for group in difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND):
        if rows or group[0][1] > 0:
            rows.append(Row("gap", ""))
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                pairs = zip(range(old_from, old_to), range(new_from, new_to), strict=True)
                rows += [Row("same", old[one], one + 1, other + 1) for one, other in pairs]
                continue
            rows += [Row("gone", old[one], before=one + 1) for one in range(old_from, old_to)]
            rows += [Row("new", new[one], after=one + 1) for one in range(new_from, new_to)]
    return tuple(rows)
