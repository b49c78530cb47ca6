"""How long a text is as a channel counts it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

Counting = Literal["utf16", "characters", "x-weighted"]

LINK_UNITS = 23
# The code points that weigh 1 on X; all others weigh 2. Both, and the links' 23: twitter-text, config/v3.json
# (github.com/twitter/twitter-text), which X's documentation of counting characters names.
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_LINK = re.compile(
    # In links Latin and Cyrillic letters are taken, Hangul ends them.
    r"https?://[\w\u00c0-\u052f\-.~:/?#\[\]@!$&'()*+,;=%]+"
    # X makes links of bare names too where it knows the ending; here all are, to be on the safe side.
    r"|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?:/[\w\u00c0-\u052f\-.~/?#&=%]*)?",
    re.ASCII | re.IGNORECASE,
)
_AFTER_LINK = ".,;:!?)]'"


def units(text: str, counting: Counting) -> int:
    """The length of `text` by `counting`: UTF-16 units, code points, or X's weights."""
    return _COUNTS[counting](text)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _weighted(text: str) -> int:
    """An emoji of several code points counts as them all: X counts 2, so this is never too little."""
    total, at = 0, 0
    for found in _LINK.finditer(text):
        link = found.group().rstrip(_AFTER_LINK)
        total += _weights(text[at : found.start()]) + _link_units(link)
        at = found.start() + len(link)
    return total + _weights(text[at:])


def _link_units(link: str) -> int:
    return LINK_UNITS if "://" in link else max(LINK_UNITS, _weights(link))


def _weights(text: str) -> int:
    return sum(1 if any(low <= ord(char) <= high for low, high in _LIGHT) else 2 for char in text)


_COUNTS: Mapping[Counting, Callable[[str], int]] = {
    "utf16": _utf16,
    "characters": len,
    "x-weighted": _weighted,
}
