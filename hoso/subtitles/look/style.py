"""How subtitles look, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Type with a dark outline whose edge fades out. Lengths are shares of the type's size (its em)."""

    name: str = "clear"
    bold: bool = True
    fill: str = "#F8F8F4"
    """`#RRGGBB` of the letters."""
    outline: str = "#0B0E12"
    """`#RRGGBB` around them."""
    outline_width: float = 0.075
    blur: float = 0.022
    """How soft the outline's outer edge is."""
    shadow: float = 0.03
    """How far the shadow falls, to the lower right."""
    shadow_alpha: int = 96
    """0 is opaque, 255 is invisible."""
    scales: tuple[float, ...] = (1.0, 0.95, 0.9, 0.85)
    """Sizes to try, largest first, where a cue does not fit."""

    @property
    def edge(self) -> float:
        """How far outline, blur and shadow reach beyond the letters, at most."""
        return self.outline_width + self.blur + self.shadow


CLEAR = Style()
"""The default: near-white, readable on snow and at night."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2: 4.5 is enough for text, 7 is good)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
