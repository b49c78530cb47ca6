"""The box behind a caption's lines, as an ASS drawing. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from hoso.fonts.recipes import LINE_HEIGHT
from hoso.styles.model import Box
from hoso.subtitles.look.layout import ABOVE, BELOW, Anchor, Layout
from hoso.subtitles.look.lettering import alpha, colour

_ROUND = 0.5523
"""How far a cubic's handles reach to make a quarter of a circle, of its radius."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle with round corners, in px from the picture's top left."""

    left: int
    top: int
    width: int
    height: int
    corner: int


def plate(layout: Layout, width: float, where: Anchor, box: Box) -> Plate:
    """The plate behind a block of lines that is `width` px wide."""
    em = layout.size
    block = len(layout.lines) * em * LINE_HEIGHT
    top = where.y if where.hangs else where.y - block
    half = round(width / 2 + em * box.padding)
    upper = round(top - em * box.padding * ABOVE)
    lower = round(top + block + em * box.padding * BELOW)
    corner = min(round(em * box.corner), half, (lower - upper) // 2)
    return Plate(where.x - half, upper, 2 * half, lower - upper, corner)


def draw(made: Plate, box: Box) -> str:
    """The event's text that draws `made`."""
    tags = f"\\an7\\pos({made.left},{made.top})\\bord0\\shad0\\blur0"
    tone = f"\\1c{colour(box.colour)}\\1a&H{alpha(box.opacity):02X}&"
    return f"{{{tags}{tone}\\p1}}{_path(made.width, made.height, made.corner)}"


def _path(width: int, height: int, corner: int) -> str:
    """A rectangle from 0 0, clockwise."""
    near = round(corner * (1 - _ROUND))
    right, bottom = width - corner, height - corner
    return " ".join(
        (
            f"m {corner} 0 l {right} 0",
            f"b {width - near} 0 {width} {near} {width} {corner} l {width} {bottom}",
            f"b {width} {height - near} {width - near} {height} {right} {height} l {corner} {height}",
            f"b {near} {height} 0 {height - near} 0 {bottom} l 0 {corner}",
            f"b 0 {near} {near} 0 {corner} 0",
        )
    )
