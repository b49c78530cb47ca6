"""A snow field at dusk: low sun, firs in the haze, snow that drifts along the ground; the camera glides."""

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
    Flakes,
    Floats,
    blur,
    colour,
    enlarged,
    finish,
    fractal,
    glow,
    lookup,
    mix,
    noise,
    over,
    resized,
    screen,
    slid,
    smooth,
    vertical,
)

SECONDS = 14
HORIZON = 372
SUN = (505.0, 318.0)
TRAVEL = 150.0
"""How far the nearest layer moves, in pixels over the whole clip."""
DETAIL = 3
"""Silhouettes are drawn this much larger and shrunk, for smooth edges."""
COARSE = 2
"""What is soft by nature is computed once for this many pixels each way."""


@dataclass(frozen=True)
class Layer:
    """A silhouette that slides: its mask, wider than the frame, its colours, its share of TRAVEL."""

    mask: Floats
    top: int
    ink: Floats
    share: float


def fir(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, random: np.random.Generator) -> None:
    """One fir as a ragged silhouette, `tall` pixels high."""
    wide = tall * random.uniform(0.15, 0.2)
    draw.rectangle((x - tall * 0.012, foot - tall * 0.2, x + tall * 0.012, foot), fill=255)
    tiers = int(np.clip(tall / 36, random.integers(9, 14), 30))
    for tier in range(tiers):
        share = tier / tiers
        y = foot - tall * (1 - share**0.92 * 0.93)
        reach = wide * (0.06 + share**0.85) * random.uniform(0.8, 1.12)
        drop = tall / tiers * random.uniform(1.25, 1.9)
        for side in (-1, 1):
            tip = (x + side * reach * random.uniform(0.85, 1.1), y + drop * random.uniform(0.85, 1.1))
            inner = (x + side * reach * 0.45, y + drop * 0.62)
            draw.polygon([(x, y - drop * 0.5), tip, inner, (x, y + drop * 0.9)], fill=255)


def birch(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, random: np.random.Generator) -> None:
    """A bare tree: a trunk and branches that fork."""

    def limb(x: float, y: float, angle: float, length: float, thick: float, depth: int) -> None:
        bend = random.uniform(-0.12, 0.12)
        for _ in range(6):
            nx, ny = x + np.cos(angle) * length / 6, y - np.sin(angle) * length / 6
            draw.line((x, y, nx, ny), fill=255, width=max(1, round(thick)))
            x, y, angle, thick = nx, ny, angle + bend / 3, thick * 0.93
            if depth and random.uniform() < 0.62:
                turn = random.choice((-1, 1)) * random.uniform(0.35, 0.8)
                limb(x, y, angle + turn, length * random.uniform(0.4, 0.6), thick * 0.55, depth - 1)

    limb(x, foot, np.pi / 2 + random.uniform(-0.06, 0.06), tall, tall * 0.022, 3)


def _plate(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (width * DETAIL, height * DETAIL), 0)
    return image, ImageDraw.Draw(image)


def _plane(image: Image.Image, width: int, height: int) -> Floats:
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    return np.asarray(small, np.float32) / 255


def _wood(seed: int, height: int, count: int, tall: tuple[float, float], share: float) -> tuple[Floats, int]:
    width = int(WIDTH + TRAVEL * share) + 8
    image, draw = _plate(width, height)
    random = np.random.default_rng(seed)
    swell = noise(1, 256, 1, 7, seed + 1)[0]
    for x in np.sort(random.uniform(-30, width + 30, count)):
        dense = 0.5 + 0.5 * swell[int(np.clip(x / width, 0, 0.99) * 255)]
        size = random.uniform(*tall) * (0.45 + 0.55 * dense)
        fir(draw, x * DETAIL, height * DETAIL, size * DETAIL, random)
    return _plane(image, width, height), width


def _layers() -> list[Layer]:
    layers = []
    hill_width = WIDTH + 30
    for seed, rise, code, share in ((1, 74, "#c3b4b8", 0.03), (2, 46, "#a99fae", 0.06)):
        ridge = HORIZON - rise * (0.62 + 0.38 * noise(1, hill_width, 1, 5, seed)[0])
        rows = np.arange(HORIZON + 4)[:, None]
        mask = np.clip(rows - ridge[None] + 0.5, 0, 1).astype(np.float32)
        ink = np.broadcast_to(np.asarray(colour(code), np.float32), (*mask.shape, 3))
        fade = smooth(HORIZON, HORIZON - rise, np.broadcast_to(rows, mask.shape))
        layers.append(Layer(mask, 0, mix(colour("#d8c4bb"), ink, fade), share))
    for seed, count, tall, high, low, far in (
        (10, 190, (26, 62), "#7f7d93", "#bdafb5", 0.10),
        (20, 110, (48, 112), "#4c5470", "#9a93a5", 0.18),
    ):
        height = int(tall[1] * 1.1)
        mask, width = _wood(seed, height, count, tall, far)
        up = np.linspace(1, 0, height, dtype=np.float32)[:, None]
        ink = mix(
            np.broadcast_to(np.asarray(colour(low), np.float32), (height, width, 3)),
            colour(high),
            np.repeat(smooth(0, 0.55, up), width, 1),
        )
        layers.append(Layer(mask, HORIZON + 6 - height, ink, far))
    return layers


def _near_trees() -> Layer:
    width, height = int(WIDTH + TRAVEL) + 8, HEIGHT
    image, draw = _plate(width, height)
    random = np.random.default_rng(33)
    for x, foot, tall in (
        (1010, 470, 300),
        (1085, 478, 380),
        (1172, 462, 270),
        (1290, 500, 470),
        (150, 452, 190),
        (92, 462, 240),
    ):
        fir(draw, x * DETAIL, foot * DETAIL, tall * DETAIL, random)
    for x, foot, tall in ((1395, 520, 420), (30, 490, 330)):
        birch(draw, x * DETAIL, foot * DETAIL, tall * DETAIL, random)
    mask = _plane(image, width, height)
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    ink = mix(
        np.broadcast_to(np.asarray(colour("#262d42"), np.float32), (height, width, 3)),
        colour("#4a4d64"),
        np.repeat(smooth(0.35, 0.7, rows), width, 1),
    )
    # Snow lies on what faces the sky: where the silhouette begins, seen from above.
    snow = np.clip(mask - np.roll(mask, 5, 0), 0, 1) * mask
    speck = smooth(0.0, 0.5, fractal(height, width, 40, 80, 34))
    return Layer(mask, 0, mix(ink, colour("#aab0c4"), blur(snow, 0.8) * speck * 0.8), 1.0)


def _sky() -> Floats:
    stops = [
        (0.0, "#6d86ab"),
        (0.22, "#94a3bd"),
        (0.36, "#c8b8ba"),
        (0.46, "#efc9a6"),
        (0.53, "#f6d3a4"),
        (1.0, "#f6d3a4"),
    ]
    sky = vertical(stops)
    bands = fractal(HEIGHT, WIDTH, 22, 3, 40, 5)
    cloud = (
        smooth(0.05, 0.9, bands)
        * smooth(0.52, 0.3, np.repeat(np.linspace(0, 1, HEIGHT)[:, None], WIDTH, 1))
        * 0.55
    )
    over(sky, mix(colour("#8d8fa8"), colour("#f7d9bd"), glow(*SUN, 420, flat=1.6)), cloud)
    return sky


class Ground:
    """The snow: drifts seen in perspective, lit from the sun's side, with the shadows of trees."""

    def __init__(self) -> None:
        self.top = HORIZON + 4
        self.places = np.arange(self.top, HEIGHT, COARSE, dtype=np.float32)[:, None] + (COARSE - 1) / 2
        self.rows = self.places - HORIZON + 1
        self.depth = 348 / self.rows
        self.columns = np.arange(0, WIDTH, COARSE, dtype=np.float32)[None] + (COARSE - 1) / 2
        heights = fractal(512, 512, 5, 7, 50, 6)
        slope = (
            np.roll(heights, -2, 1)
            - np.roll(heights, 2, 1)
            + 0.8 * (np.roll(heights, -2, 0) - np.roll(heights, 2, 0))
        )
        self.slope = (slope / slope.std()).astype(np.float32)
        fine = fractal(512, 512, 30, 14, 60, 4)
        self.fine = ((np.roll(fine, -1, 0) - fine) / (np.roll(fine, -1, 0) - fine).std()).astype(np.float32)
        down = np.repeat(
            np.linspace(0, 1, len(self.rows), dtype=np.float32)[:, None], self.columns.shape[1], 1
        )
        self.base = mix(
            np.broadcast_to(np.asarray(colour("#d9c8c4"), np.float32), (*down.shape, 3)),
            colour("#8796b8"),
            smooth(0, 0.9, down),
        )
        self.haze = smooth(0.16, 0.0, down)
        across = np.abs(self.columns - SUN[0])
        self.path = np.exp(-((across / (70 + 1.3 * self.rows)) ** 2)).astype(np.float32) * smooth(
            1.1, 0.0, down
        )
        self.drift = fractal(256, 512, 26, 5, 70, 4)

    def picture(self, travel: float, t: float) -> Floats:
        """The ground when the nearest layer has moved `travel` pixels."""
        x = (self.columns - WIDTH / 2 + travel / self.depth * 1.0) * self.depth
        z = self.depth * 90
        z = np.broadcast_to(z, x.shape)
        soft = smooth(14, 2.0, np.broadcast_to(self.depth, x.shape))
        light = (
            lookup(self.slope, x * 0.16, z * 0.55) * 0.75 + lookup(self.fine, x * 0.35, z * 1.1) * 0.22 * soft
        )
        light *= 0.35 + 0.65 * soft
        out = self.base.copy()
        over(out, colour("#f7dcc2"), np.clip(light * 0.20 + self.path * 0.34, 0, 0.85))
        over(out, colour("#5d6d97"), np.clip(-light * 0.17, 0, 0.6) * (1 - 0.5 * self.path))
        self._shadows(out, travel)
        sparkle = lookup(self.fine, x * 1.7 + 31, z * 3.3)
        screen(out, colour("#fff0dc"), smooth(2.1, 3.2, sparkle) * soft * (0.25 + 0.75 * self.path))
        over(out, colour("#ecccb2"), self.haze * 0.85)
        # Snow that the wind carries along the ground: streaks, faster where they are nearer.
        streak = lookup(self.drift, x * 0.32 - t * 150, z * 2.6 + 6 * np.sin(t * 0.8 + x * 0.004))
        mask = smooth(0.15, 1.0, streak) * smooth(30, 4.0, np.broadcast_to(self.depth, x.shape))
        screen(out, colour("#f3e1d6"), mask * (0.22 + 0.35 * self.path))
        return enlarged(out, HEIGHT - self.top, WIDTH)

    def _shadows(self, out: Floats, travel: float) -> None:
        """Long shadows run towards us, away from the sun."""
        for x, foot, wide in (
            (1010, 470, 9),
            (1085, 478, 11),
            (1172, 462, 8),
            (1290, 500, 13),
            (150, 452, 7),
            (92, 462, 8),
        ):
            y = self.places - foot
            at = x - travel
            lean = (at - SUN[0]) / (foot - SUN[1] + 40)
            middle = at + lean * y * 0.8
            spread = wide * (1 + np.maximum(y, 0) / 55)
            mask = np.exp(-(((self.columns - middle) / spread) ** 2)) * smooth(-3, 4, y) * smooth(260, 20, y)
            over(out, colour("#5a6a95"), (mask * 0.5).astype(np.float32))


class Air:
    """Everything between the eye and the field: the sun's light, mist that drifts, falling snow."""

    def __init__(self) -> None:
        halo, disc = glow(*SUN, 260, flat=1.25), glow(*SUN, 60)
        away = np.hypot(*np.meshgrid(np.arange(WIDTH) - SUN[0], np.arange(HEIGHT) - SUN[1]))
        self.sky = _sky()
        screen(self.sky, colour("#ffcf92"), halo * 0.75)
        screen(self.sky, colour("#fff2cf"), np.maximum(disc * 0.8, smooth(25, 21, away)))
        self.behind = halo * 0.30
        self.before = disc * 0.35 + halo * 0.14
        self.mist = fractal(256, 512, 5, 6, 80)
        self.low, self.high = HORIZON - 90, HORIZON + 90
        rows = np.arange(self.low, self.high, dtype=np.float32)
        self.veil = np.exp(-(((rows - HORIZON - 6) / 34) ** 2))[:, None]
        grid = np.mgrid[self.low : self.high : COARSE, 0:WIDTH:COARSE].astype(np.float32)
        self.rows, self.columns = grid[0], grid[1]
        self.falling = (
            Flakes(150, 1.3, 48, -38, 90),
            Flakes(60, 2.3, 88, -70, 91),
            Flakes(12, 5.5, 150, -130, 92),
        )

    def fog(self, picture: Floats, t: float) -> None:
        """Mist along the horizon."""
        coarse = lookup(self.mist, self.columns * 0.25 + t * 9, self.rows * 0.5)
        fog = resized(coarse, self.high - self.low, WIDTH)
        over(picture[self.low : self.high], colour("#f2d3b8"), self.veil * (0.42 + 0.3 * fog))

    def snow(self, picture: Floats, t: float) -> None:
        """Flakes of three depths."""
        masks = (f.mask(t, strength=s) for f, s in zip(self.falling, (0.42, 0.5, 0.22), strict=True))
        screen(picture, colour("#fff6ea"), np.maximum.reduce(list(masks)))


def frames() -> Iterator[npt.NDArray[np.uint8]]:
    """The clip."""
    air, ground, layers, near = Air(), Ground(), _layers(), _near_trees()
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.9, 0.9, HEIGHT)))
    edge = (1 - 0.2 * smooth(0.6, 1.25, corners))[..., None]
    for n in range(SECONDS * FPS):
        t = n / FPS
        travel = TRAVEL * t / SECONDS
        picture = air.sky.copy()
        picture[ground.top :] = ground.picture(travel, t)
        for layer in layers:
            _stand(picture, layer, travel)
        screen(picture, colour("#ffb46b"), air.behind)
        air.fog(picture, t)
        _stand(picture, near, travel)
        screen(picture, colour("#ffb877"), air.before)
        air.snow(picture, t)
        yield finish(picture * edge)


def _stand(picture: Floats, layer: Layer, travel: float) -> None:
    """Put a silhouette where it is when the nearest layer has moved `travel` pixels."""
    part = picture[layer.top : layer.top + layer.mask.shape[0]]
    left = travel * layer.share
    over(part, slid(layer.ink, left), slid(layer.mask, left))


def draw(folder: Path) -> None:
    """Write winter-field.mp4."""
    with wind(SECONDS) as sound:
        film.write(folder / "winter-field.mp4", frames(), 27, sound)
