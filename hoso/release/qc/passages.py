"""A picture track in passages that need no other frames, and are known again wherever they stand. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hoso.base.keys import digest

PASSAGE_MS = 400
"""What is decoded and remembered together, at least: the GOP of our strictest profiles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring frames that are decoded by themselves: a closed GOP or several, or a whole film."""

    first: int
    """The number of its first frame in the film."""
    frames: int
    digest: str
    """Of its packets, their times from its first, and the decoder's set-up."""
    from_us: int | None = None
    """When it begins, in microseconds of the film, for a reader to go to; None: at the film's beginning."""
    until_us: int | None = None
    """When the next one begins; None: at the film's end."""

    @property
    def end(self) -> int:
        """The number of the first frame after it."""
        return self.first + self.frames


def joined(passages: Sequence[Passage]) -> Passage:
    """Neighbouring `passages`, of which there is at least one, as one."""
    first, last = passages[0], passages[-1]
    if len(passages) == 1:
        return first
    content = digest([[each.digest, each.frames] for each in passages])
    return Passage(first.first, last.end - first.first, content, first.from_us, last.until_us)


def grouped(gops: Sequence[Passage], least_frames: int) -> tuple[Passage, ...]:
    """`gops` in passages of at least so many frames; only the last may be shorter."""
    groups: list[list[Passage]] = [[]]
    for gop in gops:
        if sum(each.frames for each in groups[-1]) >= least_frames:
            groups.append([])
        groups[-1].append(gop)
    return tuple(joined(group) for group in groups if group)


def holding(gops: Sequence[Passage], frames: Iterable[int]) -> tuple[Passage, ...]:
    """Those of `gops` in which any of `frames` are, in the film's order."""
    numbers = {bisect_right(gops, frame, key=_first) - 1 for frame in frames}
    return tuple(gops[number] for number in sorted(numbers))


def counted(gops: Sequence[Passage], frames: Iterable[int]) -> Iterator[int]:
    """The numbers of `frames`, all of them in `gops`, where nothing but `gops` is shown."""
    before = [0, *accumulate(gop.frames for gop in gops)]
    for frame in frames:
        number = bisect_right(gops, frame, key=_first) - 1
        yield before[number] + frame - gops[number].first


def places(gops: Sequence[Passage], frames: Sequence[int]) -> Iterator[tuple[str, int]]:
    """What stands for each of `frames`, in order, wherever it is in the film: its GOP, its number there."""
    for frame in frames:
        (gop,) = holding(gops, [frame])
        yield gop.digest, frame - gop.first


def _first(passage: Passage) -> int:
    return passage.first
