"""WebVTT: what is not words is taken out first, then pysubs2 reads it.

pysubs2 alone takes names of cues and NOTEs for words, drops a last line of digits, and reads times that
have a comma or two digits after the point as something else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.finishing import Entry
from hoso.subtitles.files.repairing import Block, Line, Manner, blocks, lines_of
from hoso.subtitles.files.report import Report
from hoso.subtitles.files.timing import DOT, NO_HOURS, parse_timing

_WEBVTT = Manner(numbered=False, usual=frozenset({DOT, NO_HOURS}))
_NOT_SHOWN = re.compile(r"(NOTE|STYLE|REGION)(?=\s|$)")


def read_vtt(text: str, report: Report) -> list[Entry]:
    """The cues of a WebVTT file's text, with their style and their faults of content."""
    lines = _without_names(_without_blocks(lines_of(text), report), report)
    found = blocks(lines, report, _WEBVTT)
    return list(_parsed(found, report))


def _without_blocks(lines: Sequence[Line], report: Report) -> list[Line]:
    """`lines` with the header and the blocks that show nothing emptied, which are said."""
    kept: list[Line] = []
    hidden = True  # the header
    for line, above in zip(lines, [None, *lines], strict=False):
        begins = above is not None and above.blank and _NOT_SHOWN.match(line.text)
        if begins:
            report.repaired(line.number, f"a {begins[1]} block is not shown: it is left out")
        if begins or line.blank or parse_timing(line.text):
            hidden = bool(begins) or (hidden and above is None)
        kept.append(Line(line.number, "") if hidden else line)
    return kept


def _without_names(lines: Sequence[Line], report: Report) -> list[Line]:
    """`lines` with the names that cues may have above their times emptied; those but numbers are said."""
    kept = list(lines)
    for at, line in enumerate(lines[1:], start=1):
        name = lines[at - 1]
        alone = at < 2 or lines[at - 2].blank
        if alone and not name.blank and parse_timing(line.text):
            kept[at - 1] = Line(name.number, "")
            if name.value is None:
                report.repaired(name.number, "a cue's name above its times is not shown: it is left out")
    return kept


def _parsed(found: Sequence[Block], report: Report) -> Iterator[Entry]:
    import pysubs2

    document = pysubs2.SSAFile.from_string(_clean_text(found), format_="vtt", keep_html_tags=True)
    for block, event in zip(found, document, strict=True):
        if any("\\N" in word for word in block.words):
            report.repaired(block.line, "“\\N” is read as a line break")
        text = html.unescape(event.text.replace("\\N", "\n"))
        yield Entry(Cue(event.start, event.end, text), block.line)


def _clean_text(found: Sequence[Block]) -> str:
    """`found` as pysubs2 reads it whole: it drops the number of the next cue, or else words of digits."""
    lines = ["WEBVTT", ""]
    for number, block in enumerate(found, start=1):
        times = f"{block.start} --> {block.end}".replace(",", ".")
        lines += [str(number), times, *block.words, ""]
    return "\n".join([*lines, str(len(found) + 1), ""])
