"""Text as it is read aloud: the lexicon applied, numbers, dates, times and telephone numbers spelled out."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from importlib import import_module

from hoso.base.languages import Language
from hoso.voice.reading.alignment import Reading, align
from hoso.voice.reading.lexicon import lexicon_rules
from hoso.voice.reading.rules import Rule, apply

__all__ = ["Reading", "read"]


def read(text: str, language: Language, say_as: Mapping[str, str] | None = None) -> Reading:
    """How `text` is read in `language`, with the lexicon `say_as` (as written: as read).

    The reading's words as shown are exactly the whitespace-separated words of `text`.
    """
    text = unicodedata.normalize("NFC", text)
    rules = [*lexicon_rules(say_as or {}, language), *_rules(language)]
    return align(text, apply(text, rules))


def _rules(language: Language) -> tuple[Rule, ...]:
    """A language's own rules; its module is loaded only when it is spoken."""
    module = {"ko": "korean", "ru": "russian", "uk": "ukrainian", "en": "english"}[language]
    rules: tuple[Rule, ...] = import_module(f"hoso.voice.reading.{module}").RULES
    return rules
