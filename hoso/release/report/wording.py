"""Two texts compared line by line. Pure."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

CONTEXT = 1
"""Unchanged lines on either side of a change."""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line that went, came or stayed; `gap` stands for lines that stayed and are not shown."""

    mark: Literal["-", "+", " ", "gap"]
    text: str = ""


def line_differences(old: str, new: str) -> tuple[DiffLine, ...]:
    """The lines of `old` and `new` around what differs; nothing where nothing does."""
    shown: list[DiffLine] = []
    for line in difflib.unified_diff(old.splitlines(), new.splitlines(), n=CONTEXT, lineterm=""):
        if line.startswith("@@"):
            shown.append(DiffLine("gap"))
        elif shown:  # before the first @@ stand the files' names
            shown.append(_line(line))
    return tuple(shown[1:])


def _line(line: str) -> DiffLine:
    text = line[1:]
    if line.startswith("-"):
        return DiffLine("-", text)
    return DiffLine("+" if line.startswith("+") else " ", text)
