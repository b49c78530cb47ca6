"""Rules that replace what is written by what is read: earlier rules win, what one has taken no other
touches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hoso.voice.reading.alignment import Replacement


@dataclass(frozen=True, slots=True)
class Rule:
    """What `pattern` finds is read as `read` says; None leaves it to the rules that follow."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], str | None]
    by_word: bool = False
    """The nth written word of a match is read as the nth spoken part, parts being separated by `|`."""


def rule(pattern: str, read: Callable[[re.Match[str]], str | None], *, by_word: bool = False) -> Rule:
    """A rule from a pattern in verbose form: spaces in it mean nothing."""
    return Rule(re.compile(pattern, re.VERBOSE), read, by_word)


def apply(text: str, rules: Iterable[Rule]) -> list[Replacement]:
    """The replacements that `rules` make in `text`; they do not overlap."""
    taken: list[Replacement] = []
    for each in rules:
        for match in each.pattern.finditer(text):
            if match.end() == match.start() or _overlaps(match, taken):
                continue
            spoken = each.read(match)
            if spoken is not None:
                taken.extend(_replacements(match, spoken, by_word=each.by_word))
    return taken


def _overlaps(match: re.Match[str], taken: Sequence[Replacement]) -> bool:
    return any(match.start() < other.end and other.start < match.end() for other in taken)


def _replacements(match: re.Match[str], spoken: str, *, by_word: bool) -> list[Replacement]:
    if not by_word:
        return [Replacement(match.start(), match.end(), spoken)]
    words = list(re.finditer(r"\S+", match.group()))
    parts = spoken.split("|")
    if len(words) != len(parts):
        return [Replacement(match.start(), match.end(), " ".join(parts))]
    offset = match.start()
    return [
        Replacement(offset + word.start(), offset + word.end(), part)
        for word, part in zip(words, parts, strict=True)
    ]
