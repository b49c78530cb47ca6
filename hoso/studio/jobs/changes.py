"""What happens to a job, numbered without a gap, so that whoever watches can go on from what they saw last.

A change is a JSON object with some of the keys of `Snapshot.text`. One with `fresh` replaces all there was;
others add to it: stages take the place of those with the same index, notices come behind those there are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hoso.studio.database import Database

KEPT_JOBS = 20
"""Ended jobs whose changes are still kept; viewers of older ones get the whole instead."""
NOTHING: Mapping[str, Any] = {"elapsed": 0.0, "stages": [], "notices": []}
"""The progress of what has not begun."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A job as of one change: `text` is JSON with its state and its progress."""

    sequence: int
    """The number of the last change in it; 0 before the first."""
    text: str
    open: bool
    """Whether more may come."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, as JSON."""

    sequence: int
    text: str


def append(
    writing: sqlite3.Connection,
    number: int,
    change: Mapping[str, Any],
    progress: Mapping[str, Any] | None = None,
) -> None:
    """Number `change` and keep it, with `progress` as the whole that it leads to (None: that stays).

    To be called within a transaction of `Database.writing`.
    """
    row = writing.execute(
        "UPDATE jobs SET sequence = sequence + 1, progress = coalesce(?, progress) WHERE id = ? "
        "RETURNING sequence",
        (None if progress is None else _json(progress), number),
    ).fetchone()
    writing.execute("INSERT INTO job_changes VALUES (?, ?, ?)", (number, row["sequence"], _json(change)))


def snapshot(database: Database, number: int) -> Snapshot:
    """The job as it is now. Raises KeyError where there is none."""
    row = database.connection.execute(
        "SELECT state, stopping, attempt, begun, progress, sequence FROM jobs WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        raise KeyError(number)
    whole = {
        "state": row["state"],
        "stopping": bool(row["stopping"]),
        "attempt": row["attempt"],
        **(json.loads(row["progress"]) if row["progress"] else NOTHING),
    }
    return Snapshot(row["sequence"], _json(whole), row["state"] in ("queued", "running"))


def progress(database: Database, number: int) -> Mapping[str, Any]:
    """How far a job is, as of its last change."""
    row = database.connection.execute("SELECT progress FROM jobs WHERE id = ?", (number,)).fetchone()
    found: Mapping[str, Any] = json.loads(row["progress"]) if row and row["progress"] else NOTHING
    return found


def since(database: Database, number: int, sequence: int) -> tuple[Change, ...] | None:
    """The changes after the one numbered `sequence`; None where some of them are not kept, or never were."""
    # The last number first: whatever comes while we look is then merely more.
    row = database.connection.execute("SELECT sequence FROM jobs WHERE id = ?", (number,)).fetchone()
    if row is None or row["sequence"] < sequence:
        return None
    found = database.connection.execute(
        "SELECT sequence, change FROM job_changes WHERE job = ? AND sequence > ? ORDER BY sequence",
        (number, sequence),
    ).fetchall()
    missed = row["sequence"] > sequence and (not found or found[0]["sequence"] != sequence + 1)
    return None if missed else tuple(Change(each["sequence"], each["change"]) for each in found)


def ahead(database: Database, number: int) -> int | None:
    """How many jobs go before one that waits; None for one that does not."""
    row = database.connection.execute(
        "SELECT (SELECT count(*) FROM jobs AS other WHERE other.state = 'running' OR other.state = 'queued' "
        "AND (other.urgent, -other.id) > (own.urgent, -own.id)) AS ahead FROM jobs AS own "
        "WHERE own.id = ? AND own.state = 'queued'",
        (number,),
    ).fetchone()
    return None if row is None else int(row["ahead"])


def forget(writing: sqlite3.Connection) -> None:
    """Drop the changes of jobs that ended long ago."""
    writing.execute(
        "DELETE FROM job_changes WHERE job IN (SELECT id FROM jobs WHERE state NOT IN ('queued', 'running') "
        "ORDER BY ended DESC LIMIT -1 OFFSET ?)",
        (KEPT_JOBS,),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
