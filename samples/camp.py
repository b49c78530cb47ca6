"""A camp at dusk: barracks in the snow with lit windows, smoke from the chimneys, firs behind."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from samples.paint import (
    Floats,
    blur,
    colour,
    developed,
    enlarged,
    finish,
    fractal,
    glow,
    linear,
    lookup,
    mix,
    noise,
    over,
    resized,
    screen,
    smooth,
    vertical,
)
from samples.solids import box, boxed, floor, grained, joined, roof, rough
from samples.trace import Camera, Light, Point, Shape, Texture, Traced, trace
from samples.winter_field import fir

SIZE = (1920, 1280)
STAGE = (1200, 800)
CAMERA = Camera((-6.6, 3.0, -15.5), (-1.3, 2.6, 4.0), 38)
SKYLINE = 0.547
"""Where the horizon is, as a fraction of the height."""
WARM = (2.3, 1.1, 0.36)
LIGHTS = (
    Light((0.9, 2.5, -3.4), WARM, 1.9, 5),
    Light((-2.9, 1.9, 1.2), WARM, 2.0, 4),
    Light((-2.9, 1.9, 6.4), WARM, 2.0, 4),
    Light((-9.9, 2.5, 6.3), WARM, 2.2, 5),
    Light((-14, 9, -18), (0.12, 0.16, 0.28), 60, 5),
)
WINDOWS = (-5.2, -3.4, -1.6, 0.2, 2.0, 3.8, 5.6)
CHIMNEYS: tuple[Point, ...] = ((2.4, 5.0, 1.6), (2.4, 5.0, 7.6), (-8.4, 5.2, 12.2))
WALL, TRIM = linear("#6b4a35"), linear("#cbb894")


def _boards(grain: Floats) -> Texture:
    """Boards that lie; the grain runs round the corner."""
    lying = grained(grain, 1, 0, 0.22)
    return lambda x, y, z: lying(x + z, y, z)


def _barrack(x: float, z: float, half: Point, windows: tuple[float, ...]) -> list[Shape]:
    """A long house whose ridge runs away from us; its windows look left."""
    grain = fractal(256, 256, 6, 30, 3)
    wide, tall, deep = half
    shapes = [boxed((x, tall, z), half, WALL, texture=_boards(grain))]
    reach = float(np.hypot(np.hypot(wide, deep), 3))
    eaves = 2 * tall - 0.05
    snow = rough(
        roof((x, eaves + 0.22, z), (wide + 0.15, 0, deep + 0.35), 0.62, 0.14),
        noise(128, 128, 6, 6, 4),
        9,
        0.05,
    )
    shapes.append(
        Shape(
            roof((x, eaves, z), (wide + 0.1, 0, deep + 0.3), 0.62, 0.06),
            ((x, eaves, z), reach),
            linear("#41322a"),
        )
    )
    shapes.append(Shape(snow, ((x, eaves, z), reach), linear("#d5dcea")))
    rise = 0.62 * wide
    gable = joined(
        *(
            box((x, eaves + rise * s, z - deep + 0.12), (wide * (1 - s) * 0.98, 0.14, 0.06))
            for s in np.arange(0.05, 0.95, 0.1)
        )
    )
    shapes.append(Shape(gable, ((x, eaves + rise / 2, z - deep), wide + 1), WALL, _boards(grain)))
    for at in windows:
        pane = boxed(
            (x - wide - 0.01, 1.55, z + at),
            (0.02, 0.46, 0.42),
            (0.08, 0.04, 0.02),
            shine=(1.25, 0.55, 0.13),
            shadow=False,
        )
        bars = joined(
            box((x - wide - 0.04, 1.55, z + at), (0.02, 0.5, 0.025)),
            box((x - wide - 0.04, 1.72, z + at), (0.02, 0.02, 0.46)),
            *(box((x - wide - 0.04, 1.55, z + at + s * 0.46), (0.03, 0.52, 0.04)) for s in (-1, 1)),
            box((x - wide - 0.06, 1.06, z + at), (0.06, 0.04, 0.54)),
            box((x - wide - 0.04, 2.04, z + at), (0.03, 0.04, 0.5)),
        )
        shapes += [pane, Shape(bars, ((x - wide, 1.55, z + at), 0.9), TRIM)]
    return shapes


def _front(x: float, z: float) -> list[Shape]:
    """What the gable end has: a door, a window beside it, a step, a lamp."""
    door = joined(box((x - 0.6, 1.05, z), (0.5, 1.05, 0.05)))
    frame = joined(
        *(box((x - 0.6 + s * 0.56, 1.1, z - 0.03), (0.06, 1.1, 0.06)) for s in (-1, 1)),
        box((x - 0.6, 2.18, z - 0.03), (0.64, 0.06, 0.06)),
    )
    bars = joined(
        box((x + 1.15, 1.55, z - 0.05), (0.025, 0.5, 0.02)),
        box((x + 1.15, 1.72, z - 0.05), (0.52, 0.02, 0.02)),
        *(box((x + 1.15 + s * 0.54, 1.55, z - 0.05), (0.04, 0.54, 0.03)) for s in (-1, 1)),
        box((x + 1.15, 1.04, z - 0.07), (0.62, 0.04, 0.07)),
        box((x + 1.15, 2.06, z - 0.05), (0.58, 0.04, 0.03)),
    )
    return [
        Shape(door, ((x - 0.6, 1.05, z), 1.2), linear("#35505a")),
        Shape(frame, ((x - 0.6, 1.1, z), 1.4), TRIM),
        boxed(
            (x + 1.15, 1.55, z - 0.01),
            (0.5, 0.48, 0.02),
            (0.08, 0.04, 0.02),
            shine=(1.25, 0.55, 0.13),
            shadow=False,
        ),
        Shape(bars, ((x + 1.15, 1.55, z), 0.9), TRIM),
        boxed((x - 0.6, 0.1, z - 0.5), (0.8, 0.12, 0.45), linear("#b9c2d4"), round_=0.05),
        boxed(
            (x - 0.6, 2.62, z - 0.12), (0.09, 0.1, 0.09), (1, 0.8, 0.5), shine=(3.2, 2.0, 0.9), shadow=False
        ),
    ]


def shapes() -> list[Shape]:
    """The ground first, then what stands on it."""
    drifts = fractal(512, 512, 5, 5, 12, 5)
    ground = rough(floor(0), drifts, 26, 0.16)
    chimneys = [
        Shape(
            joined(box((x, y - 1.0, z), (0.28, 1.0, 0.28)), box((x, y, z), (0.34, 0.1, 0.34))),
            ((x, y - 0.9, z), 1.4),
            linear("#70463a"),
        )
        for x, y, z in CHIMNEYS
    ]
    caps = [boxed((x, y + 0.13, z), (0.3, 0.06, 0.3), linear("#dfe5f0"), round_=0.05) for x, y, z in CHIMNEYS]
    return [
        Shape(ground, ((0, -200, 0), 200.3), linear("#c3cde0"), shadow=False),
        *_barrack(1.6, 5.0, (2.6, 1.3, 6.8), WINDOWS),
        *_front(1.6, -1.85),
        *_barrack(-9.2, 12.5, (2.6, 1.3, 4.6), ()),
        *_front(-9.2, 7.85),
        *chimneys,
        *caps,
    ]


def _ambient(up: Floats) -> Floats:
    share = (up * 0.5 + 0.5)[:, None]
    return np.asarray(mix((0.035, 0.035, 0.055), (0.085, 0.105, 0.18), share), np.float32)


def _backdrop() -> Floats:
    """The sky after sunset, and the forest."""
    width, height = SIZE
    sky = vertical(
        [
            (0, "#1d2f55"),
            (0.2, "#33497a"),
            (0.36, "#6c6c96"),
            (0.46, "#b98b93"),
            (0.53, "#e3a987"),
            (1, "#8a93b5"),
        ],
        height,
        width,
    )
    cloud = smooth(0.1, 0.9, fractal(height, width, 18, 3, 40, 5)) * smooth(
        0.5, 0.28, np.linspace(0, 1, height)[:, None] + np.zeros((1, width))
    )
    over(sky, colour("#c58f94"), (cloud * 0.35).astype(np.float32))
    screen(sky, colour("#ffb57c"), 0.5 * glow(0.3 * width, SKYLINE * height, 330, height, width, flat=2.4))
    for seed, count, tall, ink, foot in (
        (5, 170, (70, 150), "#6a6789", 4),
        (6, 120, (120, 250), "#3b4263", 14),
    ):
        image = Image.new("L", (width * 2, 600), 0)
        draw = ImageDraw.Draw(image)
        random = np.random.default_rng(seed)
        for x in np.sort(random.uniform(-40, width + 40, count)):
            fir(draw, x * 2, 600, 2 * random.uniform(*tall), random)
        mask = np.asarray(image.resize((width, 300), Image.Resampling.LANCZOS), np.float32) / 255
        low = round(SKYLINE * height) + foot + 12
        over(
            sky[low - 300 : low],
            mix(
                np.asarray(colour("#8a82a2"), np.float32),
                colour(ink),
                smooth(0.0, 0.5, np.repeat(np.linspace(1, 0, 300)[:, None], width, 1)),
            ),
            mask,
        )
    return sky


def _seen(point: Point) -> tuple[float, float]:
    forward = np.subtract(CAMERA.to, CAMERA.at)
    forward = forward / np.linalg.norm(forward)
    right = np.cross((0, 1, 0), forward)
    right /= np.linalg.norm(right)
    away = np.subtract(point, CAMERA.at)
    scale = SIZE[1] / 2 / np.tan(np.radians(CAMERA.degrees) / 2) / (away @ forward)
    return SIZE[0] / 2 + scale * float(away @ right), SIZE[1] / 2 - scale * float(
        away @ np.cross(forward, right)
    )


def _smoke(picture: Floats) -> None:
    """A column above each chimney that the air carries to the right."""
    width, height = SIZE
    for n, (x, y, z) in enumerate(CHIMNEYS):
        left, foot = _seen((x, y + 0.15, z))
        size = 16 / float(np.linalg.norm(np.subtract((x, y, z), CAMERA.at)))
        rows, columns = np.mgrid[:height, :width].astype(np.float32)
        rise = (foot - rows) / (520 * size)
        bend = lookup(fractal(256, 256, 4, 4, 50 + n, 4), columns * 0.25, rows * 0.35)
        middle = left + (250 * np.maximum(rise, 0) ** 1.5 + 70 * bend * np.clip(rise * 2, 0, 1)) * size
        spread = (20 + 130 * np.maximum(rise, 0)) * size
        mask = np.exp(-(((columns - middle) / spread) ** 2)) * smooth(0, 0.03, rise) * smooth(1.0, 0.1, rise)
        puffs = lookup(fractal(256, 256, 7, 7, 60 + n, 5), columns * 0.3, rows * 0.3)
        over(picture, colour("#c9b6bd"), (mask * (0.65 + 0.5 * puffs)).clip(0, 1) * 0.9)


def picture() -> Floats:
    """The still."""
    things = shapes()
    traced: Traced = trace(things, LIGHTS, _ambient, CAMERA, STAGE, samples=1.2, watch=range(len(things)))
    width, height = SIZE
    solid = np.clip(sum(traced.mask.values(), np.zeros((STAGE[1], STAGE[0]), np.float32)), 0, 1)
    light = developed(sum(traced.lights, np.zeros_like(traced.lights[0])), EXPOSURE)
    out = _backdrop()
    # What lies beyond the traced ground is snow too.
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None] + np.zeros((1, width), np.float32)
    over(out, colour("#4f5f98"), smooth(SKYLINE - 0.001, SKYLINE + 0.001, rows))
    ground = 1 - resized(np.clip(solid - traced.mask[0], 0, 1), height, width).clip(0, 1)
    over(out, enlarged(light, height, width), resized(solid, height, width).clip(0, 1))
    haze = smooth(0.66, SKYLINE, rows) * smooth(SKYLINE - 0.05, SKYLINE + 0.002, rows)
    over(out, colour("#b593a2"), ground * haze * 0.9)
    _smoke(out)
    bright = (
        np.maximum(enlarged(light, height, width) - 0.72, 0)
        * resized(1 - traced.mask[0], height, width)[..., None]
    )
    screen(out, (1.0, 0.7, 0.4), np.minimum(blur(blur(bright[..., 0], 12), 26) * 1.6, 0.5))
    return out


EXPOSURE = 1.25


def draw(folder: Path) -> None:
    """Write camp.jpg."""
    image = Image.fromarray(finish(picture()))
    image.save(folder / "camp.jpg", quality=88, optimize=True, subsampling=0)
