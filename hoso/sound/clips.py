"""A sound placed in a mix."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.sound.envelope import Point


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound file and how it is heard. All times in samples at 48 kHz; mono is heard from both channels.

    `looped` starts the file again until `length` is full. `ducking` is a gain in dB over the programme.
    """

    path: Path
    at: int
    length: int
    gain_db: float
    fade_in: int = 0
    fade_out: int = 0
    looped: bool = False
    ducking: tuple[Point, ...] = ()
