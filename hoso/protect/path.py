"""From where a subject is seen to a calm way of following it, on the one axis that a crop can move on. Pure.

The camera rests while the subject stays in the inner zone of the crop. Where it would leave it, the camera
takes the way of a string that is pulled tight inside the zone: the shortest, slowest, with the fewest turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

SPEED = 0.14
"""At most this share of the picture's width a second: a little under the 15 % that are allowed."""
REVERSAL_MS = 1000
"""Between a move one way and a move the other way the camera rests at least so long."""
BLEND_MS = 240
"""How long before and after a change of speed the camera speeds up or slows down."""
ZONE = 0.10
"""How far from the crop's middle a subject may be, as a share of the crop: it hardly shows."""
LEAST_ZONE = 0.06
"""The same where the subject nearly fills the crop: what its detection trembles by."""
SMOOTH = 5
"""Samples over which places are smoothed: 1 s at five a second."""
SLACK = 0.004
"""Corners and moves that change the way by less, as a share of the picture, are left out."""


@dataclass(frozen=True, slots=True)
class Target:
    """A subject seen at `at_ms`: its middle and half its length along the axis, as shares of the picture.

    `vague` is how far its middle may be off: a crop that is no farther from it is as good as one on it.
    """

    at_ms: int
    middle: float
    half: float
    vague: float = 0.0


@dataclass(frozen=True, slots=True)
class Shot:
    """What one shot shows, `start_ms` to `end_ms` of the scene, targets in order of time."""

    start_ms: int
    end_ms: int
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A place on the camera's way, where it has `speed` (shares a second)."""

    at_ms: int
    place: float
    speed: float


Node = tuple[int, float]
"""A corner of a way made of straight lines: ms and place."""


@dataclass(frozen=True, slots=True)
class _Gate:
    """At `at_ms` the camera may be from `low` to `high`."""

    at_ms: int
    low: float
    high: float

    def wider(self, by: float) -> _Gate:
        return _Gate(self.at_ms, self.low - by, self.high + by)


def follow(shots: Sequence[Shot], window: float, limit: float) -> tuple[Turn, ...]:
    """The camera's way through `shots`, jumping between them; a crop shows `window` of the picture's length.

    `limit` is the greatest speed along this axis, in shares of the picture's length a second.
    """
    return tuple(turn for shot in shots for turn in _blended(_way(shot, window, limit)))


def _way(shot: Shot, window: float, limit: float) -> list[Node]:
    """The corners of the camera's way through one shot, from its start to its end."""
    if not shot.targets:
        return [(shot.start_ms, 0.5), (shot.end_ms, 0.5)]
    half = median(target.half for target in shot.targets)
    near = min(max(window / 2 - half, LEAST_ZONE * window), ZONE * window)
    zone = max(near, median(target.vague for target in shot.targets))
    gates = [
        _Gate(at, place - zone, place + zone)
        for at, place in _slowed(_smoothed(shot.targets, window), limit / 1000)
    ]
    way = _rested(_simple(_taut(gates)), limit / 1000)
    while hasty := list(_hasty(way)):
        gates = [
            gate.wider(zone if any(start <= gate.at_ms <= end for start, end in hasty) else 0)
            for gate in gates
        ]
        way = _rested(_simple(_taut(gates)), limit / 1000)
    ends = [(shot.start_ms, way[0][1]), *way, (shot.end_ms, way[-1][1])]
    return [node for number, node in enumerate(ends) if number == 0 or node[0] > ends[number - 1][0]]


def _smoothed(targets: Sequence[Target], window: float) -> list[Node]:
    """Places without what trembles or is seen once, no nearer to an edge than a crop's middle can come."""
    edge = min(window / 2, 0.5)
    places = [min(max(target.middle, edge), 1 - edge) for target in targets]
    steady = [median(_around(places, number)) for number in range(len(places))]
    return [(target.at_ms, fmean(_around(steady, number))) for number, target in enumerate(targets)]


def _around(values: Sequence[float], number: int) -> Sequence[float]:
    """The values around one of them; as many on either side, fewer at the ends."""
    reach = min(SMOOTH // 2, number, len(values) - 1 - number)
    return values[number - reach : number + reach + 1]


def _slowed(nodes: Sequence[Node], limit: float) -> list[Node]:
    """The way halfway between the highest and the lowest that `limit` (a ms) allows: no faster, and near."""
    above, below = list(nodes), list(nodes)
    for order in (range(1, len(nodes)), range(len(nodes) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for number in order:
            at, reach = nodes[number][0], limit * abs(nodes[number][0] - nodes[number + step][0])
            above[number] = at, max(above[number][1], above[number + step][1] - reach)
            below[number] = at, min(below[number][1], below[number + step][1] + reach)
    return [(high[0], (high[1] + low[1]) / 2) for high, low in zip(above, below, strict=True)]


def _taut(gates: Sequence[_Gate]) -> list[Node]:
    """The string pulled tight through `gates`, free at both ends."""
    node, at = _first(gates)
    nodes = [(gates[0].at_ms, node)]
    while at < len(gates) - 1:
        nodes.append((gates[at].at_ms, node))
        at, node = _next(gates, at, node)
    nodes.append((gates[-1].at_ms, node))
    return [one for one, after in pairwise([*nodes, (-1, 0.0)]) if one != after]


def _first(gates: Sequence[_Gate]) -> tuple[float, int]:
    """Where the string rests at first, and the gate until which it does."""
    low, high = gates[0].low, gates[0].high
    low_at = high_at = 0
    for number, gate in enumerate(gates):
        if gate.low > high:
            return high, high_at
        if gate.high < low:
            return low, low_at
        if gate.low >= low:
            low, low_at = gate.low, number
        if gate.high <= high:
            high, high_at = gate.high, number
    middle = fmean((gate.low + gate.high) / 2 for gate in gates)
    return min(max(middle, low), high), len(gates) - 1


def _next(gates: Sequence[_Gate], at: int, place: float) -> tuple[int, float]:
    """The next corner of the string after the one at gate `at`: its gate and its place."""
    start = gates[at].at_ms
    low, high = float("-inf"), float("inf")
    low_at = high_at = at
    for number in range(at + 1, len(gates)):
        gate = gates[number]
        length = gate.at_ms - start
        if (gate.low - place) / length > high:
            return high_at, gates[high_at].high
        if (gate.high - place) / length < low:
            return low_at, gates[low_at].low
        if (gate.low - place) / length >= low:
            low, low_at = (gate.low - place) / length, number
        if (gate.high - place) / length <= high:
            high, high_at = (gate.high - place) / length, number
    if low > 0:
        return low_at, gates[low_at].low
    if high < 0:
        return high_at, gates[high_at].high
    return len(gates) - 1, place


def _simple(way: Sequence[Node]) -> list[Node]:
    """`way` without the corners that hardly change it (Douglas and Peucker, 1973)."""
    (start, first), (end, last) = way[0], way[-1]
    farthest, distance = 0, 0.0
    for number in range(1, len(way) - 1):
        at, place = way[number]
        off = abs(place - (first + (last - first) * (at - start) / (end - start)))
        if off > distance:
            farthest, distance = number, off
    if distance > SLACK:
        return [*_simple(way[: farthest + 1])[:-1], *_simple(way[farthest:])]
    return [way[0]] if len(way) == 1 else [way[0], way[-1]]


def _rested(way: Sequence[Node], limit: float) -> list[Node]:
    """`way` at rest where it hardly moves, unless the next move would be faster than `limit` (a ms)."""
    rested = [way[0]]
    for number, (at, place) in enumerate(way[1:], 1):
        here = rested[-1][1]
        slow = all(abs(after - here) <= limit * (later - at) for later, after in way[number + 1 : number + 2])
        rested.append((at, here if abs(place - here) < SLACK and slow else place))
    return rested


def _hasty(way: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """What lies around each turn that comes too soon after a move the other way, from when to when."""
    moves = [
        (before[0], after[0], after[1] > before[1])
        for before, after in pairwise(way)
        if before[1] != after[1]
    ]
    for before, after in pairwise(moves):
        if before[2] != after[2] and after[0] - before[1] < REVERSAL_MS + 2 * BLEND_MS:
            yield before[1] - REVERSAL_MS, after[0] + REVERSAL_MS


def _blended(way: Sequence[Node]) -> list[Turn]:
    """`way` with parabolas instead of corners: never faster than its lines, and turning nowhere else."""
    speeds = [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(way)]
    turns = [Turn(way[0][0], way[0][1], speeds[0] * 1000)]
    for number, (at, place) in enumerate(way[1:-1], 1):
        before, after = speeds[number - 1], speeds[number]
        if before == after:
            continue
        reach = min(BLEND_MS, (at - way[number - 1][0]) // 2, (way[number + 1][0] - at) // 2)
        turns.append(Turn(at - reach, place - before * reach, before * 1000))
        turns.append(Turn(at + reach, place + after * reach, after * 1000))
    turns.append(Turn(way[-1][0], way[-1][1], speeds[-1] * 1000))
    return [one for one, after in pairwise([*turns, Turn(-1, 0, 0)]) if one != after]
