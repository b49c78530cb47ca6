"""Numbers, dates, times and telephone numbers as an English speaker reads them."""

from __future__ import annotations

import re

from hoso.voice.reading import numerals
from hoso.voice.reading.rules import Rule, rule

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
UNITS = {
    "%": ("percent", "percent"), "km/h": ("kilometre an hour", "kilometres an hour"), "km": ("kilometre",
    "kilometres"),
    "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"), "m": ("metre", "metres"),
    "kg": ("kilogram", "kilograms"), "g": ("gram", "grams"), "°C": ("degree", "degrees"), "℃": ("degree",
    "degrees"),
    "°": ("degree", "degrees"), "$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"),
    "₴": ("hryvnia", "hryvnias"),
}  # fmt: skip
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MARKS = {"@": "at", ".": "dot", "/": "slash", "_": "underscore", "-": "dash"}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
YEAR = r"(?:1[1-9]|20)\d\d"


def digits(figures: str) -> str:
    """Digit by digit: how numbers are read that are names."""
    return " ".join(DIGITS[int(figure)] for figure in figures)


def quantity(written: str) -> str:
    """A number as written: 1,000 one thousand, 3.5 three point five, 007 zero zero seven."""
    text = written.replace(",", "")
    if text.isdigit() and len(text) > 1 and text.startswith("0"):
        return digits(text)
    return numerals.cardinal(text if "." in text else int(text), "en")


def clock(hours: int, minutes: str) -> str:
    """A time of the day: 9:05 nine oh five, 14:30 fourteen thirty, 10:00 ten o'clock."""
    hour = quantity(str(hours))
    if minutes == "00":
        return f"{hour} o'clock" if 1 <= hours <= 12 else f"{hour} hundred hours"
    few = "oh " if minutes[0] == "0" else ""
    return f"{hour} {few}{quantity(minutes.lstrip('0'))}"


def _clock(match: re.Match[str]) -> str:
    half = match["half"]
    if not half:
        return clock(int(match["h"]), match["m"])
    hour = quantity(match["h"]) if match["m"] in (None, "00") else clock(int(match["h"]), match["m"])
    return f"{hour} {half[0].lower()} m"


def _measure(match: re.Match[str]) -> str:
    found = match.groupdict()
    one, many = UNITS[match["unit"]]
    scale = f" {found['scale']}" if found.get("scale") else ""
    minus = "minus " if found.get("sign") else ""
    return f"{minus}{quantity(match['n'])}{scale} {one if match['n'] == '1' and not scale else many}"


def _date(year: str, month: str, day: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{MONTHS[int(month) - 1]} {numerals.ordinal(int(day), 'en')}, {numerals.english_year(int(year))}"


def _year(match: re.Match[str]) -> str:
    return numerals.english_year(int(match.group()))


_MONTHS = "|".join(MONTHS)
_UNITS = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_SCALE = r"(?:\s(?P<scale>thousand|million|billion))?"

RULES: tuple[Rule, ...] = (
    rule(numerals.ADDRESS, lambda m: numerals.address(m, MARKS)),
    rule(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", lambda m: _date(m[1], m[2], m[3])),
    rule(numerals.PHONE, lambda m: numerals.phone(m, digits, "plus"), by_word=True),
    rule(
        r"(?<![\d:])(?P<h>[01]?\d|2[0-4])(?::(?P<m>[0-5]\d))?\s?(?P<half>[aApP])\.?[mM]\b\.? | "
        r"(?<![\d:])(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?![\d:])",
        lambda m: _clock(m) if m["half"] else clock(int(m["h2"]), m["m2"]),
    ),
    rule(r"24/7", lambda _: "twenty-four seven"),
    rule(
        rf"(?<!\w)(?P<the>the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?=\s(?:{_MONTHS})\b)",
        lambda m: f"the {numerals.ordinal(int(m['d']), 'en')} of",
    ),
    rule(
        rf"(?P<month>{_MONTHS})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)",
        lambda m: f"{m['month']}|{numerals.ordinal(int(m['d']), 'en')}",
        by_word=True,
    ),
    rule(
        rf"(?P<month>{_MONTHS})\s(?P<y>{YEAR})(?!\d)",
        lambda m: f"{m['month']}|{numerals.english_year(int(m['y']))}",
        by_word=True,
    ),
    rule(rf"(?:(?<=\b(?:in|of|by)\s)|(?<=(?:since|until|after)\s)){YEAR}(?![\d,])", _year),
    rule(rf"(?<=,\s){YEAR}(?!\d)", _year),
    rule(rf"(?<=[a-z]\s){YEAR}(?=[.,;!?]|$)", _year),
    rule(r"(?<!\w)(\d+)(?:st|nd|rd|th)\b", lambda m: numerals.ordinal(int(m[1]), "en")),
    rule(rf"(?P<unit>[$€£₴])\s?(?P<n>{NUMBER}){_SCALE}", _measure),
    rule(rf"(?P<sign>(?<!\w)[-−])?(?P<n>{NUMBER})\s?(?P<unit>{_UNITS})(?!\w)", _measure),
    rule(r"(?P<a>\d+)\s?[–~]\s?(?P<b>\d+)", lambda m: f"{quantity(m['a'])} to {quantity(m['b'])}"),
    rule(rf"(?<!\w)[-−](?P<n>{NUMBER})", lambda m: f"minus {quantity(m['n'])}"),
    rule(NUMBER, lambda m: quantity(m.group())),
)  # fmt: skip
"""In the order in which they are tried."""
