"""A label: a few small words at the top left of the picture. Where it stands; overlay.py draws it."""

from __future__ import annotations

from hoso.base.problems import HosoError
from hoso.cards.breaking import TooWideError
from hoso.cards.elements import Element
from hoso.cards.layout import fits
from hoso.cards.model import Box, Frame
from hoso.cards.scale import Scale
from hoso.cards.stacking import Stack, Style, Type

STEPS = 12


def lay_out_label(text: str, frame: Frame, type_: Type) -> tuple[Box, tuple[Element, ...]]:
    """The plate's box in the frame, and what stands on it, counted from the plate's top left. Pure.

    Raises HosoError where `text` takes more than a quarter of the free area's height.
    """
    for step in range(STEPS, -1, -1):
        try:
            plate, elements = _compose(text, frame, type_, Scale(frame.short_side, step / STEPS))
        except TooWideError:
            continue
        if frame.free.holds(plate) and plate.height <= frame.free.height // 4:
            return plate, tuple(elements)
    raise HosoError(f"'{text}' is too long for a label at {frame.width}x{frame.height}", "Shorten it.")


def _compose(text: str, frame: Frame, type_: Type, scale: Scale) -> tuple[Box, list[Element]]:
    free = frame.free
    side, edge = scale.gap(0.022), scale.gap(0.02)
    widest = round(free.width * (0.94 if frame.vertical else 0.5)) - 2 * side
    stack = Stack(type_, widest)
    stack.words(text, Style(scale.size("label"), pitch=1.36))
    words = stack.placed(side, edge)
    width = max(element.box.right for element in words) + side
    height = stack.height + 2 * edge
    if not fits(words, Frame(width, height, Box(0, 0, width, height), 0)):
        raise TooWideError(text)
    return Box(free.left, free.top, free.left + width, free.top + height), words
