"""Which line of a script became which, when words, order or ids have changed. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hoso.subtitles.cues import CuedLine
from hoso.subtitles.keeping.aligning import likeness
from hoso.subtitles.keeping.wording import words_of

LEAST_ALIKE = 0.3
"""Lines in one place that share less than this are two lines, not one that was reworded."""
UNNAMED = "~"
"""How the key of a line without an id begins: it changes with the words."""


def match_lines(before: Sequence[CuedLine], now: Sequence[CuedLine]) -> dict[str, CuedLine]:
    """What each line of `before`, by its key, is `now`; lines that are gone are left out.

    A key finds its line wherever that has moved to. The others are looked for between the same neighbours,
    by their words; two lines that both have ids are never taken for one.
    """
    keys = {line.key: line for line in now}
    found = {line.key: keys[line.key] for line in before if line.key in keys}
    left, right = _by_neighbour(before, found), _by_neighbour(now, found)
    for neighbour, lines in left.items():
        found.update(_alike(lines, right.get(neighbour, [])))
    return found


def _by_neighbour(
    lines: Sequence[CuedLine], found: Mapping[str, CuedLine]
) -> Mapping[str | None, list[CuedLine]]:
    """The lines that have no match yet, by the key of the matched line before them."""
    neighbour: str | None = None
    left: dict[str | None, list[CuedLine]] = defaultdict(list)
    for line in lines:
        if line.key in found:
            neighbour = line.key
        else:
            left[neighbour].append(line)
    return left


def _alike(left: Sequence[CuedLine], right: Sequence[CuedLine]) -> Iterator[tuple[str, CuedLine]]:
    """Pairs of lines that share words, in order: each takes the likest of those that follow the last pair."""
    at = 0
    for line in left:
        choices = [
            (likeness(_words(line), _words(other)), -number)
            for number, other in enumerate(right[at:], at)
            if line.key.startswith(UNNAMED) or other.key.startswith(UNNAMED)
        ]
        best, place = max(choices, default=(0.0, 0))
        if best >= LEAST_ALIKE:
            yield line.key, right[-place]
            at = 1 - place


def _words(line: CuedLine) -> str:
    return " ".join(words_of(cue.text) for cue in line.cues)
