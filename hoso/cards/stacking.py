"""Stacks type and bars downwards. Pure.

Heights are as the eye sees them: from the top of the capitals to the last baseline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hoso.base.languages import Language
from hoso.cards.breaking import break_lines
from hoso.cards.elements import Bar, Disc, Element, Extent, Logo, Tone, Words, moved
from hoso.cards.model import Box, Weight

# The height of capitals and of a Hangul syllable over the baseline, as the eye sees it, in ems.
CAP = 0.76


class Type(Protocol):
    """What layout has to know about type (`typesetting.Typesetter`)."""

    @property
    def language(self) -> Language:
        """The language of the words."""
        ...

    def extent(self, text: str, weight: Weight, size: int) -> Extent:
        """The ink of a line."""
        ...

    def width(self, text: str, weight: Weight, size: int) -> int:
        """The width of a line's ink."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. `size` is in pixels, `pitch` is the distance of baselines in ems."""

    size: int
    weight: Weight = "regular"
    tone: Tone = "ink"
    pitch: float = 1.4

    @property
    def cap(self) -> int:
        """Pixels from the baseline to the top of the capitals."""
        return round(self.size * CAP)


class Stack:
    """A column of things, `width` pixels wide, growing from 0, 0 downwards."""

    def __init__(self, type_: Type, width: int) -> None:
        self.type = type_
        self.width = width
        self.height = 0
        self._elements: list[Element] = []

    def space(self, height: float) -> None:
        """Leave room, where something stands above already."""
        if self._elements:
            self.height += round(height)

    def bar(self, width: int, height: int, tone: Tone = "accent") -> None:
        """A rule at the left."""
        self._elements.append(Bar(Box(0, self.height, width, self.height + height), tone))
        self.height += height

    def logo(self, logo: Logo, height: int) -> None:
        """A picture at the left, `height` pixels high unless that makes it too wide."""
        wide = logo.box.width * height / logo.box.height
        if wide > self.width:
            wide, height = self.width, max(1, round(height * self.width / wide))
        self._elements.append(Logo(logo.path, Box(0, self.height, max(1, round(wide)), self.height + height)))
        self.height += height

    def words(self, text: str, style: Style, *, left: int = 0, item: int | None = None) -> None:
        """`text` broken into lines that begin at `left`.

        Raises breaking.TooWideError where a word is wider than the column.
        """

        def width(line: str) -> int:
            return self.type.width(line, style.weight, style.size)

        lines = break_lines(text, self.width - left, width, self.type.language)
        baseline = self.height + style.cap
        for n, line in enumerate(lines):
            if n > 0:
                rise = self.type.extent(line, style.weight, style.size).rise
                baseline = max(
                    baseline + round(style.pitch * style.size), self._elements[-1].box.bottom + rise
                )
            self._elements.append(set_line(self.type, line, style, left, baseline, item))
        self.height = baseline

    def step(self, number: int, text: str, style: Style) -> None:
        """A numbered item: the number's circle, centred on the first line, and the words beside it."""
        disc = round(style.size * 1.6)
        top = self.height
        self._elements.append(
            Disc(number, round(style.size * 0.86), Box(0, top, disc, top + disc), number - 1)
        )
        around = (disc - style.cap) // 2
        self.height += around
        self.words(text, style, left=disc + round(style.size * 0.65), item=number - 1)
        self.height += disc - style.cap - around

    def row(self, label: str, value: str, styles: tuple[Style, Style], indent: int) -> None:
        """A small label and, from `indent` on and on the same baseline, its value."""
        small, large = styles
        baseline = self.height + large.cap
        self._elements.append(set_line(self.type, label, small, 0, baseline))
        self.words(value, large, left=indent)

    def pair(self, label: str, value: str, styles: tuple[Style, Style], gap: int) -> None:
        """A small label and, `gap` below it, its value."""
        small, large = styles
        self.words(label, small)
        # The label's tails and the value's accents both reach into the gap.
        tail = self._elements[-1].box.bottom - self.height
        accents = self.type.extent(value, large.weight, large.size).rise - large.cap
        self.height += max(gap, tail + accents)
        self.words(value, large)

    def placed(self, left: int, top: int) -> list[Element]:
        """The things, with the stack's top left at `left`, `top`."""
        return [moved(element, left, top) for element in self._elements]


def set_line(
    type_: Type, text: str, style: Style, left: int, baseline: int, item: int | None = None
) -> Words:
    """One line of type with its ink's left edge at `left`."""
    extent = type_.extent(text, style.weight, style.size)
    box = Box(left, baseline - extent.rise, left + extent.width, baseline + extent.fall)
    return Words(text, style.weight, style.size, baseline, box, style.tone, item)
