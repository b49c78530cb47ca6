"""Words in lines of a size: where they end and how high they stand. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from hoso.base.languages import Language
from hoso.cards.breaking import Measure, TooWideError, break_lines
from hoso.fonts.faces import FontSet
from hoso.fonts.runs import Run
from hoso.release.leaflet.content import Passage

_FINE = 100
"""Lines are broken in whole hundredths of a point."""
_LINES = 3
"""A passage takes up to so many where fewer would part words that belong together."""


@dataclass(frozen=True, slots=True)
class Role:
    """How a kind of words is set: its size where there is room, the size below which it never goes, and
    what lies between two of its lines, in ems."""

    largest: float
    smallest: float
    bold: bool = True
    leading: float = 0.3

    def size(self, scale: float) -> float:
        """The size at `scale`, of which 1 is the largest."""
        return max(self.smallest, round(self.largest * scale, 1))


@dataclass(frozen=True, slots=True)
class Block:
    """A passage in lines, each in runs of one family."""

    passage: Passage
    lines: tuple[tuple[Run, ...], ...]
    size: float
    leading: float
    """Between two lines."""
    bold: bool

    @property
    def height(self) -> float:
        """From the first line's top to the last one's bottom; a line is as high as its size."""
        return len(self.lines) * self.size + (len(self.lines) - 1) * self.leading


class TooLongError(Exception):
    """A passage does not fit at the smallest size."""

    def __init__(self, passage: Passage, word: str = "") -> None:
        super().__init__(passage.words)
        self.passage = passage
        self.word = word
        """The word that is too wide by itself, if one is."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets words in one language."""

    faces: FontSet
    language: Language

    def block(self, passage: Passage, role: Role, scale: float, width: float) -> Block:
        """`passage` at `scale` (1 is the role's largest) in lines of at most `width`, broken at spaces.

        Raises TooLongError where one word is wider.
        """
        size = role.size(scale)

        def measure(text: str) -> int:
            return round(self.faces.width(text, self.language, size, bold=role.bold) * _FINE)

        try:
            lines = self._lines(passage.words, int(width * _FINE), measure)
        except TooWideError as error:
            raise TooLongError(passage, error.word) from None
        runs = tuple(self.faces.runs(line, self.language, bold=role.bold) for line in lines)
        return Block(passage, runs, size, role.leading * size, role.bold)

    def _lines(self, words: str, width: int, measure: Measure) -> tuple[str, ...]:
        """The lines of `words`. A face can set a space wider between two words than alone, so what was taken
        to fit is measured whole, and broken anew where it doesn't."""
        limit = width
        while True:
            lines = break_lines(words, limit, measure, self.language, lines=_LINES)
            over = max(map(measure, lines)) - width
            if over <= 0:
                return lines
            limit -= over
