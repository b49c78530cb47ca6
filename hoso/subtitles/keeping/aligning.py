"""Which cue became which: two lists of cues, laid side by side. Pure.

First what is the same is found, ever less strictly; what is left between is compared by words and time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.wording import pairs_of, words_of

MOST_PARTS = 3
"""A cue split into more than this, or more merged into one, counts as deleted and added."""
SLACK = 24
"""How far from the diagonal cues are compared: further away nobody moves a few cues."""
SLACK_OF_MANY = 4
MANY = 200
"""From here on only single cues are compared: where hundreds in a row are all new, it is another file."""

Key = Callable[[Cue], Hashable]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours `old[old_from:old_to]` became neighbours `new[new_from:new_to]`; either may be none."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int

    @property
    def sizes(self) -> tuple[int, int]:
        """How many old cues, how many new ones."""
        return self.old_to - self.old_from, self.new_to - self.new_from


def align(old: Sequence[Cue], new: Sequence[Cue]) -> tuple[Group, ...]:
    """Groups that cover `old` and `new`, in order: kept, changed (1 to 1), split, merged, deleted, added."""
    gaps = [Group(0, len(old), 0, len(new))]
    found: list[Group] = []
    for key in _KEYS:
        anchors = [group for gap in gaps for group in _same(old, new, gap, key)]
        found = sorted([*found, *anchors], key=_order)
        gaps = list(_between(found, len(old), len(new)))
    found += [group for gap in gaps for group in _compared(old, new, gap)]
    return tuple(sorted(found, key=_order))


def _order(group: Group) -> tuple[int, int, int, int]:
    return group.old_from, group.new_from, group.old_to, group.new_to


# From sure to likely. Each must be able to tell repeated words apart.
_KEYS: tuple[Key, ...] = (
    lambda cue: cue,
    lambda cue: (cue.start_ms, cue.text),
    lambda cue: (cue.end_ms, cue.text),
    lambda cue: words_of(cue.text),
    lambda cue: (cue.start_ms, cue.end_ms),
)


def _same(old: Sequence[Cue], new: Sequence[Cue], gap: Group, key: Key) -> Iterator[Group]:
    """Pairs within `gap` that `key` can't tell apart."""
    if not all(gap.sizes):
        return
    left = _numbered(old[gap.old_from : gap.old_to], key)
    places = {name: at for at, name in enumerate(_numbered(new[gap.new_from : gap.new_to], key))}
    shared = [(at, places[name]) for at, name in enumerate(left) if name in places]
    for at, to in _rising(shared):
        yield Group(gap.old_from + at, gap.old_from + at + 1, gap.new_from + to, gap.new_from + to + 1)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `pairs`, which rise in their first number, that rise in their second too."""
    tails: list[int] = []  # the lowest end of a run of each length
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        length = bisect_left(tails, to)
        tails[length : length + 1] = [to]
        last[length : length + 1] = [number]
        before.append(last[length - 1] if length else -1)
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _numbered(cues: Sequence[Cue], key: Key) -> list[Hashable]:
    """The keys of `cues`, each with how many of the same came before: no two are equal."""
    seen: Counter[Hashable] = Counter()
    numbered: list[Hashable] = []
    for cue in cues:
        name = key(cue)
        numbered.append((name, seen[name]))
        seen[name] += 1
    return numbered


def _between(found: Sequence[Group], old_count: int, new_count: int) -> Iterator[Group]:
    """What lies between the groups found."""
    at, to = 0, 0
    for group in [*found, Group(old_count, old_count, new_count, new_count)]:
        if group.old_from > at or group.new_from > to:
            yield Group(at, group.old_from, to, group.new_from)
        at, to = group.old_to, group.new_to


def _compared(old: Sequence[Cue], new: Sequence[Cue], gap: Group) -> Iterator[Group]:
    """The cheapest groups within `gap`, by how much words and times differ."""
    left, right = old[gap.old_from : gap.old_to], new[gap.new_from : gap.new_to]
    for step in _cheapest(left, right):
        yield Group(
            gap.old_from + step.old_from,
            gap.old_from + step.old_to,
            gap.new_from + step.new_from,
            gap.new_from + step.new_to,
        )


_SINGLE_MOVES = ((1, 1), (1, 0), (0, 1))
_MOVES = (
    *_SINGLE_MOVES,
    *((1, parts) for parts in range(2, MOST_PARTS + 1)),
    *((parts, 1) for parts in range(2, MOST_PARTS + 1)),
)
_ALONE = 1.0
"""What a deletion or an addition costs: two of them more than any change of one cue that still shows."""
_PARTED = 0.3
_LEAST_SHARED = 0.6
"""A split or a merge keeps its words, or it is none."""


_Best = dict[tuple[int, int], tuple[float, tuple[int, int]]]
"""By how many cues of each side are behind: what that cost, and the last move."""


def _cheapest(old: Sequence[Cue], new: Sequence[Cue]) -> list[Group]:
    few = max(len(old), len(new)) <= MANY
    slack, moves = (SLACK, _MOVES) if few else (SLACK_OF_MANY, _SINGLE_MOVES)
    reach = max(slack, -(-len(new) // max(1, len(old))))
    best: _Best = {(0, 0): (0.0, (0, 0))}
    for i in range(len(old) + 1):
        middle = round(i * len(new) / len(old)) if old else 0
        for j in range(max(0, middle - reach), min(len(new), middle + reach) + 1):
            _settle(best, i, j, old, new, moves)
    return _path(best, len(old), len(new))


def _settle(
    best: _Best, i: int, j: int, old: Sequence[Cue], new: Sequence[Cue], moves: Sequence[tuple[int, int]]
) -> None:
    """The cheapest way to (i, j) from what is before it."""
    for olds, news in moves:
        before = best.get((i - olds, j - news))
        if before is None:
            continue
        cost = before[0] + _cost(old[i - olds : i], new[j - news : j])
        if (i, j) not in best or cost < best[i, j][0] - 1e-9:
            best[i, j] = cost, (olds, news)


def _path(best: _Best, old_count: int, new_count: int) -> list[Group]:
    groups = []
    i, j = old_count, new_count
    while i or j:
        olds, news = best[i, j][1]
        groups.append(Group(i - olds, i, j - news, j))
        i, j = i - olds, j - news
    return groups[::-1]


def _cost(old: Sequence[Cue], new: Sequence[Cue]) -> float:
    if not old or not new:
        return _ALONE
    shared = likeness(_joined(tuple(old)), _joined(tuple(new)))
    if len(old) == len(new):
        return 2 * (1 - (0.6 * shared + 0.4 * _overlap(old[0], new[0])))
    if shared < _LEAST_SHARED:
        return _ALONE * (len(old) + len(new))
    return _PARTED + 2 * (1 - shared)


@lru_cache(maxsize=8192)
def _joined(cues: tuple[Cue, ...]) -> str:
    return " ".join(words_of(cue.text) for cue in cues)


def likeness(one: str, other: str) -> float:
    """How much two texts share, 0 to 1: Dice's coefficient of their pairs of characters."""
    left, right = pairs_of(one), pairs_of(other)
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 1.0


def _overlap(one: Cue, other: Cue) -> float:
    """How much of the time that either is shown both are, 0 to 1."""
    shared = min(one.end_ms, other.end_ms) - max(one.start_ms, other.start_ms)
    whole = max(one.end_ms, other.end_ms) - min(one.start_ms, other.start_ms)
    return max(0.0, shared / whole) if whole > 0 else 0.0
