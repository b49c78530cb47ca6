"""Passages: lines that an editor's cues tie together, with what became of their cues. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.aligning import Group


@dataclass(frozen=True, slots=True)
class Passage:
    """Mostly one line; several where a cue was joined across them."""

    lines: tuple[CuedLine, ...]
    groups: tuple[Group, ...]
    """What became of their cues; cues that were added stand with the line nearest to them."""
    first: int
    """The index of their first cue among all that were generated."""

    @property
    def name(self) -> str:
        """The key of the first line."""
        return self.lines[0].key


def passages(
    lines: Sequence[CuedLine], groups: Sequence[Group], edited: Sequence[Cue]
) -> tuple[Passage, ...]:
    """`lines`, each with at least one cue, in passages; `groups` are over their cues and over `edited`.

    Where there are no lines there are no passages.
    """
    owners = [number for number, line in enumerate(lines) for _ in line.cues]
    if not owners:
        return ()
    homes = [_home(group, owners, lines, edited) for group in groups]
    firsts = {number: index for index, number in reversed(list(enumerate(owners)))}
    inside: dict[int, list[Group]] = defaultdict(list)
    for group, (first, _) in zip(groups, homes, strict=True):
        inside[first].append(group)
    return tuple(
        Passage(
            tuple(lines[start:end]),
            tuple(group for number in range(start, end) for group in inside[number]),
            firsts[start],
        )
        for start, end in _runs(homes, len(lines))
    )


def _home(
    group: Group, owners: Sequence[int], lines: Sequence[CuedLine], edited: Sequence[Cue]
) -> tuple[int, int]:
    """The first and the last line that `group` is about."""
    if group.old_to > group.old_from:
        return owners[group.old_from], owners[group.old_to - 1]
    beside = {owners[max(0, group.old_from - 1)], owners[min(group.old_from, len(owners) - 1)]}
    cue = edited[group.new_from]
    nearest = min(sorted(beside), key=lambda number: _distance(cue, lines[number]))
    return nearest, nearest


def _distance(cue: Cue, line: CuedLine) -> int:
    middle = (cue.start_ms + cue.end_ms) // 2
    return max(line.start_ms - middle, middle - line.end_ms, 0)


def _runs(homes: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Lines from one to the next, exclusive, that no group ties to lines outside."""
    tied = {number for first, last in homes for number in range(first, last)}
    starts = [number for number in range(count) if number - 1 not in tied]
    return list(zip(starts, [*starts[1:], count], strict=True))
