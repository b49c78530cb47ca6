"""SubRip: repaired first, then read by pysrt, which would lose what is damaged without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.finishing import Entry
from hoso.subtitles.files.repairing import SUBRIP, Block, blocks, lines_of
from hoso.subtitles.files.report import Report


def read_subrip(text: str, report: Report) -> list[Entry]:
    """The cues of a SubRip file's text, with their style and their faults of content."""
    found = blocks(lines_of(text), report, SUBRIP)
    return list(_parsed(found))


def _parsed(found: Sequence[Block]) -> Iterator[Entry]:
    """`found` as pysrt reads it; a block without words is a cue without words."""
    from pysrt import SubRipFile

    items = SubRipFile.stream(_clean_lines(found), error_handling=SubRipFile.ERROR_RAISE)
    for block, item in zip(found, items, strict=True):
        yield Entry(Cue(item.start.ordinal, item.end.ordinal, item.text), block.line)


def _clean_lines(found: Sequence[Block]) -> Iterator[str]:
    for number, block in enumerate(found, start=1):
        yield from (str(number), f"{block.start} --> {block.end}", *block.words, "")
