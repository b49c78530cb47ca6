"""All messages that have a release, as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.pipeline.handing_out import find_release, released
from hoso.release.manifest import NAME, FileEntry, Manifest
from hoso.studio.releases.channels import is_wide

Stamp = tuple[int, int, int]
"""What changes when a file does: inode, time, size."""


@dataclass(frozen=True, slots=True)
class Row:
    """The current release of one message; `wrong` says why it can't be read."""

    message: str
    manifest: Manifest | None = None
    poster: FileEntry | None = None
    wrong: tuple[Problem, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that have a film, of whatever edition."""
        files = self.manifest.files if self.manifest is not None else ()
        return tuple(dict.fromkeys(entry.channel for entry in files if entry.channel))

    @property
    def stale(self) -> int:
        """How many files are older than the script."""
        return sum(entry.stale for entry in self.manifest.files) if self.manifest is not None else 0


def rows(project: Project) -> tuple[Row, ...]:
    """Every message with a release, the newest first; what can't be read comes first of all."""
    found = sorted(_rows(project), key=lambda row: row.message)
    return tuple(
        sorted(
            found,
            key=lambda row: row.manifest.made.timestamp() if row.manifest else float("inf"),
            reverse=True,
        )
    )


def states(found: tuple[Row, ...]) -> Counter[str]:
    """How many releases are in which state."""
    return Counter(row.manifest.state for row in found if row.manifest is not None)


def _rows(project: Project) -> Iterator[Row]:
    for message in released(project):
        try:
            manifest = _manifest(project, message, _stamp(project.outputs / message / NAME))
        except InputError as error:
            yield Row(message, wrong=error.problems)
        else:
            yield Row(message, manifest, _poster(project, manifest))


@lru_cache(maxsize=1000)
def _manifest(project: Project, message: str, stamp: Stamp | None) -> Manifest:
    """The manifest, read again only when its file is another: there are many, and they are long."""
    del stamp
    return find_release(project, message)[1]


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _poster(project: Project, manifest: Manifest) -> FileEntry | None:
    """A wide one of the first edition, as good as there is."""
    posters = [entry for entry in manifest.files if entry.kind == "poster"]
    first = [entry for entry in posters if entry.edition == posters[0].edition]
    return max(first, key=lambda each: (is_wide(project, each.channel or ""), each.bytes), default=None)
