"""What would be lost or misread if an SRT file were simply parsed. Pure: text in, lines and problems out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TIME = r"\d{1,3}:[0-5]\d:[0-5]\d[,.]\d{3}"
_TIMING = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})\s*")
_PLACED = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}\s+\S.*")
# What somebody may have meant as times: digits with a colon before an arrow of any length.
_MEANT = re.compile(r"\s*-?\d*:?\d+[\d:.,]*\s*-{1,3}>.*")
_TAG = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^>]*)?>|\{\\[^}]*\}", re.IGNORECASE)
_FORMATS = {"WEBVTT": "WebVTT", "<SAMI": "SAMI", "[Script Info]": "ASS"}

_AS_SRT = "Open it in Subtitle Edit and save it as SubRip (.srt), UTF-8."
_WRITE_TIMES = "Write them as 00:00:01,000 --> 00:00:02,500."


@dataclass(frozen=True, slots=True)
class Fault:
    """What can't be read without a loss: on which line (from 1), what it is, what to do."""

    line: int
    message: str
    remedy: str


def decode(data: bytes) -> str | Fault:
    """The text of a UTF-8 file, with or without a byte order mark, its line ends as newlines."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(1, "the file is UTF-16, not UTF-8", _AS_SRT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(line, "the file is not UTF-8", _AS_SRT)
    doubled = text.find("\r\r\n")
    if doubled >= 0:
        line = text.count("\n", 0, doubled) + 1
        return Fault(line, "the line ends are doubled (CR CR LF)", _AS_SRT)
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        return Fault(line, "a line ends as on an old Mac (CR)", _AS_SRT)
    return text


def examine(text: str) -> tuple[list[int], list[Fault]]:
    """The line of every cue's times, and every fault, in order. `text` has newlines for line ends."""
    for beginning, name in _FORMATS.items():
        if text.lstrip().casefold().startswith(beginning.casefold()):
            return [], [Fault(1, f"this is {name}, not SRT", _AS_SRT)]
    blocks = list(_blocks(text))
    if not blocks:
        remedy = "Delete the file: it is then written anew from the script."
        return [], [Fault(1, "there is no cue in the file", remedy)]
    lines, faults = [], []
    for block in blocks:
        at, found = _heading(block, last=block is blocks[-1])
        faults += found
        if at is not None:
            lines.append(block[at][0])
            faults += _times(block[at])
            faults += _words(block[at + 1 :], block[at][0])
    return lines, faults


def timings(text: str) -> int:
    """How many lines of `text` are times: as many cues has it to give."""
    return sum(1 for line in text.split("\n") if _TIMING.fullmatch(line))


_Line = tuple[int, str]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Numbered lines that no blank line parts."""
    block: list[_Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _heading(block: list[_Line], *, last: bool) -> tuple[int | None, list[Fault]]:
    """Where in `block` the times are, and what is wrong with its beginning."""
    number, first = block[0]
    if _TIMING.fullmatch(first):
        return 0, []
    if len(block) > 1 and _TIMING.fullmatch(block[1][1]):
        if first.strip().isdecimal():
            return 1, []
        remedy = "Put a number there, or a blank line between these words and the next cue's times."
        return 1, [Fault(number, f"“{first.strip()}” stands where a cue has its number", remedy)]
    return None, [_headless(block, last=last)]


def _headless(block: list[_Line], *, last: bool) -> Fault:
    """Why `block` has no times that can be read."""
    for number, line in block[:2]:
        if _PLACED.fullmatch(line):
            remedy = "Delete what follows the times: subtitles have one place in a picture."
            return Fault(number, "a cue has a position of its own, which is not followed", remedy)
        if _MEANT.fullmatch(line) or "-->" in line:
            return Fault(number, f"“{line.strip()}” are not times", _WRITE_TIMES)
    number, first = block[0]
    if last and len(block) == 1 and first.strip().isdecimal():
        return Fault(number, "the last cue is cut off", "Write its times and words, or delete it.")
    remedy = "Delete the blank line that parts them from their cue, or give them times of their own."
    return Fault(number, "these words belong to no cue", remedy)


def _times(line: _Line) -> list[Fault]:
    number, text = line
    found = _TIMING.fullmatch(text)
    if found is None or _plain(found[1]) < _plain(found[2]):
        return []
    return [Fault(number, "the cue ends before it has begun", "Let it end later than it begins.")]


def _plain(time: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[:,.]", time))


def _words(lines: list[_Line], heading: int) -> Iterator[Fault]:
    if not lines:
        yield Fault(heading, "the cue has no words", "Write them below its times, or delete the cue.")
    for number, line in lines:
        if _TIMING.fullmatch(line) or _PLACED.fullmatch(line) or _MEANT.fullmatch(line):
            remedy = "Put a blank line before this cue's number."
            yield Fault(number, "a cue begins within the words of the one before", remedy)
        tag = _TAG.search(line)
        if tag:
            yield Fault(number, f"{tag[0]} is not followed", "Delete it: subtitles have one style.")
