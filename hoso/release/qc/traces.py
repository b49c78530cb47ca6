"""Gathers what in a file could tell of its making: boxes, words, dates, names of encoders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hoso.release.qc.boxes import Box
from hoso.release.qc.chunks import mp3_tags, wav_chunks
from hoso.release.qc.coded import printable
from hoso.release.qc.measured import Traces
from hoso.release.qc.tracks import Tracks

# Long enough that chance does not write them into a coded film. One after the other they are found in half
# the time that all at once take.
_ENCODERS = tuple(
    re.compile(name)
    for name in (
        rb"Lav[cf]\d\d\.\d",
        rb"x26[45] (?:- core|\(build)",
        rb"LAME\d\.\d",
        rb"libfaac",
        rb"Xvid\d\d",
        rb"Nero AAC",
    )
)
_MOST = 5
_BLOCK = 1 << 22
_OVERLAP = 16
_DATED = ("mvhd", "tkhd", "mdhd")
_HANDLER_NAME = 24
# VisualSampleEntry: a counted string of 32 bytes.
_COMPRESSOR = slice(42, 74)


def traces(path: Path, walked: Sequence[Box], tracks: Tracks) -> Traces:
    """All that `path` holds beside picture and sound."""
    return Traces(
        atoms=tuple(dict.fromkeys(_atoms(path, walked, tracks))),
        labels=tuple(dict.fromkeys(_labels(walked))),
        dates=tuple(box.path for box in walked if box.name in _DATED and _dated(box)),
        tags=tuple(dict.fromkeys(tracks.tags)),
        user_data=tracks.user_data,
        encoders=tuple(dict.fromkeys(_encoders(path, at_any_bit=tracks.demuxer == "mp3")))[:_MOST],
    )


def _atoms(path: Path, walked: Sequence[Box], tracks: Tracks) -> Sequence[str]:
    if tracks.demuxer == "wav":
        return wav_chunks(path)
    return mp3_tags(path) if tracks.demuxer == "mp3" else [box.path for box in walked]


def _labels(walked: Sequence[Box]) -> Iterator[tuple[str, str]]:
    for box in walked:
        if box.name == "hdlr":
            yield box.path, printable(box.body[_HANDLER_NAME:])
        elif box.name in ("avc1", "mp4v"):
            yield box.path, printable(box.body[_COMPRESSOR])
        elif box.name in ("free", "skip") and box.body.strip(b"\0"):
            yield box.path, printable(box.body) or "bytes that are not zero"


def _dated(box: Box) -> bool:
    """Whether creation or modification time, after version and flags, is set."""
    width = 8 if box.body[:1] == b"\x01" else 4
    return any(box.body[4 : 4 + 2 * width])


def _encoders(path: Path, *, at_any_bit: bool) -> Iterator[str]:
    """Names in the bytes of `path`; MP3 coders write theirs at whatever bit a frame ends."""
    if at_any_bit:
        bits, length = int.from_bytes(path.read_bytes()), path.stat().st_size + 1
        for shift in range(8):
            yield from _named((bits << shift).to_bytes(length))
        return
    with path.open("rb") as file:
        rest = b""
        while block := file.read(_BLOCK):
            yield from _named(rest + block)
            rest = block[-_OVERLAP:]


def _named(data: bytes) -> Iterator[str]:
    found = (match.start() for name in _ENCODERS for match in name.finditer(data))
    return (printable(data[start : start + 40]) for start in found)
