"""Title, text and steps cards: words, set from the left. Pure."""

from __future__ import annotations

from collections.abc import Callable

from hoso.cards.card_content import StepsCard, TextCard, TitleCard
from hoso.cards.elements import Bar, Element, Logo
from hoso.cards.model import Box, Frame
from hoso.cards.scale import Scale
from hoso.cards.stacking import Stack, Style, Type

Draft = Callable[[Scale], list[Element]]


def title_layouts(content: TitleCard, frame: Frame, type_: Type, logo: Logo | None) -> list[Draft]:
    """A large heading under a rule, words under it, and at the foot who speaks."""
    free = frame.free

    def draft(scale: Scale) -> list[Element]:
        foot = Stack(type_, free.width)
        if content.source:
            foot.words(content.source, Style(scale.size("source"), tone="muted"))
        stack = Stack(type_, free.width)
        if logo is not None:
            stack.logo(logo, scale.gap(0.11))
        stack.space(scale.gap(0.06))
        stack.bar(scale.gap(0.09), scale.rule)
        stack.space(scale.gap(0.055))
        stack.words(content.heading, Style(scale.size("title"), "bold", pitch=1.28))
        if content.text:
            stack.space(scale.gap(0.078))
            stack.words(content.text, Style(scale.size("lead"), tone="muted", pitch=1.45))
        below = foot.height + scale.gap(0.07) if content.source else 0
        foot_top = free.bottom - foot.height - _slack(scale.size("source"))
        return [
            *stack.placed(free.left, _middle(free, stack.height, below)),
            *foot.placed(free.left, foot_top),
        ]

    return [draft]


def text_layouts(content: TextCard, frame: Frame, type_: Type) -> list[Draft]:
    """Words to read beside a rule that is as high as they are."""
    free = frame.free

    def draft(scale: Scale) -> list[Element]:
        indent = scale.rule + scale.gap(0.045)
        stack = Stack(type_, free.width - indent)
        if content.heading:
            stack.words(content.heading, Style(scale.size("heading"), "bold", pitch=1.3))
            stack.space(scale.gap(0.085))
        stack.words(content.text, Style(scale.size("body"), pitch=1.38 + 0.12 * scale.share))
        top = _middle(free, stack.height)
        over = scale.gap(0.012)
        rule = Bar(Box(free.left, top - over, free.left + scale.rule, top + stack.height + over))
        return [rule, *stack.placed(free.left + indent, top)]

    return [draft]


def steps_layouts(content: StepsCard, frame: Frame, type_: Type) -> list[Draft]:
    """Numbered steps: in wide frames beside their heading where there is room, in tall ones below it."""
    free = frame.free

    def heading(stack: Stack, scale: Scale) -> None:
        if content.heading:
            stack.bar(scale.gap(0.09), scale.rule)
            stack.space(scale.gap(0.045))
            stack.words(content.heading, Style(scale.size("heading"), "bold", pitch=1.28))

    def items(stack: Stack, scale: Scale) -> None:
        style = Style(scale.size("item"), pitch=1.36)
        for number, item in enumerate(content.items, 1):
            stack.space(scale.gap(0.042) if number > 1 else 0)
            stack.step(number, item, style)

    def below(scale: Scale) -> list[Element]:
        stack = Stack(type_, free.width)
        heading(stack, scale)
        stack.space(scale.gap(0.075))
        items(stack, scale)
        return stack.placed(free.left, _middle(free, stack.height))

    def beside(scale: Scale) -> list[Element]:
        gutter = round(free.width * 0.06)
        left = Stack(type_, round(free.width * 0.32))
        heading(left, scale)
        right = Stack(type_, free.width - left.width - gutter)
        items(right, scale)
        top = _middle(free, max(left.height, right.height))
        return [*left.placed(free.left, top), *right.placed(free.right - right.width, top)]

    return [below] if frame.vertical or not content.heading else [beside, below]


def _middle(area: Box, height: int, below: int = 0) -> int:
    """The top of what is `height` high, centred in `area` less `below` at its foot."""
    return area.top + (area.height - below - height) // 2


def _slack(size: int) -> int:
    """What letters of `size` may reach below the baseline."""
    return round(size * 0.34)
