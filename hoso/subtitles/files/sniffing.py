"""Which format a text is in, by what it says and not by what its file is called. Pure."""

from __future__ import annotations

import re
from typing import Literal

from hoso.subtitles.files.timing import parse_timing

Format = Literal["srt", "vtt", "ass", "smi"]

_BEGINNINGS: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"WEBVTT(?=\s|$)"), "vtt"),
    (re.compile(r"\[(?:Script Info|V4\+? Styles|Events)\]|(?:Dialogue|Format):\s", re.IGNORECASE), "ass"),
    (re.compile(r"(?:<!--.*?-->\s*|<[!?][^>]*>\s*)*<(?:SAMI|SYNC)\b", re.IGNORECASE | re.DOTALL), "smi"),
)
_ANYWHERE: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"<SYNC\s+[^>]*Start\s*=", re.IGNORECASE), "smi"),
    (re.compile(r"^Dialogue:\s*[^,\n]*,[-\d:.]+,", re.IGNORECASE | re.MULTILINE), "ass"),
)
_STRANGERS = (
    (re.compile(r"(?:<\?xml[^>]*>\s*)?<tt\b", re.IGNORECASE), "TTML"),
    (re.compile(r"\{[0-9]+\}\{[0-9]*\}"), "MicroDVD"),
    (re.compile(r"\[[0-9]+\]\[[0-9]*\]"), "MPL2"),
    (re.compile(r"[{\[]\s*[\"{\[]"), "JSON"),
)


def sniff(text: str) -> Format:
    """The format of `text`; SubRip where nothing says otherwise."""
    start = text.lstrip()
    for beginning, name in _BEGINNINGS:
        if beginning.match(start):
            return name
    if any(parse_timing(line) for line in text.split("\n")):
        return "srt"
    return next((name for pattern, name in _ANYWHERE if pattern.search(text)), "srt")


def stranger(text: str) -> str | None:
    """The name of a subtitle format that `text` is in and that is not read here, or None."""
    return next((name for pattern, name in _STRANGERS if pattern.match(text.lstrip())), None)
