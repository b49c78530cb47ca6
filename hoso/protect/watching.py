"""Looking at a film five times a second for faces and motion, in pieces that are remembered by content."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.clock import seconds
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.media.probe import MediaInfo
from hoso.protect.centerface import SCORE, find_faces, model_digest
from hoso.protect.sights import Face, Motion, Sight

RECIPE = 1
"""Part of every key: change it when the same film would give other sights."""
STEP_MS = 200
"""Between two looks: a walker goes 30 cm in it."""
PIECE_MS = 10_000
LONG_SIDE = 640
"""A face that is 2 % of the picture's width is 13 pixels here, about the least that CenterFace finds."""
BLOCK = 4
"""Pixels a side over which brightness is averaged before pictures are compared: noise is gone then."""
NOISE = 8.0
"""Of 255: a block that differs by less has not moved. The samples' film grain and coding stay under 5."""
LEAST_MOVED = 0.001
"""Of all blocks: less than this is a flicker."""


def watch(
    path: Path, content: str, info: MediaInfo, stretch: tuple[int, int], store: Store, token: CancelToken
) -> tuple[Sight, ...]:
    """What is seen in the film or picture at `path` in the ms [start, end) of it, in order.

    `content` stands for the file's bytes. Raises HosoError where it can't be decoded, Cancelled.
    """
    start, end = stretch
    found: list[Sight] = []
    for piece in range(start // PIECE_MS * PIECE_MS, max(end, 1), PIECE_MS):
        key = digest(["sights", RECIPE, model_digest(), SCORE, content, piece])

        def look(piece: int = piece) -> Facts:
            return {"sights": [asdict(sight) for sight in _look(path, info, piece, token)]}

        found += [_sight(entry) for entry in learnt(store, key, look)["sights"]]
    return tuple(sight for sight in found if start <= sight.at_ms < max(end, 1))


def sights_graph(path: Path, info: MediaInfo, start_ms: int, count: int, out: Path) -> Any:
    """ffmpeg's graph for `count` small RGB pictures, `STEP_MS` apart from `start_ms` on, in one raw file."""
    width, height = small_size(info)
    if info.duration_ms:
        film = ffmpeg.input(f"file:{path}", ss=seconds(start_ms), t=seconds(count * STEP_MS), an=None)
        seen = film["v:0"].filter("fps", f"1000/{STEP_MS}", round="up", start_time=0)
    else:
        seen = ffmpeg.input(f"file:{path}")["v:0"]
    small = seen.filter("scale", width, height, flags="area").filter("format", "rgb24")
    return ffmpeg.output(small, f"file:{out}", format="rawvideo", frames=count)


def small_size(info: MediaInfo) -> tuple[int, int]:
    """The size at which a film is looked at: square pixels, the longer side `LONG_SIDE`."""
    if info.aspect >= 1:
        return LONG_SIDE, max(BLOCK, round(LONG_SIDE / info.aspect))
    return max(BLOCK, round(LONG_SIDE * info.aspect)), LONG_SIDE


def _look(path: Path, info: MediaInfo, piece: int, token: CancelToken) -> Iterator[Sight]:
    """The sights of one piece; the picture before it is decoded too, for the motion."""
    first = max(0, piece - STEP_MS)
    count = (piece + PIECE_MS - first) // STEP_MS
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "small.rgb"
        run(arguments(sights_graph(path, info, first, count, raw)), token=token)
        pictures = _pictures(raw, info)
        before = [None, *pictures]
        for number, (earlier, picture) in enumerate(zip(before, pictures, strict=False)):
            token.check()
            at = first + number * STEP_MS
            if at >= piece:
                moved = None if earlier is None else motion(earlier, picture)
                yield Sight(at, find_faces(picture), moved)


def _pictures(raw: Path, info: MediaInfo) -> Any:
    """The pictures in a raw file, not read before they are needed."""
    import numpy as np

    width, height = small_size(info)
    count = raw.stat().st_size // (width * height * 3)
    if not count:
        return []
    return np.memmap(raw, np.uint8, "r", shape=(count, height, width, 3))


def motion(earlier: Any, picture: Any) -> Motion | None:
    """What differs between two pictures of one size (height x width x RGB), or None where nothing does."""
    import numpy as np

    change = np.abs(_blocks(picture) - _blocks(earlier))
    weights = np.where(change > NOISE, change, 0.0)
    if np.count_nonzero(weights) <= LEAST_MOVED * weights.size:
        return None
    places = []
    for axis in (1, 0):
        share = weights.sum(axis=1 - axis) / weights.sum()
        at = (np.arange(len(share)) + 0.5) / len(share)
        middle = float((share * at).sum())
        places.append((middle, float(np.sqrt((share * (at - middle) ** 2).sum()))))
    (x, spread_x), (y, spread_y) = places
    return Motion(x, y, spread_x, spread_y)


def _blocks(picture: Any) -> Any:
    """The mean brightness of each block of `picture`; what is left over at right and bottom is not seen."""
    height, width = (side // BLOCK for side in picture.shape[:2])
    whole = picture[: height * BLOCK, : width * BLOCK].astype("float32")
    return whole.reshape(height, BLOCK, width, BLOCK, 3).mean(axis=(1, 3, 4))


def _sight(entry: dict[str, Any]) -> Sight:
    moved = entry["motion"]
    faces = tuple(Face(**face) for face in entry["faces"])
    return Sight(entry["at_ms"], faces, None if moved is None else Motion(**moved))
