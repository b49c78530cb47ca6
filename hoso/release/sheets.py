"""Contact sheets: a film at a glance, small frames with their times. Heavy: imports PyAV and Pillow."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hoso.base.clock import format_clock
from hoso.base.files import write_bytes
from hoso.base.jobs import CancelToken
from hoso.cards import palette
from hoso.fonts.faces import FontSet
from hoso.release.frames import key_frames

FRAME = 320
"""Pixels of a small frame's longer side."""
WIDE_COLUMNS, TALL_COLUMNS = 4, 8
NARROW = 0.7
"""Width over height of frames that stand in one row: 9:16, but not 4:5."""
GAP = 12
GROUND = (62, 70, 82)
"""Lighter than hoso's cards, whose edges are seen so."""
TYPE = 20
QUALITY = 85


def contact_sheet(film: Path, count: int, out: Path, fonts: FontSet, token: CancelToken) -> None:
    """Write a JPEG to `out`: `count` frames of `film` (at least one), row by row, each with its time below.

    They are key frames, which take least to decode. Raises HosoError where the film can't be read, Cancelled.
    """
    seen = list(key_frames(film, count, FRAME, token))
    frames = [frame for _, frame in seen]
    columns = WIDE_COLUMNS if frames[0].width > NARROW * frames[0].height else TALL_COLUMNS
    sheet = _laid_out(frames, [_label(at) for at, _ in seen], columns, fonts.preferred("en").path)
    file = io.BytesIO()
    sheet.save(file, "JPEG", quality=QUALITY, optimize=True)
    write_bytes(out, file.getvalue())


def _laid_out(frames: Sequence[Image.Image], labels: Sequence[str], columns: int, face: Path) -> Image.Image:
    width, height = frames[0].size
    pitch = height + round(TYPE * 1.5) + GAP
    across, down = min(columns, len(frames)), -(-len(frames) // columns)
    sheet = Image.new("RGB", (GAP + across * (width + GAP), GAP + down * pitch), GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(face), TYPE)
    for number, (frame, label) in enumerate(zip(frames, labels, strict=True)):
        row, column = divmod(number, columns)
        left, top = GAP + column * (width + GAP), GAP + row * pitch
        sheet.paste(frame, (left, top))
        baseline = top + height + round(TYPE * 1.2)
        pen.text((left, baseline), label, fill=palette.INK, font=font, anchor="ls")
    return sheet


def _label(at_ms: int) -> str:
    """To a tenth of a second."""
    whole, rest = divmod(at_ms, 1000)
    return f"{format_clock(whole * 1000)}.{rest // 100}"
