"""A project folder: where people put things in and take things out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.problems import InputError, Problem


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one project, all below `root` (absolute)."""

    root: Path

    @property
    def settings(self) -> Path:
        """What all messages of this project share."""
        return self.root / "hoso.yaml"

    @property
    def scripts(self) -> Path:
        """The message scripts."""
        return self.root / "scripts"

    @property
    def videos(self) -> Path:
        """Footage, stills, music and recorded voice."""
        return self.root / "videos"

    @property
    def subtitles(self) -> Path:
        """The subtitle files that editors adjust."""
        return self.root / "subtitles"

    @property
    def channels(self) -> Path:
        """The user's own channels."""
        return self.root / "channels"

    @property
    def styles(self) -> Path:
        """The user's own styles of subtitles."""
        return self.root / "styles"

    @property
    def outputs(self) -> Path:
        """What is rendered."""
        return self.root / "outputs"

    @property
    def state(self) -> Path:
        """Cache and state. All but studio/, trash/ and history/ may go, at the price of time."""
        return self.root / ".hoso"


def find_project(start: Path) -> Project:
    """The project that `start` lies in: the nearest folder upwards with a `scripts` folder or a hoso.yaml.

    Raises InputError where there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "hoso.yaml").is_file() or (folder / "scripts").is_dir():
            return Project(folder)
    raise InputError(
        [
            Problem(
                f"{start} is not in a hoso project",
                "Change to a folder with scripts/, videos/ and subtitles/.",
            )
        ]
    )
