"""A volunteer speaks to the camera: a drawn figure, head and shoulders, whose mouth follows the voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from samples import film
from samples.foley import RATE, Sound, coloured, kept
from samples.paint import (
    FPS,
    HEIGHT,
    WIDTH,
    Floats,
    blur,
    colour,
    finish,
    fractal,
    glow,
    mix,
    screen,
    slid,
    smooth,
    vertical,
)
from samples.voice_over import speech

Spot = tuple[float, float]

HEAD = (640.0, 200.0)
"""Where the middle of the head is: high, so that an upright crop has the subtitles below the chin."""
UNIT = 0.74
"""Pixels to a unit of the drawing."""
PATCH = (256, 322)
"""The part of the picture that is drawn anew for every frame, around the head."""
ABOVE = 162
"""Rows of the patch above the middle of the head."""
DETAIL = 4
SKIN, SHADE, LIGHT = "#d6a07c", "#b0765a", "#e9bb97"
HAIR, BROW, LIP, MOUTH = "#2a2220", "#33281f", "#b4705c", "#4a1c1e"
MARGIN = 20


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


def _lighting() -> Floats:
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


def body() -> Floats:
    """Neck, sweater and jacket as an RGBA picture, MARGIN wider than the frame on both sides."""
    width = WIDTH + 2 * MARGIN
    image = Image.new("RGBA", (width * 2, HEIGHT * 2), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def fill(points: Sequence[Spot], ink: str) -> None:
        placed = [(x * UNIT + HEAD[0] + MARGIN, y * UNIT + HEAD[1]) for x, y in points]
        draw.polygon([(x * 2, y * 2) for x, y in placed], fill=ink)

    jacket = [
        (0, 740), (440, 740), (436, 600), (412, 430), (360, 330), (250, 272), (150, 238), (88, 210), (0, 205),
    ]  # fmt: skip
    fill(curve(mirrored(jacket)), "#34545c")
    fill(curve(mirrored([(0, 470), (38, 400), (70, 310), (92, 226), (74, 186), (0, 180)])), "#d8ccb6")
    fill(curve(mirrored([(0, 226), (44, 216), (58, 176), (60, 84), (0, 60)])), "#b97f60")
    fill(curve(mirrored([(0, 252), (50, 240), (76, 200), (70, 184), (46, 214), (0, 228)])), "#c4b79f")
    for side in (-1, 1):
        lapel = [
            (70, 178),
            (100, 196),
            (128, 236),
            (112, 292),
            (70, 372),
            (18, 486),
            (6, 740),
            (0, 740),
            (0, 470),
            (40, 372),
            (68, 300),
            (80, 236),
        ]
        fill([(side * x, y) for x, y in curve(lapel)], "#294349")
        fill(
            [(side * x, y) for x, y in curve([(292, 740), (282, 520), (296, 380), (298, 520), (316, 740)])],
            "#294349",
        )
    fill([(140, 318), (152, 314), (168, 356), (157, 360)], "#3f78b5")
    fill([(152, 314), (164, 318), (147, 360), (136, 356)], "#e3bd45")
    plate = np.array(image.resize((width, HEIGHT), Image.Resampling.BOX), np.float32) / 255
    rows, columns = np.mgrid[:HEIGHT, :width].astype(np.float32)
    x, y = (columns - HEAD[0] - MARGIN) / UNIT, (rows - HEAD[1]) / UNIT
    light = 1.12 - 0.42 * smooth(-160, 300, x) - 0.3 * smooth(260, 700, y)
    light *= 1 - 0.5 * np.exp(-((x / 82) ** 2) - ((y - 150) / 44) ** 2)
    weave = 1 + 0.05 * fractal(HEIGHT, width, 90, 170, 5) + 0.06 * fractal(HEIGHT, width, 6, 9, 8)
    plate[..., :3] = np.clip(plate[..., :3] * (light * weave)[..., None], 0, 1) * plate[..., 3:]
    return plate


def background() -> Floats:
    """A room out of focus: a window's cool light on one side, a lamp's warm light on the other, shelves."""
    wall = vertical([(0, "#4c4a48"), (0.6, "#5d5650"), (1, "#3d3733")])
    screen(wall, colour("#f0b06a"), 0.85 * glow(1085, 250, 230))
    screen(wall, colour("#8fb0cf"), 0.55 * glow(170, 260, 330, flat=0.8))
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in (
        (60, 60, 190, 240),
        (206, 60, 336, 240),
        (60, 256, 190, 440),
        (206, 256, 336, 440),
    ):
        draw.rectangle((left, top, right, bottom), fill=255)
    panes = blur(np.asarray(image, np.float32) / 255, 13)
    wall = mix(wall, np.asarray(colour("#c3d6e6"), np.float32), panes * 0.72)
    random = np.random.default_rng(15)
    books = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    cover = np.zeros((HEIGHT, WIDTH), np.float32)
    for shelf in (180, 330, 480):
        x = 890
        while x < 1270:
            wide, tall = int(random.integers(14, 30)), int(random.integers(70, 112))
            ink = colour(
                str(random.choice(["#7a3b2e", "#31506b", "#8a7a4a", "#3f5a46", "#6b5a52", "#a98a5c"]))
            )
            books[shelf - tall : shelf, x : x + wide] = ink
            cover[shelf - tall : shelf, x : x + wide] = 1
            x += wide + int(random.choice([2, 2, 3, 26]))
        books[shelf : shelf + 9, 880:1280] = colour("#4a3322")
        cover[shelf : shelf + 9, 880:1280] = 1
    soft = blur(cover, 9)
    lit = (0.5 + 0.9 * glow(1085, 250, 260))[..., None]
    wall = mix(wall, blur(books, 9) / np.maximum(soft, 0.05)[..., None] * lit, soft * 0.8)
    screen(wall, colour("#ffcf94"), 0.9 * glow(1085, 250, 62))
    return np.clip(wall, 0, 1)


def mouths(sound: Sound) -> tuple[Floats, Floats]:
    """For every frame how far the jaw is open and how wide the mouth is, 0 to 1, from the voice."""
    step = RATE // FPS
    count = len(sound) // step
    loud, bright = np.zeros(count), np.zeros(count)
    for n in range(count):
        part = sound[max(0, n * step - step // 4) : (n + 1) * step + step // 4]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
        hertz = np.fft.rfftfreq(len(part), 1 / RATE)
        loud[n] = 20 * np.log10(np.sqrt(np.mean(part**2)) + 1e-6)
        bright[n] = (hertz * spectrum).sum() / (spectrum.sum() + 1e-9)
    top = np.percentile(loud, 99)
    jaw = np.clip((loud - (top - 22)) / 22, 0, 1) ** 1.8
    # A jaw is slower than a sound, and slower to shut than to open.
    for n in range(1, count):
        share = 0.75 if jaw[n] > jaw[n - 1] else 0.5
        jaw[n] = jaw[n - 1] + (jaw[n] - jaw[n - 1]) * share
    wide = np.convolve(np.clip((bright - 500) / 1800, 0, 1), np.ones(5) / 5, "same")
    return jaw.astype(np.float32), wide.astype(np.float32)


def _shut(t: float, blinks: Sequence[float]) -> float:
    gap = min(abs(t - at) for at in blinks)
    return float(smooth(0.13, 0.03, gap))


def frames(sound: Sound) -> Iterator[npt.NDArray[np.uint8]]:
    """The clip, as long as `sound`."""
    jaws, wides = mouths(sound)
    wall, figure, light = background(), body(), _lighting()
    blinks = np.cumsum(np.random.default_rng(23).uniform(1.7, 4.2, 12)).tolist()
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.9, 0.9, HEIGHT)))
    edge = (1 - 0.35 * smooth(0.6, 1.25, corners))[..., None]
    slow = np.convolve(np.pad(jaws, 12, mode="edge"), np.hanning(25) / np.hanning(25).sum(), "valid")
    for n, (jaw, wide) in enumerate(zip(jaws, wides, strict=True)):
        t = n / FPS
        sway = 5 * np.sin(0.9 * t) + 3 * np.sin(1.7 * t + 1)
        nod = 7 * float(slow[n]) + 1.5 * np.sin(1.3 * t)
        look = Look(
            float(jaw), float(wide), _shut(t, blinks), 1.5 * np.sin(0.5 * t), float(slow[n]),
            0.022 * np.sin(0.8 * t + 0.6) + 0.012 * np.sin(1.9 * t), sway, nod,
        )  # fmt: skip
        picture = wall.copy()
        _lay(picture, slid(figure, MARGIN - 0.5 * UNIT * sway))
        patch = head(look)
        patch[..., :3] = np.clip(patch[..., :3] * light, 0, 1) * patch[..., 3:]
        left, top = round(HEAD[0] - PATCH[0] / 2), round(HEAD[1] - ABOVE)
        _lay(picture[top : top + PATCH[1], left : left + PATCH[0]], patch)
        yield finish(np.clip(picture, 0, 1) * edge)


def _lay(picture: Floats, plate: Floats) -> None:
    """Put a plate, whose colours are multiplied by its alpha, over the picture."""
    picture *= 1 - plate[..., 3:]
    picture += plate[..., :3]


def draw(folder: Path) -> None:
    """Write volunteer.mp4."""
    spoken = speech(folder.resolve().parent)
    whole = -(-len(spoken.sound) * FPS // RATE) * RATE // FPS
    sound = np.zeros(whole)
    sound[: len(spoken.sound)] = spoken.sound
    for start, end in spoken.lines:
        print(f"  spoken from {start:.2f} to {end:.2f} s")  # noqa: T201 - scripts need these times
    room = 0.0012 * coloured(whole / RATE, 60, 2000, 0.7, 12)
    with kept(sound + room) as path:
        film.write(folder / "volunteer.mp4", frames(sound), 23, path)
