"""The queue of jobs: what is wished for, by whom, and what became of it."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from hoso.base.problems import Problem
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.database import Database
from hoso.studio.jobs import changes

Kind = Literal["render", "preview"]
State = Literal["queued", "running", "done", "failed", "cancelled"]

OPEN: tuple[State, ...] = ("queued", "running")
"""States that something still comes of."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants made. Empty `editions` or `channels` mean all that the script names."""

    kind: Kind
    message: str
    """The script's name in scripts/, without its suffix."""
    editions: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    draft: bool = False
    revoice: bool = False
    urgent: bool = False
    """Somebody sits and waits for it: it goes before all that is not urgent, also before what runs."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a job made. `path` is relative to the project; loudness in LUFS."""

    path: str
    edition: str
    channel: str
    bytes: int
    duration_ms: int
    lufs: float
    engine: str
    grade: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job. Paths of problems are relative to the project."""

    made: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A wish in the queue. Times are seconds since 1970."""

    id: int
    wish: Wish
    asker: str
    """Who wished for it, by the name at that time."""
    asked: float
    state: State
    stopping: bool
    """Somebody cancelled it, and it has not stopped yet."""
    attempt: int
    """How often it was begun: a job that had to stop for an urgent one, or for the server, is begun again."""
    begun: float | None
    ended: float | None
    result: Result

    @property
    def open(self) -> bool:
        """Whether something still comes of it."""
        return self.state in OPEN


WISH = TypeAdapter(Wish)
RESULT = TypeAdapter(Result)
COLUMNS = "id, wish, asker, asked, state, stopping, attempt, begun, ended, outcome"


def enqueue(database: Database, wish: Wish, person: Person) -> int:
    """The job that will do `wish`: a new one, or the one that waits for its turn with the same wish.

    Whether `person` may, and whether the message has what is wished for, is asked before (wishing.py).
    """
    text = WISH.dump_json(wish).decode()
    with database.writing() as writing:
        waiting = writing.execute(
            "SELECT id FROM jobs WHERE state = 'queued' AND wish = ?", (text,)
        ).fetchone()
        if waiting is not None:
            return int(waiting["id"])
        made = writing.execute(
            "INSERT INTO jobs (message, wish, urgent, asker, asked) VALUES (?, ?, ?, ?, ?)",
            (wish.message, text, wish.urgent, person.name, time.time()),
        )
        assert made.lastrowid is not None  # noqa: S101 - an INSERT has one
        audit.record(database, person, f"jobs.{wish.kind}", wish.message, f"#{made.lastrowid}")
        return made.lastrowid


def job(database: Database, number: int) -> Job | None:
    """The job with that number."""
    row = database.connection.execute(f"SELECT {COLUMNS} FROM jobs WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return None if row is None else job_of(row)


def jobs_of(database: Database, message: str) -> tuple[Job, ...]:
    """The jobs of a message, the newest first."""
    return _select(database, "WHERE message = ? ORDER BY id DESC", (message,))


def waiting(database: Database) -> tuple[Job, ...]:
    """What is queued, in the order in which it will run if nothing is added."""
    return _select(database, "WHERE state = 'queued' ORDER BY urgent DESC, id")


def running(database: Database) -> tuple[Job, ...]:
    """What runs now: one job, or none."""
    return _select(database, "WHERE state = 'running' ORDER BY id")


def open_count(database: Database) -> int:
    """How many jobs something still comes of."""
    found = database.connection.execute("SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')")
    return int(found.fetchone()[0])


def finished(database: Database, limit: int, message: str = "") -> tuple[Job, ...]:
    """The last `limit` jobs that ended, of one message or of all; the last to end comes first."""
    return _select(
        database,
        "WHERE state NOT IN ('queued', 'running') AND (? = '' OR message = ?) ORDER BY ended DESC LIMIT ?",
        (message, message, limit),
    )


def cancel(database: Database, number: int, person: Person) -> None:
    """Ask that a job stop: one that waits goes at once, one that runs a moment later.

    A job that has ended, or is stopping already, stays as it is.
    """
    with database.writing() as writing:
        row = writing.execute(
            "UPDATE jobs SET state = iif(state = 'queued', 'cancelled', state), "
            "stopping = (state = 'running'), ended = iif(state = 'queued', ?, NULL) "
            "WHERE id = ? AND state IN ('queued', 'running') AND NOT stopping "
            "RETURNING message, state, stopping",
            (time.time(), number),
        ).fetchone()
        if row is not None:
            changes.append(writing, number, {"state": row["state"], "stopping": bool(row["stopping"])})
            audit.record(database, person, "jobs.cancel", row["message"], f"#{number}")


def job_of(row: sqlite3.Row) -> Job:
    """The job that a row with COLUMNS stands for."""
    return Job(
        id=row["id"],
        wish=WISH.validate_json(row["wish"]),
        asker=row["asker"],
        asked=row["asked"],
        state=row["state"],
        stopping=bool(row["stopping"]) and row["state"] == "running",
        attempt=row["attempt"],
        begun=row["begun"],
        ended=row["ended"],
        result=RESULT.validate_json(row["outcome"]) if row["outcome"] else Result(),
    )


def _select(database: Database, rest: str, values: tuple[object, ...] = ()) -> tuple[Job, ...]:
    rows = database.connection.execute(f"SELECT {COLUMNS} FROM jobs {rest}", values)  # noqa: S608 - our own words
    return tuple(job_of(row) for row in rows)
