"""Cues of every kind, for properties."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.tags import without_style
from hoso.subtitles.files.timing import is_meant, parse_timing


def _is_plain(line: str) -> bool:
    """Whether `line` is words: neither a tag nor times, in NFC."""
    looks_like_times = parse_timing(line) or is_meant(line)
    return (
        without_style(line) == (line, []) and not looks_like_times and unicodedata.is_normalized("NFC", line)
    )


LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12).filter(_is_plain)
NUMBER = st.sampled_from(["1", "2", "3", "112"])
STRESSED = LINE.map(lambda line: f"<b>{line}</b>").filter(lambda text: without_style(text) == (text, []))
WORDS = st.lists(LINE | STRESSED | NUMBER, min_size=1, max_size=3).map("\n".join)
CUE = st.tuples(st.integers(0, 10**8), st.integers(1, 10**7), WORDS).map(
    lambda parts: Cue(parts[0], parts[0] + parts[1], parts[2])
)
CUES_OF_ANY_WORDS = st.lists(CUE, min_size=1, max_size=6)
"""In any order, overlapping or not; their words are any visible characters."""

SPOKEN_LINE = (
    st.text("가나다라마바사아자차카타파하 abcд?!.", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
SPOKEN = st.lists(SPOKEN_LINE, min_size=1, max_size=3).map("\n".join)


@st.composite
def programmes(draw: st.DrawFn, step_ms: int = 1) -> list[Cue]:
    """Cues with spoken words, one after another, with times that are multiples of `step_ms`."""
    at, cues = 0, []
    for words in draw(st.lists(SPOKEN, min_size=1, max_size=6)):
        start = at + draw(st.integers(0, 4000)) * step_ms
        at = start + draw(st.integers(1, 4000)) * step_ms
        cues.append(Cue(start, at, words))
    return cues
