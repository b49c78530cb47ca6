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
from hoso.release.frames import frame_at, key_times

FRAME = 320
"""Pixels of a small frame's longer side."""
GAP = 12
GROUND = (62, 70, 82)
"""Lighter than hoso's cards, whose edges are seen so."""
TYPE = 20
QUALITY = 85


def evenly(duration_ms: int, count: int) -> tuple[int, ...]:
    """`count` times in a programme of that length, each in the middle of its share of it."""
    return tuple(duration_ms * (2 * number + 1) // (2 * count) for number in range(count))


def at_key_frames(film: Path, times: Sequence[int]) -> tuple[int, ...]:
    """`times` moved back to the key frames before them, which take least to decode."""
    keys = key_times(film)
    return tuple(max((key for key in keys if key <= at), default=at) for at in times)


def contact_sheet(
    film: Path, times: Sequence[int], columns: int, out: Path, fonts: FontSet, token: CancelToken
) -> None:
    """Write a JPEG to `out`: the frames of `film` at `times` (ms, at least one), row by row, labelled below.

    Raises HosoError where the film can't be read, Cancelled.
    """
    frames = []
    for at in times:
        token.check()
        frame = frame_at(film, at)
        frame.thumbnail((FRAME, FRAME), Image.Resampling.LANCZOS)
        frames.append(frame)
    sheet = _laid_out(frames, [_label(at) for at in times], columns, fonts.preferred("en").path)
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
