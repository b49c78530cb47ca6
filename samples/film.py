"""Frames to a clip: H.264 and, where there is a sound, AAC."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import ffmpeg
import numpy as np
import numpy.typing as npt

from hoso.base.files import replacing
from hoso.media.ffmpeg import arguments, binary
from samples.paint import FPS, HEIGHT, WIDTH

TAGS = ("colorspace", "color_primaries", "color_trc")


def write(path: Path, frames: Iterable[npt.NDArray[np.uint8]], crf: float, sound: Path | None = None) -> None:
    """Encode `frames` (HEIGHT x WIDTH x 3, 8-bit RGB, FPS a second) into `path`, with `sound` beside them."""
    picture = ffmpeg.input("pipe:", format="rawvideo", pix_fmt="rgb24", s=f"{WIDTH}x{HEIGHT}", framerate=FPS)
    picture = picture.filter("scale", out_color_matrix="bt709", out_range="tv").filter("format", "yuv420p")
    picture = picture.filter("setparams", range="tv", **dict.fromkeys(TAGS, "bt709"))
    inputs = [picture]
    options: dict[str, object] = {
        "c:v": "libx264",
        "preset": "slow",
        "crf": crf,
        "threads": 2,
        "x264-params": "aq-mode=3:keyint=125:deblock=-1,-1",
        "movflags": "+faststart",
        "fflags": "+bitexact",
    }
    if sound is not None:
        inputs.append(ffmpeg.input(str(sound)))
        options |= {"c:a": "aac", "b:a": "96k", "ar": 48000, "ac": 1}
    with replacing(path) as beside:
        _encode(ffmpeg.output(*inputs, str(beside), **options), frames)


def _encode(node: object, frames: Iterable[npt.NDArray[np.uint8]]) -> None:
    command = [binary(), "-hide_banner", "-loglevel", "error", "-y", *arguments(node)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        if process.stdin is None:
            raise RuntimeError("ffmpeg has no standard input")
        for frame in frames:
            process.stdin.write(np.ascontiguousarray(frame).tobytes())
        process.stdin.close()
    if process.returncode != 0:
        raise RuntimeError("ffmpeg could not write the clip")
