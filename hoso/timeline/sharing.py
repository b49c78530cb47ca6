"""Where several lines part in one speech, of which only the pauses are known. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from math import log

from hoso.media.speech import Stretch

LEAST_MS = 250
"""No line is shorter: so short a sound is not even taken for speech."""
LONG_PAUSE_MS = 600
"""A pause as people make between sentences; the shorter one is, the less likely it parts two lines."""
CUT = 1.0
"""What it costs to part two lines where nobody pauses: as much as one line at e times the pace of all."""
PAUSES_TRIED = 24
"""How many pauses are tried for each border: the nearest to the line's share. It bounds the work: 40 lines in
a speech of 400 breaths take a second."""


class Speech:
    """Stretches of speech laid end to end: a place in it is a count of ms in which somebody speaks."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self._ends = list(accumulate(heard.end_ms - heard.start_ms for heard in stretches))

    @property
    def length(self) -> int:
        """How much is said, in ms."""
        return self._ends[-1] if self._ends else 0

    @cached_property
    def pauses(self) -> Mapping[int, int]:
        """The length in ms of each pause, by its place in the speech."""
        lengths = [after.start_ms - heard.end_ms for heard, after in pairwise(self._stretches)]
        return dict(zip(self._ends, lengths, strict=False))

    def begins(self, place: int) -> int:
        """When what follows `place` is heard: after the pause, where there is one."""
        return self._time(bisect_right(self._ends, place), place)

    def ends(self, place: int) -> int:
        """When what leads to `place` has been heard: before the pause, where there is one."""
        return self._time(bisect_left(self._ends, place), place)

    def _time(self, number: int, place: int) -> int:
        return self._stretches[number].end_ms - self._ends[number] + place


def borders(weights: Sequence[float], speech: Speech) -> list[int]:
    """The places in `speech` where each line begins, and the speech's end.

    `weights` say how long the lines take, relative to each other. Lines part at pauses, at long ones rather
    than at short ones, as long as that is anywhere near their share; else where their share ends. Each has at
    least `LEAST_MS`; there must be as much speech.
    """
    passed = [0.0, *accumulate(weights)]
    pace = speech.length / passed[-1]
    way = _way(_candidates([line * pace for line in passed], speech), passed, pace)
    shares = (_shares(begin.place, end.place, weights[begin.line : end.line]) for begin, end in pairwise(way))
    return [*(place for group in shares for place in group), speech.length]


@dataclass(frozen=True, slots=True)
class _Border:
    """`line` may begin at `place`, at a pause; `cost` grows as the pause gets shorter."""

    line: int
    place: int
    cost: float


def _candidates(shares: Sequence[float], speech: Speech) -> list[_Border]:
    """Where each line may begin, whose share begins at `shares`; first the beginning, last the end."""
    costs = {place: CUT * max(0.0, 1 - ms / LONG_PAUSE_MS) for place, ms in speech.pauses.items()}
    between = [
        _Border(line, place, costs[place])
        for line, share in enumerate(shares[1:-1], 1)
        for place in sorted(costs, key=lambda place: (abs(place - share), place))[:PAUSES_TRIED]
    ]
    return [_Border(0, 0, 0.0), *between, _Border(len(shares) - 1, speech.length, 0.0)]


def _way(candidates: Sequence[_Border], passed: Sequence[float], pace: float) -> list[_Border]:
    """The cheapest way from the first candidate to the last. They are sorted by line."""
    cheapest: dict[_Border, tuple[float, _Border | None]] = {candidates[0]: (0.0, None)}
    for here in candidates[1:]:
        ways = [
            (cost + _misfit(before, here, passed, pace), before)
            for before, (cost, _) in cheapest.items()
            if before.line < here.line and here.place - before.place >= (here.line - before.line) * LEAST_MS
        ]
        if ways:
            cost, before = min(ways, key=lambda way: way[0])
            cheapest[here] = (cost + here.cost, before)
    way: list[_Border] = []
    at: _Border | None = candidates[-1]
    while at is not None:
        way.append(at)
        at = cheapest[at][1]
    return way[::-1]


def _misfit(begin: _Border, end: _Border, passed: Sequence[float], pace: float) -> float:
    """What it costs that the lines from `begin` to `end` share what is said there."""
    count = end.line - begin.line
    expected = (passed[end.line] - passed[begin.line]) * pace
    return count * log((end.place - begin.place) / expected) ** 2 + (count - 1) * CUT


def _shares(begin: int, end: int, weights: Sequence[float]) -> Iterator[int]:
    """Where each line begins that gets its share of the speech from `begin` to `end`."""
    spare = end - begin - len(weights) * LEAST_MS
    passed = 0.0
    for number, share in enumerate(weights):
        yield begin + number * LEAST_MS + int(spare * passed / sum(weights))
        passed += share
