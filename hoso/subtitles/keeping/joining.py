"""Two people's versions of one file become one: cue by cue, edge by edge, word by word. Pure.

Other than `merging`, which carries an editor's offsets over to what a script gives now: here both have seen
the same times, and who moved an edge has put it where it is to be. (docs/decisions/0006-subtitle-files.md)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.aligning import Group, align
from hoso.subtitles.keeping.outcome import CLASHED, CROWDED, REMOVED, Conflict, Kept, Merged
from hoso.subtitles.keeping.wording import words_of

SAME_MS = 40
"""Edges that two people put so near to each other are in the same place: a frame at 25 a second."""


def join(
    base: Iterable[Cue], theirs: Iterable[Cue], mine: Iterable[Cue], lines: Sequence[CuedLine] = ()
) -> Merged:
    """What `theirs` and `mine` both made of `base`. `lines` give conflicts their names.

    What one of them changed stands, whatever the other changed beside it. Where both changed the same edge or
    words, mine stand, and where one deleted what the other changed, the change does: conflicts, in which mine
    are the `edited`. Ends are held back where joining would make cues run into each other.
    """
    old, other, own = sorted(base), sorted(theirs), sorted(mine)
    if other in (old, own):
        return Merged(tuple(own), ())
    if own == old:
        return Merged(tuple(other), ())
    table = _Table(lines)
    for chunk in _chunks(old, other, own):
        table.join(chunk)
    return table.joined()


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The least stretch of which it is known what both made of it; any of the three may be empty."""

    was: tuple[Cue, ...]
    theirs: tuple[Cue, ...]
    mine: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cue of the joined file, and what it is in either's."""

    cue: Cue
    theirs: Cue | None
    mine: Cue | None


class _Table:
    """Where chunks are joined, one after the other."""

    def __init__(self, lines: Sequence[CuedLine]) -> None:
        self._lines = lines
        self._laid: list[_Laid] = []
        self._conflicts: list[Conflict] = []

    def join(self, chunk: _Chunk) -> None:
        """Join one chunk."""
        was, theirs, mine = chunk.was, chunk.theirs, chunk.mine
        if theirs in (was, mine):
            self._lay(mine, theirs, mine)
        elif mine == was:
            self._lay(theirs, theirs, mine)
        elif not was:
            self._both_added(theirs, mine)
        elif not mine or not theirs:
            kept: Kept = "edited" if mine else "generated"
            self._dispute(REMOVED, kept, mine, theirs)
        elif len(was) == len(theirs) == len(mine) == 1:
            self._one(was[0], theirs[0], mine[0])
        else:
            self._several(chunk)

    def joined(self) -> Merged:
        """What has come of it."""
        laid = sorted(self._laid, key=lambda entry: entry.cue)
        cues = [entry.cue for entry in laid]
        for number, (before, after) in enumerate(pairwise(laid)):
            end, start = cues[number].end_ms, after.cue.start_ms
            if start < end and not _met(before, after):
                if cues[number].start_ms < start:
                    cues[number] = replace(cues[number], end_ms=start)
                else:
                    self._note(CROWDED, "edited", (after.cue,), (before.cue,))
        return Merged(tuple(cues), tuple(self._conflicts))

    def _both_added(self, theirs: Sequence[Cue], mine: Sequence[Cue]) -> None:
        """What both added is there once; of what stands in the way of each other mine stands."""
        only = [cue for cue in theirs if cue not in mine]
        hidden = [cue for cue in only if any(_overlap(cue, own) for own in mine)]
        self._lay(mine, [cue if cue in theirs else None for cue in mine], mine)
        free = [cue for cue in only if cue not in hidden]
        self._lay(free, free, [None] * len(free))
        if hidden:
            over = [own for own in mine if any(_overlap(cue, own) for cue in hidden)]
            self._note(CLASHED, "edited", over, hidden)

    def _one(self, was: Cue, theirs: Cue, mine: Cue) -> None:
        """One cue that is one cue for both."""
        start, starts = _edge(was.start_ms, theirs.start_ms, mine.start_ms)
        end, ends = _edge(was.end_ms, theirs.end_ms, mine.end_ms)
        text, words = _text(was.text, theirs.text, mine.text)
        made = Cue(start, end, text)
        if end <= start:
            self._dispute(CLASHED, "edited", (mine,), (theirs,))
            return
        self._lay([made], [theirs], [mine])
        if starts or ends or words:
            self._note(CLASHED, "edited", [made], [_theirs_first(was, theirs, mine, made)])

    def _several(self, chunk: _Chunk) -> None:
        """Cues that at least one of them has split, joined or partly deleted."""
        was, theirs, mine = chunk.was, chunk.theirs, chunk.mine
        made = _nudged(theirs, was, mine) or _nudged(mine, was, theirs)
        if made is None:
            self._dispute(CLASHED, "edited", mine, theirs)
        else:
            self._lay(made, _beside(made, theirs), _beside(made, mine))

    def _dispute(self, reason: str, kept: Kept, mine: Sequence[Cue], theirs: Sequence[Cue]) -> None:
        """One version stands as a whole, and not the other."""
        stands = mine if kept == "edited" else theirs
        self._lay(stands, _beside(stands, theirs), _beside(stands, mine))
        self._note(reason, kept, mine, theirs)

    def _note(self, reason: str, kept: Kept, mine: Sequence[Cue], theirs: Sequence[Cue]) -> None:
        name = _name(self._lines, [*mine, *theirs])
        self._conflicts.append(Conflict(name, reason, kept, tuple(mine), tuple(theirs)))

    def _lay(self, cues: Sequence[Cue], theirs: Sequence[Cue | None], mine: Sequence[Cue | None]) -> None:
        left, right = (_beside(cues, side) for side in (theirs, mine))
        self._laid += [_Laid(*entry) for entry in zip(cues, left, right, strict=True)]


def _chunks(old: Sequence[Cue], theirs: Sequence[Cue], mine: Sequence[Cue]) -> Iterator[_Chunk]:
    """`old` and what became of it in both, in the smallest pieces that agree on their borders in `old`."""
    sides = deque(align(old, theirs)), deque(align(old, mine))
    at = 0
    while any(sides):
        left, right = taken = list[Group](), list[Group]()
        end = at
        if not any(side and side[0].old_to == at for side in sides):
            end = max(side[0].old_to for side in sides if side)
        grown = True
        while grown:
            grown = False
            for side, groups in zip(sides, taken, strict=True):
                while side and _belongs(side[0], at, end):
                    groups.append(side.popleft())
                    end = max(end, groups[-1].old_to)
                    grown = True
        yield _Chunk(tuple(old[at:end]), _of(left, theirs), _of(right, mine))
        at = end


def _belongs(group: Group, at: int, end: int) -> bool:
    """Whether `group` is about something in [at, end), or, where that is nothing, adds something there."""
    return group.old_to == at if at == end else group.old_from < end


def _of(groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Cue, ...]:
    return tuple(cues[groups[0].new_from : groups[-1].new_to]) if groups else ()


def _edge(was: int, theirs: int, mine: int) -> tuple[int, bool]:
    """Where an edge is to be, and whether both have moved it to different places."""
    if mine == was:
        return theirs, False
    return mine, theirs != was and abs(theirs - mine) > SAME_MS


def _text(was: str, theirs: str, mine: str) -> tuple[str, bool]:
    """A cue's text, and whether both have given it other words. New words win over new line breaks."""
    if mine == was:
        return theirs, False
    if theirs == was or words_of(mine) == words_of(theirs):
        return mine, False
    if words_of(mine) == words_of(was):
        return theirs, False
    return mine, words_of(theirs) != words_of(was)


def _theirs_first(was: Cue, theirs: Cue, mine: Cue, made: Cue) -> Cue:
    """As `made`, with their edges and words wherever both changed the same."""
    start, _ = _edge(was.start_ms, mine.start_ms, theirs.start_ms)
    end, _ = _edge(was.end_ms, mine.end_ms, theirs.end_ms)
    text, _ = _text(was.text, mine.text, theirs.text)
    found = Cue(start, end, text)
    return found if start < end and found != made else theirs


def _nudged(onto: Sequence[Cue], was: Sequence[Cue], by: Sequence[Cue]) -> tuple[Cue, ...] | None:
    """`onto` with its outer edges where `by` moved those of `was`; None where `by` did anything else, or both
    moved them."""
    if [cue.text for cue in by] != [cue.text for cue in was]:
        return None
    inside = [cue.start_ms for cue in was[1:]], [cue.end_ms for cue in was[:-1]]
    if inside != ([cue.start_ms for cue in by[1:]], [cue.end_ms for cue in by[:-1]]):
        return None
    start, starts = _edge(was[0].start_ms, onto[0].start_ms, by[0].start_ms)
    end, ends = _edge(was[-1].end_ms, onto[-1].end_ms, by[-1].end_ms)
    made = list(onto)
    made[0] = replace(made[0], start_ms=start)
    made[-1] = replace(made[-1], end_ms=end)
    if starts or ends or any(cue.end_ms <= cue.start_ms for cue in made):
        return None
    return tuple(made)


def _beside(cues: Sequence[Cue], side: Sequence[Cue | None]) -> Sequence[Cue | None]:
    """What each of `cues` is on that side: known where there are as many."""
    return side if len(side) == len(cues) else [None] * len(cues)


def _met(before: _Laid, after: _Laid) -> bool:
    """Whether the two ran into each other in either's version already."""
    pairs = ((before.theirs, after.theirs), (before.mine, after.mine))
    return any(one is not None and two is not None and _overlap(one, two) for one, two in pairs)


def _overlap(one: Cue, other: Cue) -> bool:
    return one.start_ms < other.end_ms and other.start_ms < one.end_ms


def _name(lines: Sequence[CuedLine], cues: Sequence[Cue]) -> str:
    """The key of the line during which most of `cues` is shown, or the nearest; a time where no line is."""
    start, end = min(cue.start_ms for cue in cues), max(cue.end_ms for cue in cues)
    if not lines:
        return f"@{start}"
    shared = {line.key: min(end, line.end_ms) - max(start, line.start_ms) for line in lines}
    return max(shared, key=lambda key: shared[key])
