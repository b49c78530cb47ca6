"""The structure of MP4 files, as far as it has to be known without decoding."""

from __future__ import annotations

from pathlib import Path

_HEADER = 8
_LONG_HEADER = 16
_SAMPLE_COUNT = slice(16, 20)


def video_frames(path: Path) -> int:
    """How many samples the first track of the MP4 at `path` has; 0 where it is not a whole MP4.

    ISO/IEC 14496-12: moov / trak / mdia / minf / stbl / stsz holds the count.
    """
    box = path.read_bytes()
    for name in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
        box = _first(box, name)[_HEADER:]
    sizes = _first(box, b"stsz")
    return int.from_bytes(sizes[_SAMPLE_COUNT], "big")


def _first(data: bytes, name: bytes) -> bytes:
    """The first box called `name` within `data`, with its header; empty where there is none."""
    at = 0
    while at + _HEADER <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + _HEADER : at + _LONG_HEADER], "big")
        if size < _HEADER:
            break
        if data[at + 4 : at + _HEADER] == name:
            return data[at : at + size]
        at += size
    return b""
