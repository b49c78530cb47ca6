"""A forest road at night: snow falls, firs pass on both sides, a house with lit windows comes nearer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from samples import film
from samples.foley import wind
from samples.paint import (
    FPS,
    HEIGHT,
    WIDTH,
    Floats,
    blur,
    colour,
    dot,
    enlarged,
    finish,
    fractal,
    glow,
    lookup,
    mix,
    over,
    resized,
    screen,
    smooth,
    vertical,
)
from samples.winter_field import fir

SECONDS = 11
PACE = 2.6
"""Metres a second."""
FOCAL = 880.0
"""Pixels that a metre at one metre's distance takes."""
EYE = 1.7
"""Metres above the road."""
HORIZON = 368
MIDDLE = WIDTH / 2
HOUSE = 96.0
"""How far the house is at the beginning."""
HAZE = 34.0
"""Metres at which a tree has faded by two thirds."""
SIDE = 900
"""Height of a drawn fir in pixels, before it is made smaller."""
COARSE = 2


@dataclass(frozen=True)
class Fir:
    """A tree beside the road: metres to the right and ahead, its height, which drawing."""

    x: float
    z: float
    tall: float
    kind: int


class Drawing:
    """A fir in several sizes: its snow (0 dark to 255 lit) and its outline."""

    def __init__(self, seed: int) -> None:
        wide = SIDE // 2
        image = Image.new("L", (wide * 2, SIDE * 2), 0)
        random = np.random.default_rng(seed)
        fir(ImageDraw.Draw(image), wide, SIDE * 2 - 4, SIDE * 2 - 30, random)
        outline = image.resize((wide, SIDE), Image.Resampling.LANCZOS)
        mask = np.asarray(outline, np.float32) / 255
        # Snow lies on what faces the sky.
        lit = np.clip(mask - np.roll(mask, 11, 0), 0, 1) + 0.6 * np.clip(mask - np.roll(mask, 24, 0), 0, 1)
        speck = smooth(-0.25, 0.6, fractal(SIDE, wide, 60, 36, seed + 5))
        shade = blur(lit, 2.0) * speck + 0.16 * smooth(-0.5, 0.8, fractal(SIDE, wide, 20, 12, seed + 9))
        snow = Image.fromarray(np.clip(shade * mask * 255, 0, 255).astype(np.uint8))
        self.sizes = [(snow.resize(size), outline.resize(size)) for size in self._halves(wide)]

    @staticmethod
    def _halves(wide: int) -> list[tuple[int, int]]:
        return [(wide >> n, SIDE >> n) for n in range(6)]

    def put(self, picture: Image.Image, x: float, foot: float, tall: float, dark: str, light: str) -> None:
        """Draw it, its foot's middle at (x, foot), `tall` pixels high; positions may fall between pixels."""
        level = int(np.clip(np.floor(np.log2(SIDE / tall)), 0, len(self.sizes) - 1))
        snow, outline = self.sizes[level]
        scale = snow.height / tall
        wide = tall * snow.width / snow.height
        left, top = int(np.floor(x - wide / 2)), int(np.floor(foot - tall))
        right, bottom = int(np.ceil(x + wide / 2)) + 1, int(np.ceil(foot)) + 1
        left, right = max(left, 0), min(right, WIDTH)
        top, bottom = max(top, 0), min(bottom, HEIGHT)
        if left >= right or top >= bottom:
            return
        shift = (scale, 0, (left - x + wide / 2) * scale, 0, scale, (top - foot + tall) * scale)
        size = (right - left, bottom - top)
        parts = [
            part.transform(size, Image.Transform.AFFINE, shift, Image.Resampling.BILINEAR)
            for part in (snow, outline)
        ]
        picture.paste(dark, (left, top, right, bottom), parts[1])
        picture.paste(light, (left, top, right, bottom), parts[0])


def _forest() -> list[Fir]:
    random = np.random.default_rng(5)
    trees = []
    for side in (-1, 1):
        for z in np.arange(1.5, 112, 1.45):
            near = 4.3 + random.exponential(3.0)
            trees.append(
                Fir(
                    side * near,
                    z + random.uniform(-0.5, 0.5),
                    random.uniform(6.5, 12),
                    int(random.integers(4)),
                )
            )
    return sorted((t for t in trees if abs(t.x) < 26), key=lambda t: -t.z)


def _hex(ink: Floats) -> str:
    return "#" + "".join(f"{round(float(np.clip(n, 0, 1)) * 255):02x}" for n in ink)


def _sky() -> Floats:
    sky = vertical([(0, "#070d1e"), (0.3, "#101d38"), (0.5, "#22365a"), (0.56, "#2d4468"), (1, "#1a2740")])
    random = np.random.default_rng(3)
    stars = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(420):
        x, y = random.uniform(0, WIDTH), random.uniform(0, HORIZON) ** 1.0
        bright = random.uniform(0.15, 1) ** 2.2 * float(smooth(HORIZON, 60, y))
        dot(stars, x, y, random.uniform(0.7, 1.15), bright)
    screen(sky, colour("#dce6ff"), np.minimum(stars, 1))
    return sky


class Road:
    """The snow on the ground: a road with two tracks, banks beside it, light from the house."""

    def __init__(self) -> None:
        self.top = HORIZON + 2
        rows = np.arange(self.top, HEIGHT, COARSE, dtype=np.float32)[:, None] + 0.5 - HORIZON
        columns = np.arange(0, WIDTH, COARSE, dtype=np.float32)[None] + 0.5 - MIDDLE
        self.z = np.broadcast_to(FOCAL * EYE / rows, (len(rows), columns.shape[1])).copy()
        self.x = columns * self.z / FOCAL
        self.near = smooth(26, 3.0, self.z)
        slope = fractal(512, 512, 9, 9, 21, 5)
        self.slope = np.roll(slope, -3, 1) - np.roll(slope, 3, 1)
        self.slope /= self.slope.std()
        self.rough = fractal(512, 512, 40, 40, 31, 4)
        self.far = np.broadcast_to(smooth(120, 14, self.z)[..., None], (*self.z.shape, 3))

    def picture(self, gone: float, sway: float) -> Floats:
        """The ground after `gone` metres, the eye `sway` metres to the right."""
        x, z = self.x + sway, self.z + gone
        wobble = 0.16 * lookup(self.rough, z * 1.1, z * 0 + 40) + 0.3 * np.sin(z * 0.06)
        across = np.abs(x - wobble)
        bank = smooth(1.75, 2.7, across)
        tracks = np.exp(-(((across - 0.78) / 0.21) ** 2)) * (0.75 + 0.4 * lookup(self.rough, x * 60, z * 22))
        relief = lookup(self.slope, x * 34, z * 30)
        fine = lookup(self.rough, x * 120 + 9, z * 95)
        out = mix(np.asarray(colour("#42587f"), np.float32), colour("#5f779d"), bank + 0 * x)
        light = (0.30 + 0.24 * bank) * relief + 0.5 * fine * (0.4 + 0.6 * bank)
        over(out, colour("#9db2d1"), np.clip(light * 0.42 * self.near, 0, 0.6))
        over(out, colour("#1b2844"), np.clip(-light * 0.46 * self.near, 0, 0.6))
        over(out, colour("#22314f"), np.clip(tracks * 0.62 * (0.35 + 0.65 * self.near), 0, 0.7))
        over(out, colour("#16223c"), 0.75 * smooth(3.0, 9.0, np.abs(x)))
        distance = HOUSE - gone - self.z
        warm = np.exp(-((x / (1.2 + 0.05 * self.z + 0.12 * np.abs(distance))) ** 2)) / (
            1 + (distance / 26) ** 2
        )
        screen(out, colour("#ff9d45"), 0.85 * warm * (0.75 + 0.35 * relief * self.near))
        out = mix(np.broadcast_to(np.asarray(colour("#34496c"), np.float32), out.shape), out, self.far)
        return enlarged(out, HEIGHT - self.top, WIDTH)


def _house(picture: Image.Image, away: float, x: float) -> None:
    """The house at the road's end, drawn eight times as large and shrunk."""
    big, metre = 8, FOCAL / away
    half, tall = round(6 * metre), round(8 * metre)
    image = Image.new("RGBA", (2 * half * big, tall * big), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    unit, foot, centre = metre * big, tall * big, half * big

    def box(left: float, low: float, right: float, high: float, ink: str) -> None:
        draw.rectangle(
            (centre + left * unit, foot - high * unit, centre + right * unit, foot - low * unit), fill=ink
        )

    def roof(points: list[tuple[float, float]], ink: str) -> None:
        draw.polygon([(centre + px * unit, foot - py * unit) for px, py in points], fill=ink)

    box(-3.6, 0, 3.6, 2.7, "#2b2730")
    box(1.5, 4.2, 2.2, 5.9, "#2b2730")
    roof([(-4.3, 2.55), (-2.2, 5.0), (2.2, 5.0), (4.3, 2.55)], "#7f93b5")
    roof([(-4.3, 2.55), (-4.1, 2.35), (4.1, 2.35), (4.3, 2.55)], "#53658a")
    for left in (-2.7, 1.3):
        box(left, 1.0, left + 1.4, 2.15, "#ffc877")
        box(left + 0.64, 1.0, left + 0.76, 2.15, "#9a6433")
        box(left, 1.52, left + 1.4, 1.62, "#9a6433")
    box(-0.55, 0, 0.55, 2.1, "#e2964a")
    small = image.resize((2 * half, tall), Image.Resampling.LANCZOS)
    picture.paste(small, (round(x) - half, round(HORIZON + EYE * metre) - tall), small)


class Snowfall:
    """Flakes in the air before the eye, which walks through them."""

    DEPTH = 9.0

    def __init__(self, count: int) -> None:
        random = np.random.default_rng(77)
        self.at = random.uniform(0, 1, (3, count))
        self.sway = random.uniform(0, 2 * np.pi, count)

    def mask(self, t: float) -> Floats:
        """Where they are at `t` seconds, at half the picture's size."""
        out = np.zeros((HEIGHT // COARSE, WIDTH // COARSE), np.float32)
        z = (self.at[2] * self.DEPTH - PACE * 0.75 * t) % self.DEPTH + 0.55
        x = (self.at[0] * 12 + 0.25 * t + 0.1 * np.sin(self.sway + t)) % 12 - 6
        y = (self.at[1] * 7 - 0.75 * t) % 7 - 2.6
        columns, rows = MIDDLE + FOCAL * x / z, HORIZON - FOCAL * y / z
        fade = smooth(self.DEPTH + 0.5, self.DEPTH - 2, z) * smooth(0.55, 1.3, z)
        for column, row, deep, strength in zip(columns, rows, z, fade, strict=True):
            dot(out, column / COARSE, row / COARSE, max(0.8, 5.2 / deep / COARSE), 0.75 * strength)
        return np.minimum(out, 0.8)


def frames() -> Iterator[npt.NDArray[np.uint8]]:
    """The clip."""
    sky, road, forest, falling = _sky(), Road(), _forest(), Snowfall(420)
    drawings = [Drawing(seed) for seed in (11, 12, 13, 14)]
    dark, light, haze = (np.asarray(colour(c), np.float32) for c in ("#0b1222", "#8ea4c8", "#2d4265"))
    warm_dark, warm_light = (np.asarray(colour(c), np.float32) for c in ("#3a2a26", "#d9a878"))
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.9, 0.9, HEIGHT)))
    edge = (1 - 0.45 * smooth(0.5, 1.2, corners))[..., None]
    for n in range(SECONDS * FPS):
        t = n / FPS
        gone, sway = PACE * t, 0.12 * np.sin(2 * np.pi * t / 7)
        picture = sky.copy()
        picture[road.top :] = road.picture(gone, sway)
        away = HOUSE - gone
        centre = MIDDLE - FOCAL * sway / away
        screen(picture, colour("#ffab5c"), 0.75 * glow(centre, HORIZON - 4, 4600 / away, flat=1.5))
        canvas = Image.fromarray(finish(picture))
        house_due = True
        for tree in forest:
            z = tree.z - gone
            if house_due and z < away:
                _house(canvas, away, centre)
                house_due = False
            if z < 1.2:
                continue
            fog = float(np.exp(-z / HAZE))
            lit = 0.75 * float(np.exp(-(((away - z) / 15) ** 2) - (tree.x / 9) ** 2)) * (z < away)
            low = haze + (dark * (1 - lit) + warm_dark * lit - haze) * fog**0.7
            high = haze + (light * (1 - lit) + warm_light * lit - haze) * fog
            metre = FOCAL / z
            place = MIDDLE + (tree.x - sway) * metre
            drawings[tree.kind].put(
                canvas, place, HORIZON + EYE * metre, tree.tall * metre, _hex(low), _hex(high)
            )
        picture = np.asarray(canvas, np.float32) / 255
        screen(picture, colour("#ffb469"), 0.5 * glow(centre, HORIZON - 2, 3000 / away, flat=1.3))
        flakes = resized(falling.mask(t), HEIGHT, WIDTH)
        screen(picture, colour("#dfe9fb"), np.clip(flakes, 0, 1))
        yield finish(picture * edge)


def draw(folder: Path) -> None:
    """Write night-road.mp4."""
    with wind(SECONDS) as sound:
        film.write(folder / "night-road.mp4", frames(), 32, sound)
