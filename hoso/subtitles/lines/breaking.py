"""Break a text into lines: as few as the width allows, balanced, at spaces. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from hoso.base.languages import Language
from hoso.subtitles.lines.binding import Bond, bond
from hoso.subtitles.lines.widths import Measure, ems, units

_BREAK: dict[Bond, float] = {"sentence": 0.0, "clause": 0.0, "plain": 0.1, "bound": 1.1}
_STRANDED = 0.5
_STRANDED_SHARE = 0.3
"""A last line under this share of the width looks forgotten."""


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


def break_lines(text: str, width: float, measure: Measure, language: Language) -> tuple[str, ...]:
    """`text` in the fewest lines of at most `width`.

    Among those, the breaks are the most balanced ones that part no words that belong together; a tie goes to
    the longer upper line. A word that is wider than a line is split between characters; a single character
    that is wider than a line stands alone. White space counts as one space; an empty text has no lines.
    """
    atoms = _atoms(text, width, measure)
    if not atoms:
        return ()
    lines: list[str] = []
    at = 0
    for end in _ends(atoms, width, measure(" "), language):
        lines.append(_join(atoms[at:end]))
        at = end
    return tuple(lines)


def fits(text: str, limit: Limit, language: Language) -> bool:
    """Whether `text` can be broken into `limit`."""
    return len(break_lines(text, limit.width, limit.measure(language), language)) <= limit.lines


@dataclass(frozen=True, slots=True)
class _Atom:
    """A word, or a piece of one that is too wide; `glued` to the piece before it."""

    text: str
    glued: bool
    width: float


def chop(word: str, width: float, measure: Measure) -> list[str]:
    """`word` in pieces of at most `width`, cut between characters and never before a combining mark."""
    pieces = [""]
    for cluster in _clusters(word):
        if pieces[-1] and measure(pieces[-1] + cluster) > width:
            pieces.append("")
        pieces[-1] += cluster
    return pieces


def _atoms(text: str, width: float, measure: Measure) -> list[_Atom]:
    atoms = []
    for word in text.split():
        whole = measure(word)
        pieces = [word] if whole <= width else chop(word, width, measure)
        for number, piece in enumerate(pieces):
            atoms.append(_Atom(piece, number > 0, whole if len(pieces) == 1 else measure(piece)))
    return atoms


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for char in word:
        if cluster and not unicodedata.category(char).startswith("M"):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _ends(atoms: list[_Atom], width: float, space: float, language: Language) -> list[int]:
    """Where each line ends, as indices into `atoms`; exclusive."""
    count = len(atoms)
    reach = list(accumulate((atom.width + (0 if atom.glued else space) for atom in atoms), initial=0.0))
    # From the last word backwards: (lines, cost, minus the first line's width), and where that line ends.
    best: list[tuple[tuple[int, float, float], int]] = [((0, 0.0, 0.0), count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        lead = 0 if atoms[start].glued else space
        options = []
        for end in range(start + 1, count + 1):
            line = reach[end] - reach[start] - lead
            if line > width + 1e-6 and end > start + 1:
                break
            lines, cost, _ = best[end][0]
            cost += (line / width) ** 2 + _parting(atoms, start, end, line / width, language)
            options.append(((lines + 1, round(cost, 6), -round(line, 6)), end))
        best[start] = min(options)
    ends = []
    at = 0
    while at < count:
        at = best[at][1]
        ends.append(at)
    return ends


def _parting(atoms: list[_Atom], start: int, end: int, share: float, language: Language) -> float:
    """What it costs to end a line after atom `end - 1`, or to let the last line be `share` of the width."""
    if end == len(atoms):
        return _STRANDED if start > 0 and share < _STRANDED_SHARE else 0.0
    left, right = atoms[end - 1], atoms[end]
    if right.glued:
        return _BREAK["bound"]
    return _BREAK[bond(left.text, right.text, language)]


def _join(atoms: list[_Atom]) -> str:
    text = "".join(atom.text if atom.glued else f" {atom.text}" for atom in atoms)
    return text.removeprefix(" ")
