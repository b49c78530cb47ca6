"""Looks at one file, in a process that is allowed little.

    python -m hoso.media.inspection_worker FILE REPORT.json [THUMBNAIL.jpg]

The report is a JSON object: kind, format, info, traces; or problem and remedy, to be said behind the file's
name. There is no report where a library crashes or runs into a limit.
"""

from __future__ import annotations

import dataclasses
import json
import os
import struct
import sys
import warnings
from pathlib import Path
from typing import Any

from hoso.base.problems import HosoError
from hoso.media.probe import MediaInfo, probe
from hoso.media.traces import traces

CPU_SECONDS = 80
MEMORY_BYTES = 6 * 1024**3
"""Of address space, of which threads and libraries take much that they never use."""
WRITTEN_BYTES = 64 * 1024**2

MOST_PIXELS = 120_000_000
"""Of a picture; more is taken for a decompression bomb. Medium-format cameras have 100 million."""
MOST_SIDE = 16_384
THUMBNAIL = (480, 270)

PICTURES = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2",
    "matroska,webm",
    "avi",
    "mpegts",
    "mpeg",
    "wav",
    "mp3",
    "aac",
    "flac",
    "ogg",
)
"""Formats that hold all that they need. Playlists and lists of files (HLS, concat, SDP) would have the
server open whatever they name."""
STILLS = ("image2", "jpeg_pipe", "png_pipe", "webp_pipe", "bmp_pipe", "tiff_pipe")
OPTIONS = {
    "format_whitelist": ",".join((*FORMATS, *STILLS)),
    "protocol_whitelist": "file",
    # A name with `%d` is a name, not a series of pictures.
    "pattern_type": "none",
}
DECLARED = ("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "flac", "ogg")
"""Formats that say how long they are, so that a missing end is noticed."""
SLACK_SECONDS, SLACK_SHARE = 2.0, 0.02
"""How much earlier than declared the last packet may be."""

ENDLESS = 0xFFFFFFFF
"""The size in a WAV that was written to a pipe."""

COPY_AGAIN = "Copy it again from where it was made."
AGAIN = "Play it in a media player; if that fails too, export it again."


class Refused(Exception):  # noqa: N818 - it carries a report, it isn't an error of ours
    """The file can't be used."""

    def __init__(self, problem: str, remedy: str = AGAIN) -> None:
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


def main(argv: list[str]) -> int:
    """Look at the file that `argv` names. Returns 0; 1 where the report says what is wrong."""
    path, report = Path(argv[0]), Path(argv[1])
    thumbnail = Path(argv[2]) if len(argv) > 2 else None
    _limit()
    try:
        told = _looked_at(path, thumbnail)
    except Refused as refused:
        told = {"problem": refused.problem, "remedy": refused.remedy}
    except MemoryError:
        told = {"problem": "takes too much memory", "remedy": "Export it smaller."}
    report.write_text(json.dumps(told), "utf-8")
    return 1 if "problem" in told else 0


def _looked_at(path: Path, thumbnail: Path | None) -> dict[str, Any]:
    picture = _picture(path, thumbnail)
    try:
        info = probe(path, OPTIONS)
    except HosoError:
        raise Refused("can't be read as a video, picture or sound") from None
    kind, name = ("image", picture) if picture is not None else _film_or_sound(path, info, thumbnail)
    return {"kind": kind, "format": name, "info": dataclasses.asdict(info), "traces": traces(path)}


def _picture(path: Path, thumbnail: Path | None) -> str | None:
    """Pillow's name of the picture's format; None where it is no picture."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    smaller = "Export it smaller: no channel shows so much."
    try:
        with Image.open(path, formats=PICTURES) as picture:
            if max(picture.size) > MOST_SIDE:
                raise Refused(f"has {picture.width} x {picture.height} pixels, which is too much", smaller)
            # A JPEG of several pictures (MPO) is what many phones save; its first one counts.
            if getattr(picture, "is_animated", False) and picture.format in ("PNG", "WEBP"):
                raise Refused("is an animation", "Export it as a film (.mp4), or as a still picture.")
            name = "JPEG" if picture.format == "MPO" else str(picture.format)
            picture.load()
            if thumbnail is not None:
                _write_thumbnail(ImageOps.exif_transpose(picture), thumbnail)
            return name
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(f"has over {MOST_PIXELS / 1e6:g} million pixels", smaller) from None
    except UnidentifiedImageError:
        return None
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Refused(f"is not a whole picture ({error})") from None


def _film_or_sound(path: Path, info: MediaInfo, thumbnail: Path | None) -> tuple[str, str]:
    import av

    with av.open(str(path), metadata_errors="replace", container_options=OPTIONS) as container:
        name = container.format.name
        if name in STILLS:
            raise Refused("can't be read as a picture")
        film = next((stream for stream in container.streams.video if not _is_cover(stream)), None)
        if film is None and not info.has_audio:
            raise Refused("has neither picture nor sound")
        if max(info.width, info.height) > MOST_SIDE:
            raise Refused(f"has {info.width} x {info.height} pixels, which is too much", "Export it smaller.")
        if info.duration_ms <= 0:
            raise Refused("has no length")
        stream = film or container.streams.audio[0]
        if name == "wav":
            _demand_all_bytes(path)
        elif name in DECLARED:
            _demand_the_end(container, stream)
        if film is not None and thumbnail is not None:
            _write_thumbnail(_frame(container, film, info), thumbnail)
        return ("film" if film is not None else "sound"), name


def _is_cover(stream: Any) -> bool:
    """Whether a stream of pictures is the cover of a piece of music."""
    from av.stream import Disposition

    return bool(stream.disposition & Disposition.attached_pic)


def _demand_all_bytes(path: Path) -> None:
    """Refuse a WAV whose end is missing: libavformat takes its length from what is there."""
    with path.open("rb") as file:
        mark, declared = struct.unpack("<4sI", file.read(8))
    if mark == b"RIFF" and declared != ENDLESS and declared + 8 > path.stat().st_size:
        raise Refused(f"has {path.stat().st_size} of {declared + 8} bytes: its end is missing", COPY_AGAIN)


def _demand_the_end(container: Any, stream: Any) -> None:
    """Refuse a file whose end is missing: an upload or a copy that broke off."""
    import av

    begin = float((stream.start_time or 0) * stream.time_base)
    length = (stream.duration * stream.time_base) if stream.duration else None
    declared = float(length) if length is not None else (container.duration or 0) / av.time_base
    slack = SLACK_SECONDS + declared * SLACK_SHARE
    last = begin
    try:
        container.seek(int(max(0.0, begin + declared - slack - 10) * av.time_base))
        for packet in container.demux(stream):
            if packet.pts is not None:
                last = max(last, float((packet.pts + (packet.duration or 0)) * stream.time_base))
    except av.FFmpegError:
        pass
    if last - begin < declared - slack:
        seen = max(0.0, last - begin)
        raise Refused(f"ends after {seen:.1f} s of {declared:.1f} s: its end is missing", COPY_AGAIN)


def _frame(container: Any, stream: Any, info: MediaInfo) -> Any:
    """A picture from the film's first seconds, turned as it is seen."""
    import av

    at = min(info.duration_ms / 1000 * 0.2, 10.0)
    try:
        container.seek(int(at * av.time_base))
        frame = next(container.decode(stream))
    except (av.FFmpegError, StopIteration):
        raise Refused("can't be decoded") from None
    return frame.to_image().rotate(frame.rotation, expand=True) if frame.rotation else frame.to_image()


def _write_thumbnail(picture: Any, path: Path) -> None:
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA", "P"):
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, (128, 128, 128, 255))
        picture = Image.alpha_composite(ground, picture)
    picture.thumbnail(THUMBNAIL)
    picture.convert("RGB").save(path, "JPEG", quality=82)


def _limit() -> None:
    """Little memory, little time, small files, and an end when the parent ends."""
    import resource

    os.nice(5)
    for what, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, WRITTEN_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    if sys.platform == "linux":
        import ctypes
        import signal

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
