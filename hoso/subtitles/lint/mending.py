"""Cues mended by moving their edges, where that leaves less wrong than before. Pure.

A move is made only where the sum of what is wrong around it becomes less: first overlaps, then time that
readers lack, then what lasts too long, then what editors' habits ask. So mending ends, and a second one finds
nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from hoso.subtitles.cues import Cue
from hoso.subtitles.lint.limits import LONGEST_MS, SHORTEST_MS, SMALL_OVERLAP_FRAMES
from hoso.subtitles.lint.timing import Timing, beginning, ending, flickers, in_order

_Wrong = tuple[int, int, int, int]
"""Overlaps, ms that readers lack, cues that last too long, hints."""


def mended(cues: Sequence[Cue], timing: Timing) -> tuple[Cue, ...]:
    """`cues` in the order of time, their edges moved by the rules; the words stay.

    Cues snap to cuts, end two frames before the next where there is a flicker, stop before the next where
    they overlap a little, and last long enough to be seen where there is room.
    """
    return _better(cues, timing, _moves)


def snapped(cues: Sequence[Cue], timing: Timing) -> tuple[Cue, ...]:
    """As `mended`, but nothing other than that cues begin and end by the cuts that they are near to."""
    return _better(cues, timing, _to_cuts)


_Moves = Callable[[Cue, Cue | None, Timing], Iterator[Cue]]


def _better(cues: Sequence[Cue], timing: Timing, moves: _Moves) -> tuple[Cue, ...]:
    """`cues` in the order of time, after all `moves` that are for the better."""
    made = [cues[index] for index in in_order(cues)]
    waiting = list(range(len(made)))
    while waiting:
        moved = [index for index in waiting if _mend(made, index, timing, moves)]
        waiting = sorted(
            {near for index in moved for near in range(index - 1, index + 2)} & set(range(len(made)))
        )
    return tuple(made)


def _mend(made: list[Cue], index: int, timing: Timing, moves: _Moves) -> bool:
    """Make the first move of the cue at `index` that is for the better; whether there was one."""
    cue = made[index]
    if cue.end_ms <= cue.start_ms:
        return False
    before = made[index - 1] if index else None
    after = made[index + 1] if index + 1 < len(made) else None
    possible = [move for move in moves(cue, after, timing) if _allowed(made, index, move)]
    if not possible:
        return False
    now = _wrong(before, cue, after, timing)
    made[index] = next((move for move in possible if _wrong(before, move, after, timing) < now), cue)
    return made[index] is not cue


def _allowed(made: list[Cue], index: int, move: Cue) -> bool:
    """Whether `move` keeps the order, overlaps no more than the cue at `index`, and stays long enough."""
    cue = made[index]
    if index and move.start_ms < cue.start_ms:
        reach = max(earlier.end_ms for earlier in made[:index])
        if move.start_ms < max(made[index - 1].start_ms, min(cue.start_ms, reach)):
            return False
    if index + 1 < len(made):
        limit = made[index + 1].start_ms
        if move.start_ms > limit or move.end_ms > max(cue.end_ms, limit):
            return False
    return move.end_ms - move.start_ms >= min(SHORTEST_MS, cue.end_ms - cue.start_ms)


def _moves(cue: Cue, after: Cue | None, timing: Timing) -> Iterator[Cue]:
    """What could be done with `cue`, the best first."""
    yield from _to_cuts(cue, after, timing)
    latest = timing.duration_ms if after is None else after.start_ms - timing.gap_ms
    if cue.end_ms - cue.start_ms < SHORTEST_MS:
        yield replace(cue, end_ms=max(cue.end_ms, min(cue.start_ms + SHORTEST_MS, latest)))
    if after is None:
        return
    if _overlaps_a_little(cue, after, timing):
        yield replace(cue, end_ms=latest)
        yield replace(cue, end_ms=after.start_ms)
    if flickers(cue, after, timing):
        yield replace(cue, end_ms=latest)


def _to_cuts(cue: Cue, _: Cue | None, timing: Timing) -> Iterator[Cue]:
    """`cue` with one edge where a cut near it asks for."""
    start, end = beginning(cue, timing), ending(cue, timing)
    if start is not None:
        yield replace(cue, start_ms=start)
    if end is not None:
        yield replace(cue, end_ms=end)


def _overlaps_a_little(cue: Cue, after: Cue, timing: Timing) -> bool:
    return _overlap(cue, after) and timing.frames(after.start_ms, cue.end_ms) < SMALL_OVERLAP_FRAMES


def _overlap(one: Cue, other: Cue) -> bool:
    return other.start_ms < one.end_ms and other.end_ms > other.start_ms


def _wrong(before: Cue | None, cue: Cue, after: Cue | None, timing: Timing) -> _Wrong:
    """How much is wrong with `cue` and between it and its neighbours."""
    length = cue.end_ms - cue.start_ms
    pairs = [(one, other) for one, other in ((before, cue), (cue, after)) if one and other]
    overlaps = sum(_overlap(one, other) for one, other in pairs)
    lack = max(0, max(SHORTEST_MS, timing.reading_ms(cue.text)) - length)
    hints = sum(flickers(one, other, timing) for one, other in pairs)
    hints += (beginning(cue, timing) is not None) + (ending(cue, timing) is not None)
    return overlaps, lack, int(length > LONGEST_MS), hints
