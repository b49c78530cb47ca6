"""Whom or what a shot is about, by what is seen in it: a face that stays, else the centre of motion. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot, sqrt

from hoso.protect.path import Shot, Target
from hoso.protect.sights import Face, Motion, Sight

LEAST_SEEN = 3
"""Sights in which a face must be seen, where a shot has so many: what is seen once or twice is none."""
LOST_MS = 2000
"""A face that is not seen for so long is another one when it is seen again."""
REACH = 1.5
"""Between two sights a face goes at most so many times its own width, and twice as far in twice the time."""
GAP_MS = 1000
"""Where the main face is not seen for so long, another may be followed."""
HEAD = 0.8
"""Half a head, hair and ears too, in heights and widths of the face from brow to chin."""
LIFT = 0.12
"""How far the middle of a head is above the middle of its face, in heights of the face."""
HEADROOM = 0.08
"""A head that leaves room is so far above the crop's middle, as a share of its height: a body is below it."""
STEP_MS = 200
"""Between two sights."""

Seen = tuple[int, Face]
"""When a face is seen, and as what."""


def shots(
    sights: Iterable[Sight], cuts: Sequence[int], duration_ms: int, axis: int, window: float
) -> list[Shot]:
    """The shots of a scene of `duration_ms`, cut at `cuts`, with what to follow in each along `axis`.

    All times count from the scene's start; `axis` is 0 for x and 1 for y, and the crop shows `window` of it.
    """
    edges = [0, *(cut for cut in sorted(set(cuts)) if 0 < cut < duration_ms), duration_ms]
    found = []
    every = list(sights)
    for start, end in pairwise(edges):
        within = [sight for sight in every if start <= sight.at_ms < end]
        found.append(Shot(start, end, tuple(_targets(within, axis, window))))
    return found


def _targets(sights: Sequence[Sight], axis: int, window: float) -> list[Target]:
    faces = _followed(_tracks(sights), len(sights))
    if faces:
        return [_head(at, face, axis, window) for at, face in faces]
    # What the first sight of a shot differs from belongs to the shot before.
    return [_moving(sight.at_ms, sight.motion, axis) for sight in sights[1:] if sight.motion is not None]


def _head(at_ms: int, face: Face, axis: int, window: float) -> Target:
    if axis == 0:
        return Target(at_ms, face.x, face.width * HEAD)
    half = face.height * HEAD
    below = min(HEADROOM * window, max(0.0, window / 2 - half) / 2)
    return Target(at_ms, face.y - face.height * LIFT + below, half)


def _moving(at_ms: int, motion: Motion, axis: int) -> Target:
    place, spread = ((motion.x, motion.spread_x), (motion.y, motion.spread_y))[axis]
    # What moves all over the picture, as snow does, has no middle that a crop should keep to.
    return Target(at_ms, place, spread, vague=spread)


def _tracks(sights: Sequence[Sight]) -> list[list[Seen]]:
    """The faces that are seen, each with its sights in order; what is nearest is taken for one face first."""
    tracks: list[list[Seen]] = []
    for sight in sights:
        pairs = sorted(
            (_distance(track[-1][1], face), number, place)
            for number, track in enumerate(tracks)
            for place, face in enumerate(sight.faces)
            if _reaches(track[-1], sight.at_ms, face)
        )
        taken: set[int] = set()
        grown: set[int] = set()
        for _, number, place in pairs:
            if number not in grown and place not in taken:
                tracks[number].append((sight.at_ms, sight.faces[place]))
                grown.add(number)
                taken.add(place)
        tracks += [[(sight.at_ms, face)] for place, face in enumerate(sight.faces) if place not in taken]
    return tracks


def _reaches(last: Seen, at_ms: int, face: Face) -> bool:
    since = at_ms - last[0]
    return since <= LOST_MS and _distance(last[1], face) <= REACH * max(1, since / STEP_MS) * last[1].width


def _distance(one: Face, other: Face) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _followed(tracks: list[list[Seen]], sights: int) -> list[Seen]:
    """The main face, and where it is away the next: all sights of it, in order of time."""
    least = min(LEAST_SEEN, sights)
    steady = sorted((track for track in tracks if len(track) >= least), key=_weight, reverse=True)
    followed: list[Seen] = []
    for track in steady:
        followed += [seen for seen in track if all(abs(seen[0] - at) >= GAP_MS for at, _ in followed)]
        followed.sort(key=lambda seen: seen[0])
    return followed


def _weight(track: Sequence[Seen]) -> float:
    """How much a face is what a shot is about: large, near the middle, seen for long and surely."""
    return sum(
        face.score * sqrt(face.width * face.height) * (1 - hypot(face.x - 0.5, face.y - 0.5))
        for _, face in track
    )
