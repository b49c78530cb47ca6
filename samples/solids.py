"""Distances to solid things, and the textures they wear. Metres, y up."""

from __future__ import annotations

import numpy as np

from samples.paint import Floats, lookup
from samples.trace import Distance, Point, Shape, Texture


def _norm(x: Floats, y: Floats, z: Floats) -> Floats:
    return np.sqrt(x * x + y * y + z * z)


def floor(height: float) -> Distance:
    """Everything below `height`."""
    return lambda _x, y, _z: y - np.float32(height)


def box(centre: Point, half: Point, round_: float = 0.01) -> Distance:
    """A box with rounded edges; `half` is from the centre to each face."""
    cx, cy, cz = (np.float32(n) for n in centre)
    hx, hy, hz = (np.float32(n - round_) for n in half)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        qx, qy, qz = np.abs(x - cx) - hx, np.abs(y - cy) - hy, np.abs(z - cz) - hz
        inside = np.minimum(np.maximum(qx, np.maximum(qy, qz)), 0)
        outside = _norm(np.maximum(qx, 0), np.maximum(qy, 0), np.maximum(qz, 0))
        return np.asarray(outside + inside - np.float32(round_))

    return distance


def ball(centre: Point, radii: Point) -> Distance:
    """An ellipsoid (near enough a distance to march on)."""
    cx, cy, cz = (np.float32(n) for n in centre)
    rx, ry, rz = (np.float32(n) for n in radii)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        px, py, pz = (x - cx) / rx, (y - cy) / ry, (z - cz) / rz
        outer = _norm(px, py, pz)
        inner = _norm(px / rx, py / ry, pz / rz) + np.float32(1e-6)
        return outer * (outer - 1) / inner

    return distance


def rod(a: Point, b: Point, radius: float, end: float | None = None) -> Distance:
    """A rod with round ends from `a` to `b`, `end` thick at `b`."""
    start = np.asarray(a, np.float32)
    way = np.asarray(b, np.float32) - start
    square = np.float32(way @ way)
    taper = np.float32((radius if end is None else end) - radius)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        px, py, pz = x - start[0], y - start[1], z - start[2]
        share = np.clip((px * way[0] + py * way[1] + pz * way[2]) / square, 0, 1)
        gap = _norm(px - share * way[0], py - share * way[1], pz - share * way[2])
        return np.asarray(gap - (np.float32(radius) + taper * share))

    return distance


def drum(centre: Point, radius: float, half: float, round_: float = 0.01) -> Distance:
    """An upright cylinder with rounded edges."""
    cx, cy, cz = (np.float32(n) for n in centre)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        side = np.hypot(x - cx, z - cz) - np.float32(radius - round_)
        top = np.abs(y - cy) - np.float32(half - round_)
        out = np.hypot(np.maximum(side, 0), np.maximum(top, 0))
        return np.asarray(out + np.minimum(np.maximum(side, top), 0) - np.float32(round_))

    return distance


def bowl(centre: Point, radius: float, depth: float, wall: float = 0.006) -> Distance:
    """A round bowl, open above; `centre` is the middle of its rim."""
    cx, cy, cz = (np.float32(n) for n in centre)
    squash = np.float32(radius / depth)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        px, py, pz = x - cx, y - cy, z - cz
        shell = np.abs(_norm(px, py * squash, pz) - np.float32(radius)) - np.float32(wall)
        cut = np.maximum(shell / squash, py)
        rim = np.hypot(np.hypot(px, pz) - np.float32(radius), py) - np.float32(wall * 1.25)
        return np.asarray(np.minimum(cut, rim))

    return distance


def roof(centre: Point, half: Point, pitch: float, thick: float) -> Distance:
    """Two slabs that meet in a ridge along z; `half` is (x, unused, z), `pitch` is rise over run."""
    cx, cy, cz = (np.float32(n) for n in centre)
    slant = np.float32(np.hypot(1, pitch))

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        px = np.abs(x - cx)
        plane = ((y - cy) - np.float32(pitch) * (np.float32(half[0]) - px)) / slant
        slab = np.abs(plane) - np.float32(thick)
        side = np.maximum(slab, px - np.float32(half[0] + 0.25))
        return np.asarray(np.maximum(side, np.abs(z - cz) - np.float32(half[2])))

    return distance


def joined(*parts: Distance, soft: float = 0.0) -> Distance:
    """Several distances as one; `soft` metres of blending where they meet."""

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        total = parts[0](x, y, z)
        for part in parts[1:]:
            other = part(x, y, z)
            if soft:
                share = np.clip(0.5 + 0.5 * (other - total) / np.float32(soft), 0, 1)
                total = other + (total - other) * share - np.float32(soft) * share * (1 - share)
            else:
                total = np.minimum(total, other)
        return total

    return distance


def rough(
    base: Distance, tile: Floats, size: float, height: float, axes: tuple[int, int] = (0, 2)
) -> Distance:
    """`base` with bumps of `height` metres: a tiling noise of `size` metres laid along two axes."""
    scale = np.float32(tile.shape[1] / size)

    def distance(x: Floats, y: Floats, z: Floats) -> Floats:
        point = (x, y, z)
        gap = base(x, y, z)
        near = gap < height * 6
        if near.any():
            bump = lookup(tile, point[axes[0]][near] * scale, point[axes[1]][near] * scale)
            gap[near] -= bump * np.float32(height)
        return gap

    return distance


def grained(tile: Floats, across: int, along: int, plank: float, depth: float = 0.35) -> Texture:
    """Planks: wood grain that runs along one axis, seams `plank` metres apart on the other."""

    def texture(x: Floats, y: Floats, z: Floats) -> Floats:
        point = (x, y, z)
        board = np.floor(point[across] / np.float32(plank))
        share = point[across] / np.float32(plank) - board
        grain = lookup(tile, point[across] * 900 + board * 37, point[along] * 60 + board * 171)
        seam = 1 - 0.6 * np.exp(-((np.minimum(share, 1 - share) * np.float32(plank) / 0.004) ** 2))
        tone = 1 + np.float32(0.14) * np.sin(board * 12.9898 + 1.3)
        value = (1 + np.float32(depth) * grain) * seam * tone
        return np.asarray(np.repeat(value[:, None], 3, 1), np.float32)

    return texture


def speckled(tile: Floats, size: float, depth: float, axes: tuple[int, int] = (0, 2)) -> Texture:
    """Cloudy brightness: a tiling noise of `size` metres along two axes."""
    scale = np.float32(tile.shape[1] / size)

    def texture(x: Floats, y: Floats, z: Floats) -> Floats:
        point = (x, y, z)
        value = 1 + np.float32(depth) * lookup(tile, point[axes[0]] * scale, point[axes[1]] * scale)
        return np.asarray(np.repeat(value[:, None], 3, 1), np.float32)

    return texture


def boxed(
    centre: Point, half: Point, colour: tuple[float, float, float], round_: float = 0.01, **more: object
) -> Shape:
    """A box as a shape, with its bound."""
    reach = float(np.linalg.norm(half)) + 0.02
    return Shape(box(centre, half, round_), (centre, reach), colour, **more)  # type: ignore[arg-type]
