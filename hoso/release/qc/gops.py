"""A picture track's packets gathered into closed GOPs."""

from __future__ import annotations

from fractions import Fraction
from hashlib import sha256
from itertools import pairwise

from hoso.base.keys import digest
from hoso.release.qc.passages import Passage


class Gops:
    """Takes packets in the order in which they are sent."""

    def __init__(self, set_up: bytes) -> None:
        """`set_up`: what a decoder is told before the first packet."""
        self._set_up = set_up
        self._gops: list[_Gop] = []
        self._closed = True

    def take(self, pts: int, data: bytes, *, key: bool, closed: bool) -> None:
        """Take a packet. One that is `key` begins a GOP: `closed`, where no frame refers across it."""
        if key or not self._gops:
            self._gops.append(_Gop(self._set_up, pts))
            self._closed &= key and closed
        self._gops[-1].take(pts, data)

    def passages(self, tick: Fraction, *, steady: bool) -> tuple[Passage, ...]:
        """The GOPs, where all are closed and begin with their key frame; else everything as one.

        `tick` is a step of time stamps, in seconds; `steady`: frames are evenly spaced from 0 on.
        """
        gops = self._gops
        frames = [0]
        for gop in gops:
            frames.append(frames[-1] + len(gop.times))
        if not (steady and self._closed and self._in_order()):
            content = digest([[gop.begin, gop.content] for gop in gops])
            return (Passage(0, frames[-1], content),)
        starts = [int(gop.begin * tick * 1_000_000) for gop in gops]
        return tuple(
            Passage(low, high - low, gop.content, start, end)
            for gop, (low, high), (start, end) in zip(
                gops, pairwise(frames), pairwise([*starts, None]), strict=True
            )
        )

    def _in_order(self) -> bool:
        """Whether GOPs are shown one after the other, each from its key frame on, the first from 0."""
        return (
            self._gops[0].begin == 0
            and all(min(gop.times) == gop.begin for gop in self._gops)
            and all(max(gop.times) < after.begin for gop, after in pairwise(self._gops))
        )


class _Gop:
    def __init__(self, set_up: bytes, begin: int) -> None:
        self.begin = begin
        self.times: list[int] = []
        self._content = sha256(set_up)

    @property
    def content(self) -> str:
        """What stands for the packets and their times from its first."""
        return self._content.hexdigest()

    def take(self, pts: int, data: bytes) -> None:
        self.times.append(pts)
        self._content.update(f"{pts - self.begin} {len(data)} ".encode())
        self._content.update(data)
