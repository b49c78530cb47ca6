"""The Timeline of one edition: what plays when, in ms from the programme's start, ends exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hoso.script.model import Music
from hoso.script.scenes import Scene
from hoso.voice.takes import Take


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a footage file: `duration_ms` of screen time from `source_ms` on, at `speed`.

    Where the stretch is longer than the footage its last frame stays.
    """

    source_ms: int
    duration_ms: int
    speed: float


@dataclass(frozen=True, slots=True)
class PlacedScene:
    """A scene and when it plays. `duration_ms` includes the fades that it shares with its neighbours."""

    index: int
    scene: Scene
    start_ms: int
    duration_ms: int
    fade_in_ms: int
    """Shared with the scene before; 0 for a cut."""
    fade_out_ms: int
    """Shared with the scene after; 0 for a cut."""
    line_starts: tuple[int, ...]
    """When each line said begins, in ms from the scene's start."""
    pieces: tuple[Piece, ...] = ()
    """Footage scenes only: what of the file plays, in order; their durations sum to `duration_ms`."""


@dataclass(frozen=True, slots=True)
class PlacedTake:
    """A take and when it is heard."""

    start_ms: int
    take: Take


@dataclass(frozen=True, slots=True)
class PlacedSound:
    """A stretch of a footage file's own sound."""

    path: Path
    start_ms: int
    duration_ms: int
    source_ms: int
    speed: float
    mode: Literal["keep", "under"]
    fade_in_ms: int
    fade_out_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One edition of a message, laid out."""

    scenes: tuple[PlacedScene, ...]
    takes: tuple[PlacedTake, ...]
    sounds: tuple[PlacedSound, ...]
    music: Music | None
    duration_ms: int

    @property
    def synthetic(self) -> bool:
        """Whether a machine speaks any of it."""
        return any(placed.take.synthetic for placed in self.takes)
