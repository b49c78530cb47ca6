"""A logo in printing inks."""

from __future__ import annotations

import io
from pathlib import Path

from hoso.base.problems import HosoError

LARGEST = 600
"""Pixels at the longer side: over 600 in an inch at the size it is printed in."""


def printable(path: Path) -> bytes:
    """The picture at `path` on white paper as a CMYK JPEG.

    What the three inks share becomes black, all of it: grey is one ink, and no place takes more than three
    (200 % at most). Without profiles: a logo's colours come out as near as a press gets without proofs.
    Raises HosoError where the file is no picture.
    """
    import numpy as np
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, UnidentifiedImageError) as error:
        raise HosoError(f"The logo {path.name} can't be read", "Save it as PNG again.") from error
    picture.thumbnail((LARGEST, LARGEST))
    paper = Image.new("RGBA", picture.size, "white")
    inks = 255 - np.asarray(Image.alpha_composite(paper, picture).convert("RGB"))
    black = inks.min(axis=2, keepdims=True)
    separated = np.concatenate([inks - black, black], axis=2)
    out = io.BytesIO()
    Image.frombytes("CMYK", picture.size, separated.tobytes()).save(out, "JPEG", quality=95, subsampling=0)
    return out.getvalue()
