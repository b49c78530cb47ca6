"""YAML's syntax errors in words that help."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hoso.base.problems import Problem

_QUOTES = 'Put the whole text in quotes: key: "text".'
_BLOCK = "Keys of one group stand exactly below each other; a value stands behind its colon or in quotes."

# What ruamel.yaml says (context and problem), what we say, and the remedy. The first that matches counts.
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        r"mapping values are not allowed",
        "a colon is where none can be",
        "Text with `: ` in it needs quotes; a key stands below its group's others, a space behind its colon.",
    ),
    (
        r"character '\\t'|tab character",
        "a tab is used for indentation",
        "Indent with spaces; most editors can turn tabs into spaces.",
    ),
    (r"found character '(?P<it>.)' that cannot start", "text can't begin with `{it}`", _QUOTES),
    (r"found undefined alias '(?P<it>.*)'", "`*{it}` stands for something that is named nowhere", _QUOTES),
    (
        r"quoted scalar.*(unexpected end|document separator)",
        "a quote is opened and never closed",
        "Close it.",
    ),
    (
        r"unknown escape character '(?P<it>.)'",
        "`\\{it}` means nothing inside double quotes",
        "Write `\\\\`, or use single quotes.",
    ),
    (
        r"flow (mapping|sequence).*(stream end|<block|':')",
        "a bracket is opened and never closed",
        "Close it: {{…}} or […].",
    ),
    (
        r"flow (mapping|sequence)",
        "something inside the brackets is out of place",
        'Separate with commas, and put text that has commas, brackets or colons in quotes: {{ko: "…, …"}}.',
    ),
    (
        r"sequence entries are not allowed",
        "a list begins where none can be",
        "Begin each `- ` on a line of its own, or quote it.",
    ),
    (
        r"single document.*another document",
        "a second document begins here",
        "Delete this `---`: one message a file.",
    ),
    (r"block (mapping|collection).*but found", "this is out of place", _BLOCK),
    (r"could not find expected ':'", "a key without a colon", "Write `key: value`."),
    (r"block node.*node content", "a value is missing or a bracket is left over", _BLOCK),
    (r"(?P<it>anchor|alias|tag|directive)", "an unfinished {it} mark (`&`, `*`, `!` or `%`)", _QUOTES),
)


def explain_syntax(error: Any, text: str, path: Path) -> Problem:
    """ruamel.yaml's `error` in `text` as a problem of the file at `path`."""
    position = getattr(error, "position", None)
    if position is not None:
        return _control_character(text, path)
    said = f"{error.context or ''} {error.problem or ''}"
    for pattern, message, remedy in _SENTENCES:
        found = re.search(pattern, said, re.DOTALL)
        if found is not None:
            names = {"it": found.groupdict().get("it") or ""}
            place = _place(error, opened="never closed" in message)
            return Problem(message.format(**names), remedy.format(**names), path, *place)
    return Problem(f"this is not YAML: {said.strip()}", _BLOCK, path, *_place(error))


def _place(error: Any, *, opened: bool = False) -> tuple[int, int]:
    """Line and column of what is wrong; with `opened`, of what it began with."""
    marks = (error.context_mark, error.problem_mark) if opened else (error.problem_mark, error.context_mark)
    mark = marks[0] or marks[1]
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _control_character(text: str, path: Path) -> Problem:
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    offset = found.start() if found else 0
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    name = f"U+{ord(text[offset]):04X}" if text else ""
    return Problem(
        f"a character that can't be shown ({name}) is in the text", "Delete it.", path, line, column
    )
