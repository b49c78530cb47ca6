"""Numbers, dates, times and telephone numbers in Russian and Ukrainian: the rules; the words are in their
own modules.

Cardinals stay in the nominative (which for things is the accusative too): the case that a preposition asks
for is not
looked for. Ordinals of dates and years, where it would be heard at once, do take their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from hoso.base.languages import Language
from hoso.voice.reading import numerals
from hoso.voice.reading.rules import Rule, rule

NUMBER = rf"{numerals.GROUPED}(?:[.,]\d+)?"
Forms = tuple[str, str, str]
"""A noun after 1, after 2 to 4, and after 5."""
Gender = Literal["m", "f", "n"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one language adds."""

    language: Language
    months: tuple[str, ...]
    """In the genitive, from January."""
    year: Mapping[str, str]
    """Forms of "year" and the case of the ordinal before it."""
    year_short: str
    """Pattern of the abbreviation."""
    year_genitive: str
    endings: Mapping[str, str]
    """Case or gender to the ending of an ordinal."""
    soft_endings: Mapping[str, str]
    """The same for "third"."""
    soft: tuple[str, str]
    """"Third", and its stem."""
    suffixes: Mapping[str, str]
    """What is written after a figure (2-го) to a case or gender."""
    gendered: Mapping[tuple[str, Gender], str]
    """The forms of 1 and 2."""
    feminine: str
    """Pattern of feminine nouns that are counted."""
    neuter: str
    units: Mapping[str, tuple[Forms, Gender]]
    scales: Mapping[str, tuple[Forms, Gender]]
    hour: Forms
    zero: str
    plus: str
    minus: str
    number_sign: str
    round_the_clock: str
    marks: Mapping[str, str]


def rules_for(g: Grammar) -> tuple[Rule, ...]:
    """The rules of a language, in the order in which they are tried."""
    return (
        rule(numerals.ADDRESS, lambda m: numerals.address(m, g.marks)),
        *_time_rules(g),
        *_measure_rules(g),
        rule(rf"(?<!\w)[-−](?P<n>{NUMBER})", lambda m: f"{g.minus} {_cardinal(g, m['n'])}"),
        rule(rf"{NUMBER}(?=(?P<noun>\s\w+)?)", lambda m: _cardinal(g, m.group(), _gender(g, m["noun"]))),
    )


def _time_rules(g: Grammar) -> tuple[Rule, ...]:
    """Dates, times, years, ordinals; and telephone numbers, which must not be taken for any of them."""
    months, years = "|".join(g.months), _any(g.year)
    return (
        rule(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", lambda m: _date(g, m)),
        rule(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)", lambda m: _date(g, m)),
        rule(numerals.PHONE, lambda m: numerals.phone(m, lambda f: phone_group(g, f), g.plus), by_word=True),
        rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", lambda m: clock(g, int(m[1]), m[2])),
        rule(r"24/7", lambda _: g.round_the_clock),
        rule(rf"(?<![\d.,])(?P<n>\d{{1,2}})(?=\s(?:{months})\b)", lambda m: _ordinal(g, m, "genitive")),
        rule(rf"(?P<y>\d{{4}})(?:-[а-яі]+)?\s?(?:{g.year_short})", lambda m: _year(g, m["y"])),
        rule(
            rf"(?<![\d.,])(?P<n>\d{{3,4}})(?:-[а-яі]{{1,2}})?(?=\s(?P<form>{years})\b)",
            lambda m: _ordinal(g, m, g.year[m["form"]]),
        ),
        rule(
            rf"(?<![\d.,])(?P<n>\d+)-(?P<suffix>{_any(g.suffixes)})\b",
            lambda m: _ordinal(g, m, g.suffixes[m["suffix"]]),
        ),
    )


def _measure_rules(g: Grammar) -> tuple[Rule, ...]:
    """Numbers with a sign, a unit or a scale; ranges."""
    scale = rf"(?P<scale>{'|'.join(g.scales)})\b\.?"
    return (
        rule(rf"№\s?(?P<n>{NUMBER})", lambda m: f"{g.number_sign} {_cardinal(g, m['n'])}"),
        rule(rf"(?P<unit>[$€₴£])\s?(?P<n>{NUMBER})(?:\s{scale})?", lambda m: _measure(g, m)),
        rule(
            rf"(?P<sign>(?<!\w)[-−])?(?P<n>{NUMBER})(?:\s?{scale})?\s?(?P<unit>{_any(g.units)})(?!\w)",
            lambda m: _measure(g, m),
        ),
        rule(rf"(?P<n>{NUMBER})\s?{scale}", lambda m: _measure(g, m)),
        rule(
            r"(?P<a>\d+)\s?[–~]\s?(?P<b>\d+)",
            lambda m: f"{_cardinal(g, m['a'])} – {_cardinal(g, m['b'])}",
        ),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def inflected(g: Grammar, number: int, form: str) -> str:
    """An ordinal in a case (of the masculine), or in the feminine or neuter."""
    *before, last = numerals.ordinal(number, g.language).split()
    # 1949: тысяча девятьсот, not одна тысяча девятьсот
    before = before[1:] if before[:1] == [g.gendered[("1", "f")]] else before
    if form != "masculine":
        written, stem = g.soft
        last = stem + g.soft_endings[form] if last == written else last[:-2] + g.endings[form]
    return " ".join((*before, last))


def phone_group(g: Grammar, figures: str) -> str:
    """A group of a telephone number, in pairs and threes: 044 ноль сорок четыре."""
    return " ".join(_with_zeros(g, part) for part in numerals.pairs(figures))


def _with_zeros(g: Grammar, figures: str) -> str:
    rest = figures.lstrip("0")
    zeros = [g.zero] * (len(figures) - len(rest))
    return " ".join((*zeros, *([_cardinal(g, rest)] if rest else [])))


def clock(g: Grammar, hours: int, minutes: str) -> str:
    """A time of the day: 9:05 девять ноль пять, 10:00 десять часов."""
    if minutes == "00":
        return (
            f"{_cardinal(g, str(hours))} {plural(hours, g.hour)}" if g.language == "ru" else _hour(g, hours)
        )
    return f"{_cardinal(g, str(hours))} {_with_zeros(g, minutes)}"


def _hour(g: Grammar, hours: int) -> str:
    """Russian counts hours, Ukrainian numbers them: десять часов, десята година."""
    if g.language == "ru":
        return f"{_cardinal(g, str(hours))} {plural(hours, g.hour)}"
    return f"{inflected(g, hours, 'feminine') if hours else g.zero} {g.hour[0]}"


def plural(number: int, forms: Forms) -> str:
    """The form of a noun after `number`."""
    if number % 100 in (11, 12, 13, 14) or number % 10 in (0, 5, 6, 7, 8, 9):
        return forms[2]
    return forms[0] if number % 10 == 1 else forms[1]


def _cardinal(g: Grammar, written: str, gender: Gender = "m") -> str:
    text = numerals.plain(written)
    if text.isdigit() and len(text) > 1 and text.startswith("0"):
        return _with_zeros(g, text)
    words = numerals.cardinal(text if "." in text else int(text), g.language)
    *before, last = words.split()
    figure = {g.gendered[("1", "m")]: "1", g.gendered[("2", "m")]: "2"}.get(last)
    return " ".join((*before, g.gendered[(figure, gender)])) if figure else words


def _gender(g: Grammar, following: str | None) -> Gender:
    noun = (following or "").strip()
    if re.match(g.feminine, noun):
        return "f"
    return "n" if re.match(g.neuter, noun) else "m"


def _measure(g: Grammar, match: re.Match[str]) -> str:
    """A number with a unit, a scale, or both: 50% пятьдесят процентов, $2 млн два миллиона долларов."""
    found = match.groupdict()
    scale, unit = found.get("scale"), found.get("unit")
    forms, gender = g.scales[scale] if scale else g.units[str(unit)]
    text = numerals.plain(match["n"])
    words = [g.minus] if found.get("sign") else []
    words += [_cardinal(g, text, gender), forms[1] if "." in text else plural(int(text), forms)]
    if scale and unit:
        words.append(g.units[unit][0][2])
    return " ".join(words)


def _date(g: Grammar, match: re.Match[str]) -> str | None:
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{inflected(g, day, 'genitive')} {g.months[month - 1]} {_year(g, match['y'])}"


def _year(g: Grammar, year: str) -> str:
    return f"{inflected(g, int(year), 'genitive')} {g.year_genitive}"


def _ordinal(g: Grammar, match: re.Match[str], form: str) -> str:
    return inflected(g, int(match["n"]), form)
