"""Loudness and true peak, as ffmpeg's ebur128 reads them (EBU R 128, ITU-R BS.1770)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hoso.sound.levels import UNMEASURABLE_LUFS

_LUFS = re.compile(r"^\s*I:\s+(\S+) LUFS", re.MULTILINE)
_LRA = re.compile(r"^\s*LRA:\s+(\S+) LU\s*$", re.MULTILINE)
_PEAK = re.compile(r"^\s*Peak:\s+(\S+) dBFS", re.MULTILINE)

SILENT = float("-inf")
LEAST_SECONDS = 0.4
"""A meter's block: a shorter sound is filled up with silence so that it can be measured at all."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Integrated loudness in LUFS, loudness range in LU, true peak in dBTP, in tenths as ffmpeg prints them.

    -inf stands for silence and for what was not measured.
    """

    lufs: float
    lra: float
    true_peak: float


def metered(stream: Any, *, peak: bool = False, dual_mono: bool = False) -> Any:
    """`stream` through a meter whose reading is in ffmpeg's log at the end.

    `peak` measures the true peak too, which costs three times as much. `dual_mono` reads a mono stream as it
    is heard from both channels of a stereo one.
    """
    options: dict[str, object] = {"framelog": "quiet"}
    if peak:
        options["peak"] = "true"
    if dual_mono:
        options["dualmono"] = 1
    return stream.filter("ebur128", **options)


def reading(log: str) -> Reading:
    """The reading at the end of ffmpeg's `log`. Raises ValueError where there is none."""
    lufs, lra, peak = (pattern.findall(log) for pattern in (_LUFS, _LRA, _PEAK))
    if not lufs or not lra:
        raise ValueError("ffmpeg's log holds no loudness summary")
    loudness = float(lufs[-1])
    return Reading(
        loudness if loudness > UNMEASURABLE_LUFS else SILENT,
        float(lra[-1]),
        float(peak[-1]) if peak else SILENT,
    )
