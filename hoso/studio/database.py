"""The studio's own state in one SQLite file: accounts, jobs, share links, the audit log."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from hoso.base.project import Project

BUSY_SECONDS = 10


class Database:
    """One connection a thread; writers wait for each other. Safe to share between processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        path.parent.mkdir(parents=True, exist_ok=True)
        # Hashes of passwords lie here: nobody else on this machine needs to read them.
        path.touch(mode=0o600)
        self.connection.execute("PRAGMA journal_mode = WAL")
        for table in sorted(_tables(), key=lambda each: each[0]):
            self.connection.executescript(table[1])

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection: rows by name, foreign keys held, every statement its own transaction."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            found.row_factory = sqlite3.Row
            found.execute("PRAGMA foreign_keys = ON")
            found.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = found
        return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that nobody else writes in: all of it or nothing."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def state_folder(project: Project) -> Path:
    """The folder of what the studio of `project` keeps."""
    return project.state / "studio"


def open_database(project: Project) -> Database:
    """The database of the studio of `project`, made where there is none."""
    return Database(state_folder(project) / "studio.db")


def _tables() -> Iterator[tuple[str, str]]:
    """Every file of tables/, which make what is missing and leave what there is."""
    for file in resources.files("hoso.studio").joinpath("tables").iterdir():
        if file.name.endswith(".sql"):
            yield file.name, file.read_text("utf-8")
