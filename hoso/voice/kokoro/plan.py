"""From sounds to what the model is given: one sentence at a time, never more tokens than it takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hoso.voice.kokoro.phonemes import Sounds
from hoso.voice.takes import VoiceError


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words said in one call of the model."""

    symbols: str
    spans: tuple[tuple[int, int], ...]
    """For each of its words the half-open range of its symbols, without the mark after it; empty for a lone
    mark."""


def sentences(sounds: Sequence[Sounds], most: int) -> list[Sentence]:
    """All the words, in order, in sentences of at most `most` symbols: cut at a stop, else at a mark, else
    at a word.

    Raises VoiceError for a single word that is longer.
    """
    planned: list[Sentence] = []
    for whole in _whole_sentences(sounds):
        planned.extend(sentence(part) for part in _parts(whole, most))
    return planned


def sentence(sounds: Sequence[Sounds]) -> Sentence:
    """The symbols of these words, with a space between them."""
    symbols, spans = "", []
    for word in sounds:
        if symbols and word.ipa:
            symbols += " "
        spans.append((len(symbols), len(symbols) + len(word.ipa)))
        symbols += word.ipa + word.end
    return Sentence(symbols, tuple(spans))


def check_symbols(sounds: Iterable[Sounds], known: Collection[str]) -> None:
    """Raises VoiceError where a word has a symbol that the model does not know: it would be silently left
    out."""
    unknown = sorted({symbol for word in sounds for symbol in word.ipa if symbol not in known})
    if unknown:
        raise VoiceError(f"Kokoro has no sound for {', '.join(unknown)}")


def _whole_sentences(sounds: Sequence[Sounds]) -> list[Sequence[Sounds]]:
    whole, start = [], 0
    for index, word in enumerate(sounds):
        if word.stops or index == len(sounds) - 1:
            whole.append(sounds[start : index + 1])
            start = index + 1
    return whole


def _parts(sounds: Sequence[Sounds], most: int) -> list[Sequence[Sounds]]:
    if len(sentence(sounds).symbols) <= most:
        return [sounds]
    if len(sounds) == 1:
        raise VoiceError(f"A word is too long for Kokoro: {len(sounds[0].ipa)} sounds, and it takes {most}")
    middle = len(sounds) / 2
    marks = [index + 1 for index, word in enumerate(sounds[:-1]) if word.end]
    cut = min(marks or range(1, len(sounds)), key=lambda index: abs(index - middle))
    return _parts(sounds[:cut], most) + _parts(sounds[cut:], most)
