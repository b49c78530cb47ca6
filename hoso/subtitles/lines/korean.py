"""Which Korean words belong together, guessed from their last syllables.

The guesses err now and then; an error costs a less pretty break, never a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

CLOSERS = "\"'”’»)]」』》〉"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROCLITICS = _words(
    "안 못 이 그 저 새 첫 각 온 한 두 세 네 다섯 여섯 몇 여러 모든 다른 이런 그런 저런 어떤 "
    "약 총 제 및 또는 아주 매우 더 가장 잘 꼭"
)
"""Words that lean on what follows: negation, determiners, degree."""

ENCLITICS = _words("및 등 뿐")
"""Words that lean on what is before."""

_DEPENDENT_NOUN = re.compile(r"(것|수|줄|때|때문|뿐|만큼|대로|채|데|바|적|동안|거|리|따름|터)[가-힣]{0,4}\W*")
_AUXILIARY = re.compile(r"않|못|마십|마시|말|주십|주시|주세|드리|드립|있|없|됩|된|되|싶|보십|보세")
_CONNECTIVE = re.compile(r"(지|고|어|아|여|해|어서는|아서는|수)$")
_COUNTER = re.compile(r"명|개|시|분|초|년|월|일|번|끼|차례|미터|킬로|원|달러|퍼센트|%|km|m\b")
_NUMERAL = re.compile(r"(수|몇)?[일이삼사오륙육칠팔구십백천만억]*[십백천만억]")

# Last syllables of what modifies the next word: 안전한, 준비된, 새로운, 드릴.
_ADNOMINAL = _words("한 된 던 린 킨 운 큰 른 런 떤 든 픈 쁜 친 낸 난 할 될 릴 갈 올 볼 줄 칠 낼 킬 살 질 날")
_NOT_ADNOMINAL = _words(
    "북한 남한 기한 권한 제한 무한 행운 기운 어른 생활 날 줄 오늘날 설날 질 물질 본질 성질 "
    "자살 살 고난 피난 가난"
)
# Syllables before 는, 은 or 을 that make these an ending and not a particle.
_BEFORE_NEUN = _words("하 되 오 우 드 르 쓰 내 주 려 두 쉬 뛰 켜 싸")
_BEFORE_EUN = _words(
    "작 많 좋 같 싶 받 죽 남 않 높 깊 젊 늙 먹 입 잡 앉 얻 믿 읽 찾 잃 싫 낮 적 옳 넓 짧 얇 밝 맑 굶 "
    "걸 맞 놓 넣 붙 겪 묻 닫 웃 씻 벗 있 없"
)
_PARTICLE = _words(
    "시내는 안내는 만두는 구두는 모두는 자유는 이유는 경우는 친우는 전우는 배우는 호우는 소주는"
)


def ties(words: Sequence[str]) -> list[bool]:
    """Whether each of `words` but the last is tied to the next, guessed word by word."""
    return [tied(left, right) for left, right in pairwise(words)]


def tied(left: str, right: str) -> bool:
    """Whether a break between the words `left` and `right` would hurt.

    After an adnominal ending, before a dependent noun, between a verb and its auxiliary, between a number
    and what it counts.
    """
    if left[-1:] in CLOSERS or left[-1:] in ",.!?…":
        return False
    if adnominal(left) or _DEPENDENT_NOUN.fullmatch(right):
        return True
    if _CONNECTIVE.search(left) and _AUXILIARY.match(right):
        return True
    numeral = left[-1:].isdigit() or _NUMERAL.fullmatch(left) is not None
    return numeral and _COUNTER.match(right) is not None


def adnominal(word: str) -> bool:
    """Whether `word` probably modifies the next one: 하는, 받은, 드릴, 새로운."""
    if word in _NOT_ADNOMINAL or not "가" <= word[-1:] <= "힣":
        return False
    last, before = word[-1], word[-2:-1]
    if last == "는":
        return _has_coda(before) or (before in _BEFORE_NEUN and word not in _PARTICLE)
    if last in "은을":
        return before in _BEFORE_EUN
    return last in _ADNOMINAL


def _has_coda(syllable: str) -> bool:
    """Whether a Hangul syllable ends in a consonant."""
    return "가" <= syllable <= "힣" and (ord(syllable) - ord("가")) % 28 > 0
