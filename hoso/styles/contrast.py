"""Whether type can be read: contrast by WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.problems import Level, Problem
from hoso.documents.yaml_source import DataPath, YamlSource
from hoso.styles.model import Look, Shape, Style

ENOUGH, GOOD = 4.5, 7.0
"""WCAG 2.2, success criteria 1.4.3 (least contrast of text) and 1.4.6 (enhanced)."""
LEAST_OUTLINE = 0.03
"""A thinner line (ems) is under 2 px at 1080 lines, and snow shows through."""

_SHAPES: tuple[Shape, ...] = ("wide", "tall", "square")


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    channels = (value / 255 for value in _rgb(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(colour: str, opacity: float, ground: str) -> str:
    """What `colour` looks like at `opacity` over `ground`."""
    mixed = (
        round(opacity * top + (1 - opacity) * below)
        for top, below in zip(_rgb(colour), _rgb(ground), strict=True)
    )
    return "#" + "".join(f"{value:02X}" for value in mixed)


def least_contrast(letters: str, look: Look) -> float:
    """The contrast of `letters` with what is behind them, over the worst of pictures.

    That is the outline, or the box over all between night and snow; 1 where some ground makes the box as
    light as the letters.
    """
    if look.box is None:
        return contrast(letters, look.outline.colour)
    night, snow = (over(look.box.colour, look.box.opacity, ground) for ground in ("#000000", "#FFFFFF"))
    if luminance(night) <= luminance(letters) <= luminance(snow):
        return 1.0
    return min(contrast(letters, night), contrast(letters, snow))


def faults(style: Style, source: YamlSource) -> Iterator[Problem]:
    """What keeps the type of `style` from being read, each once, at its place in `source`."""
    found: dict[DataPath, Problem] = {}
    for shape in _SHAPES:
        for problem_path, problem in _faults(style, shape, source):
            found.setdefault(problem_path, problem)
    yield from found.values()


def _faults(style: Style, shape: Shape, source: YamlSource) -> Iterator[tuple[DataPath, Problem]]:
    look = style.look(shape)
    if look.box is None and look.outline.width < LEAST_OUTLINE:
        path = _place(source, shape, "outline", "width")
        remedy = f"Write at least {LEAST_OUTLINE}, or add `box:`."
        yield path, source.problem(path, "the letters have neither an outline nor a box", remedy)
    behind = "the outline" if look.box is None else "the box over the worst of pictures"
    for key, letters in (("fill", look.fill), ("emphasis", look.emphasis), ("label", look.label)):
        ratio = least_contrast(letters, look)
        if ratio < GOOD:
            path = _place(source, shape, key)
            words = f"`{key}` {letters} against {behind} has a contrast of {ratio:.1f} to 1"
            remedy = f"At least {ENOUGH} is needed, {GOOD:g} is good: make one lighter or the other darker."
            level: Level = "error" if ratio < ENOUGH else "warning"
            yield path, source.problem(path, words, remedy, level=level)


def _place(source: YamlSource, shape: Shape, *keys: str) -> DataPath:
    """Where a value is written: for the shape, else for all."""
    own = (shape, *keys)
    return own if own in source.values else keys


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
