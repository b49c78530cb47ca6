"""Encoders of finished sound: AAC for films, WAV and MP3 for loudspeakers and radio."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import ffmpeg

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.levels import RECIPE
from hoso.sound.master import Master
from hoso.voice.takes import SAMPLE_RATE

Format = Literal["m4a", "wav", "mp3"]

FRAME = 1024
"""Samples of an AAC-LC frame, and of the encoder's priming."""
AMPLE = 96_000
"""AAC's bits a second for each channel from which on `twoloop` is the better coder: on speech over music it
takes two thirds of the time and makes far less noise above 4 kHz. With fewer, `fast` takes half to a fifth of
the time, makes less noise in every band, and raises true peaks by at most 0.9 dB, not by up to 3.6."""
MOST_BITRATE = 128_000
"""AAC's bits a second for each channel. Asked for more, it spends twice the time on the same bits."""
_SIGNATURE = re.compile(rb"LAME[0-9][0-9a-z. ()]*")
"""The MP3 encoder fills what a frame has left over with its name and version, which nothing decodes."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How a sound is encoded: bits a second (of AAC and MP3) and samples a second."""

    format: Format
    bitrate: int
    sample_rate: int = SAMPLE_RATE


def encode(mastered: Master, coding: Coding, store: Store, token: CancelToken) -> tuple[Path, str]:
    """The file of `mastered` and its key; made once and kept in `store`.

    AAC's first sample is the programme's first and its track is exactly as long, so that it can be copied
    beside a picture with no edit list; the first `FRAME` samples lack their overlap and are a fade-in. An
    MP3 begins with the encoder's delay of 25 ms.
    """
    coding = _bounded(coding, mastered)
    key = digest(["sound", RECIPE, mastered.key, asdict(coding)])

    def make(out: Path) -> None:
        run(arguments(encode_graph(mastered, coding, out)), token=token)
        if coding.format == "mp3":
            out.write_bytes(unsigned(out.read_bytes()))

    return store.make(key, f".{coding.format}", make), key


def encode_graph(mastered: Master, coding: Coding, out: Path) -> Any:
    """The encode of `mastered`, without a trace of the encoder."""
    stream = ffmpeg.input(f"file:{mastered.path}", f="wav")["a:0"]
    if coding.sample_rate != SAMPLE_RATE:
        stream = stream.filter("aresample", coding.sample_rate)
    settings = {"map_metadata": -1, "fflags": "+bitexact", "flags:a": "+bitexact"}
    return ffmpeg.output(stream, f"file:{out}", **settings, **_settings(coding, _channels(mastered)))


def _bounded(coding: Coding, mastered: Master) -> Coding:
    """`coding` with no more bits than the encoder makes use of."""
    most = MOST_BITRATE * _channels(mastered)
    return replace(coding, bitrate=min(coding.bitrate, most)) if coding.format == "m4a" else coding


def _channels(mastered: Master) -> int:
    return 1 if mastered.channel_layout == "mono" else 2


def _settings(coding: Coding, channels: int) -> dict[str, Any]:
    if coding.format == "wav":
        return {"c:a": "pcm_s16le", "format": "wav"}
    if coding.format == "mp3":
        tags = {"write_xing": 0, "id3v2_version": 0}
        return {"c:a": "libmp3lame", "b:a": coding.bitrate, "format": "mp3", **tags}
    return {
        "c:a": "aac",
        "aac_coder": "twoloop" if coding.bitrate >= AMPLE * channels else "fast",
        "b:a": coding.bitrate,
        # Without the priming packet there is no need of an edit list.
        "bsf:a": "noise=drop=not(n)",
        "use_editlist": 0,
        "format": "ipod",
    }


def unsigned(data: bytes) -> bytes:
    """An MP3 without its encoder's name in the stuffing, at whatever bit that begins; decodes to the same."""
    bits, clean = int.from_bytes(data), bytearray(data)
    for shift in range(8):
        turned = (bits << shift).to_bytes(len(data) + 1)
        for found in _SIGNATURE.finditer(turned):
            # The first 8 bits of `turned` lie before the first of `data`, but for `shift` of them.
            start, end = (8 * at - 8 + shift for at in found.span())
            _clear(clean, max(0, start), min(end, 8 * len(data)))
    return bytes(clean)


def _clear(data: bytearray, start: int, end: int) -> None:
    """Bits of `data` from `start` until `end`, counted from its first, become 0."""
    first, last = start // 8, -(-end // 8)
    bits = int.from_bytes(data[first:last])
    mask = ((1 << (end - start)) - 1) << (8 * last - end)
    data[first:last] = (bits & ~mask).to_bytes(last - first)
