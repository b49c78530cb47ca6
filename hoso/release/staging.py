"""A release appears whole or not at all: it is made beside the old one and takes its place at once."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hoso.base.files import held, scratch

KEPT = 5
"""Releases kept besides the current one."""
PREVIOUS = ".previous"


class Overtaken(Exception):  # noqa: N818 - no error: who is overtaken begins again
    """Another release took the place meanwhile."""


@dataclass
class Stage:
    """A folder that is to take another's place."""

    folder: Path
    wanted: bool = True
    """Set it to False and the old one stays."""
    label: str | None = None
    """What the old one is kept under; without it, it goes."""


@contextmanager
def staging(final: Path) -> Iterator[Stage]:
    """A folder that begins with what is in `final` and takes its place when the block ends well.

    Files are linked, not copied: write new ones by renaming them into place. What stood there before moves to
    `previous(final)`, under the stage's label. A block that fails leaves `final` as it was. Raises Overtaken
    where another folder stands there in the end than did at the beginning: it is left alone.
    """
    with scratch(final.parent, f".{final.name}.") as beside:
        began = _standing(final)
        try:
            _link_tree(final, beside)
        except FileNotFoundError as error:  # it went while it was read
            raise Overtaken from error
        stage = Stage(beside)
        yield stage
        if stage.wanted:
            _exchange(beside, final, began, stage.label)


def previous(final: Path) -> tuple[Path, ...]:
    """The releases before the one in `final`, the latest first."""
    found = []
    for folder in (final.parent / PREVIOUS / final.name).glob("*"):
        with suppress(FileNotFoundError):  # it may go while somebody looks
            found.append((folder.stat().st_mtime_ns, folder))
    return tuple(folder for _, folder in sorted(found, reverse=True))


def _link_tree(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")) if source.is_dir() else []:
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        else:
            _link(path, place)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)


def _standing(final: Path) -> tuple[int, int] | None:
    """What tells the folder at `final` from any other; None where there is none."""
    try:
        found = final.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _exchange(fresh: Path, final: Path, began: tuple[int, int] | None, label: str | None) -> None:
    if began is None:
        try:
            fresh.rename(final)
        except OSError as error:  # no folder takes the place of one with something in it
            if _standing(final) is None:
                raise
            raise Overtaken from error
        return
    if _standing(final) is None:
        raise Overtaken
    with held(final):  # somebody may be deciding about what stands there
        if _standing(final) != began:
            raise Overtaken
        old = final.parent / PREVIOUS / final.name / (label or f"gone-{uuid.uuid4().hex[:8]}")
        shutil.rmtree(old, ignore_errors=True)
        old.parent.mkdir(parents=True, exist_ok=True)
        final.rename(old)
        os.utime(old)
        fresh.rename(final)
    if label is None:
        shutil.rmtree(old, ignore_errors=True)
    for stale in previous(final)[KEPT:]:
        shutil.rmtree(stale, ignore_errors=True)
