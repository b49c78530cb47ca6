"""The ffmpeg runs that look at and listen to a whole file: their graphs, and what their logs say. Pure.

Picture and sound are decoded once each, in full; the watching filters get the picture's luma alone, made
small first. Stills for subtitles and QR codes and the sound's wave come out of the same runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.media.ffmpeg import arguments
from hoso.release.qc.stretches import Stretch
from hoso.sound.meter import metered

LONG_SIDE = 480
"""Pixels of the longer side of the small picture: a quarter of 1080x1920."""
STILL_SIDE = 320
"""The same of stills that are compared: so small, what two coders made of a picture looks alike, and letters
of 3.7 % of a tall picture are still 12 pixels high."""
BLACK_MS = 200
BLACK_POINT = 0.02
"""A point counts as black up to this share of the luma's range over black: 20 in 8 bits, 16 being black."""
BLACK_SHARE = 0.98
"""ffmpeg's own: a picture is black where this share of its points is."""
FROZEN_MS = 1000
FROZEN_DB = -60
"""ffmpeg's own. A still encoded by x264 at CRF 23 stays under it, but for the first frames after a cut."""
SILENT_MS = 300
SILENT_DB = -60
THREADS = 2
"""A decoder's: nothing else is done while a film is watched. A tenth more CPU than one, for half the wait."""
ASKED_AT_ONCE = 8
"""Frame numbers in one sum of the question which frames to keep."""
WAVE_RATE = 8000
"""Samples a second of the wave that is compared with the programme: 0.125 ms a sample."""

_START = {name: re.compile(rf"{name}_start: ?(-?[\d.]+)") for name in ("freeze", "silence")}
_END = {name: re.compile(rf"{name}_end: ?(-?[\d.]+)") for name in ("freeze", "silence")}
_BLACK = re.compile(r"black_start:(-?[\d.]+) black_end:(-?[\d.]+)")
# What our own outputs complain of is no fault of the file.
_DAMAGE = re.compile(r"^\[(?!null|rawvideo|f32le|out)[^\]]+\] \[(?:error|fatal)\] (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stills:
    """Frames to keep, by number, as raw luma in one file. `size` is None for the picture's own.

    `through` is the size that they are scaled to before: fine type looks like that of another picture of
    that size only if it has taken the same way.
    """

    frames: tuple[int, ...]
    size: tuple[int, int] | None
    out: Path
    through: tuple[int, int] | None = None


def small_size(width: int, height: int, side: int = LONG_SIDE) -> tuple[int, int]:
    """`width` x `height` with a longer side of `side`, even, in its shape; what is smaller stays."""
    share = min(1.0, side / max(width, height))
    return max(2, 2 * round(width * share / 2)), max(2, 2 * round(height * share / 2))


def picture_arguments(source: Path, small: tuple[int, int], stills: Sequence[Stills]) -> list[str]:
    """The command line that watches the picture of `source` at the size `small`, and keeps `stills` of it.

    Its log goes through `black_of`, `stretches_of` and `damage_of`.
    """
    video = ffmpeg.input(f"file:{source}", threads=THREADS)["v:0"]
    copies = _copies(video.filter("extractplanes", "y"), 1 + len(stills))
    watched = copies[0].filter("scale", *small, flags="fast_bilinear")
    watched = watched.filter("blackdetect", d=BLACK_MS / 1000, pix_th=BLACK_POINT, pic_th=BLACK_SHARE)
    watched = watched.filter("freezedetect", n=f"{FROZEN_DB}dB", d=FROZEN_MS / 1000)
    kept = (_kept(node, item) for node, item in zip(copies[1:], stills, strict=True))
    return _told(ffmpeg.output(watched, "-", format="null"), *kept)


def sound_arguments(source: Path, wave: Path | None) -> list[str]:
    """The command line that listens to `source`, and writes its `wave` where one is wanted.

    Its log goes through `stretches_of`, `damage_of` and hoso.sound.meter.reading.
    """
    copies = _copies(ffmpeg.input(f"file:{source}")["a:0"], 1 if wave is None else 2, "asplit")
    heard = copies[0].filter("silencedetect", n=f"{SILENT_DB}dB", d=SILENT_MS / 1000)
    waves = () if wave is None else (_wave(copies[1], wave),)
    return _told(ffmpeg.output(metered(heard, peak=True), "-", format="null"), *waves)


def stills_arguments(source: Path, stills: Stills) -> list[str]:
    """The command line that only keeps `stills` of `source`."""
    luma = ffmpeg.input(f"file:{source}", threads=THREADS)["v:0"].filter("extractplanes", "y")
    return arguments(_kept(luma, stills))


def wave_arguments(source: Path, out: Path) -> list[str]:
    """The command line that writes the wave of `source`: mono, 32-bit float, `WAVE_RATE`."""
    return arguments(_wave(ffmpeg.input(f"file:{source}")["a:0"], out))


def black_of(log: str) -> tuple[Stretch, ...]:
    """Stretches of black."""
    return tuple(Stretch(_ms(start), _ms(end)) for start, end in _BLACK.findall(log))


def stretches_of(log: str, name: str, end_ms: int) -> tuple[Stretch, ...]:
    """Stretches of `freeze` or `silence`; one that is not over at the file's end ends at `end_ms`."""
    starts = [_ms(text) for text in _START[name].findall(log)]
    ends = [_ms(text) for text in _END[name].findall(log)]
    ends += [end_ms] * (len(starts) - len(ends))
    return tuple(Stretch(max(0, start), end) for start, end in zip(starts, ends, strict=False) if start < end)


def damage_of(log: str) -> tuple[str, ...]:
    """What decoders complained of, each once."""
    return tuple(dict.fromkeys(_DAMAGE.findall(log)))


def _told(*outputs: Any) -> list[str]:
    return ["-loglevel", "level+info", *arguments(ffmpeg.merge_outputs(*outputs))]


def _copies(node: Any, count: int, name: str = "split") -> list[Any]:
    if count == 1:
        return [node]
    parted = node.filter_multi_output(name, count)
    return [parted[number] for number in range(count)]


def _kept(luma: Any, stills: Stills) -> Any:
    """Chosen by number, then scaled with care."""
    chosen = luma.filter("select", _among(sorted(stills.frames)))
    for size in (stills.through, stills.size):
        if size is not None:
            chosen = chosen.filter("scale", *size, flags="area")
    return ffmpeg.output(
        chosen, f"file:{stills.out}", format="rawvideo", pix_fmt="gray", fps_mode="passthrough"
    )


def _among(frames: Sequence[int]) -> str:
    """Whether the frame is one of `frames`, in order, as ffmpeg asks it of every frame.

    By halves: ffmpeg takes no sum of more than a hundred.
    """
    if len(frames) <= ASKED_AT_ONCE:
        return "+".join(f"eq(n,{frame})" for frame in frames)
    half = len(frames) // 2
    return f"if(lt(n,{frames[half]}),{_among(frames[:half])},{_among(frames[half:])})"


def _wave(audio: Any, out: Path) -> Any:
    mono = audio.filter("aformat", channel_layouts="mono")
    return ffmpeg.output(mono, f"file:{out}", format="f32le", acodec="pcm_f32le", ar=WAVE_RATE)


def _ms(seconds: str) -> int:
    return round(float(seconds) * 1000)
