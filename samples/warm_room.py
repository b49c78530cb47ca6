"""A warm room at night: a stove, a lamp on the table, made beds, snow outside the window."""

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
    Flakes,
    Floats,
    colour,
    developed,
    enlarged,
    finish,
    fractal,
    linear,
    lookup,
    mix,
    noise,
    screen,
    smooth,
    vertical,
)
from samples.solids import ball, bowl, box, boxed, drum, floor, grained, joined, rod, rough, speckled
from samples.trace import Camera, Light, Shape, Traced, trace

SECONDS = 12
STAGE = (1024, 576)
"""The size of the traced picture: the lights are soft, so it may be smaller than a frame."""
CAMERA = Camera((0.1, 1.38, -2.25), (0.02, 1.12, 1.0), 43)
LAMP, STOVE, NIGHT, CEILING = range(1, 5)
LIGHTS = (
    Light((0.42, 1.06, 1.5), (3.4, 1.9, 0.85), 0.9, 10),
    Light((-1.22, 0.5, 0.62), (3.6, 1.15, 0.28), 0.8, 5),
    Light((0.05, 1.7, 1.72), (0.10, 0.16, 0.30), 1.6, 4),
    Light((0.95, 2.05, 0.35), (2.3, 1.45, 0.75), 1.1, 7),
)
PINE, OAK, DARK = linear("#b98a5a"), linear("#8a5f38"), linear("#4a3424")


def _shell() -> list[Shape]:
    grain = fractal(512, 512, 8, 40, 11)
    wall = grained(grain, 1, 0, 0.17)
    side = grained(grain, 1, 2, 0.17)
    boards = grained(grain, 0, 2, 0.14)
    rug = joined(box((0.0, 0.012, 0.35), (0.85, 0.012, 0.55), 0.01))
    return [
        Shape(floor(0), ((0, -20, 0), 20.1), linear("#7d5836"), boards, 0.06, shadow=False),
        boxed((0, 1.4, 2.12), (3, 1.6, 0.1), PINE, texture=wall, shadow=False),
        boxed((-2.55, 1.4, 0), (0.1, 1.6, 3), PINE, texture=side, shadow=False),
        boxed((2.6, 1.4, 0), (0.1, 1.6, 3), PINE, texture=side, shadow=False),
        boxed((0, 2.62, 0), (3, 0.1, 3), linear("#a67d54"), texture=boards, shadow=False),
        Shape(rug, ((0, 0, 0.35), 1.1), linear("#64302a"), _stripes),
        boxed((-1.0, 2.45, 0.6), (0.07, 0.08, 2.5), DARK),
        boxed((1.15, 2.45, 0.6), (0.07, 0.08, 2.5), DARK),
        boxed((0, 0.06, 2.0), (2.5, 0.06, 0.02), OAK),
    ]


def _stripes(_x: Floats, _y: Floats, z: Floats) -> Floats:
    wave = np.sin(z * 46)
    tone = np.where(np.abs(wave) > 0.82, np.float32(2.2), 1 + 0.12 * np.sin(z * 300))
    return np.stack([tone, tone * 0.98, tone * 0.9], -1).astype(np.float32)


PANE = 9
"""The number of the window's glass among the shapes."""


def _window() -> list[Shape]:
    frame = linear("#d9c6a4")
    bars = joined(
        box((-0.6, 1.52, 1.99), (0.045, 0.52, 0.04)),
        box((0.6, 1.52, 1.99), (0.045, 0.52, 0.04)),
        box((0, 2.0, 1.99), (0.64, 0.045, 0.04)),
        box((0, 1.03, 1.96), (0.72, 0.03, 0.09)),
        box((0, 1.52, 1.99), (0.022, 0.5, 0.025)),
        box((0, 1.68, 1.99), (0.58, 0.018, 0.025)),
    )
    folds = noise(64, 256, 2, 9, 21)
    left = rough(box((-0.68, 1.55, 1.93), (0.15, 0.58, 0.03), 0.02), folds, 1.0, 0.022, (0, 1))
    right = rough(box((0.68, 1.55, 1.93), (0.15, 0.58, 0.03), 0.02), folds, 1.0, 0.022, (0, 1))
    cloth = linear("#c9a66b")
    return [
        boxed((0, 1.52, 2.02), (0.6, 0.5, 0.012), (0.02, 0.03, 0.05), shadow=False),
        Shape(bars, ((0, 1.5, 1.97), 1.0), frame),
        Shape(left, ((-0.68, 1.55, 1.93), 0.68), cloth),
        Shape(right, ((0.68, 1.55, 1.93), 0.68), cloth),
        Shape(rod((-0.95, 2.15, 1.92), (0.95, 2.15, 1.92), 0.015), ((0, 2.15, 1.92), 1.0), DARK),
    ]


def _table() -> list[Shape]:
    grain = fractal(512, 512, 8, 40, 12)
    legs = joined(*(box((x, 0.36, z), (0.035, 0.36, 0.035)) for x in (-0.62, 0.62) for z in (1.2, 1.8)))
    stool = joined(
        drum((-0.32, 0.43, 0.92), 0.19, 0.025),
        *(
            rod((-0.32 + x, 0.42, 0.92 + z), (-0.32 + 1.5 * x, 0.01, 0.92 + 1.5 * z), 0.02)
            for x in (-0.1, 0.1)
            for z in (-0.1, 0.1)
        ),
    )
    glass = ball((0.42, 0.98, 1.5), (0.058, 0.085, 0.058))
    cup = joined(drum((-0.12, 0.81, 1.36), 0.045, 0.05), rod((-0.17, 0.83, 1.36), (-0.19, 0.79, 1.36), 0.008))
    other = joined(drum((0.1, 0.81, 1.5), 0.045, 0.05), rod((0.15, 0.83, 1.5), (0.17, 0.79, 1.5), 0.008))
    return [
        boxed((0, 0.74, 1.5), (0.72, 0.022, 0.36), OAK, texture=grained(grain, 2, 0, 0.16), gloss=0.1),
        Shape(legs, ((0, 0.36, 1.5), 0.85), OAK),
        Shape(stool, ((-0.32, 0.22, 0.92), 0.36), OAK),
        Shape(
            joined(drum((0.42, 0.80, 1.5), 0.075, 0.04), drum((0.42, 0.87, 1.5), 0.04, 0.03)),
            ((0.42, 0.83, 1.5), 0.12),
            linear("#8c6a2c"),
            gloss=0.6,
        ),
        Shape(
            glass, ((0.42, 0.98, 1.5), 0.1), (1, 0.8, 0.5), shine=(2.6, 1.75, 0.8), lamp=LAMP, shadow=False
        ),
        Shape(
            rod((0.42, 1.05, 1.5), (0.42, 1.12, 1.5), 0.03, 0.024),
            ((0.42, 1.08, 1.5), 0.09),
            (0.9, 0.75, 0.5),
            shine=(0.5, 0.3, 0.12),
            lamp=LAMP,
            shadow=False,
        ),
        Shape(cup, ((-0.12, 0.81, 1.36), 0.12), linear("#e8e2d4"), gloss=0.2),
        Shape(other, ((0.1, 0.81, 1.5), 0.12), linear("#7f99a8"), gloss=0.2),
        boxed((-0.46, 0.78, 1.5), (0.13, 0.018, 0.09), linear("#6d2b22")),
        boxed((-0.45, 0.812, 1.49), (0.11, 0.016, 0.08), linear("#2f4a5c")),
        Shape(
            bowl((-0.02, 0.83, 1.68), 0.1, 0.065), ((-0.02, 0.8, 1.68), 0.13), linear("#d8cbb0"), gloss=0.2
        ),
        Shape(
            joined(
                ball((-0.05, 0.84, 1.66), (0.04, 0.038, 0.04)),
                ball((0.02, 0.84, 1.68), (0.042, 0.04, 0.042)),
                ball((-0.02, 0.85, 1.71), (0.04, 0.038, 0.04)),
            ),
            ((-0.02, 0.84, 1.68), 0.13),
            linear("#b8341f"),
            gloss=0.15,
        ),
    ]


def _stove() -> list[Shape]:
    iron = linear("#3b3a3c")
    body = joined(
        box((-1.42, 0.52, 1.2), (0.36, 0.34, 0.3), 0.03),
        box((-1.42, 0.875, 1.2), (0.41, 0.022, 0.35), 0.015),
        box((-1.42, 0.17, 1.2), (0.39, 0.02, 0.33), 0.015),
        *(
            rod((-1.42 + x, 0.16, 1.2 + z), (-1.42 + 1.15 * x, 0.01, 1.2 + 1.15 * z), 0.03)
            for x in (-0.3, 0.3)
            for z in (-0.25, 0.25)
        ),
    )
    door = joined(
        *(box((-1.42 + x, 0.56, 0.885), (0.012, 0.15, 0.014), 0.005) for x in (-0.22, -0.073, 0.073, 0.22)),
        box((-1.42, 0.715, 0.885), (0.24, 0.018, 0.02), 0.006),
        box((-1.42, 0.405, 0.885), (0.24, 0.018, 0.02), 0.006),
    )
    kettle = joined(
        ball((-1.32, 0.99, 1.2), (0.125, 0.1, 0.125)),
        drum((-1.32, 0.92, 1.2), 0.105, 0.025),
        rod((-1.21, 0.98, 1.18), (-1.1, 1.07, 1.15), 0.022, 0.012),
        rod((-1.41, 1.05, 1.2), (-1.38, 1.17, 1.2), 0.009),
        rod((-1.38, 1.17, 1.2), (-1.26, 1.17, 1.2), 0.011),
        rod((-1.26, 1.17, 1.2), (-1.23, 1.05, 1.2), 0.009),
        ball((-1.32, 1.1, 1.2), (0.018, 0.018, 0.018)),
        soft=0.012,
    )
    logs = [
        rod(
            (-2.1 + 0.115 * i + 0.055 * (j % 2), 0.06 + 0.1 * j, 0.95),
            (-2.1 + 0.115 * i + 0.055 * (j % 2), 0.06 + 0.1 * j, 1.4),
            0.05,
        )
        for j in range(4)
        for i in range(3 - j // 2)
    ]
    boots = [
        part
        for x in (-0.86, -0.68)
        for part in (
            rod((x, 0.12, 1.62), (x, 0.38, 1.64), 0.06, 0.075),
            rod((x, 0.06, 1.6), (x, 0.055, 1.46), 0.055, 0.045),
        )
    ]
    bark = speckled(fractal(256, 256, 16, 16, 31), 0.4, 0.5, (0, 1))
    return [
        boxed((-1.42, 0.012, 1.1), (0.6, 0.012, 0.6), linear("#5a5754")),
        Shape(body, ((-1.42, 0.5, 1.2), 0.75), iron, gloss=0.25, shadow=True),
        boxed(
            (-1.42, 0.56, 0.895),
            (0.235, 0.15, 0.012),
            (0.1, 0.02, 0.0),
            texture=None,
            shine=(1.25, 0.34, 0.045),
            lamp=STOVE,
            shadow=False,
        ),
        Shape(door, ((-1.42, 0.56, 0.885), 0.32), iron, gloss=0.3, shadow=False),
        Shape(rod((-1.5, 0.86, 1.36), (-1.5, 2.6, 1.36), 0.075), ((-1.5, 1.7, 1.36), 1.0), iron, gloss=0.25),
        Shape(kettle, ((-1.3, 1.0, 1.2), 0.3), linear("#9fb0b5"), gloss=0.7),
        Shape(joined(*logs), ((-1.98, 0.2, 1.17), 0.5), linear("#9a7049"), bark),
        Shape(joined(*boots, soft=0.03), ((-0.77, 0.2, 1.56), 0.42), linear("#3a2a20"), gloss=0.1),
    ]


def _beds() -> list[Shape]:
    wood = linear("#9b7146")
    folds = fractal(256, 256, 6, 6, 41, 3)
    posts = joined(*(box((x, 1.0, z), (0.04, 1.0, 0.04)) for x in (1.32, 2.4) for z in (-0.15, 1.88)))
    rails = joined(
        *(box((x, y, 0.87), (0.022, 0.07, 1.0)) for x in (1.32, 2.4) for y in (0.38, 1.38)),
        *(box((1.86, y, z), (0.54, 0.09, 0.02)) for y in (0.42, 0.66, 1.42, 1.68) for z in (-0.15, 1.88)),
    )
    ladder = joined(
        rod((1.27, 0.02, 0.02), (1.27, 1.72, 0.02), 0.02),
        rod((1.27, 0.02, 0.36), (1.27, 1.72, 0.36), 0.02),
        *(rod((1.27, 0.3 + 0.29 * n, 0.02), (1.27, 0.3 + 0.29 * n, 0.36), 0.016) for n in range(5)),
    )
    shapes = [
        Shape(posts, ((1.86, 1.0, 0.87), 1.55), wood),
        Shape(rails, ((1.86, 1.0, 0.87), 1.4), wood),
        Shape(ladder, ((1.27, 0.9, 0.19), 0.95), wood),
    ]
    for y, blanket in ((0.5, "#5d7a8c"), (1.5, "#8a5a4a")):
        cover = rough(box((1.86, y + 0.075, 0.6), (0.56, 0.075, 0.78), 0.06), folds, 0.9, 0.022)
        fold = rough(box((1.86, y + 0.125, 1.34), (0.565, 0.045, 0.13), 0.04), folds, 0.7, 0.016)
        pillow = rough(box((1.88, y + 0.15, 1.66), (0.36, 0.075, 0.17), 0.07), folds, 0.8, 0.02)
        shapes += [
            boxed((1.86, y, 0.87), (0.53, 0.07, 0.98), linear("#d8d2c4"), 0.04),
            Shape(cover, ((1.86, y, 0.6), 1.05), linear(blanket)),
            Shape(fold, ((1.86, y + 0.1, 1.34), 0.65), linear("#ece6d8")),
            Shape(pillow, ((1.88, y + 0.15, 1.66), 0.5), linear("#f2eee4")),
        ]
    return shapes


def _small_things() -> list[Shape]:
    hook = joined(
        box((-1.95, 1.78, 1.99), (0.32, 0.035, 0.02)),
        *(rod((-2.15 + 0.2 * n, 1.78, 1.98), (-2.15 + 0.2 * n, 1.76, 1.9), 0.012) for n in range(3)),
    )
    coat = rough(
        joined(
            rod((-2.14, 1.66, 1.9), (-2.14, 1.05, 1.88), 0.08, 0.17),
            rod((-2.2, 1.6, 1.9), (-2.27, 1.2, 1.86), 0.05, 0.055),
            soft=0.05,
        ),
        fractal(128, 128, 4, 4, 51),
        0.8,
        0.02,
        (0, 1),
    )
    scarf = rod((-1.76, 1.74, 1.92), (-1.75, 1.25, 1.92), 0.04, 0.055)
    shade = joined(rod((0.95, 2.24, 0.35), (0.95, 2.12, 0.35), 0.03, 0.15))
    return [
        Shape(hook, ((-1.95, 1.78, 1.97), 0.4), OAK),
        Shape(coat, ((-2.18, 1.35, 1.88), 0.55), linear("#4f5a44")),
        Shape(scarf, ((-1.76, 1.5, 1.92), 0.34), linear("#a3402e")),
        Shape(
            rod((0.95, 2.5, 0.35), (0.95, 2.2, 0.35), 0.008), ((0.95, 2.35, 0.35), 0.2), DARK, shadow=False
        ),
        Shape(
            shade,
            ((0.95, 2.18, 0.35), 0.3),
            linear("#8a7448"),
            shine=(1.0, 0.68, 0.36),
            lamp=CEILING,
            shadow=False,
        ),
        boxed((1.0, 1.3, 2.0), (0.0, 0.0, 0.0), OAK),
    ]


def shapes() -> list[Shape]:
    """Everything in the room; the window's glass is number PANE."""
    return [*_shell(), *_window(), *_table(), *_stove(), *_beds(), *_small_things()[:-1]]


def _ambient(up: Floats) -> Floats:
    share = (up * 0.5 + 0.5)[:, None]
    return np.asarray(mix((0.055, 0.034, 0.022), (0.075, 0.055, 0.04), share), np.float32)


@cache
def room() -> Traced:
    """The room, traced."""
    return trace(shapes(), LIGHTS, _ambient, CAMERA, STAGE, watch=(PANE,), samples=1.3)


def _flicker(t: float, seed: int, rates: tuple[float, ...]) -> float:
    """A flame's brightness around 1; it comes back to where it was after SECONDS."""
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, len(rates))
    waves = [
        np.sin(2 * np.pi * round(rate * SECONDS) / SECONDS * t + phase)
        for rate, phase in zip(rates, phases, strict=True)
    ]
    return 1 + float(np.dot(waves, [0.5**n for n in range(len(waves))])) / 2


def frames() -> Iterator[npt.NDArray[np.uint8]]:
    """The clip."""
    traced = room()
    width, height = STAGE
    pane = traced.mask[PANE][..., None]
    outside = vertical([(0, "#0d1c33"), (0.5, "#1c3453"), (1, "#2a4768")], height, width)
    near, far = Flakes(90, 1.6, 43, 7, 61), Flakes(220, 0.9, 24, 4, 62)
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.8, 0.8, HEIGHT)))
    edge = (1 - 0.42 * smooth(0.45, 1.05, corners))[..., None]
    plume = fractal(256, 256, 6, 6, 63)
    for n in range(SECONDS * FPS):
        t = n / FPS
        lamp = 1 + 0.05 * (_flicker(t, 1, (0.7, 1.9)) - 1)
        stove = 1 + 0.3 * (_flicker(t, 2, (0.9, 2.3, 4.7)) - 1)
        light = np.zeros_like(outside)
        for picture, level in zip(traced.lights, (1.0, lamp, stove, 1.0, 1.0), strict=True):
            light += picture * np.float32(level)
        picture = developed(light, EXPOSURE)
        flakes = np.maximum(near.mask(t, height, width, 0.55), far.mask(t, height, width, 0.4))
        picture += pane * (outside + flakes[..., None] * 0.8)
        _steam(picture, plume, t)
        yield finish(enlarged(picture, HEIGHT, WIDTH, _view(t)) * edge)


def _view(t: float) -> tuple[float, float, float, float]:
    """What the camera sees of the traced picture at `t` seconds: it comes a little nearer."""
    zoom = 1.0 + 0.07 * float(smooth(-2, SECONDS + 2, t))
    wide, tall = STAGE[0] / zoom, STAGE[1] / zoom
    left, top = (STAGE[0] - wide) * 0.42, (STAGE[1] - tall) * 0.5
    return left, top, left + wide, top + tall


def _steam(picture: Floats, tile: Floats, t: float) -> None:
    """A breath of steam from the kettle's spout."""
    tall, wide = 104, 78
    rows, columns = np.mgrid[0:tall, 0:wide].astype(np.float32) * 1.45
    height = 1 - rows / (tall * 1.45)
    swirl = lookup(tile, columns * 1.2, rows + 40 * t)
    centre = 40 + 22 * height + 16 * height * swirl
    mask = (
        np.exp(-(((columns - centre) / (4 + 14 * height)) ** 2))
        * smooth(0, 0.08, height)
        * smooth(1, 0.25, height)
    )
    x, y = round(STEAM_AT[0] * STAGE[0]), round(STEAM_AT[1] * STAGE[1])
    part = picture[y - tall : y, x - 28 : x - 28 + wide]
    screen(part, colour("#ffe2bd"), 0.22 * mask * (1 + 0.4 * swirl))


EXPOSURE = 1.0
STEAM_AT = (0.273, 0.512)
"""The spout's tip, as fractions of the traced picture."""


def draw(folder: Path) -> None:
    """Write warm-room.mp4."""
    with fire(SECONDS) as sound:
        film.write(folder / "warm-room.mp4", frames(), 23, sound)
