"""What is shown beside what is read, word by word, so that times of spoken words find their way back to the
subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoso.voice.takes import Word


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters `start` to `end` of a text are read as `spoken` (one or more words)."""

    start: int
    end: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Span:
    """Words as shown and the words that they are read as. Either may be several; `spoken` may be none."""

    shown: tuple[str, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read. The spans' shown words are all the whitespace-separated words of the text, in
    order."""

    spans: tuple[Span, ...]

    @property
    def spoken(self) -> str:
        """The words to say, with one space between them."""
        return " ".join(word for span in self.spans for word in span.spoken)

    def shown_times(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """When each word as shown is heard, given the times of all the spoken words.

        Within a span of several shown words its time is shared by their lengths. A word that is not spoken
        (a lone
        dash) fills the gap around it. Raises ValueError where `words` are not as many as there are spoken
        words.
        """
        count = sum(len(span.spoken) for span in self.spans)
        if len(words) != count:
            raise ValueError(f"{len(words)} word times for {count} words")
        timed: list[Word] = []
        position = 0
        for span in self.spans:
            heard = words[position : position + len(span.spoken)]
            position += len(heard)
            start = heard[0].start_ms if heard else (timed[-1].end_ms if timed else 0)
            end = heard[-1].end_ms if heard else (words[position].start_ms if position < count else start)
            timed.extend(_shared(span, heard, start, max(start, end)))
        return tuple(timed)


def align(text: str, replacements: Iterable[Replacement]) -> Reading:
    """The reading of `text` with these replacements, which do not overlap.

    Shown and spoken words that share characters form a span.
    """
    spoken, origins = _spoken(text, sorted(replacements, key=lambda r: r.start))
    shown_ranges = [match.span() for match in re.finditer(r"\S+", text)]
    spoken_ranges = [
        (match.group(), origins[match.start()][0], origins[match.end() - 1][1])
        for match in re.finditer(r"\S+", spoken)
    ]
    return Reading(tuple(_spans(text, shown_ranges, spoken_ranges)))


def _spoken(text: str, replacements: Sequence[Replacement]) -> tuple[str, list[tuple[int, int]]]:
    """The text with all replacements made, and for each of its characters the range of `text` that it stands
    for."""
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    position = 0
    for replacement in replacements:
        pieces.append(text[position : replacement.start])
        origins.extend((index, index + 1) for index in range(position, replacement.start))
        pieces.append(replacement.spoken)
        origins.extend([(replacement.start, replacement.end)] * len(replacement.spoken))
        position = replacement.end
    pieces.append(text[position:])
    origins.extend((index, index + 1) for index in range(position, len(text)))
    return "".join(pieces), origins


def _spans(
    text: str, shown: Sequence[tuple[int, int]], spoken: Sequence[tuple[str, int, int]]
) -> Iterable[Span]:
    position = index = 0
    while index < len(shown):
        first, end = index, shown[index][1]
        words: list[str] = []
        index += 1
        while position < len(spoken) and spoken[position][1] < end:
            words.append(spoken[position][0])
            while index < len(shown) and shown[index][0] < spoken[position][2]:
                end = shown[index][1]
                index += 1
            position += 1
        yield Span(tuple(text[slice(*bounds)] for bounds in shown[first:index]), tuple(words))


def _shared(span: Span, heard: Sequence[Word], start: int, end: int) -> Iterable[Word]:
    if len(heard) == len(span.shown):
        return [Word(text, word.start_ms, word.end_ms) for text, word in zip(span.shown, heard, strict=True)]
    total = sum(map(len, span.shown))
    timed, before = [], 0
    for text in span.shown:
        after = before + len(text)
        timed.append(Word(text, *(start + (end - start) * part // total for part in (before, after))))
        before = after
    return timed
