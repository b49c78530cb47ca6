"""The boxes of an MP4, MOV or 3GP file, walked without a demuxer (ISO/IEC 14496-12 and -14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_HEADER = 8
_LONG_HEADER = 16
_MOST_BODY = 65_536
"""Bodies are kept up to this size: everything but media and the tables of long films."""

# Where the boxes inside a box begin, in bytes after its header.
_FAMILIES = {
    **dict.fromkeys(("moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "udta", "ilst", "mvex"), 0),
    **dict.fromkeys(("moof", "traf", "gmhd"), 0),
    "meta": 4,
    **dict.fromkeys(("stsd", "dref"), 8),
    **dict.fromkeys(("avc1", "avc3", "hvc1", "hev1", "mp4v"), 78),
    "mp4a": 28,
    "tx3g": 38,
}


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its path (`moov/trak/tkhd`), where its body begins, how long that is, and its first bytes."""

    path: str
    start: int
    length: int
    body: bytes

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


def boxes(path: Path) -> tuple[Box, ...]:
    """All boxes of the file at `path`, a box before those inside it. What is no box ends the walk."""
    with path.open("rb") as file:
        return tuple(_walk(file, 0, path.stat().st_size, ""))


def _walk(file: BinaryIO, start: int, end: int, above: str) -> Iterator[Box]:
    at = start
    while at + _HEADER <= end:
        file.seek(at)
        head = file.read(_LONG_HEADER)
        size, header = int.from_bytes(head[:4], "big"), _HEADER
        if size == 1:
            size, header = int.from_bytes(head[8:16], "big"), _LONG_HEADER
        size = end - at if size == 0 else size
        if size < header or at + size > end:
            return
        name = head[4:8].decode("latin-1")
        file.seek(at + header)
        length = size - header
        box = Box(f"{above}{name}", at + header, length, file.read(min(length, _MOST_BODY)))
        yield box
        if name in _FAMILIES and (above or name in ("moov", "moof", "meta")):
            yield from _walk(file, box.start + _FAMILIES[name], at + size, f"{box.path}/")
        at += size
