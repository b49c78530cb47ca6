"""What people deleted: kept below .hoso until somebody has it back or destroys it for good."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from hoso.base.files import write_text
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project

NOTE, FILES = "item.json", "files"

Kind = Literal["message", "file"]


class Thrown(BaseModel):
    """One thing that was deleted."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: Kind
    name: str
    by: str
    when: datetime
    paths: tuple[str, ...]
    """Its files, relative to the project."""
    bytes: int


class Trash:
    """A project's deleted things."""

    def __init__(self, project: Project) -> None:
        self._root = project.root
        self._folder = project.state / "trash"

    def throw(self, kind: Kind, name: str, paths: Sequence[Path], by: str) -> Thrown:
        """Take the files at `paths`, which lie in the project, out of it."""
        now = datetime.now(UTC)
        there = [path for path in paths if path.is_file()]
        thrown = Thrown(
            id=f"{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}",
            kind=kind,
            name=name,
            by=by,
            when=now,
            paths=tuple(path.relative_to(self._root).as_posix() for path in there),
            bytes=sum(path.stat().st_size for path in there),
        )
        # The note first: what was moved and is not noted would be lost.
        write_text(self._folder / thrown.id / NOTE, thrown.model_dump_json(indent=2))
        for path, name_ in zip(there, thrown.paths, strict=True):
            _move(path, self._folder / thrown.id / FILES / name_)
        return thrown

    def items(self) -> tuple[Thrown, ...]:
        """What can be had back, the latest first."""
        notes = sorted(self._folder.glob(f"*/{NOTE}"), reverse=True)
        return tuple(Thrown.model_validate_json(note.read_bytes()) for note in notes)

    def restore(self, id_: str) -> Thrown:
        """Put an item's files back where they were.

        Raises InputError where there is no such item, or something stands there now; nothing is moved then.
        """
        thrown = self._item(id_)
        folder = self._folder / thrown.id
        taken = [self._root / path for path in thrown.paths if (self._root / path).exists()]
        if taken:
            remedy = "Rename or delete that first."
            raise InputError([Problem("there is one of this name again", remedy, path) for path in taken])
        for path in thrown.paths:
            # A file that is not here was never moved.
            if (folder / FILES / path).is_file():
                _move(folder / FILES / path, self._root / path)
        shutil.rmtree(folder)
        return thrown

    def destroy(self, id_: str) -> Thrown:
        """Delete an item for good. Raises InputError where there is no such item."""
        thrown = self._item(id_)
        shutil.rmtree(self._folder / thrown.id)
        return thrown

    def _item(self, id_: str) -> Thrown:
        found = next((thrown for thrown in self.items() if thrown.id == id_), None)
        if found is None:
            raise InputError([Problem("this is not in the trash any more", "Somebody had it back.")])
        return found


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(source, target)
