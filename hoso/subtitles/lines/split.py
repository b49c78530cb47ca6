"""Split a spoken line into cues. Pure.

Sentences stand apart; a sentence too long for one cue is parted at its commas first, then evenly.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoso.base.languages import Language
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.binding import Bond, bond, ends_sentence
from hoso.subtitles.lines.breaking import LIMITS, Limit, break_lines, chop, fits
from hoso.subtitles.lines.pace import weight
from hoso.voice.takes import Word

MIN_MS = 833
"""A cue should stay at least 5/6 s (Netflix Timed Text Style Guide)."""

_CUE = 1.0
_UNEVEN = 0.6
_PAST_CLAUSE = 1.5
_PARTING: dict[Bond, float] = {"sentence": 0.0, "clause": 0.0, "plain": 1.0, "bound": 3.0}


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, or a piece of a word that is too wide for any cue; `glued` to the piece before it."""

    text: str
    glued: bool
    start: float
    """When it begins, ms from the line's start."""


def split(
    text: str,
    words: Sequence[Word],
    duration_ms: int,
    language: Language,
    limits: Sequence[Limit] = (),
) -> tuple[Cue, ...]:
    """The cues of one spoken line, in ms from its start; they cover [0, duration_ms) without gap or overlap.

    `words` time the cues where they are the text's words, one for one; otherwise every cue gets its share of
    `duration_ms` by syllables (characters, in alphabets). Every cue can be broken into every one of `limits`
    (default: those of the language) and comes broken into the first. The text's words are kept, in order, in
    NFC, white space as one space. An empty text has no cues. Raises ValueError where there are more cues than
    milliseconds.
    """
    limits = limits or LIMITS[language]
    shown = unicodedata.normalize("NFC", text).split()
    if not shown:
        return ()
    parts = _parts(shown, _starts(shown, words, duration_ms, language), limits, language)
    groups = [
        group for sentence in _sentences(parts, language) for group in _divide(sentence, limits, language)
    ]
    groups = _join_brief(groups, duration_ms, limits, language)
    edges = _edges([group[0].start for group in groups], duration_ms)
    first, measure = limits[0].width, limits[0].measure(language)
    return tuple(
        Cue(start, end, "\n".join(break_lines(_text(group), first, measure, language)))
        for (start, end), group in zip(pairwise(edges), groups, strict=True)
    )


def _starts(shown: Sequence[str], words: Sequence[Word], duration_ms: int, language: Language) -> list[float]:
    """When each word shown begins, in ms; one more for the end."""
    if _match(shown, words, duration_ms):
        return [*(float(word.start_ms) for word in words), float(duration_ms)]
    weights = [weight(word, language) for word in shown]
    total = sum(weights)
    starts, passed = [], 0.0
    for share in weights:
        starts.append(passed * duration_ms / total)
        passed += share
    return [*starts, float(duration_ms)]


def _match(shown: Sequence[str], words: Sequence[Word], duration_ms: int) -> bool:
    """Whether `words` are the words shown, in order, with times that can be."""
    if [_bare(word) for word in shown] != [_bare(word.text) for word in words]:
        return False
    times = [word.start_ms for word in words]
    return times == sorted(times) and times[0] >= 0 and times[-1] < duration_ms


def _bare(word: str) -> str:
    folded = unicodedata.normalize("NFC", word).casefold()
    return "".join(char for char in folded if char.isalnum()) or folded


def _parts(
    shown: Sequence[str], starts: Sequence[float], limits: Sequence[Limit], language: Language
) -> list[_Part]:
    measures = [(limit.measure(language), limit.width) for limit in limits]

    def share(text: str) -> float:
        return max(measure(text) / width for measure, width in measures)

    parts = []
    for word, start, end in zip(shown, starts, starts[1:], strict=False):
        whole = all(fits(word, limit, language) for limit in limits)
        pieces = [word] if whole else chop(word, 1.0, share)
        for number, piece in enumerate(pieces):
            parts.append(_Part(piece, number > 0, start + (end - start) * number / len(pieces)))
    return parts


def _sentences(parts: list[_Part], language: Language) -> list[list[_Part]]:
    sentences: list[list[_Part]] = [[]]
    for part in parts:
        last = sentences[-1][-1] if sentences[-1] else None
        if last is not None and not part.glued and ends_sentence(last.text, part.text, language):
            sentences.append([])
        sentences[-1].append(part)
    return sentences


def _divide(sentence: list[_Part], limits: Sequence[Limit], language: Language) -> list[list[_Part]]:
    """A sentence in cues: the cheapest way by number, parting and evenness."""
    if _fit(sentence, limits, language):
        return [sentence]
    measure = limits[0].measure(language)
    room = limits[0].width * limits[0].lines
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(sentence) + 1)
    for start in range(len(sentence) - 1, -1, -1):
        options = []
        for end in range(start + 1, len(sentence) + 1):
            group = sentence[start:end]
            if end > start + 1 and not _fit(group, limits, language):
                break
            empty = 1 - measure(_text(group)) / room
            cost = _CUE + _UNEVEN * empty**2 + _parting(sentence, start, end, language) + best[end][0]
            options.append((round(cost, 6), end))
        best[start] = min(options)
    groups, at = [], 0
    while at < len(sentence):
        end = best[at][1]
        groups.append(sentence[at:end])
        at = end
    return groups


def _parting(sentence: list[_Part], start: int, end: int, language: Language) -> float:
    """What it costs to let a cue of the parts from `start` end before part `end`."""
    if end == len(sentence):
        return 0.0
    kind = _bond(sentence[end - 1], sentence[end], language)
    cost = _PARTING[kind]
    if kind != "clause" and any(
        _bond(left, right, language) == "clause" for left, right in pairwise(sentence[start:end])
    ):
        cost += _PAST_CLAUSE  # the cue could have ended at that comma
    return cost


def _bond(left: _Part, right: _Part, language: Language) -> Bond:
    return "bound" if right.glued else bond(left.text, right.text, language)


def _join_brief(
    groups: list[list[_Part]], duration_ms: int, limits: Sequence[Limit], language: Language
) -> list[list[_Part]]:
    """Let a cue that would only flash by share the next one's, or the one before's, where both fit in one."""
    joined: list[list[_Part]] = []
    for group, after in zip(groups, [*groups[1:], None], strict=True):
        end = after[0].start if after else duration_ms
        brief = end - group[0].start < MIN_MS or (joined and group[0].start - joined[-1][0].start < MIN_MS)
        if joined and brief and _fit(joined[-1] + group, limits, language):
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
    return joined


def _edges(starts: Sequence[float], duration_ms: int) -> list[int]:
    """Where cues begin and the last one ends: whole ms, each at least one after the one before."""
    count = len(starts)
    if duration_ms < count:
        raise ValueError(f"{count} cues don't fit in {duration_ms} ms")
    edges = [0]
    for number, start in enumerate(starts[1:], 1):
        edges.append(min(max(round(start), edges[-1] + 1), duration_ms - (count - number)))
    return [*edges, duration_ms]


def _fit(parts: list[_Part], limits: Sequence[Limit], language: Language) -> bool:
    text = _text(parts)
    return all(fits(text, limit, language) for limit in limits)


def _text(parts: Sequence[_Part]) -> str:
    return "".join(part.text if part.glued else f" {part.text}" for part in parts).strip()
