"""Nouns of a picture: what each scene shows, with the files it needs. Nothing here opens them.

`content` is always the SHA-256 of the file's bytes; a `path` never goes into a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hoso.media.probe import MediaInfo
from hoso.protect.focus import FocusPath, Point
from hoso.timeline.model import Piece


@dataclass(frozen=True, slots=True)
class Framing:
    """How a source of another shape fills the raster.

    `focus` is in fractions of width and height. It moves only with `fit` "crop", on a path in ms from the
    scene's start.
    """

    fit: Literal["crop", "pad", "blur"]
    focus: Point | FocusPath


@dataclass(frozen=True, slots=True)
class FootagePicture:
    """A video file, its stretches in order; the last frame stays where a stretch outlasts the file."""

    path: Path
    content: str
    info: MediaInfo
    framing: Framing
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class StillPicture:
    """A still; the zoom runs over `duration_ms`, the whole scene."""

    path: Path
    content: str
    info: MediaInfo
    framing: Framing
    motion: Literal["in", "out", "none"]
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Plate:
    """A drawn picture of the raster's own size, shown from `at_ms` of its scene until the next plate."""

    at_ms: int
    path: Path
    content: str


@dataclass(frozen=True, slots=True)
class PlatesPicture:
    """A card: plates in order, the first at 0."""

    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A drawing with transparency over a scene, `at_ms` to `until_ms` from the scene's start.

    `x` and `y` are pixels of the raster, to the drawing's top left.
    """

    path: Path
    content: str
    x: int
    y: int
    at_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class ScenePicture:
    """What one scene shows: the overlays lie on it in their order."""

    base: FootagePicture | StillPicture | PlatesPicture
    overlays: tuple[Overlay, ...] = ()
