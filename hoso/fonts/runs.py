"""Which family sets which stretch of a text. Pure: coverage comes as data."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from hoso.fonts.recipes import SANS

# The Korean source draws these scripts a full em wide, and without Є І Ї Ґ.
_SANS_FIRST = range(0x0370, 0x0530)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one family sets; `family` is None where no face has the characters."""

    family: str | None
    text: str


def runs(text: str, families: Sequence[str], covers: Callable[[str, str], bool]) -> tuple[Run, ...]:
    """`text` in runs, in order; their texts joined are `text`.

    `families` are tried in order, Greek and Cyrillic in the sans first. `covers(family, character)` says
    whether a family has a character. Spaces and combining marks stay with what is before them.
    """
    chosen: list[str | None] = []
    for char in text:
        if chosen and chosen[-1] is not None and _clings(char) and covers(chosen[-1], char):
            chosen.append(chosen[-1])
            continue
        order = _order(char, families)
        chosen.append(next((family for family in order if covers(family, char)), None))
    grouped = groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0])
    return tuple(Run(family, "".join(char for _, char in pairs)) for family, pairs in grouped)


def _order(char: str, families: Sequence[str]) -> Sequence[str]:
    if ord(char) in _SANS_FIRST and SANS in families:
        return (SANS, *(family for family in families if family != SANS))
    return families


def _clings(char: str) -> bool:
    return char.isspace() or bool(unicodedata.combining(char))
