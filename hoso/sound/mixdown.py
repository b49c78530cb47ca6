"""The mix itself: clips placed to the sample, faded, ducked and added, in blocks of a second.

Memory does not grow with the programme's length. Adding is arithmetic, so numpy does it: to the sample, and
without an ffmpeg input for every take.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import soundfile

from hoso.base.jobs import CancelToken
from hoso.sound.clips import Clip
from hoso.sound.envelope import Point
from hoso.sound.levels import SAMPLES_PER_MS, ratio
from hoso.voice.takes import SAMPLE_RATE

Samples = npt.NDArray[np.float32]
"""Frames by channels."""

BLOCK = SAMPLE_RATE
HUSH = 1e-9
"""The mix is never quite silent but has noise of -180 dBFS, a hundredth of a 24-bit step: in digital silence
the filters of meters come down to denormal numbers, and take three times as long."""
LOOP_FADE = 50 * SAMPLES_PER_MS
"""Where music starts again its end and its beginning cross: no click, no audible shift of the beat."""


class Reader(Protocol):
    """What a clip's samples come from."""

    def read(self, start: int, count: int) -> Samples:
        """Up to `count` frames from `start` on; fewer where the sound ends."""
        ...


def write_mix(path: Path, clips: Sequence[Clip], length: int, token: CancelToken) -> None:
    """Write the sum of `clips` to `path`: `length` samples of 48 kHz stereo float WAV, not clipped."""
    with (
        ExitStack() as files,
        soundfile.SoundFile(path, "w", SAMPLE_RATE, 2, subtype="FLOAT", format="RF64") as out,
    ):
        waiting = sorted(clips, key=lambda clip: clip.at, reverse=True)
        playing: list[tuple[Clip, Reader, ExitStack]] = []
        hush = np.random.default_rng(0).uniform(-HUSH, HUSH, (BLOCK, 2)).astype(np.float32)
        for start in range(0, length, BLOCK):
            token.check()
            stop = min(start + BLOCK, length)
            while waiting and waiting[-1].at < stop:
                playing.append(_opened(waiting.pop(), files))
            block = hush[: stop - start].copy()
            for clip, reader, _ in playing:
                _add(block, start, clip, reader)
            for clip, _, file in playing:
                if clip.at + clip.length <= stop:
                    file.close()
            playing = [entry for entry in playing if entry[0].at + entry[0].length > stop]
            out.write(block)


def fade_gain(index: npt.NDArray[np.int64], clip: Clip) -> npt.NDArray[np.float64]:
    """Gain at each `index` (samples from the clip's start): sines, so two that cross keep their power."""
    gain = np.ones(len(index))
    if clip.fade_in:
        gain *= np.sin(np.clip((index + 0.5) / clip.fade_in, 0, 1) * (np.pi / 2))
    if clip.fade_out:
        gain *= np.sin(np.clip((clip.length - index - 0.5) / clip.fade_out, 0, 1) * (np.pi / 2))
    return gain


def ducking_gain(index: npt.NDArray[np.int64], points: Sequence[Point]) -> npt.NDArray[np.float64]:
    """Gain at each `index` (samples from the programme's start) of an envelope in dB."""
    at = [point.at_ms * SAMPLES_PER_MS for point in points]
    decibels = np.interp(index, at, [point.db for point in points])
    return np.asarray(10.0 ** (decibels / 20.0))


class FileReader:
    """A sound file from its beginning to its end."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file

    def read(self, start: int, count: int) -> Samples:
        """Up to `count` frames from `start` on."""
        if start >= self._file.frames:
            return np.zeros((0, self._file.channels), np.float32)
        self._file.seek(start)
        samples: Samples = self._file.read(count, dtype="float32", always_2d=True)
        return samples


class LoopReader:
    """A sound file again and again, its end crossing into its beginning."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._reader = FileReader(file)
        self._fade = min(LOOP_FADE, file.frames // 4)
        self._period = file.frames - self._fade

    def read(self, start: int, count: int) -> Samples:
        """`count` frames from `start` on."""
        parts = []
        while count > 0:
            lap, within = divmod(start, self._period)
            part = self._reader.read(within, min(count, self._period - within))
            if lap and within < self._fade:
                self._cross(part, within)
            parts.append(part)
            start += len(part)
            count -= len(part)
        return np.concatenate(parts)

    def _cross(self, part: Samples, within: int) -> None:
        tail = self._reader.read(self._period + within, min(len(part), self._fade - within))
        share = (np.arange(within, within + len(tail)) + 0.5) / self._fade * (np.pi / 2)
        part[: len(tail)] *= np.sin(share, dtype=np.float32)[:, None]
        part[: len(tail)] += tail * np.cos(share, dtype=np.float32)[:, None]


def _opened(clip: Clip, files: ExitStack) -> tuple[Clip, Reader, ExitStack]:
    """Open the clip's file; the stack that is returned closes it, `files` does at the latest."""
    own = files.enter_context(ExitStack())
    file = own.enter_context(soundfile.SoundFile(clip.path))
    if file.samplerate != SAMPLE_RATE:
        raise ValueError(f"{clip.path} has {file.samplerate} Hz, not {SAMPLE_RATE}")
    return clip, LoopReader(file) if clip.looped else FileReader(file), own


def _add(block: Samples, start: int, clip: Clip, reader: Reader) -> None:
    first = max(start, clip.at)
    last = min(start + len(block), clip.at + clip.length)
    if last <= first:
        return
    sound = reader.read(first - clip.at, last - first)
    index = np.arange(first, first + len(sound))
    gain: npt.NDArray[np.float64] | float = ratio(clip.gain_db)
    if clip.fade_in or clip.fade_out:
        gain = gain * fade_gain(index - clip.at, clip)
    if clip.ducking:
        gain = gain * ducking_gain(index, clip.ducking)
    shaped = sound * np.asarray(gain, np.float32).reshape(-1, 1)
    block[first - start : first - start + len(sound)] += shaped
