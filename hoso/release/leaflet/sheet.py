"""The paper, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["a6", "a4"]
"""One leaflet a page with bleed and cut marks, for a press; or four a page, for an office printer."""

WIDTH, HEIGHT = 105.0, 148.0
"""A6, as it is after the cut (ISO 216)."""
BLEED = 3.0
"""What is printed beyond the cut, so that a knife that is a little off shows no white: printers ask for 3."""
SLUG = 10.0
"""From the cut to the paper's edge: the bleed and, outside it, the cut marks."""
SAFE = 7.0
"""From the cut to the nearest word: no knife and no office printer's margin (about 5) takes one."""

SHEET_WIDTH, SHEET_HEIGHT = 210.0, 297.0
"""A4."""

POINTS = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """A page's boxes as PDF has them: left, bottom, right, top in points."""

    media: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]
    trim: tuple[float, float, float, float]


def boxes(form: Form) -> Boxes:
    """Where the paper, the bleed and the finished page of `form` are. An A4 sheet is printed as it is."""
    if form == "a4":
        whole = _inset(SHEET_WIDTH, SHEET_HEIGHT, 0)
        return Boxes(whole, whole, whole)
    paper = (WIDTH + 2 * SLUG, HEIGHT + 2 * SLUG)
    return Boxes(_inset(*paper, 0), _inset(*paper, SLUG - BLEED), _inset(*paper, SLUG))


def _inset(width: float, height: float, by: float) -> tuple[float, float, float, float]:
    return (by * POINTS, by * POINTS, (width - by) * POINTS, (height - by) * POINTS)
