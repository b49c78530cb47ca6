"""What a WAV or MP3 file holds beside its sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_ID3V1 = 128
"""An ID3v1 tag is the file's last 128 bytes."""
_APE_FOOTER = 32


def wav_chunks(path: Path) -> tuple[str, ...]:
    """The chunks of a WAV file (RIFF or RF64), each as `RIFF/name`, in order."""
    with path.open("rb") as file:
        form = file.read(12)[:4].decode("latin-1")
        return tuple(f"{form}/{name}" for name in _chunks(file, path.stat().st_size))


def _chunks(file: BinaryIO, end: int) -> Iterator[str]:
    at = 12
    while at + 8 <= end:
        file.seek(at)
        head = file.read(8)
        yield head[:4].decode("latin-1")
        size = int.from_bytes(head[4:], "little")
        at += 8 + size + size % 2


def mp3_tags(path: Path) -> tuple[str, ...]:
    """The tags before and after the frames of an MP3 file: ID3v2, ID3v1, APE."""
    data = path.read_bytes()
    found = {
        "ID3v2": data.startswith(b"ID3"),
        "ID3v1": data[-_ID3V1:].startswith(b"TAG"),
        "APE": b"APETAGEX" in data[:_APE_FOOTER] + data[-_ID3V1 - _APE_FOOTER :],
    }
    return tuple(name for name, there in found.items() if there)
