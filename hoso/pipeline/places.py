"""Where an edition's files are put together, and where they will stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folder that files are written to, and the one that it becomes."""

    folder: Path
    becomes: Path

    def below(self, name: str) -> Places:
        """The same for the folder `name` inside; it is made where it is missing."""
        (self.folder / name).mkdir(parents=True, exist_ok=True)
        return Places(self.folder / name, self.becomes / name)

    def final(self, name: str) -> Path:
        """Where the file `name` will stand."""
        return self.becomes / name

    def staged(self, final: Path) -> Path:
        """Where the file that will stand at `final` is now."""
        return self.folder / final.relative_to(self.becomes)
