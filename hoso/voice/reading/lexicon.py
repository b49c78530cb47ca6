"""The `say_as` lexicon: a word is read as its author says, and shown as written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hoso.base.languages import Language
from hoso.voice.reading.rules import Rule

HANGUL = "가-힣"
# What may follow a Korean noun directly, so that `say_as: {군: …}` does not touch 군인.
PARTICLES = (
    "은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|로|으로|로서|으로서|로써|으로써|로부터|으로부터|도|만|까지|부터|"
    "마저|조차|처럼|보다|이나|나|이라도|라도|이란|란|들|님|뿐|밖에|마다|이다|입니다|이며|이고|이자|이라는|라는|이라고|라고|였|이었|야|이여"
)
PAIRS = {
    "은": "은는",
    "는": "은는",
    "이": "이가",
    "가": "이가",
    "을": "을를",
    "를": "을를",
    "과": "과와",
    "와": "과와",
}
PARTICLE = f"(?P<particle>[은는이가을를](?![{HANGUL}])|[과와](?=[의는도만]?(?![{HANGUL}])))"
# A reading in another script belongs to another language: the lexicon is shared by all of them.
FOREIGN: dict[Language, str] = {
    "ko": r"[Ѐ-ӿ]",
    "ru": f"[{HANGUL}]",
    "uk": f"[{HANGUL}]",
    "en": f"[{HANGUL}Ѐ-ӿ]",
}


def lexicon_rules(say_as: Mapping[str, str], language: Language) -> list[Rule]:
    """A rule for each entry that this language can read, the longest first.

    An entry is found as a whole word, in the case in which it is written; in Korean a particle may follow,
    and it is
    read in the form that goes with the reading (KPA는, read 조선인민군: 조선인민군은).
    """
    fitting = {k: v for k, v in say_as.items() if k and not re.search(FOREIGN[language], v)}
    return [_rule(written, fitting[written]) for written in sorted(fitting, key=lambda key: (-len(key), key))]


def _rule(written: str, reading: str) -> Rule:
    before = r"(?<!\w)" if written[0].isalnum() else ""
    pattern = re.compile(f"{before}{re.escape(written)}{_after(written[-1])}{PARTICLE}?")
    return Rule(pattern, lambda match: reading + _agreeing(reading, match["particle"] or ""))


def _after(last: str) -> str:
    if re.match(f"[{HANGUL}]", last):
        return f"(?=(?:{PARTICLES}){{0,3}}(?![\\w]))"
    return f"(?=[{HANGUL}]|\\W|$)" if last.isalnum() else ""


def _agreeing(reading: str, particle: str) -> str:
    """The form of `particle` that follows the reading's last syllable."""
    last = reading[-1:]
    if particle not in PAIRS or not re.match(f"[{HANGUL}]", last):
        return particle
    has_coda = (ord(last) - ord("가")) % 28 > 0
    return PAIRS[particle][0 if has_coda else 1]
