"""What every rule works with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hoso.base.clock import STEP_MS
from hoso.base.problems import Level, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.yaml_source import DataPath
from hoso.script.media import find_media
from hoso.script.model import Message
from hoso.script.reader import Script
from hoso.script.scenes import FootageScene, Scene, SceneBase

if TYPE_CHECKING:
    from hoso.media.probe import MediaInfo

Kind = TypeVar("Kind", bound=SceneBase)


@dataclass(frozen=True, slots=True)
class Desk:
    """A script, and what it is checked against. `probe` may raise HosoError; without it no file is opened."""

    script: Script
    project: Project
    catalog: Catalog
    probe: Callable[[Path], MediaInfo] | None = None
    clips: bool = True
    """Whether clips may run where the message is to be rendered."""

    @property
    def message(self) -> Message:
        """What the script says."""
        return self.script.message

    def scenes(self, kind: type[Kind]) -> Iterator[tuple[DataPath, Kind]]:
        """The scenes of one kind and the ways to them."""
        for index, scene in enumerate(self.message.scenes):
            if isinstance(scene, kind):
                yield ("scenes", index), scene

    def find(self, name: str) -> Path | None:
        """The file `name` in videos/."""
        return find_media(self.project.videos, name)

    def problem(
        self, path: DataPath, message: str, remedy: str = "", *, key: bool = False, level: Level = "error"
    ) -> Problem:
        """A problem with the value at `path`, or with its key."""
        return self.script.problem(path, message, remedy, key=key, level=level)


def fixed_ms(scene: Scene) -> int | None:
    """The length in ms that the script gives a scene; None where words or a file decide, or it is wrong."""
    if isinstance(scene, FootageScene):
        length = None if scene.to is None else round((scene.to - scene.from_) / scene.speed)
    else:
        length = None if scene.seconds is None else round(scene.seconds * 1000)
    return None if length is None or length <= 0 else max(length, STEP_MS)
