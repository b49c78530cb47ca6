"""Style tags in a cue's words: stress is kept as `<b>…</b>`, all other style is taken away and named. Pure.

Only the tags that subtitle programs write are tags: `a < b` and `<기생충>` are words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from hoso.script.marks import CLOSE, OPEN
from hoso.subtitles.lines.marks import balance, plain

UNPAIRED = "<b> without </b>, or </b> without <b>"

_BARE = r"</?(?:b|i|u|s|em|strong|strike|center|big|small|sub|sup|ruby|rt|rp)(?:\.[^<>\s]*)?\s*/?>"
_WITH_MORE = r"</?(?:font|span|div|p|v|c|lang|sync)(?:[\s.][^<>]*)?>"
_TAG = re.compile(
    rf"{_BARE}|{_WITH_MORE}|<br\s*/?>|<[0-9:]{{5,9}}\.[0-9]{{3}}>|\{{\\[^{{}}]*\}}", re.IGNORECASE
)
_STRESS = re.compile(f"({OPEN}|{CLOSE})")
_NAME = re.compile(r"</?([a-z]+)", re.IGNORECASE)
_OVERRIDE = re.compile(r"\\(fn|r|[0-9]?[a-z]+)([^\\]*)")
_CLOSING = re.compile(r"\\[ibus]0")


def without_style(text: str) -> tuple[str, list[str]]:
    """`text` with no tags but balanced, lower-case `<b>`, and the kinds of what was taken away, as found."""
    kinds: list[str] = []
    while True:
        bare = _TAG.sub(lambda found: _instead(found[0], kinds), text)
        if bare == text:
            break
        text = bare
    (balanced,) = balance([text])
    if _STRESS.findall(balanced) != _STRESS.findall(text):
        kinds.append(UNPAIRED)
    return balanced, kinds


def without_blank_lines(text: str) -> str:
    """`text` with its lines stripped, without those in which nothing can be seen; marks stay balanced."""
    lines = [line.strip() for line in text.split("\n")]
    if any(not plain(line).strip() for line in lines):
        hugged = re.sub(rf"(\s+)({CLOSE})", r"\2\1", re.sub(rf"({OPEN})(\s+)", r"\2\1", text))
        lines = [line.strip() for line in balance([hugged])[0].split("\n")]
    return "\n".join(line for line in lines if line)


def composed(text: str) -> str:
    """`text` in NFC, each stretch between marks for itself, so that no mark is drawn into a letter."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return "".join(unicodedata.normalize("NFC", part) for part in _STRESS.split(text))


def stress_of(overrides: str) -> str:
    """The marks that the ASS overrides of one pair of braces, such as `\\b1\\i1`, come to."""
    marks = []
    for name, value in _OVERRIDE.findall(overrides):
        if name == "b":
            weight = int(value) if value.strip().isdecimal() else 0
            marks.append(OPEN if weight == 1 or weight > 400 else CLOSE)
        elif name == "r":
            marks.append(CLOSE)
    return "".join(marks)


def kinds_of(overrides: str) -> Iterator[str]:
    """What ASS overrides there are besides stress, each as `{\\an8}`; where a style ends it is not named."""
    for found in _OVERRIDE.finditer(overrides):
        if found[1] != "b" and not _CLOSING.fullmatch(found[0].strip()):
            short = re.fullmatch("[0-9]{1,2}", found[2].strip())
            yield f"{{\\{found[1]}{short[0] if short else ''}}}"


def _instead(tag: str, kinds: list[str]) -> str:
    """What stands in `tag`'s place; its kind is added to `kinds` unless it is stress or a line break."""
    if tag.startswith("{"):
        kinds.extend(kinds_of(tag[1:-1]))
        return stress_of(tag[1:-1])
    named = _NAME.match(tag)
    name = named[1].lower() if named else "00:00.000"
    if name == "br":
        return "\n"
    if name in ("b", "strong"):
        return CLOSE if tag.startswith("</") else OPEN
    if not tag.startswith("</"):
        kinds.append(f"<{name}>")
    return ""
