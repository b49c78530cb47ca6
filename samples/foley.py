"""Sounds of places, made from noise: wind, and a fire in a stove."""

from __future__ import annotations

import tempfile
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE = 48_000
Sound = npt.NDArray[np.float64]


def save(path: Path, sound: Sound) -> None:
    """Write `sound` (samples, or samples x channels; -1 to 1) as 16-bit WAV at RATE."""
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.round(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())


@contextmanager
def kept(sound: Sound) -> Iterator[Path]:
    """`sound` as a file for a while."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sound.wav"
        save(path, sound)
        yield path


def coloured(seconds: float, low: float, high: float, tilt: float, seed: int) -> Sound:
    """Noise between `low` and `high` Hz whose level falls by `tilt` powers of the frequency; deviation 1."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    shape = np.where((hertz > low) & (hertz < high), np.maximum(hertz, 1.0) ** -tilt, 0)
    sound = np.fft.irfft(spectrum * shape, count)
    return np.asarray(sound / sound.std())


def _breath(seconds: float, seed: int) -> Sound:
    """A slow rise and fall, 0 to 1, that ends as it began."""
    t = np.linspace(0, 2 * np.pi, round(seconds * RATE), endpoint=False)
    a, b, c = np.random.default_rng(seed).uniform(0, 2 * np.pi, 3)
    return np.asarray(0.5 + 0.22 * np.sin(t + a) + 0.16 * np.sin(2 * t + b) + 0.12 * np.sin(5 * t + c))


@contextmanager
def wind(seconds: float) -> Iterator[Path]:
    """Wind over an open field, as a file for a while."""
    low = coloured(seconds, 60, 1400, 0.9, 1) * _breath(seconds, 2)
    whistle = coloured(seconds, 420, 640, 0, 3) * _breath(seconds, 4) ** 3
    with kept(0.055 * low + 0.012 * whistle) as path:
        yield path


@contextmanager
def fire(seconds: float) -> Iterator[Path]:
    """A stove: a low roar and sparks, as a file for a while."""
    count = round(seconds * RATE)
    sound = 0.03 * coloured(seconds, 40, 380, 0.8, 5) * (0.6 + 0.4 * _breath(seconds, 6))
    random = np.random.default_rng(7)
    hiss = coloured(seconds, 1500, 9000, 0.4, 8)
    for start in random.uniform(0, seconds - 0.1, 46):
        length = round(random.uniform(0.004, 0.03) * RATE)
        first = int(start * RATE)
        decay = np.exp(-np.arange(length) / (length * 0.22))
        sound[first : first + length] += random.uniform(0.02, 0.12) * decay * hiss[first : first + length]
    with kept(sound[:count]) as path:
        yield path
