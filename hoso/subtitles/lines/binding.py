"""How much two neighbouring words want to stay on one line: rules and word lists.

What takes knowledge of Korean is asked of a `Ties`: the guess in korean.py, or morphology.py's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from hoso.base.languages import Language
from hoso.subtitles.lines import korean
from hoso.subtitles.lines.marks import plain

Bond = Literal["break", "sentence", "clause", "plain", "bound"]
"""What lies between two words: a line break typed by hand, the end of a sentence, a clause mark, nothing, or
a tie."""

Ties = Callable[[Sequence[str]], Sequence[bool]]
"""For the words of a Korean text, without marks: whether each but the last is tied to the next."""

GUESSED: Ties = korean.ties

_CLOSERS = re.escape(korean.CLOSERS)
_SENTENCE_END = re.compile(rf"[.!?…]+[{_CLOSERS}]*$")
_CLAUSE_END = re.compile(rf"[,;:、，—–][{_CLOSERS}]*$")
_DASHES = ("-", "—", "–")
# "1.", "2024.", "J.": a number or an initial, not the end of a sentence.
_NUMBERED = re.compile(r"^[(\[]?(\d+|[A-ZА-ЯЁІЇЄҐ])\.$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NONE: frozenset[str] = frozenset()

_ABBREVIATIONS: dict[Language, frozenset[str]] = {
    "ko": _NONE,
    "ru": _words("г. ул. им. см. ср. тыс. руб. др. пр. т.е. т.д. т.п. н.э. св. стр. тел. гр."),
    "uk": _words("р. м. вул. ім. див. тис. грн. ін. т.зв. св. стор. тел. гр. о. обл."),
    "en": _words("mr. mrs. ms. dr. st. no. vs. etc. e.g. i.e. gen. col. sgt. lt. capt."),
}

# Never left at the end of a line: they lean on what follows.
_PROCLITICS: dict[Language, frozenset[str]] = {
    "ko": korean.PROCLITICS,
    "ru": _words(
        "а без в во для до за и из или к ко на над не ни но о об обо от по под при про с со у через что как "
        "где если чтобы ваш ваша ваше ваши это эта этот"
    ),
    "uk": _words(
        "а без в від для до з за зі й і із або на над не ні о об по під при про та у через що як де якщо щоб "
        "ваш ваша ваше ваші це ця цей"
    ),
    "en": _words(
        "a an the and or but of to in on at by for from with without as if that than who which is are was "
        "were be been will would can could not no your our their his her my its this these those"
    ),
}
# Never at the start of a line: they lean on what is before.
_ENCLITICS: dict[Language, frozenset[str]] = {
    "ko": korean.ENCLITICS,
    "ru": _words("бы б же ли ль"),
    "uk": _words("би б же ж"),
    "en": _NONE,
}


def bonds(words: Sequence[str], language: Language, ties: Ties = GUESSED) -> tuple[Bond, ...]:
    """What lies after each of `words` but the last; their marks don't count."""
    bare = [plain(word) for word in words]
    tied = ties(bare) if language == "ko" else [False] * len(bare)
    return tuple(
        _bond(left, right, language, tie) for (left, right), tie in zip(pairwise(bare), tied, strict=False)
    )


def bond(left: str, right: str, language: Language) -> Bond:
    """What lies between the words `left` and `right` of one text, guessed."""
    return bonds((left, right), language)[0]


def _bond(left: str, right: str, language: Language, tied: bool) -> Bond:
    if ends_sentence(left, right, language):
        return "sentence"
    if right in _DASHES or left == "-" or (left in _DASHES and right[:1].isupper()):
        return "bound"  # a dash ends a line and begins none, except a speaker's
    if _CLAUSE_END.search(left):
        return "clause"
    tied = (
        tied
        or (_bare(left) in _PROCLITICS[language] and left[-1:].isalnum())
        or _bare(right) in _ENCLITICS[language]
        or _NUMBERED.match(left) is not None
        or left.casefold() in _ABBREVIATIONS[language]
    )
    return "bound" if tied else "plain"


def ends_sentence(word: str, following: str, language: Language) -> bool:
    """Whether a sentence ends with `word` where `following` is the next word, both without marks."""
    if not _SENTENCE_END.search(word) or _NUMBERED.match(word):
        return False
    if word.casefold() in _ABBREVIATIONS[language]:
        return False
    first = following.lstrip("\"'“‘«([「『《〈-—–… ")[:1]
    return language == "ko" or not first.islower()


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’«»()[].,!?…:;").casefold()
