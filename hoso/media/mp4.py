"""The structure of MP4 files, as far as it has to be known without decoding."""

from __future__ import annotations

from pathlib import Path

_HEADER = 8
_LONG_HEADER = 16
_NO_SAMPLES = bytes(16)
"""Two entries of `ctts`: no samples, no offset."""
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


def spell_out_delays(path: Path) -> None:
    """Rewrite the MP4 at `path`, its index last, so that FFmpeg reads every composition offset.

    Its reader takes no account of the last two entries of `ctts`; where only these have frames that are
    shown before others (a second that ends in B-frames, or lasts five frames), its time stamps are wrong by
    a frame. Two entries for no samples at the end are read in their stead. A file without `ctts` stays.
    """
    data = path.read_bytes()
    moov = _first(data, b"moov")
    at = data.find(moov) if moov else -1
    if at < 0 or at + len(moov) != len(data):
        return
    grown = _grown(moov, (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"ctts"))
    if grown != moov:
        path.write_bytes(data[:at] + grown)


def _grown(box: bytes, names: tuple[bytes, ...]) -> bytes:
    """`box`, called `names[0]`, with two empty entries more in the `ctts` inside boxes of those names."""
    if len(names) == 1:
        count = int.from_bytes(box[12:16], "big") + len(_NO_SAMPLES) // 8
        body = box[8:12] + count.to_bytes(4, "big") + box[16:] + _NO_SAMPLES
    else:
        inner = _first(box[_HEADER:], names[1])
        if not inner:
            return box
        body = box[_HEADER:].replace(inner, _grown(inner, names[1:]), 1)
    return (len(body) + _HEADER).to_bytes(4, "big") + names[0] + body


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
