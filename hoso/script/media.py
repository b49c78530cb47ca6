"""Files of videos/ by the names that scripts call them."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath

FOOTAGE = (".mp4", ".mov", ".mkv", ".webm", ".m4v", ".avi", ".3gp", ".mts", ".m2ts", ".ts", ".mpg", ".mpeg")
IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff")
SOUNDS = (".wav", ".mp3", ".m4a", ".aac", ".flac", ".ogg", ".opus")

MOST_BYTES = 255
"""Of a name: file systems have no longer ones."""


def leaves(name: str) -> bool:
    """Whether `name` is a path that leads out of the folder that it is looked up in."""
    path = PurePosixPath(name)
    return (
        path.is_absolute()
        or "\0" in name
        or ".." in path.parts
        or (len(name) > 1 and name[1] == ":" and "\\" in name)
    )


def find_media(folder: Path, name: str) -> Path | None:
    """The file `name` (with `/` for folders) below `folder`; None where there is none, or the name leads out.

    Korean names match however their syllables are coded: macOS takes them apart (NFD), others don't (NFC).
    """
    if leaves(name):
        return None
    found = folder
    for part in PurePosixPath(name).parts:
        step = _entry(found, part)
        if step is None:
            return None
        found = step
    return found if found.is_file() else None


def list_media(folder: Path, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The names, sorted, of the files below `folder` with one of `endings` (lower case, with the dot)."""
    files = (path for path in folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    names = (path.relative_to(folder).as_posix() for path in files)
    return tuple(sorted(name for name in names if not any(part.startswith(".") for part in name.split("/"))))


def _entry(folder: Path, part: str) -> Path | None:
    exact = folder / part
    if len(part.encode()) > MOST_BYTES or not folder.is_dir():
        return None
    if exact.exists():
        return exact
    wanted = unicodedata.normalize("NFC", part)
    return next(
        (path for path in folder.iterdir() if unicodedata.normalize("NFC", path.name) == wanted), None
    )
