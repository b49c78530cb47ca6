"""Whose turn it is: the side of the queue that the worker sees."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Literal

from hoso.base.problems import Problem
from hoso.studio.database import Database
from hoso.studio.jobs import changes
from hoso.studio.jobs.queue import COLUMNS, RESULT, Job, Result, job_of

DEATHS = 3
"""So often a job may break off without a word before it is taken for the reason itself."""
DEADLY = Problem(
    f"this broke off {DEATHS} times without a word",
    "The machine may be short of memory. Choose fewer channels, or give it more memory, and start it again.",
)

Ended = Literal["done", "failed", "cancelled"]
Stop = Literal["cancel", "yield"]
"""Why a job that runs has to stop: somebody cancelled it, or an urgent one waits."""


def take(database: Database) -> Job | None:
    """The job whose turn it is, which now runs; None where nothing waits."""
    if database.connection.execute("SELECT 1 FROM jobs WHERE state = 'queued' LIMIT 1").fetchone() is None:
        return None
    with database.writing() as writing:
        row = writing.execute(
            "UPDATE jobs SET state = 'running', attempt = attempt + 1, begun = ?, progress = NULL WHERE id = "  # noqa: S608
            "(SELECT id FROM jobs WHERE state = 'queued' ORDER BY urgent DESC, id LIMIT 1) "
            f"RETURNING {COLUMNS}",
            (time.time(),),
        ).fetchone()
        if row is None:
            return None
        found = job_of(row)
        changes.append(writing, found.id, _fresh("running", found.attempt))
        return found


def advance(database: Database, number: int, change: Mapping[str, Any], whole: Mapping[str, Any]) -> None:
    """Note how far a job is: what is new, and all of it."""
    with database.writing() as writing:
        changes.append(writing, number, change, whole)


def told_to_stop(database: Database, job: Job) -> Stop | None:
    """Whether a job that runs has to stop, and why."""
    row = database.connection.execute(
        "SELECT stopping, EXISTS (SELECT 1 FROM jobs WHERE state = 'queued' AND urgent) AS pressing "
        "FROM jobs WHERE id = ?",
        (job.id,),
    ).fetchone()
    if row["stopping"]:
        return "cancel"
    return "yield" if row["pressing"] and not job.wish.urgent else None


def finish(database: Database, number: int, state: Ended, result: Result) -> None:
    """A job that ran has come to its end."""
    with database.writing() as writing:
        writing.execute(
            "UPDATE jobs SET state = ?, stopping = 0, ended = ?, outcome = ? WHERE id = ?",
            (state, time.time(), RESULT.dump_json(result).decode(), number),
        )
        changes.append(writing, number, {"state": state, "stopping": False})
        changes.forget(writing)


def give_back(database: Database, number: int) -> None:
    """Put a job that ran back into the queue, at its old place; what it made is in the cache."""
    with database.writing() as writing:
        attempt = writing.execute(
            "UPDATE jobs SET state = 'queued', stopping = 0, progress = NULL WHERE id = ? RETURNING attempt",
            (number,),
        ).fetchone()["attempt"]
        changes.append(writing, number, _fresh("queued", attempt))


def adopt(database: Database) -> None:
    """Take over what a server that is no more left running. To be called by who alone may run jobs now."""
    left = database.connection.execute("SELECT id FROM jobs WHERE state = 'running'").fetchall()
    for row in left:
        broken_off(database, row["id"])


def broken_off(database: Database, number: int) -> None:
    """A job that ran does so no more, and nobody here stopped it: its server, or the machine, went down.

    Where somebody had cancelled it, it is cancelled; where that happens again and again, it has failed; else
    it waits for its turn again.
    """
    with database.writing() as writing:
        row = writing.execute(
            "UPDATE jobs SET deaths = deaths + 1 WHERE id = ? RETURNING stopping, deaths", (number,)
        ).fetchone()
    if row["stopping"]:
        finish(database, number, "cancelled", Result())
    elif row["deaths"] >= DEATHS:
        finish(database, number, "failed", Result(problems=(DEADLY,)))
    else:
        give_back(database, number)


def _fresh(state: str, attempt: int) -> Mapping[str, Any]:
    return {"fresh": True, "state": state, "stopping": False, "attempt": attempt, **changes.NOTHING}
