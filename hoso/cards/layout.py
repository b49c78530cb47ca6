"""Where everything on a card stands. Pure.

Each shape of card is laid out for itself in wide and in tall frames, at the largest of `STEPS` + 1 scales of
type at which all of it stands inside the safe area, above the subtitle band, and nothing touches.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from hoso.base.problems import HosoError
from hoso.cards.breaking import TooWideError
from hoso.cards.card_content import CardContent, ContactCard, StepsCard, TextCard, TitleCard
from hoso.cards.elements import Element, Logo, Words
from hoso.cards.layout_contact import contact_layouts
from hoso.cards.layout_words import steps_layouts, text_layouts, title_layouts
from hoso.cards.model import Frame
from hoso.cards.qr import Symbol
from hoso.cards.scale import Scale
from hoso.cards.stacking import Type

STEPS = 24
# Layouts are listed best first: a later one is taken only if its type is larger by more than this many steps.
MUCH_LARGER = 8
# Type may be smaller by this many steps where that saves a line: fewer, fuller lines read better.
SAVING = 6

Draft = Callable[[Scale], list[Element]]


def lay_out(
    content: CardContent,
    frame: Frame,
    type_: Type,
    *,
    symbol: Symbol | None = None,
    logo: Logo | None = None,
) -> tuple[Element, ...]:
    """The elements of a card, back to front.

    `symbol` is a contact card's QR code. `logo`'s box gives its own size; it is scaled into place. Raises
    HosoError where the words don't fit even at the smallest type, naming what to shorten.
    """
    drafts = _drafts(content, frame, type_, symbol, logo)
    # A code is never made smaller for the sake of larger type.
    margin = STEPS if isinstance(content, ContactCard) else MUCH_LARGER
    best: tuple[int, list[Element]] | None = None
    widest: TooWideError | None = None
    for draft in drafts:
        if best is not None and best[0] + margin >= STEPS:
            break  # none of the rest can be so much larger
        found, refusal = _largest(draft, frame)
        widest = widest or refusal
        if found is not None and (best is None or found[0] > best[0] + margin):
            best = found
    if best is None:
        raise _does_not_fit(content, frame, widest)
    return tuple(best[1])


def _drafts(
    content: CardContent, frame: Frame, type_: Type, symbol: Symbol | None, logo: Logo | None
) -> list[Draft]:
    match content:
        case TitleCard():
            return title_layouts(content, frame, type_, logo)
        case TextCard():
            return text_layouts(content, frame, type_)
        case StepsCard():
            return steps_layouts(content, frame, type_)
        case ContactCard():
            if symbol is None:
                raise ValueError("a contact card needs its QR code")
            return contact_layouts(content, frame, type_, symbol, logo)


def _largest(draft: Draft, frame: Frame) -> tuple[tuple[int, list[Element]] | None, TooWideError | None]:
    """The largest scale at which `draft` fits, with its elements; else None and perhaps the word too wide."""
    low, high = 0, STEPS
    found = None
    refusal = None
    while low <= high:
        middle = (low + high) // 2
        try:
            elements = draft(Scale(frame.short_side, middle / STEPS))
        except TooWideError as wide:
            refusal = wide
            high = middle - 1
            continue
        if fits(elements, frame):
            found = (middle, elements)
            low = middle + 1
        else:
            high = middle - 1
    if found is None:
        return None, refusal
    return _calmer(draft, frame, found), None


def _calmer(draft: Draft, frame: Frame, found: tuple[int, list[Element]]) -> tuple[int, list[Element]]:
    """A layout a little smaller than `found` that has fewer lines; `found` itself where there is none."""
    step, elements = found
    least = max(step - SAVING, 0)
    if _lines(draft(Scale(frame.short_side, least / STEPS))) >= _lines(elements):
        return found  # what the smallest type doesn't save, none between does
    for smaller in range(step - 1, least - 1, -1):
        other = draft(Scale(frame.short_side, smaller / STEPS))
        if _lines(other) < _lines(elements) and fits(other, frame):
            step, elements = smaller, other
    return step, elements


def _lines(elements: list[Element]) -> int:
    return sum(isinstance(element, Words) for element in elements)


def fits(elements: list[Element], frame: Frame) -> bool:
    """Whether all of `elements` are inside the frame's free area and none touches another."""
    return all(frame.free.holds(element.box) for element in elements) and not any(
        one.box.meets(other.box) for one, other in combinations(elements, 2)
    )


def _does_not_fit(content: CardContent, frame: Frame, wide: TooWideError | None) -> HosoError:
    kind = type(content).__name__.removesuffix("Card").lower()
    where = f"the {kind} card at {frame.width}x{frame.height}"
    if wide is not None:
        return HosoError(f"'{wide.word}' is too wide for {where}", "Shorten it or put a space into it.")
    longest = max(_texts(content), key=len)
    return HosoError(f"There are too many words on {where}", f"Shorten this text: '{longest}'.")


def _texts(content: CardContent) -> list[str]:
    match content:
        case TitleCard():
            texts = [content.heading, content.text, content.source]
        case TextCard():
            texts = [content.heading, content.text]
        case StepsCard():
            texts = [content.heading, *content.items]
        case ContactCard():
            entries = [entry.value for entry in content.entries]
            texts = [content.heading, content.source, *entries, content.note]
    return [text for text in texts if text]
