"""From a timeline and the measured sources to the clips of a mix. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from hoso.sound.clips import Clip
from hoso.sound.envelope import Point, Span, ducking
from hoso.sound.levels import (
    REFERENCE_LUFS,
    SAMPLES_PER_MS,
    UNDER_LU,
    bed_gain,
    is_silence,
    keep_gain,
    rise,
)
from hoso.sound.sources import EDGE_MS, Source
from hoso.timeline.model import PlacedSound, PlacedTake, Timeline

MUSIC_IN_MS = 1000
MUSIC_OUT_MS = 2000
"""Fades of the music at the programme's ends; never more than a quarter of the programme each."""


def speech(timeline: Timeline) -> list[Span]:
    """When somebody speaks, in ms: the takes, and the footage sounds that are kept for their words."""
    takes = [(placed.start_ms, placed.start_ms + placed.take.duration_ms) for placed in timeline.takes]
    kept = [(s.start_ms, s.start_ms + s.duration_ms) for s in timeline.sounds if s.mode == "keep"]
    return [*takes, *kept]


def arrange(
    timeline: Timeline, voice_lufs: float, sounds: Sequence[Source | None], bed: Source | None
) -> list[Clip]:
    """Everything that is heard.

    `voice_lufs` is the loudness of the takes together, `sounds` goes with `timeline.sounds` (None where a
    file has no sound), `bed` is the music. Silent sources are left out.
    """
    spans = speech(timeline)
    clips = [] if is_silence(voice_lufs) else [_take(placed, voice_lufs) for placed in timeline.takes]
    under = ducking(spans, timeline.duration_ms, rise(UNDER_LU))
    for sound, source in zip(timeline.sounds, sounds, strict=True):
        if source is not None and not is_silence(source.lufs):
            clips.append(_footage(sound, source, under))
    if bed is not None and timeline.music is not None and not is_silence(bed.lufs):
        level = timeline.music.level
        envelope = ducking(spans, timeline.duration_ms, rise(level))
        clips.append(_music(bed, level, timeline.duration_ms, envelope))
    return clips


def _take(placed: PlacedTake, lufs: float) -> Clip:
    at = placed.start_ms * SAMPLES_PER_MS
    return Clip(placed.take.path, at, placed.take.samples, REFERENCE_LUFS - lufs)


def _footage(sound: PlacedSound, source: Source, under: tuple[Point, ...]) -> Clip:
    kept = sound.mode == "keep"
    edge = min(EDGE_MS, sound.duration_ms // 2)
    return Clip(
        source.path,
        sound.start_ms * SAMPLES_PER_MS,
        sound.duration_ms * SAMPLES_PER_MS,
        keep_gain(source.lufs) if kept else bed_gain(source.lufs, UNDER_LU),
        fade_in=max(edge, sound.fade_in_ms) * SAMPLES_PER_MS,
        fade_out=max(edge, sound.fade_out_ms) * SAMPLES_PER_MS,
        ducking=() if kept else under,
    )


def _music(bed: Source, level: float, duration_ms: int, envelope: tuple[Point, ...]) -> Clip:
    return Clip(
        bed.path,
        0,
        duration_ms * SAMPLES_PER_MS,
        bed_gain(bed.lufs, level),
        fade_in=min(MUSIC_IN_MS, duration_ms // 4) * SAMPLES_PER_MS,
        fade_out=min(MUSIC_OUT_MS, duration_ms // 4) * SAMPLES_PER_MS,
        looped=True,
        ducking=envelope,
    )
