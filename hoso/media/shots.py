"""Where a film cuts from one shot to the next, by ffmpeg's scdet.

Only the stretch that is asked for is decoded, in pieces of half a minute that are remembered by content.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.clock import seconds
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run

RECIPE = 1
"""Part of every key: change it when the same film would give other times."""
THRESHOLD = 10.0
"""scdet's own default, in percent of the greatest difference there can be between two frames.

Measured on the samples' footage at `WIDTH`: each of the 20 hard cuts between two of the five files scores
14.9 to 37.3, and nothing within a file more than 1.3.
"""
WIDTH = 320
"""Frames are compared at this width: enough to tell shots apart, and quick."""
PIECE_MS = 30_000
PREROLL_MS = 1000
"""Decoded before a piece, for scdet needs the frames before a cut to know one."""

_FOUND = re.compile(r"lavfi\.scd\.time: *(\d+(?:\.\d+)?)")


def shot_changes(
    path: Path, content: str, stretch: tuple[int, int], store: Store, token: CancelToken
) -> tuple[int, ...]:
    """When the first frames of new shots are seen in the film at `path`: ms of the file, in order.

    `content` stands for the file's bytes, `stretch` for the ms [start, end) that matter. Hard cuts are found,
    fades and movement are not. Raises HosoError where the file can't be decoded, Cancelled.
    """
    start, end = stretch
    found: list[int] = []
    for piece in range(start // PIECE_MS * PIECE_MS, end, PIECE_MS):
        found += _within(path, content, piece, store, token)
    return tuple(at for at in found if start <= at < end)


def shots_graph(path: Path, start_ms: int) -> Any:
    """ffmpeg's graph that names a piece's cuts in its log, in s since `start_ms` less the preroll."""
    preroll = min(PREROLL_MS, start_ms)
    film = ffmpeg.input(
        f"file:{path}", ss=seconds(start_ms - preroll), t=seconds(preroll + PIECE_MS), an=None
    )
    small = film["v:0"].filter("scale", WIDTH, -2, flags="area").filter("scdet", threshold=THRESHOLD)
    return ffmpeg.output(small, "-", format="null")


def _within(path: Path, content: str, piece: int, store: Store, token: CancelToken) -> list[int]:
    def find_out() -> Facts:
        log = run(arguments(shots_graph(path, piece)), token=token)
        first = piece - min(PREROLL_MS, piece)
        times = [first + round(float(found) * 1000) for found in _FOUND.findall(log)]
        return {"cuts": [at for at in times if piece <= at < piece + PIECE_MS]}

    cuts: list[int] = learnt(store, digest(["shots", RECIPE, content, piece]), find_out)["cuts"]
    return cuts
