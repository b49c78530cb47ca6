"""What is black and what stands still in a passage, frame by frame. Pure."""

from __future__ import annotations

import base64
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""Luma as it is coded, 16 black to 235 white: rows by columns."""
Span = tuple[int, int]
"""Frames by number, from and until, half-open."""

BLACK_LUMA = 20
"""A point counts as black up to this: 2 % of the luma's range over black, which is 16."""
BLACK_SHARE = 0.98
"""A picture is black where this share of its points is: the default of ffmpeg's blackdetect."""
SAME = 0.256
"""Levels of luma by which a picture may differ, in the mean, from the first that stood still: -60 dB, the
default of ffmpeg's freezedetect. A still encoded by x264 at CRF 23 stays under it, but for the first frames
after a cut."""
MIST = 16
"""The pictures at the edges of a passage are kept so many times smaller."""
FINE = 16
"""Steps of a level in which those are kept."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen in a passage; numbers of frames are counted from its first."""

    black: tuple[Span, ...] = ()
    frozen: tuple[Span, ...] = ()
    """Where the picture stands still for long, from the first frame on and to the last."""
    head: str = ""
    """The first picture, small."""
    tail: str = ""
    """The one that stands still to the last frame."""


class Looker:
    """Looks at the frames of a passage in their order."""

    def __init__(self, least: int) -> None:
        """`least`: how many frames have to stand still to count within the passage."""
        self._least = least
        self._count = 0
        self._black: list[Span] = []
        self._frozen: list[Span] = []
        self._first: Grey | None = None
        self._still: Grey | None = None
        self._since = 0

    def take(self, frame: Grey) -> None:
        """Look at the next frame."""
        if _is_black(frame):
            _lengthen(self._black, self._count)
        if self._still is None:
            self._first = self._still = frame
        elif not _same(frame, self._still):
            self._moved()
            self._still, self._since = frame, self._count
        self._count += 1

    def look(self) -> Look:
        """What was seen, once all frames are taken."""
        self._moved()
        frozen = tuple(
            span
            for span in self._frozen
            if span[0] == 0 or span[1] == self._count or span[1] - span[0] >= self._least
        )
        edges = ("" if frame is None else _thumbnail(frame) for frame in (self._first, self._still))
        return Look(tuple(self._black), frozen, *edges)

    def _moved(self) -> None:
        self._frozen.append((self._since, self._count))


def _is_black(frame: Grey) -> bool:
    return bool(np.count_nonzero(frame <= BLACK_LUMA) >= BLACK_SHARE * frame.size)


def _same(one: Grey, other: Grey) -> bool:
    apart = np.maximum(one, other) - np.minimum(one, other)
    return bool(int(apart.sum(dtype=np.uint64)) <= SAME * one.size)


def _lengthen(spans: list[Span], frame: int) -> None:
    """Add `frame` to the last of `spans`, or begin another."""
    if spans and spans[-1][1] == frame:
        spans[-1] = spans[-1][0], frame + 1
    else:
        spans.append((frame, frame + 1))


def _thumbnail(frame: Grey) -> str:
    """Means of squares of `MIST` points, in steps of a `FINE`th of a level."""
    rows, columns = (max(1, side // MIST) for side in frame.shape)
    down, across = (min(MIST, side) for side in frame.shape)
    whole = frame[: rows * down, : columns * across].reshape(rows, down, columns, across)
    means = whole.mean(axis=(1, 3), dtype=np.float32)
    return base64.b64encode(np.rint(means * FINE).astype(np.uint16).tobytes()).decode()


def same_picture(one: str, other: str) -> bool:
    """Whether two pictures at edges of passages are the same, as far as so small pictures tell."""
    first, second = (np.frombuffer(base64.b64decode(each), np.uint16) for each in (one, other))
    if not len(first) == len(second) > 0:
        return False
    return bool(np.abs(first.astype(np.int32) - second.astype(np.int32)).mean() <= SAME * FINE)
