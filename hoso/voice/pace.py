"""How long a line will take to say, before anybody has said it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hoso.base.languages import Language
from hoso.voice.reading import read

SYLLABLES_PER_SECOND: dict[Language, float] = {"ko": 4.5, "ru": 4.1, "uk": 4.3, "en": 3.9}
"""Of the embedded voice, pauses inside a sentence included: Korean by the reference of 2026-11-21, the others
measured on 2026-11-22 with sentences of the sample messages."""
PAUSE_MS = 350
"""Between two sentences of a line."""
VOWELS: dict[Language, str] = {
    "ko": r"[가-힣]",
    "ru": r"[аеёиоуыэюяАЕЁИОУЫЭЮЯ]",
    "uk": r"[аеєиіїоуюяАЕЄИІЇОУЮЯ]",
    "en": r"[aeiouyAEIOUY]+",
}


def syllables(spoken: str, language: Language) -> int:
    """The syllables of a text as it is read: exact for Korean, Russian and Ukrainian, near for English."""
    return len(re.findall(VOWELS[language], spoken)) + (
        len(re.findall(r"[A-Za-z]+", spoken)) if language != "en" else 0
    )


def estimate_ms(
    text: str, language: Language, *, speed: float = 1.0, say_as: Mapping[str, str] | None = None
) -> int:
    """About how long the take of `text` will be, in ms."""
    spoken = read(text, language, say_as).spoken
    sentences = max(1, len(re.findall(r"[.!?…]+(?=\s|$)", spoken)))
    speech = syllables(spoken, language) * 1000 / SYLLABLES_PER_SECOND[language]
    return round((speech + (sentences - 1) * PAUSE_MS) / speed)
