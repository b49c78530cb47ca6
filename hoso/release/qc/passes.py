"""The ffmpeg runs that decode a finished file: their graphs, and what their logs say. Pure.

Every frame and every sample is decoded. The picture's luma alone is looked at, made small first; stills for
subtitles and QR codes and the sound's wave come out of the same runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.media.ffmpeg import arguments
from hoso.release.qc.passages import Passage
from hoso.release.qc.stretches import Stretch
from hoso.sound.meter import metered

LONG_SIDE = 320
"""Pixels of the longer side of small pictures. So small, what two coders made of a still looks alike, and
letters of 3.7 % of a tall picture are still 12 pixels high."""
SILENT_MS = 300
SILENT_DB = -60
THREADS = 1
"""A decoder's: passages are watched side by side. Two cost a tenth more CPU."""
UNSMOOTHED = "noref"
"""Frames that no other needs are looked at before the last step of decoding, which softens the edges of
blocks: it takes a tenth of the time and moves no point by more than a few levels."""
ASKED_AT_ONCE = 8
"""Stretches of frames in one sum of the question which to keep."""
WAVE_RATE = 8000
"""Samples a second of the wave that is compared with the programme: 0.125 ms a sample."""

_START = re.compile(r"silence_start: ?(-?[\d.]+)")
_END = re.compile(r"silence_end: ?(-?[\d.]+)")
# What our own outputs complain of is no fault of the file.
_DAMAGE = re.compile(r"^\[(?!null|rawvideo|f32le|out)[^\]]+\] \[(?:error|fatal)\] (.+)$", re.MULTILINE)

_RAW = {"format": "rawvideo", "pix_fmt": "gray", "fps_mode": "passthrough"}


@dataclass(frozen=True, slots=True)
class Stills:
    """Frames to keep, by number in the passage, as raw luma in one file, of the size `size` or their own.

    `through` is the size that they are scaled to before: fine type looks like that of another picture of
    that size only if it has taken the same way.
    """

    frames: tuple[int, ...]
    size: tuple[int, int] | None
    out: Path
    through: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another picture, of which nothing but stills is kept, and nothing but `gops` is decoded."""

    source: Path
    gops: tuple[Passage, ...]
    """Closed, in the film's order."""
    stills: Stills
    """Their frames are counted through `gops`."""


def small_size(width: int, height: int) -> tuple[int, int]:
    """`width` x `height` with a longer side of `LONG_SIDE`, even, in its shape; what is smaller stays."""
    share = min(1.0, LONG_SIDE / max(width, height))
    return max(2, 2 * round(width * share / 2)), max(2, 2 * round(height * share / 2))


def picture_arguments(
    source: Path,
    passage: Passage,
    small: tuple[int, int],
    stills: Sequence[Stills],
    beside: Beside | None = None,
) -> list[str]:
    """The command line that decodes `passage` of `source` and keeps `stills` of it, and those of `beside`.

    Every frame's luma goes to `pipe:1` at the size `small`, a byte a point; the log goes through `damage_of`.
    One run for both: half of what a short one costs is to start.
    """
    copies = _copies(_luma(source, passage), 1 + len(stills))
    watched = copies[0].filter("scale", *small, flags="fast_bilinear")
    seen = ffmpeg.output(watched, "pipe:1", **_RAW)
    kept = [_kept(node, item) for node, item in zip(copies[1:], stills, strict=True)]
    if beside is not None:
        kept.append(_kept(_luma_within(beside), beside.stills))
    return _told(seen, *kept)


def sound_arguments(source: Path, wave: Path | None) -> list[str]:
    """The command line that listens to `source`, and writes its `wave` where one is wanted.

    Its log goes through `stretches_of`, `damage_of` and hoso.sound.meter.reading.
    """
    copies = _copies(ffmpeg.input(f"file:{source}")["a:0"], 1 if wave is None else 2, "asplit")
    heard = copies[0].filter("silencedetect", n=f"{SILENT_DB}dB", d=SILENT_MS / 1000)
    waves = () if wave is None else (_wave(copies[1], wave),)
    return _told(ffmpeg.output(metered(heard, peak=True), "-", format="null"), *waves)


def wave_arguments(source: Path, out: Path) -> list[str]:
    """The command line that writes the wave of `source`: mono, 32-bit float, `WAVE_RATE`."""
    return arguments(_wave(ffmpeg.input(f"file:{source}")["a:0"], out))


def silent_of(log: str, end_ms: int) -> tuple[Stretch, ...]:
    """Stretches of silence; one that is not over at the file's end ends at `end_ms`."""
    starts = [_ms(text) for text in _START.findall(log)]
    ends = [_ms(text) for text in _END.findall(log)]
    ends += [end_ms] * (len(starts) - len(ends))
    return tuple(Stretch(max(0, start), end) for start, end in zip(starts, ends, strict=False) if start < end)


def damage_of(log: str) -> tuple[str, ...]:
    """What decoders complained of, each once."""
    return tuple(dict.fromkeys(_DAMAGE.findall(log)))


def _told(*outputs: Any) -> list[str]:
    return ["-loglevel", "level+info", *arguments(ffmpeg.merge_outputs(*outputs))]


def _luma(source: Path, passage: Passage) -> Any:
    """The luma of `passage`: decoding begins at its first frame, which is a key frame."""
    part: dict[str, str] = {}
    if passage.from_us:
        part["ss"] = _seconds(passage.from_us)
    if passage.until_us is not None:
        part["t"] = _seconds(passage.until_us - (passage.from_us or 0))
    return _luma_of(source, part)


def _luma_within(beside: Beside) -> Any:
    """The luma of the GOPs of `beside`: packets of others are dropped before they are decoded."""
    wanted = _among([(gop.first, gop.end - 1) for gop in beside.gops]).replace(",", "\\,")
    return _luma_of(beside.source, {"bsf:v:0": f"noise=drop=not({wanted})"})


def _luma_of(source: Path, part: Mapping[str, str]) -> Any:
    opened = ffmpeg.input(f"file:{source}", threads=THREADS, skip_loop_filter=UNSMOOTHED, **part)
    return opened["v:0"].filter("extractplanes", "y")


def _copies(node: Any, count: int, name: str = "split") -> list[Any]:
    if count == 1:
        return [node]
    parted = node.filter_multi_output(name, count)
    return [parted[number] for number in range(count)]


def _kept(luma: Any, stills: Stills) -> Any:
    """Chosen by number, then scaled with care."""
    chosen = luma.filter("select", _among([(frame, frame) for frame in sorted(stills.frames)]))
    for size in (stills.through, stills.size):
        if size is not None:
            chosen = chosen.filter("scale", *size, flags="area")
    return ffmpeg.output(chosen, f"file:{stills.out}", **_RAW)


def _among(spans: Sequence[tuple[int, int]]) -> str:
    """Whether number `n` is in one of `spans`, each from its first to its last, in order, as ffmpeg asks it.

    By halves: ffmpeg takes no sum of more than a hundred.
    """
    if len(spans) <= ASKED_AT_ONCE:
        return "+".join(
            f"eq(n,{first})" if first == last else f"between(n,{first},{last})" for first, last in spans
        )
    half = len(spans) // 2
    return f"if(lt(n,{spans[half][0]}),{_among(spans[:half])},{_among(spans[half:])})"


def _wave(audio: Any, out: Path) -> Any:
    mono = audio.filter("aformat", channel_layouts="mono")
    return ffmpeg.output(mono, f"file:{out}", format="f32le", acodec="pcm_f32le", ar=WAVE_RATE)


def _seconds(us: int) -> str:
    return f"{us // 1_000_000}.{us % 1_000_000:06}"


def _ms(seconds: str) -> int:
    return round(float(seconds) * 1000)
