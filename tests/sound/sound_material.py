"""Sounds that the tests of this room draw themselves, and an independent meter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyloudnorm
import soundfile

from hoso.base.keys import digest_file
from hoso.script.model import Music
from hoso.timeline.model import PlacedSound, PlacedTake, Timeline
from hoso.voice.takes import Take

RATE = 48_000
Wave = npt.NDArray[np.float64]


@cache
def speech_like(seconds: float, seed: int = 1) -> Wave:
    """Syllables of a buzz with formant-like movement, consonant noise between them; peak 0.5."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(130 + 25 * np.sin(2 * np.pi * 0.8 * time + seed)) / RATE
    buzz = sum(np.sin(k * phase) / k * (1 + 0.7 * np.sin(2 * np.pi * 2.7 * time + k)) for k in range(1, 25))
    syllables = np.clip(np.sin(2 * np.pi * 4.1 * time + 0.5) + 0.5, 0, 1)
    wave = buzz * syllables + 0.2 * rng.standard_normal(len(time)) * (1 - syllables)
    wave *= 0.5 / np.abs(wave).max()
    wave.setflags(write=False)
    return np.asarray(wave)


def tone(seconds: float, hertz: float, peak: float) -> Wave:
    """A steady sine."""
    return np.asarray(peak * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE))


def stereo(left: Wave, right: Wave) -> Wave:
    """Two channels as frames."""
    return np.stack([left, right], axis=1)


def write(path: Path, wave: Wave, rate: int = RATE, subtype: str = "FLOAT") -> Path:
    """A WAV file."""
    soundfile.write(path, wave, rate, subtype=subtype)
    return path


def take(path: Path, wave: Wave) -> Take:
    """A spoken line as the voice room makes it."""
    write(path, wave, subtype="PCM_16")
    return Take(path.stem, digest_file(path), path, len(wave), "test", "test", "draft")


def timeline(
    duration_ms: int,
    takes: tuple[PlacedTake, ...] = (),
    sounds: tuple[PlacedSound, ...] = (),
    music: Music | None = None,
) -> Timeline:
    """A timeline of sound alone."""
    return Timeline(scenes=(), takes=takes, sounds=sounds, music=music, duration_ms=duration_ms)


def heard(path: Path) -> Wave:
    """A file's samples, frames by channels."""
    samples: Any = soundfile.read(path, dtype="float64", always_2d=True)[0]
    return np.asarray(samples)


def lufs(wave: Wave) -> float:
    """Integrated loudness by pyloudnorm, which shares no code with ffmpeg's meter."""
    return float(pyloudnorm.Meter(RATE).integrated_loudness(wave))


def true_peak(wave: Wave) -> float:
    """dBTP by eight-fold interpolation in the frequency domain, ends padded."""
    channels = wave.reshape(len(wave), -1).T
    size = 1 << (len(wave) + RATE // 5).bit_length()
    fine = np.fft.irfft(np.fft.rfft(channels, size), size * 8) * 8
    return float(20 * np.log10(np.abs(fine).max()))


def rms_db(wave: Wave) -> float:
    """RMS level in dB."""
    return float(10 * np.log10(np.mean(np.square(wave)) + 1e-20))


def band_db(wave: Wave, hertz: float) -> float:
    """Level in dB of a steady sine of `hertz` within one channel of `wave`: its peak amplitude."""
    time = np.arange(len(wave)) / RATE
    window = np.hanning(len(wave))
    found = np.abs(np.sum(wave * window * np.exp(-2j * np.pi * hertz * time))) * 2 / window.sum()
    return float(20 * np.log10(found + 1e-20))
