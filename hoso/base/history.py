"""Earlier versions of files that people write: whatever replaces one, the one before can be had back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hoso.base import files

KEPT = 100
"""Versions of each file; older ones go."""
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

    def remember(self, path: Path) -> None:
        """Keep the file at `path` as it is now, unless it is the version kept last or there is none."""
        if not path.is_file():
            return
        data = path.read_bytes()
        versions = self.versions(path)
        if versions and versions[0].path.read_bytes() == data:
            return
        now = datetime.now(UTC).strftime(_STAMP)
        files.write_bytes(self._folder / path.name / f"{now}{path.suffix}", data)
        for old in versions[KEPT - 1 :]:
            old.path.unlink(missing_ok=True)

    def versions(self, path: Path) -> tuple[Version, ...]:
        """What is kept of the file at `path`, the latest first."""
        kept = sorted((self._folder / path.name).glob(f"[0-9]*{path.suffix}"), reverse=True)
        return tuple(Version(file, _seen(file)) for file in kept)

    def rename(self, old: str, new: str) -> None:
        """Keep the versions of the file `old` as those of the file `new`, beside what that has already."""
        for file in sorted((self._folder / old).glob("[0-9]*")):
            target = self._folder / new / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)


def _seen(file: Path) -> datetime:
    stamp = file.name.removesuffix(file.suffix)
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
