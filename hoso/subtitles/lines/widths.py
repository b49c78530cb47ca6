"""How wide a text is: by the rule of its language, and in ems without opening a font. Pure.

Marks take no room.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from hoso.base.languages import Language
from hoso.subtitles.lines.marks import plain

Measure = Callable[[str], float]
"""The width of a text, in whatever the limit is in; taken to add up over words and spaces."""

# The bold faces' widths, rounded up to a twentieth of an em. Letters that are not here count as the widest.
_EMS = {
    0.3: " їј",
    0.35: "',.:;ijlІЇЈі‘’",
    0.4: "!()-I[]f{}",
    0.45: "/\\rt°",
    0.5: "гѓѕ",
    0.55: "*?cszЅзстэєґ–",
    0.6: '"$+0123456789<=>FJL^_aevxy|~ЀЁЃГЕЗТавеухьѐёўҐ“”·€',
    0.65: "#ESTVYZ`bdghknopquЎБРСУЬбдклопрцчяќџ«»",
    0.7: "ABCKPRXЄЌАВКХЭЯийнъђћѝ",
    0.75: "&DGЛЧ₩",
    0.8: "HOQUЂЋЍЏДИЙНОПЦЪ",
    0.85: "Nмф",
    0.9: "wжыюљ",
    0.95: "MМФЫњ",
}
_EM_OF = {char: width for width, chars in _EMS.items() for char in chars}
_HANGUL = 0.92
_WIDEST = 1.1


@lru_cache(maxsize=1 << 14)
def units(text: str, language: Language) -> float:
    """The width of `text` by the rule of its language.

    Korean: a Hangul syllable or another full-width character is 1, anything else 0.5. Other languages:
    characters.
    """
    width = _korean_width if language == "ko" else _letter_width
    return sum(map(width, plain(text)))


@lru_cache(maxsize=1 << 14)
def ems(text: str) -> float:
    """The most that `text` takes up in the subtitles' bold faces, in ems."""
    return sum(map(_em, plain(text)))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if unicodedata.category(char).startswith("M"):
        return 0.0
    return _HANGUL if "가" <= char <= "힣" else _EM_OF.get(char, _WIDEST)


@lru_cache(maxsize=4096)
def _letter_width(char: str) -> float:
    return 0.0 if unicodedata.combining(char) else 1.0


@lru_cache(maxsize=4096)
def _korean_width(char: str) -> float:
    if unicodedata.category(char).startswith("M"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5
