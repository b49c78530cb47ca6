"""Levels: what everything is brought to before it is mixed, and decibels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from hoso.voice.takes import SAMPLE_RATE

RECIPE = 3
"""Part of every key of this room: change it when the same input would sound otherwise."""
SAMPLES_PER_MS = SAMPLE_RATE // 1000
REFERENCE_LUFS = -23.0
"""Loudness of speech inside the mix (EBU R 128): leaves headroom; mastering goes to the channel's own."""
UNDER_LU = -20.0
"""Footage sound under the voice, relative to speech: heard as a place, not as words."""
RISE_LU = 6.0
"""How far the bed comes forward where nobody speaks. 6 LU is clearly heard; with the default bed of -18 LU
the music then lies 12 LU under speech, still within the usual 12 to 18."""
MOST_BOOST_DB = 24.0
"""The most that a quiet footage sound is raised: a far microphone needs that much, beyond it is hiss."""
UNMEASURABLE_LUFS = -70.0
"""Absolute gate of ITU-R BS.1770: what is not louder is silence to a meter."""

Layout = Literal["mono", "stereo"]


@dataclass(frozen=True, slots=True)
class Loudness:
    """What a master must be: integrated LUFS, the true peak's ceiling in dBTP, and the layout.

    Mono is measured as one channel, as a meter reads a mono file.
    """

    lufs: float
    true_peak: float
    channel_layout: Layout


def ratio(db: float) -> float:
    """The amplitude ratio of `db` decibels."""
    return math.pow(10.0, db / 20.0)


def is_silence(lufs: float) -> bool:
    """Whether a meter that reads `lufs` heard nothing."""
    return lufs <= UNMEASURABLE_LUFS


def keep_gain(lufs: float) -> float:
    """dB that bring a footage sound of `lufs` to the voice's loudness, at most `MOST_BOOST_DB`."""
    return min(REFERENCE_LUFS - lufs, MOST_BOOST_DB)


def rise(level: float) -> float:
    """LU by which a bed at `level` LU under speech (0 or less) may come forward: never over speech itself."""
    return min(RISE_LU, -level)


def bed_gain(lufs: float, level: float) -> float:
    """dB for a bed of `lufs` where nobody speaks; ducking takes `rise(level)` off it under speech."""
    return min(REFERENCE_LUFS + level - lufs, MOST_BOOST_DB) + rise(level)
