"""Both sides as plain data for the template: words stay data and never become markup. Pure."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from hoso.cards.qr import Symbol
from hoso.release.leaflet import fitting, sheet
from hoso.release.leaflet.content import LeafletContent
from hoso.release.leaflet.fitting import Back, Fitted, Front, Typed
from hoso.release.leaflet.setting import Block
from hoso.release.leaflet.sheet import Form

Data = dict[str, Any]


def document(
    content: LeafletContent, fitted: Fitted, symbol: Symbol, form: Form, logo: bytes | None = None
) -> str:
    """What leaflet.typ draws, as JSON. Lengths of paper are in millimetres, of type in points.

    `logo` is a CMYK JPEG.
    """
    data = {
        "language": content.language,
        "title": content.title,
        "form": form,
        "sheet": {
            "width": sheet.WIDTH,
            "height": sheet.HEIGHT,
            "bleed": sheet.BLEED,
            "slug": sheet.SLUG,
            "safe": sheet.SAFE,
            "paper-width": sheet.SHEET_WIDTH,
            "paper-height": sheet.SHEET_HEIGHT,
        },
        "space": {
            "band": fitting.BAND_PAD,
            "lead": fitting.LEAD_GAP,
            "least": fitting.LEAST_GAP,
            "line": fitting.LINE_GAP,
            "badge": fitting.BADGE,
            "badge-gap": fitting.BADGE_GAP,
            "column": fitting.COLUMN_GAP,
            "quiet": fitted.back.quiet,
            "logo-width": fitting.LOGO_WIDTH,
            "logo-height": fitting.LOGO_HEIGHT,
        },
        "front": _front(fitted.front),
        "back": _back(fitted.back),
        "code": _code(symbol),
        "logo": None if logo is None else list(logo),
    }
    return json.dumps(data, ensure_ascii=False)


def _front(front: Front) -> Data:
    return {
        "heading": _block(front.heading),
        "lead": _block(front.lead),
        "guarantees": [_block(block) for block in front.guarantees],
    }


def _back(back: Back) -> Data:
    return {
        "heading": _block(back.heading),
        "steps": [_block(block) for block in back.steps],
        "contact-heading": _block(back.contact_heading),
        "phone": _block(back.phone),
        "reaches": [_typed(typed) for typed in back.reaches],
        "source": _block(back.source),
    }


def _typed(typed: Typed) -> Data:
    return {"label": _block(typed.label), "value": _block(typed.value)}


def _block(block: Block | None) -> Data | None:
    if block is None:
        return None
    lines = [[{"family": run.family, "text": run.text} for run in line] for line in block.lines]
    return {"lines": lines, "size": block.size, "leading": block.leading, "bold": block.bold}


def _code(symbol: Symbol) -> Data:
    """The code's dark stretches: row, first column and length, in modules; drawn as one shape."""
    stretches = []
    for row, modules in enumerate(symbol.rows):
        column = 0
        for dark, group in groupby(modules):
            length = len(list(group))
            if dark:
                stretches.append([row, column, length])
            column += length
    return {"side": fitting.QR_SIDE, "modules": len(symbol.rows), "dark": stretches}
