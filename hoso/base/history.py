"""Earlier versions of files that people write: whatever replaces one, the one before can be had back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hoso.base import files

RECENT = 50
"""Of each file so many versions are kept whatever their age."""
GAPS = ((timedelta(hours=1), 60), (timedelta(days=1), 600), (timedelta.max, 86_400))
"""Of older ones the first in each minute, ten minutes or day (s), by how long ago that is: somebody who works
all day, saved every few seconds, can still have back what was there in the morning, and last week."""
KEPT = 400
"""No more than this in all."""
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it once was."""

    path: Path
    seen: datetime
    """When hoso saw it last before something else took its place, UTC."""


class History:
    """The earlier versions of files with different names, kept below `folder`; no cache cap touches them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def remember(self, path: Path) -> Version | None:
        """Keep the file at `path` as it is, unless it is the version kept last; None where there is none."""
        if not path.is_file():
            return None
        data = path.read_bytes()
        versions = self.versions(path)
        if versions and versions[0].path.read_bytes() == data:
            return versions[0]
        now = datetime.now(UTC)
        file = self.folder(path) / f"{now.strftime(_STAMP)}{path.suffix}"
        files.write_bytes(file, data)
        made = Version(file, now)
        for old in _superfluous((made, *versions), now):
            old.path.unlink(missing_ok=True)
        return made

    def versions(self, path: Path) -> tuple[Version, ...]:
        """What is kept of the file at `path`, the latest first."""
        kept = sorted(self.folder(path).glob(f"[0-9]*{path.suffix}"), reverse=True)
        return tuple(Version(file, _seen(file)) for file in kept)

    def folder(self, path: Path) -> Path:
        """Where the versions of the file at `path` are, whether there are any or not."""
        return self._folder / path.name

    def rename(self, old: str, new: str) -> None:
        """Keep the versions of the file `old` as those of the file `new`, beside what that has already."""
        for file in sorted((self._folder / old).glob("*")):
            target = self._folder / new / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)


def _superfluous(versions: Sequence[Version], now: datetime) -> Iterator[Version]:
    """Those of `versions`, the latest first, that need not be kept."""
    taken: set[tuple[int, int]] = set()
    wanted: list[Version] = []
    for version in reversed(versions[RECENT:]):
        gap = next(gap for until, gap in GAPS if now - version.seen <= until)
        place = gap, int(version.seen.timestamp()) // gap
        if place in taken:
            yield version
        else:
            wanted.append(version)
        taken.add(place)
    yield from wanted[: -(KEPT - RECENT)]


def _seen(file: Path) -> datetime:
    stamp = file.name.removesuffix(file.suffix)
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
