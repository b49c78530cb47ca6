"""ASS and SSA: pysubs2 reads the events, once it is sure that it will read them rightly.

pysubs2 ignores the order of fields that a file states, fails on odd styles, and passes over what it does
not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.finishing import Entry
from hoso.subtitles.files.repairing import Line, lines_of
from hoso.subtitles.files.report import Report
from hoso.subtitles.files.tags import kinds_of, stress_of

_SECTION = re.compile(r"\[[^\]]+\]")
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_EVENT = re.compile(r"(Dialogue|Comment|Picture|Sound|Movie|Command):(.*)", re.IGNORECASE)
_TIME = re.compile(r"(-?)([0-9]{1,2}):([0-5]?[0-9]):([0-5]?[0-9])(?:[.,:]([0-9]{1,3}))?")
_NEWLINE_BY_N = re.compile(r"^WrapStyle:\s*2\s*$", re.MULTILINE)
_TOKEN = re.compile("(\\\\[{}]|\\\\\u2060|\\{[^}]*\\}|\\\\[Nnh])")
_DRAWING = re.compile(r"\\p([0-9]+)")
_SPOKEN = {"\\{": "{", "\\}": "}", "\\\u2060": "\\", "\\N": "\n", "\\h": " "}


class _Event(NamedTuple):
    line: int
    start: str
    end: str
    text: str


def read_ass(text: str, report: Report) -> list[Entry]:
    """The cues of an ASS or SSA file's text: every Dialogue, with stress as `<b>` and no other override."""
    import pysubs2

    events = list(_events(lines_of(text), report))
    document = pysubs2.SSAFile.from_string(_clean_text(events), format_="ass")
    soft = "\n" if _NEWLINE_BY_N.search(text) else " "
    return [
        Entry(Cue(read.start, read.end, _words(read.text, event.line, soft, report)), event.line)
        for event, read in zip(events, document, strict=True)
    ]


def _events(lines: Sequence[Line], report: Report) -> Iterator[_Event]:
    """What is to be shown, in the file's order."""
    section = "[events]"
    fields: tuple[str, ...] = _FIELDS
    last = max((line.number for line in lines if not line.blank), default=0)
    for line in lines:
        text = line.text.strip()
        if _SECTION.fullmatch(text):
            section = text.lower()
        elif section != "[events]" or not text or text.startswith((";", "!:")):
            continue
        elif text.lower().startswith("format:"):
            fields = tuple(name.strip().lower() for name in text[7:].split(","))
        else:
            yield from _event(line, fields, report, last=line.number == last)


def _event(line: Line, fields: Sequence[str], report: Report, *, last: bool) -> Iterator[_Event]:
    found = _EVENT.fullmatch(line.text.strip())
    if found and found[1].lower() != "dialogue":
        report.repaired(line.number, f"a {found[1].capitalize()} is not shown: it is left out")
        return
    values = found[2].strip().split(",", len(fields) - 1) if found else []
    if found and len(values) == len(fields):
        yield from _timed(line, dict(zip(fields, values, strict=True)), report)
    elif last:
        words = f"the file is cut off within a cue: “{line.text.strip()}” is left out"
        report.repaired(line.number, words, "Check the end of the file.")
    else:
        words = f"“{line.text.strip()[:60]}” is no event that can be read"
        report.fault(line.number, words, "Write it as Dialogue: with every field that Format: names.")


def _timed(line: Line, event: dict[str, str], report: Report) -> Iterator[_Event]:
    start, end = (_TIME.fullmatch(event.get(name, "").strip()) for name in ("start", "end"))
    if start is None or end is None or end[1] or "text" not in event:
        words = f"“{event.get('start')}” and “{event.get('end')}” are not times"
        report.fault(line.number, words, "Write them as 0:00:01.00.")
        return
    if start[1]:
        words = f"the cue begins before the video, at {start[0]}: it is shown from the start of the video"
        report.repaired(line.number, words, "Check its times.")
    yield _Event(
        line.number, "0:00:00.00" if start[1] else _clean_time(start), _clean_time(end), event["text"]
    )


def _clean_time(found: re.Match[str]) -> str:
    return f"{found[2]}:{found[3]}:{found[4]}.{found[5] or '00'}"


def _clean_text(events: Sequence[_Event]) -> str:
    lines = [f"Dialogue: 0,{event.start},{event.end},Default,,0,0,0,,{event.text}" for event in events]
    return "\n".join(["[Script Info]", "ScriptType: v4.00+", "", "[Events]", *lines, ""])


def _words(text: str, line: int, soft: str, report: Report) -> str:
    """The words of an event: overrides become stress or go, as do drawings and remarks; \\n is `soft`."""
    spoken = {**_SPOKEN, "\\n": soft}
    words, drawing = [], False
    for token in _TOKEN.split(text):
        if token.startswith("{") and token.endswith("}"):
            scales = _DRAWING.findall(token)
            drawing = int(scales[-1]) > 0 if scales else drawing
            words.append(_override(token, line, report))
        elif not drawing:
            words.append(spoken.get(token, token))
        elif token.strip():
            report.repaired(line, "a drawing is not shown: it is left out")
    return "".join(words)


def _override(token: str, line: int, report: Report) -> str:
    if "\\" not in token:
        report.repaired(line, f"the remark {token} is not shown: it is left out")
    for kind in kinds_of(token[1:-1]):
        report.repaired(line, f"{kind} is not followed: it is taken away")
    return stress_of(token[1:-1])
