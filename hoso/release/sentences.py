"""The first sentences of a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hoso.base.languages import Language
from hoso.subtitles.lines.binding import ends_sentence

_WORD = re.compile(r"\S+")


def openings(text: str, language: Language) -> Iterator[str]:
    """All beginnings of `text` that end with a sentence, the longest first; not `text` itself."""
    ends = [
        word.end()
        for word, following in pairwise(_WORD.finditer(text))
        if ends_sentence(word.group(), following.group(), language)
    ]
    return (text[:end] for end in reversed(ends))
