"""What a plot of a sound needs: its peaks and its loudness over time, found out once for every file.

Where nothing is known yet the file is decoded, once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.problems import HosoError
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, read
from hoso.sound.meter import reading

RECIPE = "report-sound-2"
BINS = 600
"""Peaks of a waveform."""
BLOCK_MS = 10
"""Peaks are first taken this finely, because a stream's length is not known before its end."""
POINTS = 600
"""Most points of a loudness curve."""
_AT_ONCE = 100
"""Blocks that are read together."""
_FLOAT = 4
"""Bytes of a sample."""
FLOOR = -70.0
"""LUFS: the absolute gate of ITU-R BS.1770-5; what is under it counts as silence."""

_FRAME = re.compile(r"\bt: *(\S+) .*?M: *(\S+) +S: *(\S+) +I:")


@dataclass(frozen=True, slots=True)
class Moment:
    """Loudness of the 400 ms (momentary) and the 3 s (short-term) before `at_ms`; LUFS, at least FLOOR."""

    at_ms: int
    momentary: float
    short_term: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound as long as `duration_ms`: `peaks` from 0 to 1 (full scale), evenly over its length; LUFS."""

    duration_ms: int
    peaks: tuple[float, ...]
    moments: tuple[Moment, ...]
    lufs: float
    """Of the whole programme, at least FLOOR."""


def hear(path: Path, content: str, store: Store, token: CancelToken) -> Heard | None:
    """What is heard in the file at `path`; None where it has no sound.

    `content` stands for its sound: what is known under the same is not listened to again. Raises HosoError
    where the file can't be read, Cancelled.
    """
    facts = learnt(store, digest([RECIPE, content]), lambda: _listened(path, token))
    if not facts["peaks"]:
        return None
    moments = tuple(Moment(*each) for each in facts["moments"])
    return Heard(facts["duration_ms"], tuple(facts["peaks"]), moments, facts["lufs"])


def _listened(path: Path, token: CancelToken) -> Facts:
    form = _form(path)
    if form is None:
        return {"peaks": []}
    blocks = _Blocks(form, token)
    log = read(_arguments(path), blocks.take, token=token)
    if not blocks.loudest:
        return {"peaks": []}
    return {
        "duration_ms": len(blocks.loudest) * BLOCK_MS,
        "peaks": _peaks(blocks.loudest),
        "moments": [(each.at_ms, each.momentary, each.short_term) for each in _thinned(_moments(log))],
        "lufs": max(FLOOR, reading(log).lufs),
    }


def _form(path: Path) -> _Form | None:
    """How the sound of the file at `path` is sampled; None where it has none."""
    import av

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            sounds = container.streams.audio
            return _Form(sounds[0].rate, sounds[0].channels) if sounds else None
    except (av.FFmpegError, OSError, ValueError) as error:
        message = f"the sound of {path.name} can't be read ({error})"
        raise HosoError(message, "Render it again.", path=path) from error


def _arguments(path: Path) -> list[str]:
    """The meter's readings go to the log, the samples to `pipe:1`."""
    import ffmpeg

    copies = ffmpeg.input(f"file:{path}")["a:0"].filter_multi_output("asplit", 2)
    metered = copies[0].filter("ebur128", framelog="info").output("-", format="null")
    samples = ffmpeg.output(copies[1], "pipe:1", format="f32le", acodec="pcm_f32le")
    return arguments(ffmpeg.merge_outputs(metered, samples))


def _moments(log: str) -> list[Moment]:
    """Every 100 ms, from ffmpeg's `log`; nan, before there is enough sound, counts as silence."""
    return [
        Moment(round(float(at) * 1000), _loud(momentary), _loud(short))
        for at, momentary, short in _FRAME.findall(log)
    ]


def _loud(words: str) -> float:
    """`max` keeps its first argument where the other is nan."""
    return max(FLOOR, float(words))


def _thinned(moments: Sequence[Moment]) -> Sequence[Moment]:
    return moments[:: -(-len(moments) // POINTS) or 1]


def _peaks(blocks: Sequence[float]) -> list[float]:
    """The loudest of each of `BINS` shares of `blocks`; each block by itself where there are fewer."""
    bins = min(BINS, len(blocks))
    edges = [number * len(blocks) // bins for number in range(bins + 1)]
    return [round(min(1.0, max(blocks[start:end])), 3) for start, end in pairwise(edges)]


@dataclass(frozen=True, slots=True)
class _Form:
    """Samples a second, and channels, of a sound."""

    rate: int
    channels: int


class _Blocks:
    """The loudest sample of any channel in every `BLOCK_MS` of what it is given to read."""

    def __init__(self, form: _Form, token: CancelToken) -> None:
        self.loudest: list[float] = []
        self._size = form.rate * BLOCK_MS // 1000 * form.channels
        self._token = token

    def take(self, stream: IO[bytes]) -> None:
        """Read 32-bit floats to the end of `stream`. Raises Cancelled."""
        import numpy as np

        while data := stream.read(self._size * _AT_ONCE * _FLOAT):
            self._token.check()
            samples = np.abs(np.frombuffer(data, np.float32, len(data) // _FLOAT))
            self.loudest += np.maximum.reduceat(samples, np.arange(0, len(samples), self._size)).tolist()
