"""Times of then as times of now. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hoso.subtitles.cues import Cue, CuedLine


class Warp:
    """Maps ms to ms: straight between known times, shifted like the nearest one before the first and after
    the last."""

    def __init__(self, known: Sequence[tuple[int, int]]) -> None:
        """`known` are pairs of then and now; one that does not go forward in both is left out.

        Raises ValueError where there is none.
        """
        self._then: list[int] = []
        self._now: list[int] = []
        for then, now in known:
            if not self._then or (then > self._then[-1] and now > self._now[-1]):
                self._then.append(then)
                self._now.append(now)
        if not self._then:
            raise ValueError("no times are known")

    def __call__(self, ms: int) -> int:
        """The time of now for a time of then."""
        after = bisect_right(self._then, ms)
        if after == 0:
            return ms - self._then[0] + self._now[0]
        if after == len(self._then):
            return ms - self._then[-1] + self._now[-1]
        then, now = self._then[after - 1], self._now[after - 1]
        share = (ms - then) / (self._then[after] - then)
        return now + round(share * (self._now[after] - now))

    def cue(self, cue: Cue) -> Cue:
        """`cue` at its time of now; at least 1 ms long."""
        start = self(cue.start_ms)
        return Cue(start, max(start + 1, self(cue.end_ms)), cue.text)


def warp(then: Sequence[Cue | CuedLine], now: Sequence[Cue | CuedLine]) -> Warp:
    """From the edges of the same cues, or of the same lines."""
    edges = []
    for old, new in zip(then, now, strict=True):
        edges += [(old.start_ms, new.start_ms), (old.end_ms, new.end_ms)]
    return Warp(edges)
