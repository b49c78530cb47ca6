"""The words of cues beside the script's: what is the same, what differs, when it is heard. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.wording import words_of

Span = tuple[int, int]
"""[start, end) in ms of the programme."""


@lru_cache(maxsize=16384)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a cue's text: no marks, no line breaks, NFC."""
    return tuple(words_of(text).split())


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where cues and script have other words; either may have none."""

    cue: int
    """The cue with the first of the words, or before which they are missing; among the cues compared."""
    shown: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Cues held against the script."""

    differences: tuple[Difference, ...]
    """In the cues' order."""
    heard: tuple[Span | None, ...]
    """For every cue when its words are heard, or those that they replace; None where there are none."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A word of either side, which cue it is in, and when it is heard."""

    word: str
    cue: int
    heard: Span


def compare(cues: Sequence[Cue], lines: Sequence[CuedLine]) -> Wording:
    """`cues`, in the order of their times, beside what `lines` say."""
    shown = [
        [_Told(word, number, (cue.start_ms, cue.end_ms)) for word in words_in(cue.text)]
        for number, cue in enumerate(cues)
    ]
    said = [part for line in lines for part in _told(line)]
    heard: list[Span | None] = [None] * len(cues)
    differences = []
    for mine, script in _steps(shown, said):
        same = [told.word for told in mine] == [told.word for told in script]
        if not same:
            differences.append((mine, script))
        for one, span in zip(mine, _spans(mine, script, same=same), strict=True):
            heard[one.cue] = _around(heard[one.cue], span)
    return Wording(tuple(_placed(differences, heard, len(cues))), tuple(heard))


def _told(line: CuedLine) -> Iterator[list[_Told]]:
    """The words of a line's cues, cue by cue, each with its own time where the voice gave it."""
    times = _times(line)
    for number, cue in enumerate(line.cues):
        whole = (cue.start_ms, cue.end_ms)
        yield [_Told(word, number, next(times, whole)) for word in words_in(cue.text)]


def _times(line: CuedLine) -> Iterator[Span]:
    """When each word of a line's cues is heard; nothing where the voice spoke other words, or gave no times.

    The name of who speaks, which is shown and not said, counts as heard with the first word.
    """
    shown = [word for cue in line.cues for word in words_in(cue.text)]
    name = len(shown) - len(line.words)
    said = [unicodedata.normalize("NFC", word.text) for word in line.words]
    if name >= 0 and said and shown[name:] == said:
        for word in (*line.words[:1] * name, *line.words):
            yield line.start_ms + word.start_ms, line.start_ms + word.end_ms


_Step = tuple[list[_Told], list[_Told]]


def _steps(shown: list[list[_Told]], said: list[list[_Told]]) -> Iterator[_Step]:
    """Both sides in stretches that are the same or differ: whole cues first, words within what is left."""
    left, right = ([tuple(told.word for told in part) for part in side] for side in (shown, said))
    for a, b, c, d in _opcodes(left, right):
        mine = [told for part in shown[a:b] for told in part]
        script = [told for part in said[c:d] for told in part]
        ours, theirs = ([told.word for told in side] for side in (mine, script))
        for i, j, k, m in _opcodes(ours, theirs):
            yield mine[i:j], script[k:m]


def _opcodes(left: Sequence[object], right: Sequence[object]) -> Iterator[tuple[int, int, int, int]]:
    if left == right:
        yield 0, len(left), 0, len(right)
        return
    for _, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield a, b, c, d


def _spans(mine: list[_Told], script: list[_Told], *, same: bool) -> list[Span | None]:
    """When each of `mine` is heard: with its own word, with all of those that they replace, or never."""
    if same:
        return [told.heard for told in script]
    whole = (script[0].heard[0], script[-1].heard[1]) if script else None
    return [whole] * len(mine)


def _around(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _placed(steps: list[_Step], heard: list[Span | None], count: int) -> Iterator[Difference]:
    """The differences with their cues; words that are missing belong to the cue heard next, or the last."""
    for mine, script in steps:
        if mine:
            cue = mine[0].cue
        else:
            begins = script[0].heard[0]
            later = (n for n in range(count) if (span := heard[n]) is not None and span[0] >= begins)
            cue = next(later, max(0, count - 1))
        yield Difference(cue, tuple(told.word for told in mine), tuple(told.word for told in script))
