"""What was measured on a finished file: facts alone, ready for JSON; the checks judge them."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from hoso.release.qc.stretches import Stretch

RECIPE = 6
"""Counted up when QC would find something else in the same file."""
Colours = tuple[int, int, int, int]
"""Matrix, primaries, transfer and range: ITU-T H.273 code points; range is 1 for limited, 2 for full."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The first picture track. Its times are those that a player shows, after edit lists."""

    codec: str
    profile: str
    level: str
    width: int
    height: int
    pixel: tuple[int, int]
    """Width over height of a pixel."""
    pixel_format: str
    rate: tuple[int, int]
    """Frames a second, as a fraction."""
    frames: int
    steady: bool
    """Whether all frames are one frame's time apart."""
    start_ms: float
    end_ms: float
    longest_gop: int
    """Most frames from one key frame to the next."""
    open_gops: int
    """H.264: how many frames are named key frames that other frames' references may cross (no IDR)."""
    b_frames: int
    """Most neighbouring frames that are shown before one that was sent earlier."""
    colours: Colours
    """As the decoder says."""
    container_colours: Colours | None
    """As the container's `colr` says."""


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """The first sound track."""

    codec: str
    profile: str
    sample_rate: int
    channels: int
    start_ms: float
    end_ms: float
    language: str
    content: str
    """What stands for all that it holds, SHA-256: files that sound the same have the same."""
    lufs: float
    true_peak: float
    offset_ms: float | None
    """How much later it is than the programme; None where that could not be told."""
    drift_ms: float | None
    """How much more so at its end than at its beginning."""


@dataclass(frozen=True, slots=True)
class CueSeen:
    """Points that differ from the subtitle-free picture in the middle of a cue, and how many ought to."""

    at_ms: int
    text: str
    points: int
    least: int


@dataclass(frozen=True, slots=True)
class FreeSeen:
    """Points that differ from the subtitle-free picture where no cue is due, and how many may."""

    at_ms: int
    points: int
    most: int


@dataclass(frozen=True, slots=True)
class Traces:
    """Everything in a file that could tell of its making."""

    atoms: tuple[str, ...]
    """Each kind of box, chunk or tag once, as a path such as `moov/udta/meta`."""
    labels: tuple[tuple[str, str], ...]
    """What is written in those that may hold words: handler and compressor names, free space."""
    dates: tuple[str, ...]
    """The headers that hold a date."""
    tags: tuple[tuple[str, str], ...]
    """Names and values as a reader lists them."""
    user_data: tuple[str, ...]
    """Words that the coded picture carries beside the picture (SEI, MPEG-4 user data)."""
    encoders: tuple[str, ...]
    """Names of encoders anywhere in the bytes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One finished file."""

    size: int
    container: str
    """mp4, 3gp, wav, mp3 or what else it is."""
    faststart: bool | None
    """Whether the index is before the media; None where there is no such thing."""
    edit_lists: int
    tracks: tuple[str, ...]
    """The kinds of all tracks: video, audio, subtitle, data, attachment."""
    texts: tuple[str, ...]
    """The languages of text tracks, ISO 639-2."""
    damage: tuple[str, ...]
    """What a decoder complained of."""
    picture: PictureFacts | None
    sound: SoundFacts | None
    black: tuple[Stretch, ...]
    frozen: tuple[Stretch, ...]
    silent: tuple[Stretch, ...]
    cues: tuple[CueSeen, ...]
    free: tuple[FreeSeen, ...]
    qr: tuple[tuple[str, ...], ...]
    """What was read at each of the moments when a QR code was due."""
    caption: str | None
    """The caption's text; None where there is no such file."""
    traces: Traces
    unmeasured: tuple[str, ...]
    """What could not be measured, and why."""

    def as_json(self) -> dict[str, Any]:
        """Plain data; silence (-inf) is null, because JSON knows no infinity."""
        plain: dict[str, Any] = _finite(asdict(self))
        return plain


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
