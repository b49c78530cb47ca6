"""Single frames of a finished film, read with PyAV. Heavy: imported only where frames are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray
from PIL import Image

from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError

Grey = NDArray[np.uint8]
"""Luma, 0 black to 255 white: rows by columns."""


def samples(path: Path, every_ms: int, width: int, token: CancelToken) -> Iterator[tuple[int, Grey]]:
    """About every `every_ms` a frame of the film, with its time in ms: grey and `width` pixels across.

    Where key frames are that near, only they are decoded, and only those that are due; else all but the
    frames that no other needs. Raises HosoError where the file can't be read, Cancelled.
    """
    keys = key_times(path)
    near = len(keys) > 1 and all(after - before <= every_ms for before, after in pairwise(keys))
    with _opened(path) as film:
        stream = film.streams.video[0]
        height = max(2, round(stream.height * width / stream.width))
        scaler = VideoReformatter()
        for frame in _due_keys(film, every_ms) if near else _due(film, every_ms):
            token.check()
            small: Any = scaler.reformat(
                frame, width, height, "gray", dst_color_range="JPEG", interpolation="AREA", threads=1
            )
            yield _ms(frame.pts, frame.time_base), small.to_ndarray()


def _due_keys(film: Any, every_ms: int) -> Iterator[Any]:
    """Key frames of `film`, at least `every_ms` apart. No other is decoded."""
    stream = film.streams.video[0]
    due = 0
    for packet in film.demux(stream):
        if packet.pts is None:
            yield from packet.decode()
        elif packet.is_keyframe and (at := _ms(packet.pts, packet.time_base)) >= due:
            due = at + every_ms
            yield from packet.decode()


def _due(film: Any, every_ms: int) -> Iterator[Any]:
    """Frames of `film` that others need, at least `every_ms` apart."""
    stream = film.streams.video[0]
    stream.thread_type = "AUTO"
    stream.codec_context.skip_frame = "NONREF"
    due = 0
    for frame in film.decode(stream):
        at = _ms(frame.pts, frame.time_base)
        if at >= due:
            due = at + every_ms
            yield frame


def key_times(path: Path) -> tuple[int, ...]:
    """When the film has key frames, in ms, in order. Decodes nothing. Raises HosoError as `samples`."""
    with _opened(path) as film:
        stream = film.streams.video[0]
        return tuple(
            sorted(
                _ms(packet.pts, packet.time_base)
                for packet in film.demux(stream)
                if packet.is_keyframe and packet.pts is not None
            )
        )


def frame_at(path: Path, at_ms: int) -> Image.Image:
    """The picture that the film shows at `at_ms`. Raises HosoError where it shows none."""
    with _opened(path) as film:
        shown = None
        for frame in _from_key_frame(film, at_ms):
            if shown is not None and _ms(frame.pts, frame.time_base) > at_ms:
                break
            shown = frame
            if _ms(frame.pts + frame.duration, frame.time_base) > at_ms:
                break
        if shown is None:
            raise _no_picture(path)
        picture: Image.Image = shown.to_image(interpolation="BICUBIC")
        return picture


def key_frames(path: Path, count: int, longest: int, token: CancelToken) -> Iterator[tuple[int, Image.Image]]:
    """`count` frames spread evenly over the film, with their times in ms: the key frames before those times.

    Their longer side has `longest` pixels. Raises HosoError as `frame_at`, Cancelled.
    """
    with _opened(path) as film:
        stream = film.streams.video[0]
        share = longest / max(stream.width, stream.height)
        width, height = (max(1, round(side * share)) for side in (stream.width, stream.height))
        scaler = VideoReformatter()
        for at_ms in evenly(film.duration * 1000 // av.time_base, count):
            token.check()
            frame = _key_frame(film, at_ms)
            if frame is None:
                raise _no_picture(path)
            small: Any = scaler.reformat(frame, width, height, "rgb24", interpolation="AREA", threads=1)
            yield _ms(frame.pts, stream.time_base), small.to_image()


def evenly(duration_ms: int, count: int) -> tuple[int, ...]:
    """`count` times in a programme of that length, each in the middle of its share of it."""
    return tuple(duration_ms * (2 * number + 1) // (2 * count) for number in range(count))


def _from_key_frame(film: Any, at_ms: int) -> Iterator[Any]:
    """The frames of `film` from the key frame before `at_ms` on."""
    return iter(film.decode(_sought(film, at_ms)))


def _key_frame(film: Any, at_ms: int) -> Any:
    """The key frame of `film` before `at_ms`, None where there is none; no other is decoded."""
    stream = _sought(film, at_ms)
    for packet in film.demux(stream):
        if packet.is_keyframe:
            # Nothing more comes in: the decoder keeps no frame back to put it in order.
            frames = [*packet.decode(), *stream.codec_context.decode(None)]
            return frames[0] if frames else None
    return None


def _sought(film: Any, at_ms: int) -> Any:
    """The picture of `film`, to be read from the key frame before `at_ms` on."""
    stream = film.streams.video[0]
    film.seek(round(at_ms / 1000 / stream.time_base), stream=stream)
    return stream


def _no_picture(path: Path) -> HosoError:
    return HosoError(f"{path.name} has no picture", "Render it again.", path=path)


def _opened(path: Path) -> Any:
    try:
        return av.open(str(path))
    except (av.FFmpegError, OSError) as error:
        raise HosoError(f"{path.name} can't be read ({error})", "Render it again.", path=path) from error


def _ms(ticks: int, base: Fraction) -> int:
    return round(ticks * base * 1000)
