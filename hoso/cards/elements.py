"""What a laid-out card is made of: things with a box, in the order in which they are drawn. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from hoso.cards.model import Box, Weight

Tone = Literal["ink", "muted", "accent"]


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a line's ink goes: across, over its baseline, under its baseline (whole pixels)."""

    width: int
    rise: int
    fall: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face. `x` is the pen's place, counted from the left edge of the line's ink."""

    face: Path
    text: str
    x: int
    advance: int


@dataclass(frozen=True, slots=True)
class Words:
    """One line of type: its ink begins at `box.left`, its baseline is at `baseline`.

    `item` is the step that it belongs to (from 0), or None.
    """

    text: str
    weight: Weight
    size: int
    baseline: int
    box: Box
    tone: Tone = "ink"
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A step's number in a circle that fills `box` (a square)."""

    number: int
    size: int
    box: Box
    item: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    box: Box
    tone: Tone = "accent"


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet zone. `module` is the side of one module in pixels."""

    box: Box
    module: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, scaled into `box`."""

    path: Path
    box: Box


Element = Words | Disc | Bar | Code | Logo


def moved(element: Element, dx: int, dy: int) -> Element:
    """`element`, `dx` pixels to the right and `dy` down."""
    box = element.box
    there = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
    if isinstance(element, Words):
        return replace(element, box=there, baseline=element.baseline + dy)
    return replace(element, box=there)
