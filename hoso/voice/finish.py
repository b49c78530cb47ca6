"""Raw speech becomes a take's sound: one rate, no silence at its ends, one level, the pace asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import av.container
import av.filter
import numpy as np
import numpy.typing as npt
import soundfile

from hoso.base.files import replacing
from hoso.voice.takes import SAMPLE_RATE, Speech, VoiceError, Word

EDGE_MS = 40
"""Silence that stays at either end, so that no soft consonant is cut off."""
SILENCE_DB = -40.0
"""A 10 ms frame this far below the loudest one is silence; breath and room are below, soft consonants
above."""
ACTIVE_DB = -25.0
"""A 20 ms frame within this of the loud ones (95th percentile) is speech and counts for the level."""
LEVEL_DB = -23.0
"""RMS of the active speech, dBFS. Peaks of speech are 12 to 20 dB over its RMS, so that none needs more than
full scale
(the mix brings the programme to the channel's loudness afterwards)."""
PEAK_DB = -1.0
"""No sample goes over this: a take whose peaks would is left softer instead of being clipped."""
SHORTEST_MS = 80
"""No word is shorter; what is has been cut off or is not speech."""
DRIFT = 0.01
"""A pace that is off by less is left alone."""

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Finished:
    """A take's sound before it is written: 48 kHz mono, full scale 1."""

    samples: Samples
    words: tuple[Word, ...]


def finish(speech: Speech, speed: float) -> Finished:
    """`speech` decoded, brought to the pace `speed` (1: the engine's own), trimmed and levelled.

    Raises VoiceError where the sound can't be read or holds no speech.
    """
    samples = decode(speech.audio)
    tempo = speed / speech.speed
    words = speech.words
    if abs(tempo - 1) > DRIFT:
        samples = stretched(samples, tempo)
        words = tuple(Word(w.text, round(w.start_ms / tempo), round(w.end_ms / tempo)) for w in words)
    first, last = speech_range(samples)
    return Finished(levelled(samples[first:last]), _shifted(words, first, last))


def write(path: Path, samples: Samples) -> None:
    """A 48 kHz 16-bit WAV file at `path`, whole or not at all."""
    with replacing(path) as beside:
        soundfile.write(beside, samples, SAMPLE_RATE, subtype="PCM_16")


def decode(audio: bytes) -> Samples:
    """The first audio stream of a file, as 48 kHz mono.

    MP3 files laid end to end have headers between them that are no sound; they are passed over. Raises
    VoiceError
    where there is no sound, or more than one packet in ten can't be read.
    """
    if not audio:
        raise VoiceError("There is no sound: the file has 0 bytes")
    try:
        with av.open(io.BytesIO(audio), "r") as container:
            pieces, bad = _decoded(container)
    except av.FFmpegError as error:
        raise VoiceError(f"The sound can't be read: {error.strerror}") from error
    if not pieces or bad > len(pieces) / 10:
        raise VoiceError("The sound can't be read: it is damaged")
    return np.concatenate(pieces).astype(np.float32)


def _decoded(container: av.container.InputContainer) -> tuple[list[Samples], int]:
    """The stretches of sound, and how many packets could not be read."""
    if not container.streams.audio:
        raise VoiceError("There is no sound in the file")
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    frames: list[av.AudioFrame | None] = []
    bad = 0
    for packet in container.demux(audio=0):
        try:
            frames.extend(packet.decode())
        except av.InvalidDataError:
            bad += 1
    frames.append(None)
    pieces = [piece.to_ndarray().ravel() for frame in frames for piece in resampler.resample(frame)]
    return [piece.astype(np.float32) for piece in pieces], bad


def stretched(samples: Samples, tempo: float) -> Samples:
    """The same speech `tempo` times as fast (0.5 to 100), at the same pitch."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=SAMPLE_RATE, format="flt", layout="mono", time_base=Fraction(1, SAMPLE_RATE)
    )
    graph.link_nodes(source, graph.add("atempo", f"{tempo:.6f}"), graph.add("abuffersink")).configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate, frame.pts = SAMPLE_RATE, 0
    graph.push(frame)
    graph.push(None)
    return np.concatenate(list(_pulled(graph))).astype(np.float32)


def _pulled(graph: av.filter.Graph) -> Iterator[Samples]:
    while True:
        try:
            frame = graph.pull()
        except (av.EOFError, av.BlockingIOError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame.to_ndarray().ravel().astype(np.float32)


def speech_range(samples: Samples) -> tuple[int, int]:
    """First sample and end of what is not silence, with `EDGE_MS` around it. Raises VoiceError where all is
    silence."""
    frame = SAMPLE_RATE // 100
    levels = frame_levels(samples, frame)
    if not levels.size or levels.max() < -80:
        raise VoiceError("There is only silence")
    heard = np.flatnonzero(levels > levels.max() + SILENCE_DB)
    if (heard[-1] - heard[0] + 1) * 10 < SHORTEST_MS:
        raise VoiceError(f"There is less than {SHORTEST_MS} ms of sound")
    edge = SAMPLE_RATE * EDGE_MS // 1000
    return max(0, int(heard[0]) * frame - edge), min(samples.size, int(heard[-1] + 1) * frame + edge)


def levelled(samples: Samples) -> Samples:
    """The same speech with its active part at `LEVEL_DB`, or softer where its peaks would go over
    `PEAK_DB`."""
    gain = _amplitude(LEVEL_DB - active_level(samples))
    peak = float(np.abs(samples).max())
    return samples * np.float32(min(gain, _amplitude(PEAK_DB) / peak))


def active_level(samples: Samples) -> float:
    """RMS in dBFS of the frames that hold speech."""
    levels = frame_levels(samples, SAMPLE_RATE // 50)
    active = levels[levels > np.percentile(levels, 95) + ACTIVE_DB]
    return float(10 * np.log10(np.mean(10 ** (active / 10))))


def silence_share(samples: Samples) -> float:
    """The part of the 20 ms frames that hold no speech, 0 to 1."""
    levels = frame_levels(samples, SAMPLE_RATE // 50)
    return float(np.mean(levels <= np.percentile(levels, 95) + ACTIVE_DB))


def frame_levels(samples: Samples, frame: int) -> npt.NDArray[np.float64]:
    """RMS in dBFS of each stretch of `frame` samples; the last one may be shorter."""
    starts = np.arange(0, samples.size, frame)
    if not starts.size:
        return np.empty(0)
    energy = np.add.reduceat(samples.astype(np.float64) ** 2, starts)
    counts = np.minimum(frame, samples.size - starts)
    levels: npt.NDArray[np.float64] = 10 * np.log10(energy / counts + 1e-12)
    return levels


def _amplitude(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def _shifted(words: Sequence[Word], first: int, last: int) -> tuple[Word, ...]:
    """The words' times within the samples `first` to `last`."""
    start, length = first * 1000 / SAMPLE_RATE, (last - first) * 1000 // SAMPLE_RATE
    return tuple(
        Word(word.text, *(min(max(round(ms - start), 0), length) for ms in (word.start_ms, word.end_ms)))
        for word in words
    )
