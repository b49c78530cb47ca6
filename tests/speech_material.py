"""Footage in which somebody really speaks: the embedded voice, put at known times into videos of our own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import soundfile

from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.script.model import Message
from hoso.script.scenes import CardScene
from hoso.script.values import Texts
from hoso.voice.kokoro_engine import KokoroEngine
from hoso.voice.takes import Surroundings, Utterance

RATE = 24_000
HOME = "살아서 돌아가십시오."
CALL = "전화하십시오!"

Wave = npt.NDArray[np.float32]


@cache
def spoken(text: str) -> Wave:
    """`text` in Korean by the embedded voice, 24 kHz mono, no silence around it. Takes seconds, once."""
    message = Message(title=Texts(ko="안녕"), scenes=(CardScene(card="title"),))
    engine = KokoroEngine(Surroundings(Project(Path()), message), threads=1)
    speech = engine.speak(Utterance("1", text, text, "ko", 1.0, engine.voices("ko")[0]), CancelToken())
    wave, rate = soundfile.read(io.BytesIO(speech.audio), dtype="float32")
    assert rate == RATE
    wave.setflags(write=False)
    return np.asarray(wave)


def length_ms(text: str) -> int:
    """How long `text` is heard."""
    return len(spoken(text)) * 1000 // RATE


def laid_out(seconds: float, sentences: Mapping[int, str]) -> Wave:
    """Silence of `seconds` with each sentence from its key on, in ms."""
    wave = np.zeros(round(seconds * RATE), np.float32)
    for start_ms, text in sentences.items():
        begin = start_ms * RATE // 1000
        wave[begin : begin + len(spoken(text))] += spoken(text)
    return wave


def wind(seconds: float, rms: float) -> Wave:
    """Pink noise that swells and falls every three seconds."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(1).standard_normal(count))
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.fft.rfftfreq(count, 1 / RATE), 20)), count)
    noise *= 1 + 0.5 * np.sin(2 * np.pi * np.arange(count) / RATE / 3)
    return np.asarray(noise * rms / noise.std(), np.float32)


def film(path: Path, wave: Wave | None, seconds: float, late_ms: int = 0) -> Path:
    """A grey video of `seconds`. Its sound is `wave` in AAC and begins `late_ms` after the picture."""
    with av.open(str(path), "w") as file:
        container: Any = file
        video = container.add_stream("libx264", rate=5, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound = None if wave is None else container.add_stream("aac", rate=RATE, layout="mono")
        grey = np.full((48, 64, 3), 120, np.uint8)
        for number in range(round(seconds * 5)):
            frame: Any = av.VideoFrame.from_ndarray(grey, "rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 5)
            container.mux(video.encode(frame))
        container.mux(video.encode())
        if sound is not None and wave is not None:
            container.mux(_encoded(sound, wave, late_ms))
    return path


def _encoded(sound: Any, wave: Wave, late_ms: int) -> list[Any]:
    packets = []
    for at in range(0, len(wave), 1024):
        frame: Any = av.AudioFrame.from_ndarray(wave[None, at : at + 1024], "fltp", "mono")
        frame.sample_rate, frame.time_base = RATE, Fraction(1, RATE)
        frame.pts = at + late_ms * RATE // 1000
        packets += sound.encode(frame)
    return [*packets, *sound.encode()]
