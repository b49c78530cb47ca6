"""The nouns of drawn pictures.

Coordinates are pixels from the raster's top left; right and bottom are exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile, SafeArea
from hoso.styles.model import CLEAR, Look
from hoso.subtitles.look.layout import band

Weight = Literal["regular", "bold"]


class Faces(Protocol):
    """Where the static font files are (TTF or OTF), one a weight and language."""

    def regular(self, language: Language) -> Path:
        """The face for running text."""
        ...

    def bold(self, language: Language) -> Path:
        """The face for headings: a drawn bold, not a smeared one."""
        ...


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A raster, the part of it that no app covers, and the band of that part that is kept for subtitles."""

    width: int
    height: int
    safe: Box
    subtitle_band: int
    """Height in pixels, from the safe area's bottom up."""
    subtitles_above: bool = False
    """Whether the band is at the safe area's top instead, from there down."""

    @property
    def vertical(self) -> bool:
        """Whether things stand one above the other: in tall and square pictures."""
        return self.height >= self.width

    @property
    def short_side(self) -> int:
        """The smaller of width and height: what sizes of type are measured by."""
        return min(self.width, self.height)

    @property
    def free(self) -> Box:
        """Where drawn things may stand: the safe area without the subtitle band."""
        above, below = (self.subtitle_band, 0) if self.subtitles_above else (0, self.subtitle_band)
        return Box(self.safe.left, self.safe.top + above, self.safe.right, self.safe.bottom - below)

    def below(self, bottom: int) -> Frame:
        """This frame for what stands below a thing that ends at `bottom`, a small gap between them."""
        band = self.free.top - self.safe.top
        top = bottom + round(self.short_side * 0.03) - band
        return replace(self, safe=replace(self.safe, top=top))


def frame_of(profile: PictureProfile, look: Look = CLEAR, *, paired: bool = False) -> Frame:
    """The frame of a picture profile: its subtitle band holds as many lines as a cue may have in `look`.

    `paired` says that there are two languages at once.
    """
    safe: SafeArea = profile.safe
    inside = Box(safe.left, safe.top, safe.right, safe.bottom)
    height = band(profile, look, paired=paired)
    return Frame(profile.width, profile.height, inside, height, look.position == "top")


@dataclass(frozen=True, slots=True)
class Plate:
    """A still picture (PNG, RGB, the size of the frame) that stands from `at_ms` until the next plate.

    `at_ms` counts from the scene's start.
    """

    at_ms: int
    png: bytes


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture with transparency (PNG, RGBA) whose top left goes to `x`, `y` of the frame."""

    png: bytes
    x: int
    y: int
    width: int
    height: int
