"""Draws words on a small plate that lies over the picture. Heavy: imports MoviePy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from moviepy import ColorClip, CompositeVideoClip

from hoso.cards import palette
from hoso.cards.draw import Artist, png
from hoso.cards.elements import Element
from hoso.cards.model import Box, Overlay
from hoso.cards.typesetting import Typesetter

# How opaque the plate behind the words is: the picture shows through, the words stay readable over snow.
OPACITY = 0.86


def draw_overlay(plate: Box, elements: Sequence[Element], type_: Typesetter) -> Overlay:
    """`elements`, placed from the plate's top left, on a plate that goes to the box `plate` of the frame."""
    picture = CompositeVideoClip(
        [
            ColorClip((plate.width, plate.height), color=palette.GROUND),
            *(clip for element in elements for clip in Artist(type_).clips(element, ())),
        ],
        use_bgclip=True,
    ).get_frame(0)
    # Where ink is, the plate is opaque; its edges follow the ink's own.
    ground, ink = np.array(palette.GROUND, dtype=float), np.array(palette.INK, dtype=float)
    cover = np.clip(np.abs(picture - ground).max(axis=2) / np.abs(ink - ground).max(), 0, 1)
    alpha = np.rint(255 * (OPACITY + (1 - OPACITY) * cover)).astype(np.uint8)
    return Overlay(png(np.dstack([picture, alpha])), plate.left, plate.top, plate.width, plate.height)
