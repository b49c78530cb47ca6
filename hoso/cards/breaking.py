"""Where lines end: only at spaces, as few lines as possible, of even length. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

# Words that lean on the next one: no line should end with them; and on the one before: none should begin so.
PROCLITIC = re.compile(
    "в|во|к|ко|с|со|о|об|у|и|а|но|не|ни|на|за|по|до|из|от|для|без|под|над|при|про|"
    "з|із|зі|й|і|та|що|як|від|або|the|a|an|of|to|in|on|at|and|or|안|못|한|두|세|네|이|그|저|및|더",
    re.IGNORECASE,
)
ENCLITIC = re.compile(
    "(—|–|-|ли|же|бы|ж|б|수|것|것을|것이|것은|것입니다|때|등|채|뿐|만큼|대로)[.,!?…]*", re.IGNORECASE
)
# What a bad line end costs, in squares of the full line's width.
BAD_END = 0.15
# Kerning across spaces never changes a line's width by more than this share.
DOUBT = 0.1

Measure = Callable[[str], int]


class TooWideError(Exception):
    """A word is wider than the line."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def break_lines(text: str, limit: int, width: Measure) -> tuple[str, ...]:
    """The lines of `text`, none wider than `limit`; line breaks in `text` stay.

    `width` measures a line in the unit of `limit`. Runs of spaces become one. Raises TooWideError where a
    single word does not fit.
    """
    return tuple(line for part in text.splitlines() for line in _paragraph(part.split(), limit, width))


def _paragraph(words: list[str], limit: int, width: Measure) -> tuple[str, ...]:
    alone = [width(word) for word in words]
    for word, wide in zip(words, alone, strict=True):
        if wide > limit:
            raise TooWideError(word)
    space = width(" ")

    def line_width(start: int, end: int) -> int:
        """The sum of the words where that leaves no doubt that they fit, or don't; else measured whole."""
        about = sum(alone[start:end]) + space * (end - start - 1)
        sure = about < limit * (1 - DOUBT) or about > limit * (1 + DOUBT)
        return about if sure else width(" ".join(words[start:end]))

    @cache
    def best(start: int) -> tuple[int, float, tuple[int, ...]]:
        """Fewest lines from `start` on, then the least cost, and where the lines end."""
        if start == len(words):
            return 0, 0.0, ()
        choices = []
        for end in range(start + 1, len(words) + 1):
            wide = line_width(start, end)
            if wide > limit:
                break
            count, cost, rest = best(end)
            choices.append((count + 1, cost + (wide / limit) ** 2 + _end_cost(words, end), (end, *rest)))
        return min(choices, key=lambda choice: choice[:2])

    ends = best(0)[2]
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


def _end_cost(words: list[str], end: int) -> float:
    if end == len(words):
        return 0.0
    bad = PROCLITIC.fullmatch(words[end - 1]) or ENCLITIC.fullmatch(words[end])
    return BAD_END if bad else 0.0
