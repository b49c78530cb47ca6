"""A spoken line in parts: its words, when each begins, what lies between, how far a cue reaches. Pure."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from hoso.base.languages import Language
from hoso.script.marks import tidy
from hoso.subtitles.lines import marks
from hoso.subtitles.lines.binding import Bond, Ties, bonds
from hoso.subtitles.lines.breaking import Atom, Limit, Piece, chop, fill, fits, fitted
from hoso.subtitles.lines.pace import weight
from hoso.voice.takes import Word


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or a piece of one that is too wide for a line, as it is set on the first limit's lines."""

    atom: Atom
    start: float
    """When it begins, ms from the line's start."""


def timed_parts(
    text: str,
    words: Sequence[Word],
    duration_ms: int,
    language: Language,
    limits: Sequence[Limit],
    ties: Ties,
) -> list[Part]:
    """The parts of `text` as `split` understands it, heard over `duration_ms`."""
    shown, kinds = _read(unicodedata.normalize("NFC", text), language, ties)
    if not shown:
        return []
    starts = _starts([marks.plain(word) for word in shown], words, duration_ms, language)
    return [
        Part(atom, start + (end - start) * number / len(atoms))
        for word, kind, start, end in zip(shown, kinds, starts, starts[1:], strict=False)
        for atoms in [_atoms(word, kind, limits, language)]
        for number, atom in enumerate(atoms)
    ]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many parts can follow each other in a cue that is to fit one limit."""

    limit: Limit
    space: float
    pieces: Sequence[Piece]
    starts: Sequence[int]
    """The first piece of each part, and the number of pieces."""

    def end(self, start: int) -> int:
        """Where the longest cue that begins with part `start` ends, exclusive; at least one part."""
        return self._end(start, whole=False)

    def whole(self, start: int) -> int:
        """The same for a cue whose lines part no tied parts."""
        return self._end(start, whole=True)

    def _end(self, start: int, *, whole: bool) -> int:
        filled = fill(self.pieces, self.limit, self.space, self.starts[start], whole=whole)
        return max(bisect_right(self.starts, filled) - 1, start + 1)


def reaches(parts: Sequence[Part], limits: Sequence[Limit], language: Language) -> list[Reach]:
    """The reach in each of `limits`. Typed line breaks hold in the first; the others break anew."""
    first = [[_piece(part)] for part in parts]
    others = [[list(_anew(part, limit, language)) for part in parts] for limit in limits[1:]]
    return [
        Reach(
            limit,
            limit.measure(language)(" "),
            [piece for part in pieces for piece in part],
            [0, *accumulate(map(len, pieces))],
        )
        for limit, pieces in zip(limits, [first, *others], strict=True)
    ]


def _read(text: str, language: Language, ties: Ties) -> tuple[list[str], list[Bond]]:
    """The words of `text` and what lies after each; the last one ends a sentence."""
    rows = [marks.words(row) for row in tidy(text).split("\n")]
    words = [word for row in rows for word in row]
    kinds: list[Bond] = [*bonds(words, language, ties), "sentence"]
    for end in accumulate(map(len, rows)):
        if 0 < end < len(words):
            kinds[end - 1] = "break"
    return words, kinds


def _starts(shown: Sequence[str], words: Sequence[Word], duration_ms: int, language: Language) -> list[float]:
    """When each word shown, without marks, begins, in ms; one more for the end."""
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


def _atoms(word: str, after: Bond, limits: Sequence[Limit], language: Language) -> list[Atom]:
    """`word`, whole where it fits a line of the first limit and every other limit somehow."""
    first = limits[0].measure(language)
    size = first(word)
    if size <= limits[0].width and all(fits(word, limit, language) for limit in limits[1:]):
        return [Atom(word, size, False, after)]
    measures = [(limit.measure(language), limit.width) for limit in limits]
    pieces = chop(word, 1.0, lambda text: max(measure(text) / width for measure, width in measures))
    atoms = [Atom(piece, first(piece), number > 0, "bound") for number, piece in enumerate(pieces)]
    return [*atoms[:-1], replace(atoms[-1], after=after)]


def _piece(part: Part) -> Piece:
    return Piece(part.atom.width, part.atom.glued, part.atom.after == "break", part.atom.after == "bound")


def _anew(part: Part, limit: Limit, language: Language) -> Iterator[Piece]:
    """What `part` is on the lines of another limit than the first."""
    for number, (_, size) in enumerate(fitted(part.atom.text, limit.width, limit.measure(language))):
        yield Piece(size, part.atom.glued or number > 0)
