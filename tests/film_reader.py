"""Opens finished films with PyAV: another reader than the ffmpeg that wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

BT709 = 1
LIMITED = 1


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What a film holds. `times` are the frames' time stamps in ticks, `tones` the four colour tags."""

    size: tuple[int, int]
    rate: float
    times: tuple[int, ...]
    tones: tuple[int, int, int, int]
    end_of_sound: float
    sound: tuple[str, int, str]
    language: str

    @property
    def steps(self) -> set[int]:
        """The distances between neighbouring frames, in ticks."""
        return {after - before for before, after in pairwise(self.times)}


def read_film(path: Path) -> FilmFacts:
    """Decode the whole picture of `path` and demux its sound."""
    with av.open(str(path)) as film:
        container: Any = film
        video, audio = container.streams.video[0], container.streams.audio[0]
        context = video.codec_context
        tones = (context.colorspace, context.color_primaries, context.color_trc, context.color_range)
        times = tuple(frame.pts for frame in container.decode(video))
        container.seek(0)
        packets = [packet for packet in container.demux(audio) if packet.pts is not None]
        return FilmFacts(
            size=(context.width, context.height),
            rate=float(video.average_rate),
            times=times,
            tones=tones,
            end_of_sound=float((packets[-1].pts + packets[-1].duration) * audio.time_base),
            sound=(audio.codec_context.name, audio.rate, audio.codec_context.layout.name),
            language=audio.metadata.get("language", ""),
        )


def read_sound(path: Path) -> NDArray[np.float64]:
    """The decoded sound of `path`: samples by channels."""
    with av.open(str(path)) as film:
        blocks = [frame.to_ndarray() for frame in film.decode(audio=0)]
    return np.concatenate(blocks, axis=1).T.astype(np.float64)
