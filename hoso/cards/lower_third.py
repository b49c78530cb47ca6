"""Lower thirds: the name and role of the person shown, as a small overlay. Heavy: imports MoviePy."""

from __future__ import annotations

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards.breaking import TooWideError
from hoso.cards.elements import Bar, Element, Words
from hoso.cards.layout import fits
from hoso.cards.model import Box, Faces, Frame, Overlay
from hoso.cards.overlay import draw_overlay
from hoso.cards.scale import Scale
from hoso.cards.stacking import Stack, Style, Type
from hoso.cards.typesetting import Typesetter

STEPS = 12


def draw_lower_third(name: str, role: str | None, frame: Frame, faces: Faces, language: Language) -> Overlay:
    """A plate with `name` and, below it, `role`, for the bottom left of the frame's free area.

    The same bytes for the same input. Raises HosoError where the words don't fit or no font has a
    character.
    """
    type_ = Typesetter(faces, language)
    plate, elements = lay_out_lower_third(name, role, frame, type_)
    return draw_overlay(plate, elements, type_)


def lay_out_lower_third(
    name: str, role: str | None, frame: Frame, type_: Type
) -> tuple[Box, tuple[Element, ...]]:
    """The plate's box in the frame, and what stands on it, counted from the plate's top left. Pure."""
    for step in range(STEPS, -1, -1):
        scale = Scale(frame.short_side, step / STEPS)
        try:
            plate, elements = _compose(name, role, frame, type_, scale)
        except TooWideError as wide:
            refused = wide.word
            continue
        if frame.free.holds(plate) and plate.height <= frame.free.height // 2:
            return plate, tuple(elements)
        refused = role if role and len(role) > len(name) else name
    raise HosoError(
        f"'{refused}' does not fit a lower third at {frame.width}x{frame.height}",
        "Shorten the name or the role.",
    )


def _compose(
    name: str, role: str | None, frame: Frame, type_: Type, scale: Scale
) -> tuple[Box, list[Element]]:
    free = frame.free
    rule, side, edge = scale.rule, scale.gap(0.034), scale.gap(0.032)
    # A lower third leaves the face beside it alone: it takes most of a tall frame, less of a wide one.
    widest = round(free.width * (0.94 if frame.vertical else 0.62)) - rule - 2 * side
    stack = Stack(type_, widest)
    stack.words(name, Style(scale.size("lead"), "bold", pitch=1.28))
    if role:
        stack.space(scale.gap(0.04))
        stack.words(role, Style(scale.size("source"), tone="muted", pitch=1.36))
    words = stack.placed(rule + side, edge)
    width = max(element.box.right for element in words) + side
    height = stack.height + 2 * edge
    gap = scale.gap(0.02)
    plate = Box(free.left, free.bottom - gap - height, free.left + width, free.bottom - gap)
    elements: list[Element] = [Bar(Box(0, 0, rule, height)), *words]
    inside = Frame(width, height, Box(0, 0, width, height), 0)
    if not fits(elements, inside):
        raise TooWideError(max((word.text for word in words if isinstance(word, Words)), key=len))
    return plate, elements
