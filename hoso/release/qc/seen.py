"""Subtitles and QR codes looked for in stills of the finished picture. Pure but for the decoder of codes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hoso.channels.model import PictureProfile
from hoso.subtitles.lines.marks import plain

Still = NDArray[np.uint8]

DIFFERENT = 40
"""Levels of luma by which a point has to differ: letters and their edge do by 100 and more, coding noise and
a sharper picture seldom do."""
LEAST_INK = 0.05
"""Points that differ under a sign of text, as a share of its em squared, at least: Hangul with its edge has
some 0.5, Latin and Cyrillic 0.25, and half of that where they are set at 0.7 of the usual size."""
MOST_FREE = 0.5
"""Points that may differ where nothing is due, in ems squared: one sign."""


def least_points(text: str, profile: PictureProfile, size: tuple[int, int]) -> int:
    """How many points a cue's text changes at least in stills of `size`."""
    signs = sum(not sign.isspace() for sign in plain(text))
    return max(1, round(LEAST_INK * signs * _em(profile, size) ** 2))


def most_free(profile: PictureProfile, size: tuple[int, int]) -> int:
    """How many points may differ in stills of `size` where no cue is due."""
    return max(1, round(MOST_FREE * _em(profile, size) ** 2))


def different(finished: Still, clean: Still, profile: PictureProfile) -> int:
    """How many points differ inside the safe area, where subtitles are."""
    height, width = finished.shape
    safe = profile.safe
    across, down = width / profile.width, height / profile.height
    area = (
        slice(int(safe.top * down), round(safe.bottom * down)),
        slice(int(safe.left * across), round(safe.right * across)),
    )
    apart = np.abs(finished[area].astype(np.int16) - clean[area].astype(np.int16))
    return int(np.count_nonzero(apart > DIFFERENT))


def codes(picture: Still) -> tuple[str, ...]:
    """What the QR codes in `picture` say, sorted."""
    import zxingcpp

    found = zxingcpp.read_barcodes(np.ascontiguousarray(picture))
    return tuple(sorted(code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode))


def _em(profile: PictureProfile, size: tuple[int, int]) -> float:
    return profile.subtitle_size * size[1]
