"""What the languages of Europe share in reading numbers: num2words behind a small door, telephone groups,
addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from hoso.base.languages import Language

GROUPED = r"(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
"""A whole number, with or without marks between thousands."""
ADDRESS = r"https?://[^\s]*[\w/] | (?<![\w.])@\w+ | (?<![\w@.])[a-z][\w-]*(?:\.[a-z][a-z\d-]+)+(?:/\w+)*"
"""A web address or a handle."""
PHONE = r"(?<![\d.,])(?:\+\d|\(?0|8[\s(-])[\d\s()-]{5,}\d(?!\d)"
"""A telephone number: international, or with the trunk prefix."""


def cardinal(number: int | str, language: Language) -> str:
    """A cardinal in words. A string may have a decimal point; what is after it is read as the language
    does."""
    from num2words import num2words

    words: str = num2words(number, lang=language)
    return words.replace(",", "")


def ordinal(number: int, language: Language) -> str:
    """An ordinal in words, masculine nominative where there is gender."""
    from num2words import num2words

    words: str = num2words(number, lang=language, to="ordinal")
    return words


def english_year(number: int) -> str:
    """2024: twenty twenty-four."""
    from num2words import num2words

    words: str = num2words(number, lang="en", to="year")
    return words


def plain(text: str) -> str:
    """A number as written, without marks between thousands and with a decimal point."""
    bare = re.sub(r"\s", "", text)
    grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare)
    return bare.replace(",", "" if grouped else ".")


def phone(match: re.Match[str], group: Callable[[str], str], plus: str) -> str | None:
    """A telephone number by its groups, one part for each written word; None where there are too few
    digits."""
    written = match.group()
    if sum(map(str.isdigit, written)) < 7:
        return None
    return "|".join(
        " ".join(
            (f"{plus} " if part.startswith("+") else "") + group(part.lstrip("+"))
            for part in re.findall(r"\+?\d+", word)
        )
        for word in written.split()
    )


def pairs(figures: str) -> list[str]:
    """Digits in the groups that people say: threes, with two pairs at the end of a longer row."""
    if len(figures) <= 3:
        return [figures]
    head = figures[:-4]
    threes = [head[start : start + 3] for start in range(0, len(head), 3)]
    return [*threes, figures[-4:-2], figures[-2:]]


def address(match: re.Match[str], marks: Mapping[str, str]) -> str:
    """A web address or handle: its marks by name, its words left to the voice."""
    text = re.sub(r"^https?://(www\.)?", "", match.group()).rstrip("/")
    return " ".join("".join(f" {marks[each]} " if each in marks else each for each in text).split())
