"""What a plot of a sound needs: its peaks and its loudness over time, found out once for every file.

Heavy where nothing is known yet: decodes the file twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.problems import HosoError
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.meter import reading

RECIPE = "report-sound-1"
BINS = 600
"""Peaks of a waveform."""
BLOCK_MS = 10
"""Peaks are first taken this finely, because a stream's length is not known before its end."""
POINTS = 600
"""Most points of a loudness curve."""
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
    blocks = list(_blocks(path, token))
    if not blocks:
        return {"peaks": []}
    log = run(_meter_arguments(path), token=token)
    return {
        "duration_ms": len(blocks) * BLOCK_MS,
        "peaks": _peaks(blocks),
        "moments": [(each.at_ms, each.momentary, each.short_term) for each in _thinned(_moments(log))],
        "lufs": max(FLOOR, reading(log).lufs),
    }


def _meter_arguments(path: Path) -> list[str]:
    import ffmpeg

    sound = ffmpeg.input(f"file:{path}")["a:0"].filter("ebur128", framelog="info")
    return arguments(sound.output("-", format="null"))


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


def _blocks(path: Path, token: CancelToken) -> Iterator[float]:
    """The loudest sample of any channel in every `BLOCK_MS`."""
    import av
    import numpy as np

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            if not container.streams.audio:
                return
            stream = container.streams.audio[0]
            size = stream.rate * BLOCK_MS // 1000
            resampler = av.AudioResampler(format="fltp", frame_size=size)
            for frame in chain(container.decode(stream), [None]):
                token.check()
                for block in resampler.resample(frame):
                    yield float(np.abs(block.to_ndarray()).max())
    except (av.FFmpegError, OSError, ValueError) as error:
        message = f"the sound of {path.name} can't be read ({error})"
        raise HosoError(message, "Render it again.", path=path) from error
