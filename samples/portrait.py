"""A drawn head whose face moves, as a small picture of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from samples.paint import Floats, smooth

Spot = tuple[float, float]

UNIT = 0.74
"""Pixels to a unit of the drawing."""
PATCH = (256, 322)
"""The part of the picture that is drawn anew for every frame, around the head."""
ABOVE = 162
"""Rows of the patch above the middle of the head."""
DETAIL = 4
SKIN, SHADE = "#d6a07c", "#b0765a"
HAIR, BROW, LIP, MOUTH = "#2a2220", "#33281f", "#b4705c", "#4a1c1e"


@dataclass(frozen=True)
class Look:
    """The face at one moment; `jaw`, `wide` and `lids` are 0 to 1."""

    jaw: float
    wide: float
    lids: float
    """How far the eyes are shut."""
    gaze: float
    brows: float
    turn: float
    """Radians that the head leans."""
    x: float
    y: float


def curve(points: Sequence[Spot], closed: bool = True, steps: int = 12) -> list[Spot]:
    """A smooth line through `points` (a Catmull-Rom spline)."""
    at = np.asarray(points, float)
    around = np.concatenate([at[-1:], at, at[:2]]) if closed else np.concatenate([at[:1], at, at[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        parts.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        )
    line = np.concatenate(parts if closed else [*parts, at[-1:]])
    return [(float(x), float(y)) for x, y in line]


def mirrored(half: Sequence[Spot]) -> list[Spot]:
    """A shape from its right half, given from bottom to top."""
    return [*half, *((-x, y) for x, y in reversed(half) if x)]


def oval(x: float, y: float, wide: float, tall: float) -> list[Spot]:
    """An ellipse as a line."""
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    return [(x + wide * float(np.cos(a)), y + tall * float(np.sin(a))) for a in turn]


class Pen:
    """Draws shapes given in head coordinates: the middle of the head is 0, 0, one unit is UNIT pixels."""

    def __init__(self, look: Look) -> None:
        self.image = Image.new("RGBA", (PATCH[0] * DETAIL, PATCH[1] * DETAIL), (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)
        self.look = look

    def place(self, points: Sequence[Spot]) -> list[Spot]:
        """Head coordinates in the large patch: leaned about the neck, then moved."""
        cos, sin = np.cos(self.look.turn), np.sin(self.look.turn)
        pivot = 150.0
        placed = []
        for x, y in points:
            left = x * cos - (y - pivot) * sin + self.look.x
            top = x * sin + (y - pivot) * cos + pivot + self.look.y
            placed.append(((left * UNIT + PATCH[0] / 2) * DETAIL, (top * UNIT + ABOVE) * DETAIL))
        return placed

    def fill(self, points: Sequence[Spot], ink: str) -> None:
        """A filled shape."""
        self.draw.polygon(self.place(points), fill=ink)

    def line(self, points: Sequence[Spot], ink: str, width: float) -> None:
        """A line with round ends."""
        placed = self.place(points)
        self.draw.line(placed, fill=ink, width=round(width * UNIT * DETAIL), joint="curve")
        reach = width * UNIT * DETAIL / 2
        for x, y in (placed[0], placed[-1]):
            self.draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=ink)

    def done(self) -> Floats:
        """The patch, RGBA."""
        return np.asarray(self.image.resize(PATCH, Image.Resampling.BOX), np.float32) / 255


def _face(pen: Pen) -> None:
    drop = 9 * pen.look.jaw
    for side in (-1, 1):
        pen.fill(
            curve([(side * x, y) for x, y in ((95, -26), (111, -30), (117, -8), (110, 26), (98, 36))]), SHADE
        )
    half = [
        (0, 150 + drop),
        (34, 144 + drop),
        (64, 122 + 0.8 * drop),
        (88, 82 + 0.5 * drop),
        (99, 30),
        (102, -30),
        (94, -92),
        (54, -136),
        (0, -148),
    ]
    pen.fill(curve(mirrored(half)), SKIN)


def _hair(pen: Pen) -> None:
    cap = [
        (-104, -6), (-112, -50), (-110, -104), (-82, -156), (-34, -182), (26, -186), (80, -164),
        (110, -112), (113, -54), (104, -6),
        (98, -34), (94, -66), (80, -92), (46, -100), (4, -112), (-40, -98),
        (-76, -88), (-92, -64), (-98, -34),
    ]  # fmt: skip
    pen.fill(curve(cap), HAIR)
    for start, middle, end in (
        ((-60, -150), (-20, -166), (30, -160)),
        ((-78, -128), (-34, -142), (20, -138)),
        ((10, -132), (52, -134), (84, -112)),
    ):
        pen.line(curve([start, middle, end], closed=False), "#3a302c", 3)


def _eyes(pen: Pen) -> None:
    look = pen.look
    for side in (-1, 1):
        x, y = side * 45.0, -12.0
        gap = 1 - look.lids
        top = [
            (x - 23 * side, y + 4),
            (x - 10 * side, y - 8 * gap + 2 * look.lids),
            (x + 6 * side, y - 9 * gap + 2.5 * look.lids),
            (x + 23 * side, y - 1),
        ]
        low = [(x + 23 * side, y - 1), (x + 8 * side, y + 6), (x - 10 * side, y + 7), (x - 23 * side, y + 4)]
        upper = curve(top, closed=False)
        if gap > 0.15:
            outline = [*upper, *curve(low, closed=False)]
            pen.fill(outline, "#efe6dc")
            _iris(pen, x + look.gaze, y - 1, outline)
        pen.line(upper, "#2b201c", 3.4)
        pen.line(
            curve([(px, py - 9) for px, py in top[:3]] + [(x + 22 * side, y - 9)], closed=False), SHADE, 1.5
        )
        lift = -5 * look.brows
        brow = [
            (x - 24 * side, y - 29 + lift),
            (x - 2 * side, y - 34 + lift),
            (x + 28 * side, y - 27 + 0.4 * lift),
            (x, y - 27 + lift),
            (x - 23 * side, y - 22 + lift),
        ]
        pen.fill(curve(brow), BROW)


def _iris(pen: Pen, x: float, y: float, opening: Sequence[Spot]) -> None:
    """The iris, seen only through the opening of the lids."""
    inside = Image.new("L", pen.image.size, 0)
    ImageDraw.Draw(inside).polygon(pen.place(opening), fill=255)
    layer = Image.new("RGBA", pen.image.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    draw.polygon(pen.place(oval(x, y, 9.2, 9.2)), fill="#3c2619")
    draw.polygon(pen.place(oval(x, y, 4.4, 4.4)), fill="#120b08")
    draw.polygon(pen.place(oval(x - 3, y - 3.4, 2.1, 2.1)), fill="#fff8ee")
    box = [round(n) for n in (*pen.place([(x - 30, y - 30)])[0], *pen.place([(x + 30, y + 30)])[0])]
    left, top, right, bottom = (
        min(box[0], box[2]),
        min(box[1], box[3]),
        max(box[0], box[2]),
        max(box[1], box[3]),
    )
    area = (left, top, right, bottom)
    part = layer.crop(area)
    both = Image.composite(part.getchannel("A"), Image.new("L", part.size, 0), inside.crop(area))
    pen.image.paste(part, area, both)


def _nose(pen: Pen) -> None:
    pen.fill(curve([(7, -10), (15, 24), (24, 46), (17, 56), (3, 58), (9, 40), (8, 14)]), "#c48b69")
    pen.line(curve([(-17, 50), (-9, 57), (2, 59), (12, 57), (19, 51)], closed=False), SHADE, 2.6)


def _mouth(pen: Pen) -> None:
    look = pen.look
    wide, open_ = 33 + 6 * look.wide, 17 * look.jaw
    y = 95 + 3 * look.jaw
    low = y + open_
    corner = y + 0.35 * open_ - 3.5
    upper = [(-wide, corner), (-wide * 0.45, y - 3), (0, y), (wide * 0.45, y - 3), (wide, corner)]
    lower = [(wide, corner), (wide * 0.5, low - 0.5), (0, low + 1), (-wide * 0.5, low - 0.5), (-wide, corner)]
    top = [
        (-wide - 1, corner),
        (-wide * 0.42, y - 6.5),
        (-7, y - 8.5),
        (0, y - 6.5),
        (7, y - 8.5),
        (wide * 0.42, y - 6.5),
        (wide + 1, corner),
    ]
    under = [
        (wide + 1, corner),
        (wide * 0.5, low + 6),
        (0, low + 9),
        (-wide * 0.5, low + 6),
        (-wide - 1, corner),
    ]
    pen.fill([*curve(top, closed=False), *curve(under, closed=False)], LIP)
    inner = [*curve(upper, closed=False), *curve(lower, closed=False)]
    if open_ > 2:
        pen.fill(inner, MOUTH)
        bite = min(6.0, open_ * 0.4)
        teeth = [
            (-wide * 0.62, y - 1.5),
            (0, y + 0.5),
            (wide * 0.62, y - 1.5),
            (wide * 0.5, y + bite - 1),
            (0, y + bite),
            (-wide * 0.5, y + bite - 1),
        ]
        pen.fill(curve(teeth), "#e9e0d4")
        if open_ > 7:
            pen.fill(
                curve([(-wide * 0.45, low - 2), (0, low - 6), (wide * 0.45, low - 2), (0, low)]), "#a4504c"
            )
    pen.line(curve(upper, closed=False), "#7a3a36", 1.8)
    pen.line([(-8, low + 19), (8, low + 19)], "#c08a69", 2.4)


def head(look: Look) -> Floats:
    """The head as an RGBA patch, not lit yet."""
    pen = Pen(look)
    _face(pen)
    _nose(pen)
    _mouth(pen)
    _eyes(pen)
    _hair(pen)
    return pen.done()


def lighting() -> Floats:
    """Light from the upper left, as factors on the head patch."""
    rows, columns = np.mgrid[: PATCH[1], : PATCH[0]].astype(np.float32)
    x, y = (columns - PATCH[0] / 2) / UNIT, (rows - ABOVE) / UNIT
    light = 1.10 - 0.40 * smooth(-40, 135, x + 0.16 * y) - 0.16 * smooth(60, 165, y)
    light += 0.14 * np.exp(-(((x + 38) / 44) ** 2) - ((y + 66) / 34) ** 2)
    light += 0.09 * np.exp(-(((x + 58) / 26) ** 2) - ((y - 42) / 24) ** 2)
    cool = smooth(20, 130, x)[..., None] * np.asarray((-0.06, -0.01, 0.04), np.float32)
    blush = np.exp(-(((np.abs(x) - 58) / 24) ** 2) - ((y - 46) / 20) ** 2)[..., None]
    return np.asarray(
        light[..., None] + cool + blush * np.asarray((0.03, -0.02, -0.02), np.float32), np.float32
    )
