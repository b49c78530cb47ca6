"""A file that somebody brings becomes one of videos/, once it is known to be what scripts use."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.media.inspection import Inspection, inspect
from hoso.media.library import Library
from hoso.pipeline.footage.naming import fitting_name, fold, numbered, safe_name
from hoso.pipeline.footage.thumbnails import Thumbnails
from hoso.pipeline.trash import Trash
from hoso.voice.recorded_engine import ENDINGS as VOICE_ENDINGS

Clash = Literal["refuse", "number", "replace"]
"""What becomes of a file whose name is taken: nothing, another name, or it stands in the other's place (which
goes to the trash)."""

_LINE = re.compile(r"[A-Za-z0-9_-]+\.(ko|ru|uk|en)")
_MOVING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that somebody brings, before it is anywhere."""

    name: str
    """As they call it."""
    message: str | None = None
    """The message whose recorded line it is, by a name that is known to be one; None for videos/ itself."""
    clash: Clash = "refuse"

    def folder(self, project: Project) -> Path:
        """Where it will lie."""
        return project.videos if self.message is None else project.videos / self.message


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file of videos/ that was just brought."""

    path: Path
    inspection: Inspection
    renamed: bool
    """Whether it is not called as it was told."""
    replaced: bool
    """Whether another of this name is in the trash now."""


def foresee(project: Project, brought: Brought) -> str | None:
    """The name that a file would get beside the one that has its name already; None where its name is free.

    Raises InputError where it can't be called so.
    """
    folder = brought.folder(project)
    name = safe_name(brought.name) if brought.message is None else _line_name(brought.name)
    taken = _names(folder)
    stems = [one for one in taken if _same(one, name, brought)]
    return numbered(name, taken) if stems else None


def accept(project: Project, brought: Brought, part: Path, by: str) -> Accepted:
    """Look at the file `part` and move it to where `brought` belongs.

    Raises HosoError where it can't be read, InputError where it is of no use there, or its name is taken and
    `clash` says so. `part` stays where it is then.
    """
    thumbnails = Thumbnails(project)
    with thumbnails.making() as picture:
        inspection = inspect(part, safe_name(brought.name), picture)
        name = _name(brought, inspection)
        with _MOVING:
            path, replaced = _move(project, brought, part, name, by)
        thumbnails.keep(picture, path)
    Library(project.state).learn(path, inspection.info, inspection.traces)
    renamed = path.name != unicodedata.normalize("NFC", brought.name)
    return Accepted(path, inspection, renamed, replaced)


def _name(brought: Brought, inspection: Inspection) -> str:
    if brought.message is None:
        return fitting_name(brought.name, inspection)
    fitting = PurePosixPath(fitting_name(_line_name(brought.name), inspection))
    name = fitting.stem + fitting.suffix.lower()
    if fitting.suffix.lower() not in VOICE_ENDINGS:
        remedy = f"Save the recording as one of: {', '.join(VOICE_ENDINGS)}."
        raise InputError([Problem(f"{brought.name} can't be a recorded line", remedy)])
    return name


def _line_name(told: str) -> str:
    name = safe_name(told)
    if not _LINE.fullmatch(PurePosixPath(name).stem):
        remedy = "Call it after its line and language, as hello.ko.wav; a line without an id by its number."
        raise InputError([Problem(f"{name} does not say whose recording it is", remedy)])
    return name


def _move(project: Project, brought: Brought, part: Path, name: str, by: str) -> tuple[Path, bool]:
    folder = brought.folder(project)
    folder.mkdir(parents=True, exist_ok=True)
    taken = _names(folder)
    same = [folder / one for one in taken if _same(one, name, brought)]
    if same and brought.clash == "refuse":
        remedy = f"Take it as {numbered(name, taken)}, or in the other's place."
        raise InputError([Problem(f"there is a {same[0].name} already", remedy)])
    if same and brought.clash == "replace":
        for path in same:
            Trash(project).throw("file", path.relative_to(project.videos).as_posix(), [path], by)
    elif same and brought.message is not None:
        raise InputError([Problem(f"there is a {same[0].name} already", "Replace it, or keep it.")])
    path = folder / (numbered(name, taken) if same and brought.clash == "number" else name)
    part.rename(path)
    return path, bool(same) and brought.clash == "replace"


def _same(there: str, name: str, brought: Brought) -> bool:
    """Whether a file is in the way of another: of a recorded line there is one, whatever its ending."""
    if brought.message is None:
        return fold(there) == fold(name)
    return fold(PurePosixPath(there).stem) == fold(PurePosixPath(name).stem)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []
