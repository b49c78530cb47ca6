"""What tests of reading share: a good file, and what reading some bytes says."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import av
import pytest

from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.reading import Reading, parse

PATH = Path("a.srt")
GOOD = (
    "1\n00:00:01,000 --> 00:00:02,500\n죽지 마십시오.\n\n2\n00:00:03,000 --> 00:00:04,000\n살아야\n합니다.\n"
)
CUES = (Cue(1000, 2500, "죽지 마십시오."), Cue(3000, 4000, "살아야\n합니다."))


def reading(data: str | bytes, language: Language | None = None) -> Reading:
    """What a file with `data`, or with it as UTF-8, is read as."""
    return parse(data.encode() if isinstance(data, str) else data, PATH, language)


def faults(data: str | bytes, language: Language | None = None) -> Sequence[Problem]:
    """Why a file with `data` is refused."""
    with pytest.raises(InputError) as caught:
        reading(data, language)
    return caught.value.problems


def outcome(data: str | bytes) -> Reading | InputError:
    """What a file with `data` is read as, or why it is refused, each fault with its line and remedy."""
    try:
        return reading(data)
    except InputError as error:
        refused = error
    assert refused.problems
    assert all(each.line and each.path == PATH and each.remedy for each in refused.problems)
    return refused


def times_by_ffmpeg(text: str, demuxer: str) -> list[tuple[int, int]]:
    """When ffmpeg begins and ends what it shows of a subtitle file, in ms."""
    found = []
    with av.open(io.BytesIO(text.encode()), "r", format=demuxer) as container:
        for packet in container.demux():
            if packet.size and packet.pts is not None and packet.duration is not None and packet.time_base:
                start, end = packet.pts * packet.time_base, (packet.pts + packet.duration) * packet.time_base
                found.append((round(start * 1000), round(end * 1000)))
    return found


def said(problems: Sequence[Problem], line: int, words: str) -> bool:
    """Whether one of `problems` says `words` of `line` in this file."""
    return any((each.path, each.line) == (PATH, line) and words in each.message for each in problems)
