"""A cue's words without how they are set: what a change of words is told by. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from hoso.subtitles.lines.marks import plain


@lru_cache(maxsize=16384)
def words_of(text: str) -> str:
    """The words of `text`, a space between them: no line breaks, no marks, NFC."""
    return " ".join(unicodedata.normalize("NFC", plain(text)).split())


@lru_cache(maxsize=16384)
def pairs_of(words: str) -> frozenset[str]:
    """Every two neighbouring characters of `words`, spaces left out; a single character stands alone."""
    bare = words.replace(" ", "")
    return frozenset(bare[at : at + 2] for at in range(max(1, len(bare) - 1)))
