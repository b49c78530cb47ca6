"""Break a text into lines: as few as the width allows, balanced, at spaces. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from hoso.base.languages import Language
from hoso.subtitles.lines import marks
from hoso.subtitles.lines.binding import GUESSED, Bond, Ties, bonds
from hoso.subtitles.lines.widths import Measure, ems, units

_BREAK: dict[Bond, float] = {
    "break": 0.0,
    "sentence": 0.0,
    "clause": 0.0,
    "plain": 0.1,
    "leaning": 0.35,
    "bound": 1.1,
}
_STRANDED = 0.5
_STRANDED_SHARE = 0.3
"""A last line under this share of the width looks forgotten."""
_SLACK = 1e-6
"""What sums of widths may be off by."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Room for text: so many lines, each at most `width` wide, in ems or in the language's own units."""

    width: float
    lines: int
    in_ems: bool = False

    def measure(self, language: Language) -> Measure:
        """What this limit's width is in."""
        return ems if self.in_ems else lambda text: units(text, language)


# Korean: Netflix Korean Timed Text Style Guide, 16 characters by 2 lines. Others: 42 characters by 2 lines,
# the common rule of the same guides. The second limit of each is what a vertical picture holds when its type
# is at its smallest, so that the same cue can be broken anew there.
LIMITS: dict[Language, tuple[Limit, ...]] = {
    "ko": (Limit(16, 2), Limit(12.0, 3, in_ems=True)),
    "ru": (Limit(42, 2), Limit(13.3, 3, in_ems=True)),
    "uk": (Limit(42, 2), Limit(13.3, 3, in_ems=True)),
    "en": (Limit(42, 2), Limit(13.3, 3, in_ems=True)),
}


@dataclass(frozen=True, slots=True)
class Atom:
    """What no line break parts: a word, or a piece of one that is too wide for a line."""

    text: str
    width: float
    glued: bool
    """Whether it goes on with the word of the atom before it."""
    after: Bond
    """What lies between it and the next atom; "break" where a line has to end."""


def break_lines(
    text: str, width: float, measure: Measure, language: Language, *, lines: int = 1, ties: Ties = GUESSED
) -> tuple[str, ...]:
    """`text` in the fewest lines of at most `width`.

    Among those, the breaks are the most balanced ones that part no words that belong together; a tie goes to
    the longer upper line. One line more is taken, up to `lines`, where fewer would part such words. A word
    that is wider than a line is split between characters; a single character that is wider than a line stands
    alone. White space counts as one space; an empty text has no lines. `measure` is asked about plain text;
    emphasis may go on from line to line.
    """
    words = marks.words(text)
    kinds = bonds(words, language, ties)
    atoms = [
        Atom(piece, size, number > 0, "bound" if number < len(pieces) - 1 else kind)
        for word, kind in zip(words, [*kinds, "sentence"], strict=False)
        for pieces in [fitted(word, width, measure)]
        for number, (piece, size) in enumerate(pieces)
    ]
    return set_lines(atoms, width, measure(" "), lines)


def set_lines(atoms: Sequence[Atom], width: float, space: float, lines: int = 1) -> tuple[str, ...]:
    """`atoms`, each at most `width` wide, in lines as `break_lines` makes them; `space`: a space's width."""
    ends = _ends(atoms, width, space, whole_first=False)
    if 1 < len(ends) < lines and _torn(atoms, ends):
        whole = _ends(atoms, width, space, whole_first=True)
        ends = whole if len(whole) <= lines else ends
    return tuple(join(atoms[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def fits(text: str, limit: Limit, language: Language) -> bool:
    """Whether `text` can be broken into `limit`."""
    measure = limit.measure(language)
    if measure(marks.plain(text)) <= limit.width and limit.lines:
        return True
    pieces = [
        Piece(size, glued=number > 0)
        for word in marks.words(text)
        for number, (_, size) in enumerate(fitted(word, limit.width, measure))
    ]
    return fill(pieces, limit, measure(" ")) == len(pieces)


def tears(lines: Sequence[str], language: Language, ties: Ties = GUESSED) -> bool:
    """Whether one of the `lines` of a text ends between words that are tied."""
    rows = [marks.words(line) for line in lines]
    kinds = bonds([word for row in rows for word in row], language, ties)
    return any(kinds[end - 1] == "bound" for end in accumulate(map(len, rows[:-1])))


class Piece(NamedTuple):
    """How much room a word, or a piece of a word, takes on a line."""

    width: float
    glued: bool
    """Whether it goes on with the word of the piece before it."""
    ends_line: bool = False
    """Whether the line has to end after it."""
    tied: bool = False
    """Whether it is tied to the next piece."""


def fill(pieces: Sequence[Piece], limit: Limit, space: float, start: int = 0, *, whole: bool = False) -> int:
    """Where lines as full as they can be end, exclusive, when they begin with piece `start`: what fits.

    `whole`: without parting tied pieces.
    """
    count, used, chain = 0, 0.0, 0.0
    ended, tied = True, False
    for index in range(start, len(pieces)):
        piece = pieces[index]
        step = piece.width if piece.glued else space + piece.width
        used += step
        chain = chain + step if tied else piece.width
        if ended or used > limit.width + _SLACK:
            count += 1
            used = chain if whole else piece.width
        if count > limit.lines or (whole and used > limit.width + _SLACK):
            return index
        ended, tied = piece.ends_line, piece.tied and not piece.ends_line
    return len(pieces)


def fitted(word: str, width: float, measure: Measure) -> list[tuple[str, float]]:
    """`word`, or where it is wider than `width` its pieces, and how wide each is."""
    whole = measure(marks.plain(word))
    if whole <= width:
        return [(word, whole)]
    return [(piece, measure(marks.plain(piece))) for piece in chop(word, width, measure)]


def chop(word: str, width: float, measure: Measure) -> list[str]:
    """`word` in pieces of at most `width`, cut between characters and never before a combining mark."""
    pieces = [""]
    for cluster in _clusters(word):
        if pieces[-1] and measure(marks.plain(pieces[-1] + cluster)) > width:
            pieces.append("")
        pieces[-1] += cluster
    return pieces


def join(atoms: Sequence[Atom]) -> str:
    """The text of `atoms`."""
    text = "".join(atom.text if atom.glued else f" {atom.text}" for atom in atoms)
    return text.removeprefix(" ")


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for sign in marks.clusters(word):
        if cluster and not unicodedata.category(marks.plain(sign)[:1] or "M").startswith("M"):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


_Cost = tuple[int, int, float, float]
"""Ties parted (where that counts first), lines, ugliness, and minus the first line's width."""


def _ends(atoms: Sequence[Atom], width: float, space: float, *, whole_first: bool) -> list[int]:
    """Where each line ends, as indices into `atoms`; exclusive.

    The fewest lines win, and among those the least ugly; with `whole_first` first of all the fewest parted
    ties.
    """
    count = len(atoms)
    reach = list(accumulate((atom.width + (0 if atom.glued else space) for atom in atoms), initial=0.0))
    allowed = _allowed(atoms, reach, width, space, whole_first=whole_first)
    # From the last word backwards: what the lines from there on cost, and where the first of them ends.
    best: list[tuple[_Cost, int]] = [((0, 0, 0.0, 0.0), count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        lead = reach[start] + (0 if atoms[start].glued else space)
        options = []
        for end in allowed[start]:
            torn, lines, cost, _ = best[end][0]
            line = reach[end] - lead
            torn += whole_first and end < count and atoms[end - 1].after == "bound"
            cost += (line / width) ** 2 + _parting(atoms, start, end, line / width)
            options.append(((torn, lines + 1, round(cost, 6), -line), end))
        if options:
            best[start] = min(options)
    ends = []
    at = 0
    while at < count:
        at = best[at][1]
        ends.append(at)
    return ends


def _allowed(
    atoms: Sequence[Atom], reach: Sequence[float], width: float, space: float, *, whole_first: bool
) -> list[range]:
    """For each atom where a line that begins with it may end; nowhere, where no line begins.

    Without `whole_first`, these are the ends from which the fewest lines follow.
    """
    count = len(atoms)
    furthest = _furthest(atoms, reach, width, space)
    lines = [0] * (count + 1)
    earliest = {0: count}
    for start in range(count - 1, -1, -1):
        lines[start] = lines[furthest[start]] + 1
        earliest[lines[start]] = start
    allowed = [range(0)] * count
    begun = {0}
    for start in range(count):
        if start in begun:
            first = start if whole_first else earliest[lines[start] - 1] - 1
            allowed[start] = range(max(first, start) + 1, furthest[start] + 1)
            begun.update(allowed[start])
    return allowed


def _furthest(atoms: Sequence[Atom], reach: Sequence[float], width: float, space: float) -> list[int]:
    """For each atom where the longest line that begins with it ends, exclusive; at least one atom."""
    furthest = []
    end = 1
    for start, atom in enumerate(atoms):
        end = max(end, start + 1)
        most = reach[start] + (0 if atom.glued else space) + width + _SLACK
        while end < len(atoms) and atoms[end - 1].after != "break" and reach[end + 1] <= most:
            end += 1
        furthest.append(end)
    return furthest


def _parting(atoms: Sequence[Atom], start: int, end: int, share: float) -> float:
    """What it costs to end a line after atom `end - 1`, or to let the last line be `share` of the width."""
    if end == len(atoms):
        return _STRANDED if start > 0 and share < _STRANDED_SHARE else 0.0
    return _BREAK[atoms[end - 1].after]


def _torn(atoms: Sequence[Atom], ends: Sequence[int]) -> bool:
    return any(atoms[end - 1].after == "bound" for end in ends[:-1])
