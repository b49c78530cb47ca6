"""Spoken text to phonemes: one piece of IPA for every word, whatever scripts a line mixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hoso.base.languages import Language
from hoso.voice.kokoro import korean
from hoso.voice.kokoro.pronunciation import is_hangul

STOPS = {".": ".", "!": "!", "?": "?", "…": "…", "。": ".", "！": "!", "？": "?"}
PAUSES = {",": ",", ";": ";", ":": ":", "—": "—", "–": "—", "、": ",", "，": ","}
ENDS = {**PAUSES, **STOPS}
_HANGUL, _LATIN, _CYRILLIC = "ko", "en", "ru"


@dataclass(frozen=True, slots=True)
class Sounds:
    """A word as the model gets it."""

    ipa: str
    """Empty where the word is nothing but a mark."""
    end: str
    """The mark after it (of `ENDS`), or an empty string."""

    @property
    def stops(self) -> bool:
        """Whether a sentence ends here."""
        return self.end in (".", "!", "?", "…")


def phonemes(words: Sequence[str], language: Language) -> list[Sounds]:
    """The sounds of each of `words`: as many as there are words, in order.

    Korean is read by our own rules, Latin and Cyrillic letters by espeak-ng: in Korean text as English and
    Russian.
    """
    cores = [_core(word) for word in words]
    ends = [_end(word) for word in words]
    read: list[str] = []
    for start, stop in _breaths(ends):
        read.extend(_breath(cores[start:stop], language))
    return [Sounds(ipa, end) for ipa, end in zip(read, ends, strict=True)]


def _core(word: str) -> str:
    """The word's letters; an apostrophe or hyphen inside it stays."""
    return re.sub(r"^[^\w]+|[^\w]+$", "", word)


def _end(word: str) -> str:
    """The last mark after the word that the model knows; a full stop wins over a closing bracket."""
    tail = word[len(word.rstrip("".join(ENDS) + "\"'”’»)]")) :]
    known = [ENDS[mark] for mark in tail if mark in ENDS]
    return "…" if tail.startswith("...") else known[-1] if known else ""


def _breaths(ends: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of words without a mark between them: sound rules do not reach over a pause."""
    start = 0
    for index, end in enumerate(ends):
        if end:
            yield start, index + 1
            start = index + 1
    if start < len(ends):
        yield start, len(ends)


def _breath(cores: Sequence[str], language: Language) -> list[str]:
    """IPA of words said in one breath. Runs of one script are read together, across words where they are
    whole words."""
    pieces = [(index, *piece) for index, core in enumerate(cores) for piece in _runs(core, language)]
    read = [""] * len(cores)
    for reader, group in groupby(pieces, key=lambda piece: piece[1]):
        run = list(group)
        for (index, _, _), sounds in zip(run, _read([letters for _, _, letters in run], reader), strict=True):
            read[index] += sounds
    return read


def _runs(core: str, language: Language) -> Iterator[tuple[Language, str]]:
    for reader, letters in groupby(core, key=lambda letter: _reader(letter, language)):
        text = "".join(letters)
        if reader is not None:
            yield reader, text


def _reader(letter: str, language: Language) -> Language | None:
    if is_hangul(letter):
        return "ko"
    if language == "ko" and not letter.isalpha():
        return None
    if re.match(r"[A-Za-zÀ-ɏ]", letter):
        return "en"
    if re.match(r"[Ѐ-ӿ]", letter):
        return "uk" if language == "uk" else "ru"
    return language if language != "ko" else None


def _read(words: Sequence[str], reader: Language) -> list[str]:
    if reader == "ko":
        return korean.ipa(words)
    from hoso.voice.kokoro import espeak

    return espeak.ipa(words, reader)
