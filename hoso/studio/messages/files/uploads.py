"""Files on their way: begun, received piece by piece, accepted or refused, swept when nobody goes on."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import BaseModel

from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.base.store import GIB
from hoso.pipeline.footage.accepting import Accepted, Brought, Clash, accept, foresee
from hoso.pipeline.footage.listing import Kind
from hoso.script.reader import read_settings
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.place import Studio

KEPT_SECONDS = 24 * 3600
"""How long an upload waits for its next piece."""
RESERVE_BYTES = GIB
"""That stay free on the disk, for renders and for the database."""
MOST_AT_ONCE = 200
"""Unfinished uploads of one person."""


class TooBigError(Exception):
    """The file has more than a file may have here."""

    def __init__(self, most: int) -> None:
        super().__init__(f"a file may have {most} bytes")
        self.most = most


class DiskFullError(Exception):
    """There is no room for the file."""


class TakenError(Exception):
    """There is a file of that name, and nobody said what to do about it."""

    def __init__(self, name: str, free: str) -> None:
        super().__init__(name)
        self.name, self.free = name, free


class Outcome(BaseModel):
    """What became of an upload."""

    name: str
    """As scripts call it."""
    kind: Kind
    bytes: int
    duration_ms: int
    width: int
    height: int
    traces: tuple[str, ...]
    """What its metadata tells of place, time, device or author: none of it gets into a release."""
    renamed: bool
    """Whether it is not called as it was told."""
    replaced: bool
    """Whether another of this name is in the trash now."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way."""

    id: str
    brought: Brought
    size: int
    touched: float
    outcome: Outcome | None
    part: Path
    """What has come of it so far; gone where there is an outcome."""

    @property
    def offset(self) -> int:
        """How many bytes have come."""
        return self.size if self.outcome is not None else self.part.stat().st_size

    @property
    def expires(self) -> float:
        """When it is swept if nothing comes, in seconds since 1970."""
        return self.touched + KEPT_SECONDS


def most_bytes(project: Project) -> int:
    """The most that one file may have, by hoso.yaml; its default where that can't be read."""
    try:
        return round(read_settings(project).upload_gib * GIB)
    except InputError:
        return 4 * GIB


def begin(studio: Studio, person: Person, brought: Brought, size: int) -> Upload:
    """Make ready for a file of `size` bytes.

    Raises TooBigError, DiskFullError, TakenError where `brought` does not say what to do about a name that is
    taken, InputError where the file can't be called so, or too much is unfinished.
    """
    sweep(studio)
    if size == 0:
        raise InputError([Problem(f"{brought.name} is empty", "Copy it again from where it was made.")])
    if size > most_bytes(studio.project):
        raise TooBigError(most_bytes(studio.project))
    free = foresee(studio.project, brought)
    if free is not None and brought.clash == "refuse":
        raise TakenError(brought.name, free)
    folder = _folder(studio)
    folder.mkdir(parents=True, exist_ok=True)
    with studio.database.writing() as writing:
        open_ = [
            _upload(studio, row) for row in writing.execute("SELECT * FROM uploads WHERE outcome IS NULL")
        ]
        due = sum(upload.size - upload.offset for upload in open_)
        if shutil.disk_usage(folder).free < size + due + RESERVE_BYTES:
            raise DiskFullError
        mine = writing.execute(
            "SELECT count(*) FROM uploads WHERE outcome IS NULL AND person = ?", (person.id,)
        ).fetchone()[0]
        if mine >= MOST_AT_ONCE:
            remedy = "Finish or discard some of them first."
            raise InputError([Problem(f"{mine} of your uploads are unfinished", remedy)])
        id_ = secrets.token_hex(16)
        (folder / id_).touch(mode=0o600)
        now = time.time()
        writing.execute(
            "INSERT INTO uploads (id, person, name, message, clash, size, touched) VALUES (?,?,?,?,?,?,?)",
            (id_, person.id, brought.name, brought.message, brought.clash, size, now),
        )
    return Upload(id_, brought, size, now, None, folder / id_)


def find(studio: Studio, person: Person, id_: str) -> Upload | None:
    """An upload of `person`; nobody sees another's."""
    row = studio.database.connection.execute(
        "SELECT * FROM uploads WHERE id = ? AND person = ?", (id_, person.id)
    ).fetchone()
    return None if row is None else _whole(_upload(studio, row))


def unfinished(studio: Studio, person: Person) -> tuple[Upload, ...]:
    """The uploads of `person` of which something is missing, the latest first."""
    rows = studio.database.connection.execute(
        "SELECT * FROM uploads WHERE person = ? AND outcome IS NULL ORDER BY touched DESC", (person.id,)
    )
    return tuple(found for row in rows if (found := _whole(_upload(studio, row))) is not None)


def touch(studio: Studio, upload: Upload) -> None:
    """Note that something of it came."""
    with studio.database.writing() as writing:
        writing.execute("UPDATE uploads SET touched = ? WHERE id = ?", (time.time(), upload.id))


def finish(studio: Studio, person: Person, upload: Upload) -> Outcome:
    """Look at a file that has come whole, and put it where it belongs.

    Where its name was taken while it was on its way, it gets another one, or the other goes to the trash.
    Raises InputError where it can't be used; nothing is kept of it then.
    """
    brought = upload.brought
    late: Clash = "number" if brought.message is None else "replace"
    clash = late if brought.clash == "refuse" else brought.clash
    told = Brought(brought.name, brought.message, clash)
    try:
        accepted = accept(studio.project, told, upload.part, person.name)
    except (HosoError, InputError) as error:
        abandon(studio, upload)
        problems = error.problems if isinstance(error, InputError) else (error.problem,)
        audit.record(studio.database, person, "files.refuse", brought.name, problems[0].message)
        raise InputError(problems) from error
    outcome = _outcome(studio.project, accepted, upload.size)
    with studio.database.writing() as writing:
        writing.execute(
            "UPDATE uploads SET outcome = ?, touched = ? WHERE id = ?",
            (outcome.model_dump_json(), time.time(), upload.id),
        )
        audit.record(studio.database, person, "files.upload", outcome.name, f"{outcome.bytes} bytes")
    return outcome


def abandon(studio: Studio, upload: Upload) -> None:
    """Forget an upload and what has come of it."""
    with studio.database.writing() as writing:
        writing.execute("DELETE FROM uploads WHERE id = ?", (upload.id,))
    upload.part.unlink(missing_ok=True)


def sweep(studio: Studio) -> None:
    """Forget what nobody went on with for a day, and files of which nothing is known."""
    before = time.time() - KEPT_SECONDS
    with studio.database.writing() as writing:
        writing.execute("DELETE FROM uploads WHERE touched < ?", (before,))
    rows = studio.database.connection.execute("SELECT id FROM uploads")
    known = {row["id"] for row in rows}
    folder = _folder(studio)
    for part in folder.iterdir() if folder.is_dir() else ():
        if part.name not in known and part.stat().st_mtime < before:
            part.unlink(missing_ok=True)


def _folder(studio: Studio) -> Path:
    return studio.folder / "uploads"


def _upload(studio: Studio, row: sqlite3.Row) -> Upload:
    outcome = Outcome.model_validate_json(row["outcome"]) if row["outcome"] else None
    brought = Brought(row["name"], row["message"], cast("Clash", row["clash"]))
    return Upload(row["id"], brought, row["size"], row["touched"], outcome, _folder(studio) / row["id"])


def _whole(upload: Upload) -> Upload | None:
    """`upload`, unless its file was taken away."""
    return upload if upload.outcome is not None or upload.part.is_file() else None


def _outcome(project: Project, accepted: Accepted, size: int) -> Outcome:
    info = accepted.inspection.info
    return Outcome(
        name=accepted.path.relative_to(project.videos).as_posix(),
        kind=accepted.inspection.kind,
        bytes=size,
        duration_ms=info.duration_ms,
        width=info.width,
        height=info.height,
        traces=accepted.inspection.traces,
        renamed=accepted.renamed,
        replaced=accepted.replaced,
    )
