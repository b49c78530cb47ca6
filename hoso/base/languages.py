"""The languages that hoso speaks and writes."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["ko", "ru", "uk", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

# In the MP4 and in players, languages go by ISO 639-2.
ISO_639_2: dict[Language, str] = {"ko": "kor", "ru": "rus", "uk": "ukr", "en": "eng"}
