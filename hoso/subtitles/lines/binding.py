"""How much two neighbouring words want to stay on one line: rules and word lists.

What takes knowledge of Korean is asked of a `Ties`: the guess in korean.py, or morphology.py's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from hoso.base.languages import Language
from hoso.subtitles.lines import korean
from hoso.subtitles.lines.marks import plain

Bond = Literal["break", "sentence", "clause", "plain", "leaning", "bound"]
"""What lies between two words: a line break typed by hand, the end of a sentence, a clause mark, nothing, a
weak tie, or a tie."""

Ties = Callable[[Sequence[str]], Sequence[bool]]
"""For the words of a Korean text, without marks: whether each but the last is tied to the next."""

GUESSED: Ties = korean.ties

_CLOSERS = re.escape(korean.CLOSERS)
_SENTENCE_END = re.compile(rf"[.!?…]+[{_CLOSERS}]*$")
_CLAUSE_END = re.compile(rf"[,;:、，—–][{_CLOSERS}]*$")
_MARKS = "\"'“”‘’«»()[].,!?…:;"
_DASHES = ("-", "—", "–")
# "1.", "2024.", "J.": a number or an initial, not the end of a sentence.
_NUMBERED = re.compile(r"^[(\[]?(\d+|[A-ZА-ЯЁІЇЄҐ])\.$")

_YEAR = re.compile(r"(19|20)\d\d")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NONE: frozenset[str] = frozenset()

_ABBREVIATIONS: dict[Language, frozenset[str]] = {
    "ko": _NONE,
    "ru": _words("г. ул. им. см. ср. тыс. руб. др. пр. т.е. т.д. т.п. н.э. св. стр. тел. гр. ч. млн. млрд."),
    "uk": _words("р. м. вул. ім. див. тис. грн. ін. т.зв. св. стор. тел. гр. о. обл. год. млн. млрд."),
    "en": _words(
        "mr. mrs. ms. dr. st. no. vs. etc. e.g. i.e. gen. col. sgt. lt. capt. "
        "jan. feb. mar. apr. aug. sep. sept. oct. nov. dec."
    ),
}

# Never left at the end of a line: they lean on what follows.
_PROCLITICS: dict[Language, frozenset[str]] = {
    "ko": korean.PROCLITICS,
    "ru": _words(
        "а без в во вдоль возле вокруг для до за и из из-за из-под или к кроме ко между мимо на над не ни но "
        "о об обо около от перед по под после при про против ради с сквозь со среди у через "
        "что как где когда если чтобы либо даже лишь очень самый самая самое самые "
        "ваш ваша ваше ваши вашу вашего вашей ваших наш наша наше наши нашу нашего нашей наших "
        "свой своя своё свои свою своего своей своих это эта этот эти эту этого этой этих №"
    ),
    "uk": _words(
        "а без біля в від для до з за заради зі й із і або крізь крім між на навколо над не ні о об перед по "
        "під після при про проти серед та у уздовж вздовж через чи але "
        "що як де коли якщо щоб навіть лише дуже найбільш "
        "ваш ваша ваше ваші вашу вашого вашої ваших наш наша наше наші нашу нашого нашої наших "
        "свій своя своє свої свою свого своєї своїх це ця цей ці цю цього цієї цих №"
    ),
    "en": _words(
        "a an the and or but of to in on at by for from with without into onto over under after before about "
        "against between through during until near as if that than when where while because not no very "
        "your our their his her my its this these those every each"
    ),
}
# Better not: pronouns and auxiliaries before their verb. An error costs little.
_LEANING: dict[Language, frozenset[str]] = {
    "ko": _NONE,
    "ru": _words("я ты он она оно мы вы они кто куда"),
    "uk": _words("я ти він вона воно ми ви вони хто куди"),
    "en": _words(
        "i you he she it we they there who which whose is are was were be been will would can could may must "
        "should do does did has have had"
    ),
}
# Adjectives, by their endings, before their noun.
_ADJECTIVE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\w{2,}(ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|ых|их|ыми|ими|ую|юю)"),
    "uk": re.compile(r"\w{2,}(ий|ій|ого|ому|им|их|ими|ою)"),
}
# Never at the start of a line: they lean on what is before.
_ENCLITICS: dict[Language, frozenset[str]] = {
    "ko": korean.ENCLITICS,
    "ru": _words("бы б же ж ли ль"),
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


@lru_cache(maxsize=1 << 14)
def _bond(left: str, right: str, language: Language, tied: bool) -> Bond:
    if ends_sentence(left, right, language):
        return "sentence"
    if right in _DASHES or left == "-" or (left in _DASHES and right[:1].isupper()):
        return "bound"  # a dash ends a line and begins none, except a speaker's
    if _CLAUSE_END.search(left):
        return "clause"
    if tied or _holds(left, right, language):
        return "bound"
    return "leaning" if _leans(left, right, language) else "plain"


def _holds(left: str, right: str, language: Language) -> bool:
    """Whether a small word, a number or an abbreviation ties `left` to `right`."""
    return (
        _proclitic(left, language)
        or _bare(right) in _ENCLITICS[language]
        or _NUMBERED.match(left) is not None
        or left.casefold() in _ABBREVIATIONS[language]
        or (_counts(left, language) and _counted(right) and not _proclitic(right, language))
    )


def _leans(left: str, right: str, language: Language) -> bool:
    """Whether a pronoun or an adjective would rather stand with the word after it."""
    word = _bare(left)
    if not (left[-1:].isalnum() and right[:1].isalpha()) or _proclitic(right, language):
        return False
    adjective = _ADJECTIVE.get(language)
    return word in _LEANING[language] or (adjective is not None and adjective.fullmatch(word) is not None)


def _proclitic(word: str, language: Language) -> bool:
    return word[-1:] not in _MARKS and _bare(word) in _PROCLITICS[language]


def _counts(word: str, language: Language) -> bool:
    """Whether `word` is a number that wants what it counts; an English year wants nothing."""
    return word[-1:].isdigit() and not (language == "en" and _YEAR.fullmatch(word))


def _counted(word: str) -> bool:
    """Whether `word` may be what a number counts, or the number's next digits."""
    return word[:1].islower() or word[:1].isdigit() or word[:1] in ("%", "°")


def ends_sentence(word: str, following: str, language: Language) -> bool:
    """Whether a sentence ends with `word` where `following` is the next word, both without marks."""
    if not _SENTENCE_END.search(word) or _NUMBERED.match(word):
        return False
    if word.casefold() in _ABBREVIATIONS[language]:
        return False
    first = following.lstrip("\"'“‘«([「『《〈-—–… ")[:1]
    return language == "ko" or not first.islower()


def _bare(word: str) -> str:
    return word.strip(_MARKS).casefold()
