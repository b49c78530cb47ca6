"""Marks in a line's words: `**…**` for emphasis, `|` for a line break; a backslash makes `*` or `|` plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoso.base.problems import Problem

OPEN, CLOSE = "<b>", "</b>"
"""Emphasis as a cue's text has it: SRT's bold."""

_STRONG, _BREAK = "**", "|"
_PIECE = re.compile(r"\\[*|]|\*\*|\||[^\\*|]+|.", re.DOTALL)


def spoken(text: str) -> str:
    """`text` as the voice reads it: without emphasis, a line break as a space, one space between words."""
    said = (_literal(piece, {_STRONG: "", _BREAK: " "}) for piece in _PIECE.findall(text))
    return " ".join("".join(said).split())


def shown(text: str) -> str:
    """`text` as a cue has it: emphasis in `<b>…</b>`, line breaks as newlines, tidy.

    Raises ValueError with the first fault's words where there is one.
    """
    for fault in faults(text):
        raise ValueError(fault.message)
    parts = []
    inside = False
    for piece in _PIECE.findall(" ".join(text.split())):
        parts.append(_literal(piece, {_STRONG: CLOSE if inside else OPEN, _BREAK: "\n"}))
        inside ^= piece == _STRONG
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """A cue's text without useless white space: none at a line's ends, one between words, and emphasis set
    close around its words."""
    text = re.sub(rf"({OPEN})(\s+)", r"\2\1", text)
    text = re.sub(rf"(\s+)({CLOSE})", r"\2\1", text)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def faults(text: str) -> Iterator[Problem]:
    """What is wrong with the marks in `text`, without a place."""
    pieces = _PIECE.findall(text)
    if OPEN in text or CLOSE in text:
        yield Problem("`<b>` is how subtitle files write emphasis", "Write **…** around the words.")
    if pieces.count(_STRONG) % 2:
        yield Problem("emphasis begins with `**` and does not end", r"Write `**` after it too, or \*\*.")
    elif any(not _words(inner) for inner in _split(pieces, _STRONG)[1::2]):
        yield Problem("there are no words between `**` and `**`", "Write them there, or delete the marks.")
    if _BREAK in pieces and not all(_words(row) for row in _split(pieces, _BREAK)):
        remedy = r"Write one `|` between the words of two lines; \| shows the sign itself."
        yield Problem("`|` breaks a line where there are no words on one side", remedy)


def _split(pieces: list[str], mark: str) -> list[list[str]]:
    """`pieces` in stretches between the `mark`s."""
    stretches: list[list[str]] = [[]]
    for piece in pieces:
        if piece == mark:
            stretches.append([])
        else:
            stretches[-1].append(piece)
    return stretches


def _words(pieces: list[str]) -> bool:
    return any(piece.strip() and piece not in (_STRONG, _BREAK) for piece in pieces)


def _literal(piece: str, marks: dict[str, str]) -> str:
    escaped = len(piece) == 2 and piece[0] == "\\"
    return piece[1] if escaped else marks.get(piece, piece)
