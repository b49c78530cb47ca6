"""A small sphere tracer for the interiors: shapes as distances, soft shadows, one picture per light.

The camera stands still, so a scene is traced once; a frame is a sum of the lights' pictures, each as bright
as it is at that moment. Metres, y up; colours are linear light.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from samples.paint import Colour, Floats, resized

Point = tuple[float, float, float]
Distance = Callable[[Floats, Floats, Floats], Floats]
Texture = Callable[[Floats, Floats, Floats], Floats]
"""Positions -> (n, 3) factors on a shape's colour."""

FAR = 60.0
NEAR_ENOUGH = 0.0012


@dataclass(frozen=True)
class Shape:
    """A surface; `bound` is a sphere around all of it (centre, radius)."""

    distance: Distance
    bound: tuple[Point, float]
    colour: Colour
    texture: Texture | None = None
    gloss: float = 0.0
    shine: Colour = (0.0, 0.0, 0.0)
    """Light that it gives off itself, with the light numbered `lamp`."""
    lamp: int = 0
    shadow: bool = True
    busy: bool = False
    """Costly to measure: only done where its bound does not already rule it out."""


@dataclass(frozen=True)
class Light:
    """A lamp: `reach` is the distance at which it has faded to a half, `hard` how sharp its shadows are."""

    at: Point
    colour: Colour
    reach: float = 1.5
    hard: float = 8.0


@dataclass(frozen=True)
class Camera:
    """Where the eye is, what it looks at, and how wide (vertical field of view in degrees)."""

    at: Point
    to: Point
    degrees: float

    def rays(self, columns: Floats, rows: Floats, aspect: float) -> tuple[Floats, Floats, Floats]:
        """Unit directions through points of the picture given in -1..1 across and down."""
        forward = np.subtract(self.to, self.at)
        forward = forward / np.linalg.norm(forward)
        right = np.cross((0, 1, 0), forward)
        right /= np.linalg.norm(right)
        up = np.cross(forward, right)
        tall = np.tan(np.radians(self.degrees) / 2)
        across, along = columns * tall * aspect, -rows * tall
        axes = [across * right[n] + along * up[n] + forward[n] for n in range(3)]
        length = np.sqrt(axes[0] ** 2 + axes[1] ** 2 + axes[2] ** 2)
        x, y, z = (np.asarray(axis / length, np.float32) for axis in axes)
        return x, y, z


@dataclass
class Traced:
    """What a scene looks like: one picture per light, the first for the ambient light."""

    lights: list[Floats]
    mask: dict[int, Floats] = field(default_factory=dict)
    """Where the watched shapes are."""


def trace(  # noqa: PLR0913 - the scene, the eye, and how fine
    shapes: Sequence[Shape],
    lights: Sequence[Light],
    ambient: Callable[[Floats], Floats],
    camera: Camera,
    size: tuple[int, int],
    watch: Sequence[int] = (),
    samples: float = 1.5,
    tile: int = 72,
) -> Traced:
    """Trace the scene at (width, height), `samples` rays a pixel each way.

    `ambient` gives the ambient light (n, 3) for the upward share of normals (n). The numbers in `watch` are
    shapes whose masks are wanted; -1 is where nothing is.
    """
    width, height = round(size[0] * samples), round(size[1] * samples)
    pictures = [np.zeros((height, width, 3), np.float32) for _ in range(len(lights) + 1)]
    masks = {n: np.zeros((height, width), np.float32) for n in watch}
    for top in range(0, height, tile):
        for left in range(0, width, tile):
            rows = np.arange(top, min(top + tile, height))
            columns = np.arange(left, min(left + tile, width))
            across, down = np.meshgrid((columns + 0.5) / width * 2 - 1, (rows + 0.5) / height * 2 - 1)
            rays = camera.rays(across.ravel(), down.ravel(), width / height)
            found, seen = _tile(shapes, lights, ambient, camera.at, rays)
            spot = (slice(top, top + len(rows)), slice(left, left + len(columns)))
            for picture, part in zip(pictures, found, strict=True):
                picture[spot] = part.reshape(len(rows), len(columns), 3)
            for n, mask in masks.items():
                mask[spot] = (seen == n).reshape(len(rows), len(columns))
    return Traced(
        [_shrunk(picture, size) for picture in pictures],
        {n: resized(mask, size[1], size[0]).clip(0, 1) for n, mask in masks.items()},
    )


def _shrunk(picture: Floats, size: tuple[int, int]) -> Floats:
    # Bright spots are clipped before the filter, or their edges would be jagged.
    planes = [resized(np.minimum(picture[..., n], 3), size[1], size[0]) for n in range(3)]
    return np.maximum(np.stack(planes, -1), 0)


def _tile(
    shapes: Sequence[Shape],
    lights: Sequence[Light],
    ambient: Callable[[Floats], Floats],
    eye: Point,
    rays: tuple[Floats, Floats, Floats],
) -> tuple[list[Floats], Floats]:
    count = len(rays[0])
    near = _in_cone(shapes, eye, rays)
    depth = _march([shapes[n] for n in near], eye, rays)
    hit = depth < FAR
    out = [np.zeros((count, 3), np.float32) for _ in range(len(lights) + 1)]
    seen = np.full(count, -1, np.float32)
    if not hit.any():
        return out, seen
    x, y, z = (np.float32(eye[n]) + rays[n][hit] * depth[hit] for n in range(3))
    which = np.argmin([shapes[n].distance(x, y, z) for n in near], 0)
    owner = np.asarray(near)[which]
    seen[hit] = owner
    around = _around(shapes, x, y, z, 0.6)
    normal = _normal(around, x, y, z)
    tint = _tint(shapes, owner, x, y, z)
    gloss = np.asarray([shape.gloss for shape in shapes], np.float32)[owner]
    shine = np.asarray([shape.shine for shape in shapes], np.float32)[owner]
    lamp = np.asarray([shape.lamp for shape in shapes])[owner]
    open_ = _openness(around, (x, y, z), normal)
    out[0][hit] = tint * ambient(normal[1]) * open_[:, None]
    view = [rays[n][hit] for n in range(3)]
    for n, light in enumerate(lights):
        lit = _lit(shapes, light, (x, y, z), normal, view, gloss)
        out[n + 1][hit] = tint * lit[0][:, None] * np.asarray(light.colour, np.float32)
        out[n + 1][hit] += lit[1][:, None] * np.asarray(light.colour, np.float32)
    for n, picture in enumerate(out):
        picture[hit] += shine * (lamp == n)[:, None]
    return out, seen


def _in_cone(shapes: Sequence[Shape], eye: Point, rays: tuple[Floats, Floats, Floats]) -> list[int]:
    axis = np.asarray([ray.mean() for ray in rays])
    axis /= np.linalg.norm(axis)
    spread = float(np.arccos(np.clip(np.min(sum(axis[n] * rays[n] for n in range(3))), -1, 1)))
    kept = []
    for n, shape in enumerate(shapes):
        centre, radius = shape.bound
        way = np.subtract(centre, eye)
        length = float(np.linalg.norm(way))
        if length <= radius or np.arccos(np.clip(way @ axis / length, -1, 1)) < spread + np.arcsin(
            radius / length
        ):
            kept.append(n)
    return kept


def _around(shapes: Sequence[Shape], x: Floats, y: Floats, z: Floats, margin: float) -> list[Shape]:
    low, high = (np.asarray([f(x), f(y), f(z)]) for f in (np.min, np.max))
    kept = []
    for shape in shapes:
        centre, radius = shape.bound
        gap = np.maximum(np.maximum(low - centre, np.subtract(centre, high)), 0)
        if np.linalg.norm(gap) < radius + margin:
            kept.append(shape)
    return kept


def _nearest(shapes: Sequence[Shape], x: Floats, y: Floats, z: Floats) -> Floats:
    best = np.full(x.shape, FAR, np.float32)
    for shape in shapes:
        if shape.busy:
            (cx, cy, cz), radius = shape.bound
            square = (x - np.float32(cx)) ** 2 + (y - np.float32(cy)) ** 2 + (z - np.float32(cz)) ** 2
            near = square < (best + np.float32(radius)) ** 2
            if near.any():
                best[near] = np.minimum(best[near], shape.distance(x[near], y[near], z[near]))
        else:
            np.minimum(best, shape.distance(x, y, z), out=best)
    return best


def _march(shapes: Sequence[Shape], eye: Point, rays: tuple[Floats, Floats, Floats]) -> Floats:
    depth = np.zeros(len(rays[0]), np.float32)
    if not shapes:
        return np.full_like(depth, FAR * 2)
    live = np.arange(len(depth))
    for _ in range(110):
        at = depth[live]
        gap = _nearest(shapes, *(np.float32(eye[n]) + rays[n][live] * at for n in range(3)))
        depth[live] = at + gap * np.float32(0.92)
        live = live[(gap > NEAR_ENOUGH) & (depth[live] < FAR)]
        if not len(live):
            break
    return depth


def _normal(shapes: Sequence[Shape], x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
    step = np.float32(0.0015)
    total = [np.zeros_like(x) for _ in range(3)]
    for signs in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        value = _nearest(shapes, x + step * signs[0], y + step * signs[1], z + step * signs[2])
        for n in range(3):
            total[n] += value * signs[n]
    length = np.sqrt(total[0] ** 2 + total[1] ** 2 + total[2] ** 2) + 1e-9
    return total[0] / length, total[1] / length, total[2] / length


def _tint(shapes: Sequence[Shape], owner: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
    tint = np.empty((len(x), 3), np.float32)
    for n in np.unique(owner):
        mine = owner == n
        shape = shapes[int(n)]
        tint[mine] = shape.colour
        if shape.texture is not None:
            tint[mine] *= shape.texture(x[mine], y[mine], z[mine])
    return tint


def _openness(shapes: Sequence[Shape], at: tuple[Floats, ...], normal: tuple[Floats, ...]) -> Floats:
    closed = np.zeros_like(at[0])
    for reach, weight in ((0.03, 1.0), (0.08, 0.8), (0.18, 0.6), (0.38, 0.4)):
        gap = _nearest(shapes, *(at[n] + normal[n] * np.float32(reach) for n in range(3)))
        closed += np.maximum(0, np.float32(reach) - gap) / np.float32(reach) * np.float32(weight)
    return np.asarray(np.exp(-closed * np.float32(0.8)), np.float32)


def _lit(
    shapes: Sequence[Shape],
    light: Light,
    at: tuple[Floats, ...],
    normal: tuple[Floats, ...],
    view: Sequence[Floats],
    gloss: Floats,
) -> tuple[Floats, Floats]:
    """How much of `light` each point sends on: spread evenly, and mirrored."""
    way = [np.float32(light.at[n]) - at[n] for n in range(3)]
    length = np.sqrt(way[0] ** 2 + way[1] ** 2 + way[2] ** 2)
    way = [axis / length for axis in way]
    facing = np.maximum(0, sum(way[n] * normal[n] for n in range(3)))
    power = 1 / (1 + (length / np.float32(light.reach)) ** 2)
    origin = [at[n] + normal[n] * np.float32(0.012) for n in range(3)]
    clear = _clear(_between(shapes, at, light.at), origin, way, length, light.hard)
    half = [way[n] - view[n] for n in range(3)]
    norm = np.sqrt(half[0] ** 2 + half[1] ** 2 + half[2] ** 2) + 1e-6
    mirror = np.maximum(0, sum(half[n] * normal[n] for n in range(3)) / norm) ** 40
    return facing * power * clear, gloss * mirror * power * clear


def _between(shapes: Sequence[Shape], at: tuple[Floats, ...], light: Point) -> list[Shape]:
    """The shapes that can throw a shadow from `light` on these points."""
    low, high = (np.asarray([f(axis) for axis in at]) for f in (np.min, np.max))
    middle = (low + high) / 2
    spread = float(np.linalg.norm(high - low)) / 2
    line = np.asarray(light) - middle
    kept = []
    for shape in shapes:
        if not shape.shadow:
            continue
        centre, radius = shape.bound
        share = float(np.clip((np.asarray(centre) - middle) @ line / (line @ line), 0, 1))
        if np.linalg.norm(middle + share * line - centre) < radius + spread + 0.15:
            kept.append(shape)
    return kept


def _clear(
    shapes: Sequence[Shape], origin: Sequence[Floats], way: Sequence[Floats], length: Floats, hard: float
) -> Floats:
    """1 in the open, 0 in full shadow, between in a penumbra (I. Quilez's estimate from the closest pass)."""
    clear = np.ones_like(length)
    if not shapes:
        return clear
    travel = np.full_like(length, 0.02)
    live = np.arange(len(length))
    for _ in range(36):
        at = travel[live]
        gap = _nearest(shapes, *(origin[n][live] + way[n][live] * at for n in range(3)))
        clear[live] = np.minimum(clear[live], np.maximum(0, hard * gap / at))
        travel[live] = at + np.clip(gap, 0.015, 0.35)
        live = live[(clear[live] > 0.01) & (travel[live] < length[live] - 0.02)]
        if not len(live):
            break
    return np.asarray(clear * clear * (3 - 2 * clear), np.float32)
