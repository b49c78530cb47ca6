"""What a face covers and how wide it sets a text, by HarfBuzz, as the subtitle renderer does it.

Imported lazily.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import uharfbuzz as hb


@cache
def opened(path: Path) -> hb.Face:
    """The face at `path`, as HarfBuzz has it."""
    return hb.Face(hb.Blob.from_file_path(str(path)))


@cache
def characters(path: Path) -> frozenset[int]:
    """The code points that the face at `path` has a glyph for."""
    return frozenset(opened(path).unicodes)


def advance(path: Path, text: str) -> float:
    """Width in ems of `text` set in the face at `path`."""
    font, face = _font(path), opened(path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(int(position.x_advance) for position in buffer.glyph_positions) / int(face.upem)


@cache
def _font(path: Path) -> hb.Font:
    return hb.Font(opened(path))
