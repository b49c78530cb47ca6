"""The contact card: how to reach us, who that is, and a QR code. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from hoso.base.problems import HosoError
from hoso.cards.breaking import TooWideError
from hoso.cards.card_content import ContactCard, Entry
from hoso.cards.elements import Code, Element, Logo
from hoso.cards.model import Box, Frame, Weight
from hoso.cards.qr import Symbol
from hoso.cards.scale import Scale
from hoso.cards.stacking import Stack, Style, Type

# H.264 at a small raster still keeps a module of this many pixels apart from its neighbours.
GOOD_MODULE = 4
LEAST_MODULE = 3
# How much of the free area the code may take: of its height, and of its width.
WIDE_SHARE = (0.62, 0.36)
TALL_SHARE = (0.46, 0.46)

Draft = Callable[[Scale], list[Element]]


def contact_layouts(
    content: ContactCard, frame: Frame, type_: Type, symbol: Symbol, logo: Logo | None
) -> list[Draft]:
    """The code at the right of the words in wide frames, above them in tall ones.

    Where the words need room, the code becomes smaller; where that is not enough, all moves closer together.
    Raises HosoError where even the smallest code is too large.
    """
    cards = [
        _Contact(content, frame, type_, symbol, module, logo, tight)
        for tight in (False, True)
        for module in modules(frame, symbol)
    ]
    return [card.tall if frame.vertical else card.wide for card in cards]


def modules(frame: Frame, symbol: Symbol) -> list[int]:
    """The sizes of a module to try, in pixels, the best first. Raises HosoError where none fits."""
    high, wide = TALL_SHARE if frame.vertical else WIDE_SHARE
    room = min(frame.free.height, frame.free.width) // symbol.side
    best = min(int(frame.free.height * high), int(frame.free.width * wide)) // symbol.side
    if room < LEAST_MODULE:
        raise HosoError(
            f"The QR code for '{symbol.text}' is too fine for {frame.width}x{frame.height}",
            "Give a shorter web address.",
        )
    first = min(room, max(best, GOOD_MODULE))
    return list(range(first, min(first, LEAST_MODULE) - 1, -1))


@dataclass(frozen=True)
class _Contact:
    content: ContactCard
    frame: Frame
    type: Type
    symbol: Symbol
    module: int
    logo: Logo | None
    tight: bool

    @property
    def side(self) -> int:
        """Pixels across the code with its quiet zone."""
        return self.symbol.side * self.module

    def wide(self, scale: Scale) -> list[Element]:
        """Words at the left, the code at the right."""
        free = self.frame.free
        stack = Stack(self.type, free.width - self.side - round(free.width * 0.06))
        self._head(stack, scale)
        stack.space(self._room(scale, 0.075))
        indent = self._entries(stack, scale)
        if self.content.source:
            stack.space(self._room(scale, 0.055))
            stack.bar(stack.width, max(1, scale.rule // 4), "muted")
            stack.space(self._room(scale, 0.045))
            styles = (_label(scale), Style(scale.size("source")))
            stack.row(self.content.source_label, self.content.source, styles, indent)
        self._note(stack, scale)
        return [
            *stack.placed(free.left, free.top + (free.height - stack.height) // 2),
            self._code(free.right - self.side, free.top + (free.height - self.side) // 2),
        ]

    def tall(self, scale: Scale) -> list[Element]:
        """The code with the heading and who speaks beside it; below them how to reach us."""
        free = self.frame.free
        gutter = round(free.width * 0.055)
        beside = Stack(self.type, free.width - self.side - gutter)
        self._head(beside, scale)
        if self.content.source:
            beside.space(self._room(scale, 0.06))
            styles = (_label(scale), Style(scale.size("source")))
            beside.pair(self.content.source_label, self.content.source, styles, scale.gap(0.026))
        below = Stack(self.type, free.width)
        self._entries(below, scale)
        self._note(below, scale)
        upper, gap = max(self.side, beside.height), self._room(scale, 0.075)
        top = free.top + (free.height - upper - gap - below.height) // 2
        return [
            self._code(free.left, top + (upper - self.side) // 2),
            *beside.placed(free.left + self.side + gutter, top + (upper - beside.height) // 2),
            *below.placed(free.left, top + upper + gap),
        ]

    def _note(self, stack: Stack, scale: Scale) -> None:
        if self.content.note:
            stack.space(self._room(scale, 0.07))
            stack.words(self.content.note, _label(scale))

    def _room(self, scale: Scale, share: float) -> int:
        """The room between two things."""
        return scale.gap(share / 2 if self.tight else share)

    def _code(self, left: int, top: int) -> Code:
        return Code(Box(left, top, left + self.side, top + self.side), self.module)

    def _head(self, stack: Stack, scale: Scale) -> None:
        if self.logo is not None:
            stack.logo(self.logo, scale.gap(0.09))
        if not self.tight:
            stack.space(scale.gap(0.05))
            stack.bar(scale.gap(0.09), scale.rule)
        stack.space(self._room(scale, 0.045))
        stack.words(self.content.heading, Style(scale.size("heading"), "bold", pitch=1.28))

    def _entries(self, stack: Stack, scale: Scale) -> int:
        """The ways to reach us. Returns where their values begin."""
        labels = [entry.label for entry in self.content.entries]
        if self.content.source and not self.frame.vertical:
            labels.append(self.content.source_label)
        widest = max(self.type.width(label, "regular", scale.size("label")) for label in labels)
        indent = widest + scale.gap(0.035)
        for number, entry in enumerate(self.content.entries):
            stack.space(self._room(scale, 0.056) if number else 0)
            self._entry(stack, entry, scale, indent)
        return indent

    def _entry(self, stack: Stack, entry: Entry, scale: Scale, indent: int) -> None:
        """A label and its value on one line, or, where the value is long, below one another."""
        beside = self._value(entry.value, scale, stack.width - indent, "bold")
        if beside is not None:
            stack.row(entry.label, entry.value, (_label(scale), beside), indent)
            return
        below = self._value(entry.value, scale, stack.width, "bold") or self._value(
            entry.value, scale, stack.width, "regular"
        )
        if below is None:
            raise TooWideError(entry.value)
        stack.pair(entry.label, entry.value, (_label(scale), below), scale.gap(0.022))

    def _value(self, value: str, scale: Scale, room: int, weight: Weight) -> Style | None:
        """The largest type that sets `value` on one line, for an address has no place to break."""
        least = Scale(scale.short_side, 0).size("value" if weight == "bold" else "label")
        sizes = range(least, scale.size("value") + 1)
        fitting = bisect_right(sizes, room, key=lambda size: self.type.width(value, weight, size))
        return Style(sizes[fitting - 1], weight) if fitting else None


def _label(scale: Scale) -> Style:
    return Style(scale.size("label"), tone="muted")
