"""A quiet loop, added up from sines: a warm pad, a few piano notes, a bass. Its end flows into its start."""

from __future__ import annotations

from pathlib import Path

import ffmpeg
import numpy as np

from hoso.media.ffmpeg import arguments, run
from samples.foley import RATE, Sound, kept

BAR = 4.0
"""Seconds a chord."""
CHORDS = (
    (38, (57, 62, 65, 69)),
    (34, (58, 62, 65, 70)),
    (41, (57, 60, 65, 72)),
    (36, (55, 60, 64, 67)),
    (31, (58, 62, 67, 70)),
    (38, (57, 62, 65, 69)),
    (34, (58, 62, 65, 74)),
    (33, (57, 61, 64, 69)),
)
"""Bass and chord of each bar, as MIDI notes: D minor, gently round and back."""
MELODY = (
    (0.0, 74), (1.5, 77), (2.5, 76), (4.0, 74), (6.0, 70), (8.0, 72), (9.5, 77), (10.5, 79),
    (12.0, 76), (14.0, 72),
    (16.0, 74),
    (17.5, 70), (18.5, 69), (20.0, 69), (22.0, 74), (24.0, 77),
    (25.5, 76), (26.5, 74), (28.0, 73), (30.0, 69),
)  # fmt: skip
"""When (seconds) the piano plays what."""
SECONDS = BAR * len(CHORDS)
COUNT = round(SECONDS * RATE)


def _hertz(note: float) -> float:
    return float(440 * 2 ** ((note - 69) / 12))


def _pad(note: int, seconds: float, seed: int) -> Sound:
    """Three slightly detuned voices with few overtones, that swell and fade."""
    t = np.arange(round(seconds * RATE)) / RATE
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, (3, 4))
    sound = np.zeros_like(t)
    for voice, cents in enumerate((-4.0, 0.0, 5.0)):
        for overtone in range(1, 5):
            turn = 2 * np.pi * _hertz(note + cents / 100) * overtone * t + phases[voice, overtone - 1]
            sound += np.sin(turn) / overtone**2.4
    rise = np.clip(t / 1.6, 0, 1) * np.clip((seconds - t) / 2.2, 0, 1)
    return np.asarray(sound * np.sin(rise * np.pi / 2) ** 2)


def _key(note: int, loud: float) -> Sound:
    """A felt piano: overtones a little too high, the high ones gone first."""
    t = np.arange(round(5.0 * RATE)) / RATE
    sound = np.zeros_like(t)
    for overtone in range(1, 8):
        hertz = _hertz(note) * overtone * np.sqrt(1 + 0.0004 * overtone**2)
        sound += np.exp(-t * (0.9 + 0.55 * overtone)) * np.sin(2 * np.pi * hertz * t) / overtone**1.7
    return np.asarray(loud * sound * np.clip(t / 0.012, 0, 1) * np.clip((5.0 - t) / 0.5, 0, 1))


def _add(loop: Sound, sound: Sound, start: float, left: float) -> None:
    """Put `sound` into the loop, `left` (0 to 1) of it left; what passes the end comes in at the start."""
    places = (round(start * RATE) + np.arange(len(sound))) % COUNT
    loop[places, 0] += sound * np.sqrt(left)
    loop[places, 1] += sound * np.sqrt(1 - left)


def _room(loop: Sound) -> Sound:
    """The loop in a soft, large room, wrapped round its end."""
    random = np.random.default_rng(9)
    t = np.arange(COUNT) / RATE
    echo = random.standard_normal((COUNT, 2)) * np.exp(-t / 0.75)[:, None] * np.clip(t / 0.03, 0, 1)[:, None]
    wet = np.fft.irfft(np.fft.rfft(loop, axis=0) * np.fft.rfft(echo, axis=0), COUNT, axis=0)
    hertz = np.fft.rfftfreq(COUNT, 1 / RATE)
    soft = 1 / (1 + (hertz / 2600) ** 2)
    wet = np.fft.irfft(np.fft.rfft(wet, axis=0) * soft[:, None], COUNT, axis=0)
    return np.asarray(loop + wet / wet.std() * loop.std() * 0.55)


def composed() -> Sound:
    """The loop, COUNT x 2, peak 0.5."""
    loop = np.zeros((COUNT, 2))
    random = np.random.default_rng(4)
    for bar, (bass, chord) in enumerate(CHORDS):
        start = bar * BAR - 0.6
        _add(loop, 0.10 * _pad(bass, BAR + 1.8, 100 + bar), start, 0.5)
        for n, note in enumerate(chord):
            _add(loop, 0.05 * _pad(note, BAR + 2.2, 10 * bar + n), start, 0.2 + 0.2 * n)
    for start, note in MELODY:
        late = float(random.uniform(0, 0.03))
        _add(loop, _key(note, 0.2 * random.uniform(0.75, 1)), start + late, 0.62 - (note - 69) / 50)
    loop = _room(loop)
    return np.asarray(loop * (0.5 / np.abs(loop).max()))


def draw(folder: Path) -> None:
    """Write music.m4a."""
    with kept(composed()) as path:
        encoder = {"c:a": "aac", "b:a": "96k", "movflags": "+faststart", "fflags": "+bitexact"}
        run(arguments(ffmpeg.output(ffmpeg.input(str(path)), str(folder / "music.m4a"), **encoder)))
