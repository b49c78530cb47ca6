"""Pictures as float arrays: noise, layers that move, soft light, flakes. Values are 0 to 1 in display space.

A picture is (height, width, 3), a mask (height, width), both float32.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Floats = npt.NDArray[np.floating[Any]]
Colour = tuple[float, float, float]

WIDTH = 1280
HEIGHT = 720
FPS = 25


def colour(code: str) -> Colour:
    """`#rrggbb` as three fractions."""
    return tuple(int(code[n : n + 2], 16) / 255 for n in (1, 3, 5))  # type: ignore[return-value]


def linear(code: str) -> Colour:
    """`#rrggbb` as linear light."""
    red, green, blue = colour(code)
    return red**2.2, green**2.2, blue**2.2


def smooth(low: float, high: float, x: npt.ArrayLike) -> Floats:
    """0 at or below `low`, 1 at or above `high`, an S between; `low` may be the larger."""
    t = np.clip((np.asarray(x, np.float32) - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def mix(a: npt.ArrayLike, b: npt.ArrayLike, amount: npt.ArrayLike) -> Floats:
    """`a` where `amount` is 0, `b` where it is 1; a mask mixes colours."""
    t = np.asarray(amount, np.float32)
    first, second = np.asarray(a, np.float32), np.asarray(b, np.float32)
    if t.ndim == 2 and t.shape[1] > 1 and (first.shape[-1:] == (3,) or second.shape[-1:] == (3,)):
        t = t[..., None]
    return first + (second - first) * t


def resized(plane: Floats, height: int, width: int) -> Floats:
    """One plane at another size, by a windowed filter."""
    image = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(image.resize((width, height), Image.Resampling.BICUBIC), np.float32)


def enlarged(
    picture: Floats, height: int, width: int, box: tuple[float, float, float, float] | None = None
) -> Floats:
    """A picture, or the part of it in `box` (left, top, right, bottom), at another size."""
    planes = (Image.fromarray(np.ascontiguousarray(picture[..., n])) for n in range(3))
    size = (width, height)
    return np.stack([np.asarray(p.resize(size, Image.Resampling.BICUBIC, box)) for p in planes], -1)


def slid(layer: Floats, left: float, width: int = WIDTH) -> Floats:
    """The `width` columns of `layer` from `left` on, which may fall between two."""
    first = int(left)
    share = np.float32(left - first)
    here, there = layer[:, first : first + width], layer[:, first + 1 : first + 1 + width]
    return here + (there - here) * share


def noise(height: int, width: int, rows: int, columns: int, seed: int) -> Floats:
    """Smooth noise, -1 to 1, of rows x columns cells; it tiles both ways."""
    grid = np.random.default_rng(seed).uniform(-1, 1, (rows, columns)).astype(np.float32)
    edge = 3
    padded = np.pad(grid, edge, mode="wrap")
    image = Image.fromarray(padded)
    box = (edge, edge, edge + columns, edge + rows)
    return np.asarray(image.resize((width, height), Image.Resampling.BICUBIC, box), np.float32)


def fractal(height: int, width: int, rows: int, columns: int, seed: int, octaves: int = 4) -> Floats:
    """Noise of several sizes, each half as wide and half as strong as the one before; tiles both ways."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        scale = 2**octave
        total += noise(height, width, rows * scale, columns * scale, seed + octave) / scale
    return total / np.float32(1.6)


def vertical(stops: list[tuple[float, str]], height: int = HEIGHT, width: int = WIDTH) -> Floats:
    """A gradient from top (0) to bottom (1) through `stops`."""
    y = np.linspace(0, 1, height)
    at = [place for place, _ in stops]
    planes = [np.interp(y, at, [colour(code)[n] for _, code in stops]) for n in range(3)]
    column = np.stack(planes, -1).astype(np.float32)
    return np.repeat(column[:, None], width, 1)


def glow(
    x: float, y: float, radius: float, height: int = HEIGHT, width: int = WIDTH, flat: float = 1
) -> Floats:
    """A soft round light, 1 in the middle; `flat` above 1 makes it wider than tall."""
    rows, columns = np.ogrid[:height, :width]
    square = ((columns - x) / flat) ** 2 + (rows - y) ** 2
    return np.asarray(1 / (1 + square / radius**2) ** 2, np.float32)


def blur(plane: Floats, radius: float) -> Floats:
    """A Gaussian blur of standard deviation `radius` pixels; edges are held."""
    reach = max(1, int(radius * 3))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / radius) ** 2)
    kernel /= kernel.sum()
    out = np.asarray(plane, np.float32)
    for axis in (0, 1):
        pad = [(0, 0)] * out.ndim
        pad[axis] = (reach, reach)
        wide = np.pad(out, pad, mode="edge")
        length = out.shape[axis]
        total = np.zeros_like(out)
        for n, weight in enumerate(kernel):
            cut = [slice(None)] * out.ndim
            cut[axis] = slice(n, n + length)
            total += np.float32(weight) * wide[tuple(cut)]
        out = total
    return out


def _taps(start: float, step: float, count: int, limit: int) -> tuple[npt.NDArray[np.intp], Floats]:
    at = np.clip(start + step * np.arange(count), 0, limit - 1.001)
    index = at.astype(np.intp)
    return index, (at - index).astype(np.float32)


def window(
    layer: Floats, left: float, top: float, step: float = 1, height: int = HEIGHT, width: int = WIDTH
) -> Floats:
    """The part of `layer` whose top left corner is (left, top), `step` layer pixels to an output pixel."""
    rows, down = _taps(top, step, height, layer.shape[0])
    columns, right = _taps(left, step, width, layer.shape[1])
    shape = (-1, 1) if layer.ndim == 2 else (-1, 1, 1)
    band = layer[rows]
    band = band + (layer[rows + 1] - band) * down.reshape(shape)
    across = right.reshape((1, -1) if layer.ndim == 2 else (1, -1, 1))
    first = band[:, columns]
    return np.asarray(first + (band[:, columns + 1] - first) * across, np.float32)


def lookup(tile: Floats, x: Floats, y: Floats) -> Floats:
    """A tiling plane at fractional pixel positions, bilinear."""
    height, width = tile.shape
    left, top = np.floor(x), np.floor(y)
    fx, fy = (x - left).astype(np.float32), (y - top).astype(np.float32)
    c0, r0 = left.astype(np.int32) % width, top.astype(np.int32) % height
    c1, r1 = (c0 + 1) % width, (r0 + 1) % height
    upper = tile[r0, c0] + (tile[r0, c1] - tile[r0, c0]) * fx
    lower = tile[r1, c0] + (tile[r1, c1] - tile[r1, c0]) * fx
    return np.asarray(upper + (lower - upper) * fy, np.float32)


def over(picture: Floats, ink: npt.ArrayLike, mask: Floats) -> None:
    """Paint `ink` (a colour or a picture) over `picture`, in place, where `mask` is."""
    picture += (np.asarray(ink, np.float32) - picture) * mask[..., None]


def screen(picture: Floats, ink: npt.ArrayLike, mask: Floats) -> None:
    """Add light to `picture`, in place, without burning out."""
    picture += (1 - picture) * np.asarray(ink, np.float32) * mask[..., None]


def dot(mask: Floats, x: float, y: float, radius: float, strength: float) -> None:
    """Add a soft disc to `mask`, in place; what lies outside is left out."""
    reach = int(radius * 2.2) + 2
    left, top = int(x) - reach, int(y) - reach
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + 2 * reach + 1, mask.shape[1]), min(top + 2 * reach + 1, mask.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    rows, columns = np.ogrid[y0:y1, x0:x1]
    square = (columns - x) ** 2 + (rows - y) ** 2
    mask[y0:y1, x0:x1] += np.float32(strength) * np.exp(-square / np.float32(radius * radius)).astype(
        np.float32
    )


class Flakes:
    """Falling snow: `count` flakes of one depth in a box that wraps, each with its own sway."""

    def __init__(self, count: int, radius: float, fall: float, wind: float, seed: int) -> None:
        """`radius` in pixels; `fall` and `wind` in pixels a second."""
        random = np.random.default_rng(seed)
        self.x, self.y = random.uniform(0, 1, (2, count))
        self.radius = radius * random.uniform(0.6, 1.25, count)
        self.fall = fall * random.uniform(0.75, 1.25, count)
        self.wind = wind * random.uniform(0.7, 1.3, count)
        self.phase = random.uniform(0, 2 * np.pi, count)
        self.rate = random.uniform(0.5, 1.4, count)

    def mask(self, t: float, height: int = HEIGHT, width: int = WIDTH, strength: float = 1) -> Floats:
        """Where the flakes are at `t` seconds."""
        out = np.zeros((height, width), np.float32)
        margin = 20
        sway = 12 * self.radius * np.sin(self.phase + self.rate * t) / 3
        xs = (self.x * (width + 2 * margin) + self.wind * t + sway) % (width + 2 * margin) - margin
        ys = (self.y * (height + 2 * margin) + self.fall * t) % (height + 2 * margin) - margin
        for x, y, radius in zip(xs, ys, self.radius, strict=True):
            dot(out, x, y, radius, strength)
        return np.minimum(out, 1)


_GRAIN = np.random.default_rng(7).triangular(-1, 0, 1, (HEIGHT, WIDTH, 1)).astype(np.float32)


def finish(picture: Floats, grain: float = 1.2) -> npt.NDArray[np.uint8]:
    """The picture as 8-bit RGB, with a little standing grain (in 8-bit steps) against banding."""
    height, width = picture.shape[:2]
    speckle = _GRAIN if (height, width) == (HEIGHT, WIDTH) else np.tile(_GRAIN, (4, 4, 1))[:height, :width]
    return np.clip(picture * 255 + speckle * grain + 0.5, 0, 255).astype(np.uint8)


def developed(light: Floats, exposure: float = 1) -> Floats:
    """Linear light as display values: highlights roll off as on film (K. Narkowicz, 2016)."""
    x = np.maximum(light * np.float32(exposure), 0)
    curve = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    return np.asarray(np.clip(curve, 0, 1) ** np.float32(1 / 2.2), np.float32)
