"""A table laid for several: soup, rice, bread and tea that steam in warm light. Nobody is in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from samples import film
from samples.foley import fire
from samples.paint import (
    FPS,
    HEIGHT,
    WIDTH,
    Colour,
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
    resized,
    screen,
    smooth,
)
from samples.solids import ball, bowl, box, boxed, drum, grained, joined, rod, rough, speckled
from samples.trace import Camera, Distance, Light, Point, Shape, Texture, trace

SECONDS = 12
STAGE = (1216, 684)
CAMERA = Camera((0.0, 1.25, -0.84), (0.0, 0.765, 0.085), 38)
TOP = 0.74
"""The height of the table."""
LIGHTS = (
    Light((-0.75, 1.62, 0.75), (5.2, 3.3, 1.75), 0.75, 7),
    Light((0.75, 1.75, -0.7), (1.5, 1.35, 1.2), 1.1, 5),
    Light((0.5, 0.98, 0.74), (1.7, 0.85, 0.28), 0.32, 8),
)
CANDLE = 3
FLAME = (0.52, TOP + 0.185, 0.74)
CLAY, CREAM = linear("#e9e2d2"), linear("#d9c7a3")


def _table() -> list[Shape]:
    grain = fractal(512, 512, 8, 40, 12)
    planks = grained(grain, 2, 0, 0.155, 0.3)
    runner = box((0.0, TOP + 0.002, 0.1), (0.21, 0.003, 1.2), 0.002)
    return [
        boxed((0, TOP - 0.03, 0.15), (1.6, 0.03, 0.95), linear("#6e4b30"), texture=planks, gloss=0.05),
        Shape(runner, ((0, TOP, 0.1), 1.25), linear("#cdbd9c"), _linen),
        boxed((0, 0.7, 3.2), (5, 2.5, 0.1), linear("#3b2619"), shadow=False),
    ]


def _linen(x: Floats, _y: Floats, z: Floats) -> Floats:
    """A woven cloth with red and blue stripes along its edges."""
    weave = 1 + 0.07 * np.sin(x * 2400) * np.sin(z * 2400) + 0.05 * np.sin(x * 391) * np.sin(z * 437)
    base: Floats = np.stack([weave] * 3, -1).astype(np.float32)
    away = np.abs(np.abs(x) - 0.165)
    base = mix(base, base * np.asarray((0.55, 0.16, 0.12), np.float32), (away < 0.012)[:, None])
    thin = np.abs(np.abs(x) - 0.137) < 0.004
    return np.asarray(mix(base, base * np.asarray((0.2, 0.3, 0.5), np.float32), thin[:, None]), np.float32)


def _glaze(rim: float, band: Colour) -> Texture:
    """A coloured band a little below the rim of a bowl, another at its edge."""

    def texture(_x: Floats, y: Floats, _z: Floats) -> Floats:
        below = rim - y
        painted = smooth(0.0015, 0.0, np.abs(below - 0.013) - 0.004) + smooth(0.0035, 0.001, below)
        return mix(np.ones((len(y), 3)), np.asarray(band), np.clip(painted, 0, 1)[:, None])

    return texture


def _bowl(at: tuple[float, float], radius: float, depth: float, band: str) -> Shape:
    rim = TOP + depth + 0.012
    foot = drum((at[0], TOP + 0.008, at[1]), radius * 0.52, 0.012, 0.004)
    cup = joined(bowl((at[0], rim, at[1]), radius, depth), foot, soft=0.008)
    return Shape(cup, ((at[0], rim - depth / 2, at[1]), radius * 1.25), CLAY, _glaze(rim, linear(band)), 0.5)


def _soup(at: tuple[float, float], radius: float, depth: float, ink: str, seed: int) -> list[Shape]:
    """What is in a bowl of soup: the broth, dumplings, carrots and greens that swim in it."""
    x, z = at
    level = TOP + depth + 0.012 - 0.017
    inner = radius * 0.93
    fat = speckled(fractal(256, 256, 24, 24, seed, 3), 0.12, 0.3)
    random = np.random.default_rng(seed)
    broth = drum((x, level - 0.004, z), inner, 0.005, 0.002)
    dough: list[Distance] = []
    carrot: list[Distance] = []
    green: list[Distance] = []
    taken: list[tuple[float, float, float]] = []
    wanted = [(dough, 0.24)] * 3 + [(carrot, 0.1)] * 8 + [(green, 0.055)] * 34
    for kind, share in wanted:
        size = radius * share * float(random.uniform(0.85, 1.15))
        for _ in range(40):
            turn, way = random.uniform(0, 2 * np.pi), (inner - size * 1.1) * np.sqrt(random.uniform(0, 1))
            px, pz = x + way * np.cos(turn), z + way * np.sin(turn)
            if all(np.hypot(px - tx, pz - tz) > 0.92 * (size + ts) for tx, tz, ts in taken):
                break
        else:
            continue
        taken.append((px, pz, size))
        if kind is dough:
            kind.append(ball((px, level + 0.002, pz), (size * 1.2, size * 0.5, size * 0.85)))
        elif kind is carrot:
            kind.append(drum((px, level + 0.002, pz), size, 0.003, 0.0015))
        else:
            kind.append(drum((px, level + 0.0015, pz), size, 0.0018, 0.0008))
    bound = ((x, level, z), radius)
    crease = noise(128, 128, 12, 12, seed + 1)
    return [
        Shape(broth, bound, linear(ink), fat, 1.1, shadow=False),
        Shape(rough(joined(*dough), crease, 0.1, 0.0015), bound, linear("#efdcb4"), None, 0.25, busy=True),
        Shape(joined(*carrot), bound, linear("#d9772a"), None, 0.3, shadow=False, busy=True),
        Shape(joined(*green), bound, linear("#5f8f35"), None, 0.2, shadow=False, busy=True),
    ]


def _rice(at: tuple[float, float], radius: float, depth: float, seed: int) -> Shape:
    """A heap of rice: many grains on a mound."""
    level = TOP + depth + 0.012 - 0.016
    grains = np.maximum(noise(512, 512, 80, 56, seed), noise(512, 512, 56, 80, seed + 1))
    heap = ball((at[0], level, at[1]), (radius * 0.92, radius * 0.52, radius * 0.92))
    heap = rough(heap, grains, radius * 3.2, 0.0022)
    tone = speckled(grains, radius * 3.2, 0.13)
    return Shape(heap, ((at[0], level, at[1]), radius), linear("#f4efe2"), tone, 0.1, busy=True)


def _bread() -> list[Shape]:
    """A dark loaf on a board, cut open, with slices that lean on it."""
    crumb = fractal(256, 256, 22, 22, 71, 4)
    crust = fractal(256, 256, 7, 7, 72, 4)
    x, z = 0.4, 0.34
    loaf = rough(box((x + 0.1, TOP + 0.085, z), (0.12, 0.066, 0.085), 0.05), crumb, 0.25, 0.003, (0, 1))
    slices = [
        Shape(
            rough(
                box(
                    (x - 0.045 - 0.055 * n, TOP + 0.03 + 0.011 * n, z - 0.01 - 0.012 * n),
                    (0.062, 0.0115, 0.08),
                    0.009,
                ),
                crumb,
                0.2,
                0.0012,
            ),
            ((x - 0.045 - 0.055 * n, TOP + 0.035, z), 0.12),
            linear("#b98a55"),
            _slice((x - 0.045 - 0.055 * n, z - 0.01 - 0.012 * n), crumb),
        )
        for n in range(3)
    ]
    return [
        boxed(
            (x, TOP + 0.009, z),
            (0.25, 0.009, 0.12),
            linear("#a9773f"),
            texture=grained(crust, 2, 0, 0.12, 0.2),
        ),
        Shape(
            loaf,
            ((x + 0.1, TOP + 0.085, z), 0.18),
            linear("#80552f"),
            speckled(crust, 0.25, 0.5, (0, 1)),
            0.0,
        ),
        *slices,
    ]


def _slice(middle: tuple[float, float], crumb: Floats) -> Texture:
    """Light within, a dark crust around."""

    def texture(x: Floats, _y: Floats, z: Floats) -> Floats:
        pores = 1 + 0.22 * lookup(crumb, x * 1800, z * 1800)
        edge = np.maximum(np.abs(x - middle[0]) / 0.062, np.abs(z - middle[1]) / 0.08)
        rind = smooth(0.86, 0.95, edge)[:, None]
        return mix(np.stack([pores] * 3, -1), np.asarray((0.42, 0.3, 0.22)), rind)

    return texture


def _cup(at: tuple[float, float], ink: str) -> list[Shape]:
    """A cup of tea."""
    x, z = at
    ear = (
        rod((x + 0.04, TOP + 0.072, z), (x + 0.062, TOP + 0.055, z), 0.005),
        rod((x + 0.062, TOP + 0.055, z), (x + 0.036, TOP + 0.035, z), 0.005),
    )
    foot = drum((x, TOP + 0.008, z), 0.022, 0.008, 0.003)
    wall = joined(bowl((x, TOP + 0.085, z), 0.041, 0.075, 0.003), foot, *ear, soft=0.004)
    tea = drum((x, TOP + 0.07, z), 0.038, 0.003, 0.001)
    return [
        Shape(wall, ((x, TOP + 0.045, z), 0.09), linear(ink), None, 0.5),
        Shape(tea, ((x, TOP + 0.07, z), 0.05), linear("#8a3c12"), None, 1.2),
    ]


def _spoon(at: tuple[float, float], to: tuple[float, float]) -> Shape:
    """A steel spoon that lies on the table, its bowl at `at`, its handle's end at `to`."""
    (x, z), (hx, hz) = at, to
    head = ball((x, TOP + 0.012, z), (0.021, 0.007, 0.027))
    handle = rod((x, TOP + 0.012, z), (hx, TOP + 0.01, hz), 0.003, 0.0052)
    middle = ((x + hx) / 2, TOP, (z + hz) / 2)
    return Shape(
        joined(head, handle, soft=0.008),
        (middle, np.hypot(x - hx, z - hz) / 2 + 0.04),
        linear("#b4b2ac"),
        None,
        1.6,
    )


def _relish() -> list[Shape]:
    """A small plate of pickled cabbage, and one of greens."""
    crisp = fractal(256, 256, 16, 16, 81, 4)
    shapes = []
    for x, z, ink in ((-0.285, 0.2, "#c2431f"), (0.31, -0.19, "#55752b")):
        plate = joined(
            drum((x, TOP + 0.006, z), 0.04, 0.006, 0.003),
            bowl((x, TOP + 0.03, z), 0.066, 0.022, 0.003),
            soft=0.006,
        )
        heap = rough(ball((x, TOP + 0.022, z), (0.046, 0.023, 0.042)), crisp, 0.11, 0.009)
        shapes += [
            Shape(plate, ((x, TOP + 0.015, z), 0.09), linear("#dfe3e0"), None, 0.4),
            Shape(heap, ((x, TOP + 0.025, z), 0.07), linear(ink), speckled(crisp, 0.11, 0.65), 0.35),
        ]
    return shapes


def _candle() -> list[Shape]:
    """A candle; its flame is the light numbered CANDLE."""
    x, _, z = FLAME
    dish, wax = (x, TOP + 0.02, z), (x, TOP + 0.09, z)
    flame = ball(FLAME, (0.011, 0.03, 0.011))
    lit = {"lamp": CANDLE, "shadow": False}
    return [
        Shape(drum(dish, 0.055, 0.02), (dish, 0.08), linear("#7c5a2a"), None, 0.6),
        Shape(drum(wax, 0.026, 0.06), (wax, 0.08), linear("#efe0bd"), shine=(0.5, 0.26, 0.08), **lit),  # type: ignore[arg-type]
        Shape(flame, (FLAME, 0.04), (1.0, 0.8, 0.4), shine=(3.0, 2.1, 0.8), **lit),  # type: ignore[arg-type]
    ]


BOWLS: tuple[tuple[tuple[float, float], float, float], ...] = (
    ((0.0, -0.06), 0.132, 0.078),
    ((-0.1, 0.42), 0.115, 0.07),
    ((0.29, 0.06), 0.088, 0.065),
    ((-0.29, -0.08), 0.088, 0.065),
)
"""Where the bowls stand (x, z), their radius and depth: two of soup, two of rice."""


def shapes() -> list[Shape]:
    """Everything on the table."""
    (first, second, third, fourth) = BOWLS
    return [
        *_table(),
        _bowl(*first, "#2f5d86"),
        *_soup(*first, "#b8612a", 91),
        _bowl(*second, "#8a3a2a"),
        *_soup(*second, "#b8612a", 94),
        _bowl(*third, "#2f5d86"),
        _rice(*third, 101),
        _bowl(*fourth, "#8a3a2a"),
        _rice(*fourth, 104),
        *_bread(),
        *_cup((-0.42, 0.36), "#c9d4d6"),
        *_cup((0.155, 0.29), "#d8c9a8"),
        _spoon((0.165, -0.16), (0.2, -0.33)),
        _spoon((-0.13, 0.2), (-0.24, 0.33)),
        *_relish(),
        *_candle(),
    ]


def _ambient(up: Floats) -> Floats:
    return np.asarray(mix((0.05, 0.03, 0.02), (0.105, 0.085, 0.07), (up * 0.5 + 0.5)[:, None]), np.float32)


@cache
def table() -> list[Floats]:
    """The table, traced: a picture per light, out of focus at the back."""
    pictures = trace(shapes(), LIGHTS, _ambient, CAMERA, STAGE, samples=1.2).lights
    rows = np.linspace(0, 1, STAGE[1], dtype=np.float32)[:, None]
    some, much = smooth(0.36, 0.2, rows)[..., None], smooth(0.22, 0.04, rows)[..., None]
    near = smooth(0.9, 1.0, rows)[..., None]
    out: list[Floats] = []
    for picture in pictures:
        soft, softer = blur(picture, 2.2), blur(picture, 6.0)
        out.append(picture + (soft - picture) * np.maximum(some, near) + (softer - soft) * much * some)
    return out


def _bokeh() -> Floats:
    """Lights far behind, as discs: added to the dark above the table."""
    random = np.random.default_rng(111)
    light = np.zeros((STAGE[1], STAGE[0], 3), np.float32)
    rows, columns = np.mgrid[0 : STAGE[1], 0 : STAGE[0]].astype(np.float32)
    for _ in range(13):
        x, y, size = random.uniform(0, STAGE[0]), random.uniform(-10, 70), random.uniform(14, 34)
        disc = smooth(size, size - 3, np.hypot(columns - x, rows - y))
        ink = np.asarray(linear(str(random.choice(["#ffb765", "#ffd9a0", "#e08a45"]))), np.float32)
        light += disc[..., None] * ink * np.float32(random.uniform(0.05, 0.16))
    return light


class Steam:
    """Wisps above the bowls: ridges of a noise that rises and bends."""

    COARSE = 3

    def __init__(self) -> None:
        self.tile = fractal(512, 512, 5, 7, 121, 4)
        self.bend = fractal(256, 256, 4, 4, 131, 3)
        height, width = STAGE[1] // self.COARSE, STAGE[0] // self.COARSE
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) * self.COARSE
        self.rows, self.columns = rows, columns
        self.plumes = [self._plume(at, radius) for at, radius, _ in BOWLS[:2]] + [
            self._plume(at, 0.06) * 0.6 for at in ((-0.42, 0.36), (0.155, 0.29), BOWLS[2][0], BOWLS[3][0])
        ]

    def _plume(self, at: tuple[float, float], radius: float) -> Floats:
        x, y, unit = on_stage((at[0], TOP + 0.08, at[1]))
        height = (y - self.rows) / (unit * 0.42)
        spread = unit * radius * (0.52 + 0.34 * np.clip(height, 0, 1.4))
        across = np.exp(-(((self.columns - x) / spread) ** 2))
        return np.asarray(across * smooth(-0.12, 0.12, height) * smooth(1.25, 0.2, height), np.float32)

    def mask(self, t: float) -> Floats:
        """How thick it is at `t` seconds, at a third of the stage's size."""
        sway = 46 * lookup(self.bend, self.columns * 0.16, self.rows * 0.2 + 11 * t)
        wisps = lookup(self.tile, (self.columns + sway) * 1.05, self.rows * 0.55 + 58 * t)
        fine = lookup(self.tile, (self.columns - sway) * 1.9 + 200, self.rows * 0.9 + 84 * t)
        ridge = (
            np.clip(1 - 1.7 * np.abs(wisps), 0, 1) ** 3 + 0.45 * np.clip(1 - 2.2 * np.abs(fine), 0, 1) ** 2
        )
        return np.asarray(np.clip((0.12 + ridge) * sum(self.plumes), 0, 1), np.float32)


def on_stage(point: Point) -> tuple[float, float, float]:
    """Where a point of the scene is in the traced picture (pixels), and what a metre takes there (pixels)."""
    forward = np.subtract(CAMERA.to, CAMERA.at)
    forward = forward / np.linalg.norm(forward)
    right = np.cross((0, 1, 0), forward)
    right /= np.linalg.norm(right)
    way = np.subtract(point, CAMERA.at)
    unit = STAGE[1] / 2 / np.tan(np.radians(CAMERA.degrees) / 2) / float(way @ forward)
    up = np.cross(forward, right)
    return STAGE[0] / 2 + float(way @ right) * unit, STAGE[1] / 2 - float(way @ up) * unit, unit


def frames() -> Iterator[npt.NDArray[np.uint8]]:
    """The clip."""
    lights, steam = table(), Steam()
    still = lights[0] + lights[1] + lights[2] + _bokeh()
    x, y, _ = on_stage(FLAME)
    halo = glow(x, y, 90, STAGE[1], STAGE[0])
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.85, 0.85, HEIGHT)))
    edge = (1 - 0.4 * smooth(0.5, 1.15, corners))[..., None]
    phases = np.random.default_rng(141).uniform(0, 2 * np.pi, 3)
    for n in range(SECONDS * FPS):
        t = n / FPS
        flame = 1 + sum(
            0.07 / (k + 1) * np.sin(2 * np.pi * (1.3 + 1.9 * k) * t + phases[k]) for k in range(3)
        )
        picture = developed(still + lights[CANDLE] * np.float32(flame), 1.0)
        screen(picture, colour("#ffb35c"), 0.34 * np.float32(flame) * halo)
        thick = resized(steam.mask(t), STAGE[1], STAGE[0])
        screen(picture, colour("#ffe9cf"), np.clip(0.52 * thick, 0, 0.6))
        yield finish(enlarged(picture, HEIGHT, WIDTH, _view(t)) * edge)


def _view(t: float) -> tuple[float, float, float, float]:
    """What the camera sees of the traced picture at `t` seconds: it glides to the right and comes nearer."""
    share = float(smooth(-3, SECONDS + 3, t))
    zoom = 1.02 + 0.055 * share
    wide, tall = STAGE[0] / zoom, STAGE[1] / zoom
    left, top = (STAGE[0] - wide) * (0.2 + 0.5 * share), (STAGE[1] - tall) * 0.55
    return left, top, left + wide, top + tall


def draw(folder: Path) -> None:
    """Write shared-meal.mp4."""
    with fire(SECONDS) as sound:
        film.write(folder / "shared-meal.mp4", frames(), 25, sound)
