"""Make a static face from a variable font: the same bytes every time, for the same package versions.

Imported lazily: it loads HarfBuzz and fontTools.
"""

from __future__ import annotations

import io

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from hoso.fonts.recipes import ASCENT, DESCENT, Recipe

_WINDOWS = (3, 1, 0x409)
# Copyright, version, licence and its address: the licence asks that they stay.
_KEPT_NAMES = {0, 5, 13, 14}


def build(source: bytes, recipe: Recipe) -> bytes:
    """The bytes of the static TrueType face that `recipe` makes of the variable font `source`."""
    font = TTFont(io.BytesIO(_pinned(source, recipe)), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    if "STAT" in font:
        del font["STAT"]
    _name(font, recipe)
    _weigh(font, recipe)
    _measure(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _pinned(source: bytes, recipe: Recipe) -> bytes:
    face = hb.Face(source)
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    for axis, value in recipe.axes:
        if not wanted.pin_axis_location(face, axis, value):
            raise ValueError(f"{recipe.resource} has no axis {axis}")
    data: bytes = hb.subset(face, wanted).blob.data
    return data


def _name(font: TTFont, recipe: Recipe) -> None:
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in _KEPT_NAMES]
    full = recipe.family if not recipe.bold else f"{recipe.family} {recipe.style}"
    for number, text in ((1, recipe.family), (2, recipe.style), (3, recipe.postscript), (4, full)):
        table.setName(text, number, *_WINDOWS)
    table.setName(recipe.postscript, 6, *_WINDOWS)
    table.names.sort()


def _weigh(font: TTFont, recipe: Recipe) -> None:
    """Regular and bold of one family, as renderers look for them: nothing is emboldened artificially."""
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = 700 if recipe.bold else 400
    os2.fsSelection = 1 << 5 if recipe.bold else 1 << 6
    head.macStyle = 1 if recipe.bold else 0


def _measure(font: TTFont) -> None:
    """The same ascent and descent wherever a renderer looks for them."""
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    os2, hhea = font["OS/2"], font["hhea"]
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
