"""Which Korean words belong together, by morphology: what korean.py guesses, kiwipiepy knows.

It is asked only about texts that nobody has asked about before; loading it takes seconds and half a gigabyte.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from hoso.base.keys import digest
from hoso.base.problems import HosoError
from hoso.base.shelf import learnt
from hoso.base.store import Store
from hoso.subtitles.lines.binding import Ties

_RECIPE = 1
"""Raise it when `_tied` decides otherwise."""

_NUMBERS = ("SN", "NR")
_SENTENCE_MARKS = ("SF", "SP", "SS", "SSC", "SE", "SO")
_ABLE = ("수", "적", "리", "줄")
_KNOWS = ("있", "없", "알", "모르")
_BECOMES = ("되", "좋", "괜찮")
_COMPOUNDS = ("가", "오", "나가", "나오", "들어가", "들어오", "돌아가", "돌아오", "서", "죽")
_LOCK = threading.Lock()


def morphology(store: Store) -> Ties:
    """The ties of Korean texts, found out once and kept in `store`.

    Raises HosoError where kiwipiepy is not installed.
    """
    try:
        known_by = version("kiwipiepy")
    except PackageNotFoundError:
        remedy = "Install it with `uv sync --extra korean`, or delete `korean_morphology` from hoso.yaml."
        raise HosoError("Korean morphology is asked for, and kiwipiepy is not installed", remedy) from None

    def ties(words: Sequence[str]) -> Sequence[bool]:
        key = digest(["korean ties", _RECIPE, known_by, list(words)])
        found: Sequence[bool] = learnt(store, key, lambda: {"tied": analyse(words)})["tied"]
        return found

    return ties


def analyse(words: Sequence[str]) -> list[bool]:
    """Whether each of `words`, a Korean text, but the last is tied to the next."""
    with _LOCK:
        tokens = _tagger().tokenize(" ".join(words))
    starts = [0, *accumulate(len(word) + 1 for word in words[:-1])]
    parsed: list[list[Morpheme]] = [[] for _ in words]
    for token in tokens:
        parsed[bisect_right(starts, token.start) - 1].append(Morpheme(token.form, token.tag))
    return [bool(left and right) and _tied(left, right) for left, right in pairwise(parsed)]


class Morpheme(NamedTuple):
    """A piece of a word, and its tag in the Sejong set."""

    form: str
    tag: str


def _tied(left: Sequence[Morpheme], right: Sequence[Morpheme]) -> bool:
    """Whether a break between two words, given by their morphemes, would hurt."""
    last, first = left[-1], right[0]
    if last.tag in _SENTENCE_MARKS:
        return False
    alone = len(left) == 1
    return (
        last.tag == "ETM"
        or (alone and last.tag.startswith("MM"))
        or (alone and last.tag == "MAG" and last.form in ("안", "못"))
        or last.tag in _NUMBERS
        or first.tag in ("NNB", "VX")
        or (left[0].tag == "NNB" and left[0].form in _ABLE and first.form in _KNOWS)
        or _after_ending(left, first)
    )


def _after_ending(left: Sequence[Morpheme], first: Morpheme) -> bool:
    """Whether a form waits for what comes: 죽어서는 안, 가도 됩니다, 얼어 죽다, 늦기 전에, 남을 위해."""
    last = left[-1]
    if first.form == "위하":
        return True
    if last.tag == "ETN":
        return first.form == "전"
    if not any(morpheme.tag == "EC" for morpheme in left[-2:]):
        return False
    if last.form in ("어", "아"):
        return first.tag.startswith("VV") and first.form in _COMPOUNDS
    return (first.tag.startswith(("VV", "VA")) and first.form in _BECOMES) or first.form in ("안", "못")


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)
