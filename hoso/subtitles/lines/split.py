"""Split a spoken line into cues. Pure.

Sentences stand apart; a sentence too long for one cue is parted at its commas first, then evenly.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from hoso.base.languages import Language
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines import marks
from hoso.subtitles.lines.binding import GUESSED, Bond, Ties
from hoso.subtitles.lines.breaking import LIMITS, Limit, set_lines
from hoso.subtitles.lines.parts import Part, Reach, reaches, timed_parts
from hoso.voice.takes import Word

MIN_MS = 833
"""A cue should stay at least 5/6 s (Netflix Timed Text Style Guide)."""
MAX_MS = 7000
"""And at most 7 s (same)."""

_CUE = 1.0
_UNEVEN = 0.6
_PAST_CLAUSE = 1.5
_PARTING: dict[Bond, float] = {
    "break": 0.0,
    "sentence": 0.0,
    "clause": 0.0,
    "plain": 1.0,
    "leaning": 1.6,
    "bound": 4.5,
}
_LONG = 5.0
"""For every 7 s after the first: more than a cut where words aren't tied can cost, less than one at a tie."""
_BRIEF = 1.0
_TORN = 2.5
"""A cue whose lines part a tie; a cue more, parted elsewhere, is better."""

_Group = tuple[int, int]
"""The parts of one cue: from, and to before."""


def split(
    text: str,
    words: Sequence[Word],
    duration_ms: int,
    language: Language,
    limits: Sequence[Limit] = (),
    ties: Ties = GUESSED,
) -> tuple[Cue, ...]:
    """The cues of one spoken line, in ms from its start; they cover [0, duration_ms) without gap or overlap.

    `words` time the cues where they are the text's words, one for one; otherwise every cue gets its share of
    `duration_ms` by syllables (characters, in alphabets). Every cue can be broken into every one of `limits`
    (default: those of the language) and comes broken into the first. A cue over 7 s is parted where its words
    aren't tied.

    A newline in `text` is a line break that somebody typed: the words around it stand on one line nowhere,
    and share a cue where they fit the first limit so, even where a sentence ends. Emphasis is balanced within
    each cue. The text's words are kept, in order, in NFC, other white space as one space. An empty text has
    no cues. Raises ValueError where there are more cues than milliseconds.
    """
    limits = limits or LIMITS[language]
    parts = timed_parts(text, words, duration_ms, language, limits, ties)
    if not parts:
        return ()
    line = _Line(
        parts, duration_ms, reaches(parts, limits, language), limits[0], limits[0].measure(language)(" ")
    )
    groups = _join_brief(line, [group for sentence in line.sentences() for group in _divide(line, sentence)])
    edges = _edges([parts[start].start for start, _ in groups], duration_ms)
    texts = marks.balance([line.text(group) for group in groups])
    return tuple(Cue(start, end, text) for (start, end), text in zip(pairwise(edges), texts, strict=True))


@dataclass(frozen=True)
class _Line:
    """A spoken line to be divided."""

    parts: Sequence[Part]
    duration_ms: int
    reaches: Sequence[Reach]
    """How far a cue can go by each limit."""
    limit: Limit
    """What cues come broken into."""
    space: float
    """The width of a space."""

    @cached_property
    def _filled(self) -> list[float]:
        atoms = (part.atom for part in self.parts)
        return list(accumulate((atom.width + (not atom.glued) * self.space for atom in atoms), initial=0.0))

    def sentences(self) -> list[_Group]:
        """The parts of each sentence."""
        ends = [index for index, part in enumerate(self.parts, 1) if part.atom.after == "sentence"]
        return list(pairwise([0, *ends]))

    def fits(self, start: int, end: int) -> bool:
        """Whether one cue can hold these parts."""
        return end <= self.reach(start)

    def reach(self, start: int) -> int:
        """Where the longest cue that begins with part `start` ends."""
        return min(reach.end(start) for reach in self.reaches)

    def whole(self, start: int) -> int:
        """Where the longest cue that begins with part `start` ends whose lines need not part tied words."""
        return self.reaches[0].whole(start)

    def lasts(self, start: int, end: int) -> float:
        """How long these parts are shown, in ms."""
        after = self.parts[end].start if end < len(self.parts) else self.duration_ms
        return after - self.parts[start].start

    def emptiness(self, start: int, end: int) -> float:
        """The share of a cue's room that these parts leave empty."""
        return 1 - (self._filled[end] - self._filled[start]) / (self.limit.width * self.limit.lines)

    def text(self, group: _Group) -> str:
        """These parts on lines."""
        atoms = [part.atom for part in self.parts[slice(*group)]]
        return "\n".join(set_lines(atoms, self.limit.width, self.space, self.limit.lines))


def _divide(line: _Line, sentence: _Group) -> list[_Group]:
    """A sentence in cues: the cheapest way by number, parting, evenness and length."""
    first, last = sentence
    if last <= min(line.reach(first), line.whole(first)) and line.lasts(first, last) <= MAX_MS:
        return [sentence]
    best: dict[int, tuple[float, int]] = {last: (0.0, last)}
    for start in range(last - 1, first - 1, -1):
        best[start] = min((round(cost + best[end][0], 6), end) for end, cost in _ways(line, start, last))
    groups = []
    while first < last:
        end = best[first][1]
        groups.append((first, end))
        first = end
    return groups


def _ways(line: _Line, start: int, last: int) -> Iterator[tuple[int, float]]:
    """Where a cue that begins with part `start` may end, and what each end costs."""
    whole = line.whole(start)
    clause = False
    for end in range(start + 1, min(line.reach(start), last) + 1):
        kind = line.parts[end - 1].atom.after
        cost = _CUE + _UNEVEN * line.emptiness(start, end) ** 2 + _unrest(line.lasts(start, end))
        if end > whole:
            cost += _TORN
        if end < last:
            cost += _PARTING[kind]
            if clause and kind not in ("clause", "break"):
                cost += _PAST_CLAUSE  # the cue could have ended at that comma
        yield end, cost
        clause = clause or kind == "clause"


def _unrest(ms: float) -> float:
    """What it costs to show a cue for `ms`: too short or too long."""
    return _BRIEF if ms < MIN_MS else _LONG * max(0, math.ceil(ms / MAX_MS) - 1)


def _join_brief(line: _Line, groups: Sequence[_Group]) -> list[_Group]:
    """Let a cue that would only flash by share the next one's, or the one before's, where both fit in one."""
    joined: list[_Group] = []
    for start, end in groups:
        before = joined[-1][0] if joined else start
        brief = line.lasts(start, end) < MIN_MS or (joined and line.lasts(before, start) < MIN_MS)
        if joined and brief and line.fits(before, end) and line.lasts(before, end) <= MAX_MS:
            joined[-1] = (before, end)
        else:
            joined.append((start, end))
    return joined


def _edges(starts: Sequence[float], duration_ms: int) -> list[int]:
    """Where cues begin and the last one ends: whole ms, each at least one after the one before."""
    count = len(starts)
    if duration_ms < count:
        raise ValueError(f"{count} cues don't fit in {duration_ms} ms")
    edges = [0]
    for number, start in enumerate(starts[1:], 1):
        edges.append(min(max(round(start), edges[-1] + 1), duration_ms - (count - number)))
    return [*edges, duration_ms]
