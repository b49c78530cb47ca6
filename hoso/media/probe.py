"""What a media file holds, read with PyAV from its header and its first frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from hoso.base.problems import HosoError

Transfer = Literal["sdr", "pq", "hlg"]
Matrix = Literal["bt709", "smpte170m", "bt2020nc"]

# ITU-T H.273 code points.
_TRANSFERS: dict[int, Transfer] = {16: "pq", 18: "hlg"}
_MATRICES: dict[int, Matrix] = {1: "bt709", 5: "smpte170m", 6: "smpte170m", 9: "bt2020nc", 10: "bt2020nc"}
FULL_RANGE = 2
HD_HEIGHT = 720


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """Facts of one file. Sizes are as seen: after rotation, with square pixels not yet made.

    `sar_num / sar_den` is the pixel's width over its height after rotation. `duration_ms` is 0 for a still.
    `matrix` is what the file says, or what is usual for its height where it says nothing.
    """

    duration_ms: int
    width: int = 0
    height: int = 0
    sar_num: int = 1
    sar_den: int = 1
    transfer: Transfer = "sdr"
    matrix: Matrix = "bt709"
    full_range: bool = False
    has_video: bool = False
    has_audio: bool = False

    @property
    def aspect(self) -> float:
        """Width over height on a screen."""
        return self.width * self.sar_num / (self.height * self.sar_den)


def probe(path: Path, options: Mapping[str, str] | None = None) -> MediaInfo:
    """Open `path`, with libavformat's `options`, and read its facts.

    Raises HosoError where it is no readable media file.
    """
    import av

    try:
        with av.open(
            str(path), metadata_errors="replace", container_options=dict(options or {})
        ) as container:
            return _read(container)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise HosoError(
            f"{path.name} can't be read as a video, picture or sound ({error})",
            "Play it in a media player; if that fails too, export it again.",
            path=path,
        ) from error


def _read(container: Any) -> MediaInfo:
    audio = next(iter(container.streams.audio), None)
    video = next(iter(container.streams.video), None)
    if video is None:
        if audio is None:
            raise ValueError("it has neither picture nor sound")
        return MediaInfo(duration_ms=_duration(container, audio), has_audio=True)
    still = container.format.name.endswith("_pipe") or container.format.name == "image2"
    frame = next(container.decode(video))
    quarter_turn = frame.rotation % 180 != 0
    width, height = (frame.height, frame.width) if quarter_turn else (frame.width, frame.height)
    sar = video.sample_aspect_ratio or 1
    num, den = (sar.numerator, sar.denominator) if sar else (1, 1)
    return MediaInfo(
        duration_ms=0 if still else _duration(container, video),
        width=width,
        height=height,
        sar_num=den if quarter_turn else num,
        sar_den=num if quarter_turn else den,
        transfer=_TRANSFERS.get(int(frame.color_trc), "sdr"),
        matrix=_MATRICES.get(
            int(frame.colorspace), "bt709" if max(width, height) >= HD_HEIGHT else "smpte170m"
        ),
        full_range=int(frame.color_range) == FULL_RANGE,
        has_video=True,
        has_audio=audio is not None,
    )


def _duration(container: Any, stream: Any) -> int:
    if stream.duration is not None and stream.time_base is not None:
        exact: Fraction = stream.duration * stream.time_base
        return round(exact * 1000)
    if container.duration is not None:
        microseconds: int = container.duration
        return round(microseconds / 1000)
    raise ValueError("its length is unknown")
