"""How long words take to say, relative to each other. Pure."""

from __future__ import annotations

from hoso.base.languages import Language

# In syllables (Korean) or characters (alphabets). A digit is spoken as a word; a sentence ends in a pause.
# Rough, and used only where the voice gives no word times.
_DIGIT: dict[Language, float] = {"ko": 1.5, "ru": 5.0, "uk": 5.0, "en": 4.0}
_SENTENCE_PAUSE: dict[Language, float] = {"ko": 1.5, "ru": 4.0, "uk": 4.0, "en": 4.0}
_CLAUSE_PAUSE: dict[Language, float] = {"ko": 0.75, "ru": 2.0, "uk": 2.0, "en": 2.0}


def weight(word: str, language: Language) -> float:
    """How long `word` takes, with the pause after it; always above 0."""
    spoken = sum(_character(char, language) for char in word)
    tail = word.rstrip("\"'”’»)]」』》〉")[-1:]
    if tail in (".", "!", "?", "…"):
        spoken += _SENTENCE_PAUSE[language]
    elif tail in (",", ";", ":", "—"):
        spoken += _CLAUSE_PAUSE[language]
    return max(spoken, 0.1)


def _character(char: str, language: Language) -> float:
    if char.isdigit():
        return _DIGIT[language]
    return 1.0 if char.isalpha() else 0.0
