"""The three-way merge: what was generated, what an editor made of it, what is generated now. Pure.

Passage by passage. What the editor did to a passage's cues is done again to the cues that it has now; where
that can't be, the difference is a conflict, with both versions. Nothing of an editor's vanishes without a
word. (docs/decisions/0006-subtitle-files.md)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.keeping.aligning import Group, align
from hoso.subtitles.keeping.matching import match_lines
from hoso.subtitles.keeping.outcome import (
    APART,
    CROWDED,
    DROPPED,
    GONE,
    RETIMED,
    REWORDED,
    Conflict,
    Kept,
    Merged,
    Placed,
)
from hoso.subtitles.keeping.parting import part
from hoso.subtitles.keeping.passages import Passage, passages
from hoso.subtitles.keeping.warp import Warp, warp
from hoso.subtitles.keeping.wording import words_of


def merge(before: Sequence[CuedLine], now: Sequence[CuedLine], edited: Iterable[Cue]) -> Merged:
    """`edited`, an editor's version of what was generated `before`, carried over to what is generated `now`.

    - A line that moved takes the editor's times along; where its voice is another, each cue's offsets.
    - A cue whose words changed takes the new words and keeps the editor's offsets.
    - What the editor split, joined, added or deleted stays so, as long as the words are the same.
    - Where the editor's words meet the script's new ones, the editor's are kept; where only times, splits or
      line breaks meet new words that fall into other cues, the new words are. Both are conflicts.

    Edited times are held back where they would newly run into a neighbour.
    """
    lines = sorted((line for line in before if line.cues), key=lambda line: line.start_ms)
    new = sorted(edited)
    found = match_lines(before, now)
    bench = _Bench(cues_of(lines), new, found, [line.key for line in now])
    for passage in passages(lines, align(bench.old, new), new):
        bench.merge(passage)
    known = {found[line.key].key for line in lines if line.key in found}
    fresh = (cue for line in now if line.key not in known for cue in line.cues)
    cues, crowded = part([*bench.placed, *(Placed(cue) for cue in fresh)])
    return Merged(cues, (*bench.conflicts, *crowded))


class _Bench:
    """Where passages are merged, one after the other; what comes of them lies in `placed` and `conflicts`."""

    def __init__(
        self, old: Sequence[Cue], new: Sequence[Cue], found: Mapping[str, CuedLine], order: Sequence[str]
    ) -> None:
        self.old = old
        self.placed: list[Placed] = []
        self.conflicts: list[Conflict] = []
        self._new = new
        self._found = found
        self._order = {key: number for number, key in enumerate(order)}

    def merge(self, passage: Passage) -> None:
        """Merge one passage."""
        after = [self._found[line.key] for line in passage.lines if line.key in self._found]
        touched = [group for group in passage.groups if not self._untouched(group)]
        if not touched:
            pairs = {line.key: line for line in passage.lines}
            self._lay(cues_of(after), cues_of(pairs.values()))
        elif len(after) < len(passage.lines):
            self._give_up(passage, touched, after, GONE)
        elif not self._neighbours(after):
            self._give_up(passage, touched, after, APART)
        else:
            self._carry(passage, touched, after)

    def _carry(self, passage: Passage, touched: Sequence[Group], after: Sequence[CuedLine]) -> None:
        """The lines are all there still: by cue where there are as many as before, else as a whole."""
        was, now = cues_of(passage.lines), cues_of(after)
        if len(was) == len(now):
            by_cue, first = warp(was, now), passage.first
            for group in passage.groups:
                self._merge_group(
                    passage.name, group, now[group.old_from - first : group.old_to - first], by_cue
                )
            return
        by_line = warp(passage.lines, after)
        mine = self._of_editor(passage.groups)
        if words_of_all(was) == words_of_all(now) or words_of_all(mine) == words_of_all(now):
            self._lay_edited(mine, by_line)
        elif words_of_all(mine) == words_of_all(was):
            edited = tuple(by_line.cue(cue) for cue in self._of_editor(touched))
            self._dispute(passage.name, RETIMED, "generated", edited, now)
            self._lay(now, ())
        else:
            self._dispute(passage.name, REWORDED, "edited", tuple(map(by_line.cue, mine)), now)
            self._lay_edited(mine, by_line)

    def _merge_group(self, name: str, group: Group, now: Sequence[Cue], by_cue: Warp) -> None:
        """One group of a passage that has as many cues as before; `now` are the group's."""
        was, mine = self.old[group.old_from : group.old_to], self._new[group.new_from : group.new_to]
        if self._untouched(group):
            self._lay(now, was)
        elif group.sizes == (1, 1):
            self._merge_cue(name, was[0], mine[0], now[0])
        elif words_of_all(was) == words_of_all(now):
            self._lay_edited(mine, by_cue)
        elif not mine:
            self._dispute(name, DROPPED, "edited", (), now)
        elif words_of_all(mine) == words_of_all(was):
            self._dispute(name, RETIMED, "generated", tuple(map(by_cue.cue, mine)), now)
            self._lay(now, was)
        else:
            if words_of_all(mine) != words_of_all(now):
                self._dispute(name, REWORDED, "edited", tuple(map(by_cue.cue, mine)), now)
            self._lay_edited(mine, by_cue)

    def _merge_cue(self, name: str, was: Cue, mine: Cue, now: Cue) -> None:
        """One cue that is one cue still: the editor's offsets, and the words of whoever changed them."""
        start = now.start_ms + mine.start_ms - was.start_ms
        carried = Cue(start, now.end_ms + mine.end_ms - was.end_ms, now.text)
        if mine.text != was.text:
            if words_of(was.text) == words_of(now.text) or words_of(mine.text) == words_of(now.text):
                carried = replace(carried, text=mine.text)
            elif words_of(mine.text) == words_of(was.text):
                self._dispute(name, RETIMED, "generated", (replace(carried, text=mine.text),), (now,))
            else:
                carried = replace(carried, text=mine.text)
                self._dispute(name, REWORDED, "edited", (carried,), (now,))
        if carried.end_ms <= carried.start_ms:
            self._dispute(name, CROWDED, "generated", (mine,), (now,))
            carried = replace(carried, start_ms=now.start_ms, end_ms=now.end_ms)
        self.placed.append(Placed(carried, source=mine, edited=True, line=name))

    def _give_up(
        self, passage: Passage, touched: Sequence[Group], after: Sequence[CuedLine], reason: str
    ) -> None:
        """What the editor made has no place now."""
        now = cues_of(after)
        self._dispute(passage.name, reason, "generated", self._of_editor(touched), now)
        self._lay(now, ())

    def _dispute(
        self, name: str, reason: str, kept: Kept, edited: Sequence[Cue], generated: Sequence[Cue]
    ) -> None:
        self.conflicts.append(Conflict(name, reason, kept, tuple(edited), tuple(generated)))

    def _lay(self, now: Sequence[Cue], sources: Sequence[Cue]) -> None:
        """Place what is generated; `sources` are the same cues as they were, where they are known."""
        known = sources if len(sources) == len(now) else [None] * len(now)
        self.placed += [Placed(cue, source) for cue, source in zip(now, known, strict=True)]

    def _lay_edited(self, mine: Sequence[Cue], to_now: Warp) -> None:
        self.placed += [Placed(to_now.cue(cue), cue, edited=True) for cue in mine]

    def _of_editor(self, groups: Iterable[Group]) -> tuple[Cue, ...]:
        return tuple(cue for group in groups for cue in self._new[group.new_from : group.new_to])

    def _untouched(self, group: Group) -> bool:
        return group.sizes == (1, 1) and self.old[group.old_from] == self._new[group.new_from]

    def _neighbours(self, lines: Sequence[CuedLine]) -> bool:
        places = [self._order[line.key] for line in lines]
        return places == list(range(places[0], places[0] + len(places)))


def words_of_all(cues: Iterable[Cue]) -> str:
    """The words of `cues` in their order."""
    return " ".join(words_of(cue.text) for cue in cues)
