"""Which Korean words belong together, guessed from their syllables.

The guesses err now and then; an error costs a less pretty break, never a word. How often they err, and
against what they were measured, is in docs/decisions/0009-morphology.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

CLOSERS = "\"'”’»)]」』》〉"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROCLITICS = _words(
    "안 못 이 그 저 새 헌 옛 흰 첫 각 온 먼 오랜 여러 모든 온갖 아무 다른 이런 그런 저런 어떤 무슨 몇 "
    "한 두 세 석 네 넉 다섯 여섯 일곱 여덟 아홉 열 스무 약 총 제 및 또는 아주 매우 더 가장 잘 꼭"
)
"""Words that lean on what follows: negation, determiners, numerals, degree."""

ENCLITICS = _words("및 등 뿐")
"""Words that lean on what is before."""

_PARTICLE = (
    r"(이|가|은|는|을|를|도|만|에|에는|에도|에서|까지|부터|마다|로|으로|의|과|와|밖에|조차"
    r"|인|일|입니.*|이다|이[었며고라].*)?\W*"
)
# Nouns that need a modifier: after -ㄴ or -ㄹ; after an -을 that may be a particle; after anything.
_DEPENDENT = re.compile(
    rf"(것|수|줄|때|채|데|바|적|리|따름|터|만큼|대로|지|편|뒤|다음|듯|만|뻔){_PARTICLE}|겁니다\W*"
)
_DEPENDENT_EUL = re.compile(rf"(것|수|줄|때|만큼){_PARTICLE}")
_POSTPOSITION = re.compile(rf"(때문|뿐|동안|쪽){_PARTICLE}|위(해|한|하여)(서|서는)?\W*")
# "할 수도 있다", "들은 적이 없다", "할 줄 안다".
_ABLE = re.compile(r"(수|적|리|줄)(가|이|도|는|은|를|을|밖에)?")
_EXISTS = re.compile(r"[있없]|아[는십]|알|압|모[르릅른]")

# The auxiliaries and compounds that may follow each ending of a verb, and "안" and "못" after an ending.
_AFTER_ENDING = tuple(
    (re.compile(f"({ending})$"), re.compile(following))
    for ending, following in (
        # -아/어: give, try, be, go on, throw away; 걸어 나오다, 얼어 죽다.
        (
            r"[어아여려혀겨켜쳐져워해돼내꺼써펴]|도와|^와|[려아어]와|올라와",
            r"[주줍준줄줘]|드[리립려릴린]|있|계[시십]|보[아았십시고며면]|봅|본|봐|버[리렸린립릴]|달[라란]|놓|두[었고]"
            r"|가고|갑|갔|가는|갈|간다|오[고십]|왔|온|올|냈|냅|낸|내[고십었려]|나[오가온올]|서[십시]|돌아|죽",
        ),
        (r"지[는도]?", r"않|못|말|마[시십라]"),
        (r"고", r"있|싶|계[시십]"),
        (r"려고|고자", r"[하합한할해했]"),
        (r"게", r"[되됩된될돼됐]|만들"),
        (r"면|[아어여해워와려러]도", r"[되됩된될돼]|괜찮|좋"),
        (r"야만?", r"[하합한할해했되됩된될]"),
        (r"서는|서도|면|지|고는", r"(안|못)$"),
        (r"기", r"전에"),
    )
)

_COUNTER = re.compile(
    r"명|개|시|분|초|년|월|일|번|끼|차례|미터|킬로|원|달|살|마리|척|대|발|사람|병사|퍼센트|%|km|m\b"
)
_NUMERAL = re.compile(
    r"(수|몇)?[일이삼사오륙육칠팔구십백천만억]*[십백천만억]"
    r"|(열|스물|서른|마흔|쉰)(한|두|세|네|다섯|여섯|일곱|여덟|아홉)?"
)

# What modifies the next word: by its last syllable (안전한, 준비된), by its end (주신, 인도적인), whole.
_ADNOMINAL = _words(
    "한 된 던 린 킨 운 큰 른 런 떤 픈 쁜 친 낸 난 긴 힌 센 쏜 쓴 찬 뜬 "
    "할 될 릴 갈 올 볼 줄 칠 낼 킬 살 질 날 쓸 쏠 설 펼 잘"
)
_ADNOMINAL_END = re.compile(
    r"([주하오가계으]신|[러어려라겨켜쳐퍼빠가해내여커]진|[적뿐덮쌓놓죽보모쓰묶섞먹붙]인|[어아려여]준"
    r"|[모만병힘어잠]든|[어아려여져워]온|[들보죽먹모쌓쓰높줄]일)$"
)
_ADNOMINAL_WORDS = _words(
    "온 간 본 준 진 탄 친 빈 긴 싼 찬 들은 사는 아는 우는 도는 부는 가는 보는 서는 주는 쏘는 자는 "
    "부를 고를 오를 누를 모를 흐를 다를 들을 나을"
)
_NOT_ADNOMINAL = _words(
    "북한 남한 기한 권한 제한 무한 행운 기운 어른 생활 날 줄 오늘날 설날 질 물질 본질 성질 자살 고난 피난 "
    "가난 재난 비난 부친 모친 시설 건설 소설 연설 전설 반찬"
)
# Before 는, 은 and 을: what makes these an ending and not a particle.
_BEFORE_NEUN = _words("하 되 오 우 드 르 쓰 내 주 려 두 쉬 뛰 켜 싸 다 라 쏘 떠 꾸 끄")
_VERB_NEUN = re.compile(
    r"([기다때달내버살알돌열걸들울올흔말가노느누건뿌]리|[지시일가리]키|[다외넘지마고바놓그미펼]치"
    r"|[죽보모쓰먹덮쌓직]이|[남숨이즐웃맡벗쫓]기|[어아려러라겨켜쳐퍼빠해]지|[주하마모가]시"
    r"|[떠만일나어깨끝]나|맴도|[어아려여나와러]가|[어아려여]보)는$"
)
_NOT_NEUN = _words(
    "시내는 안내는 만두는 구두는 모두는 자유는 이유는 경우는 친우는 전우는 배우는 호우는 소주는 나라는 "
    "바다는 다리는 부하는 지하는 이하는 휘하는"
)
_BEFORE_EUN = _words(
    "작 많 좋 같 싶 받 죽 남 않 높 깊 젊 늙 낡 먹 입 잡 앉 얻 믿 읽 찾 잃 싫 잊 낮 적 옳 넓 짧 얇 밝 맑 굶 "
    "걸 맞 놓 넣 붙 겪 묻 닫 웃 씻 벗 있 없 덮 담 닿 쌓 섞 깎 걷 굳 젖 늦 짙 붉 굵 검 옮 넘 참 뽑 속 녹 썩"
)
_NOUN_EUL = _words("적 낮 입 검 참 속 옮")


def ties(words: Sequence[str]) -> list[bool]:
    """Whether each of `words` but the last is tied to the next, guessed word by word."""
    return [tied(left, right) for left, right in pairwise(words)]


@lru_cache(maxsize=1 << 14)
def tied(left: str, right: str) -> bool:
    """Whether a break between the words `left` and `right` would hurt.

    After an adnominal ending, before a dependent noun, between a verb and its auxiliary, between a number
    and what it counts.
    """
    if left[-1:] in CLOSERS or left[-1:] in ",.!?…":
        return False
    return (
        adnominal(left)
        or _POSTPOSITION.fullmatch(right) is not None
        or (_may_modify(left) and _DEPENDENT.fullmatch(right) is not None)
        or (left[-1:] == "을" and _DEPENDENT_EUL.fullmatch(right) is not None)
        or (_ABLE.fullmatch(left) is not None and _EXISTS.match(right) is not None)
        or any(ending.search(left) and following.match(right) for ending, following in _AFTER_ENDING)
        or (_number(left) and _COUNTER.match(right) is not None)
    )


def adnominal(word: str) -> bool:
    """Whether `word` probably modifies the next one: 하는, 받은, 드릴, 새로운."""
    if word in _ADNOMINAL_WORDS:
        return True
    if word in _NOT_ADNOMINAL or word in _NOT_NEUN or not "가" <= word[-1:] <= "힣":
        return False
    last, before = word[-1], word[-2:-1]
    if last == "는":
        return _coda(before) != _OPEN or before in _BEFORE_NEUN or _VERB_NEUN.search(word) is not None
    if last in "은을":
        verb = before in _BEFORE_EUN or _coda(before) == _SSANG_SIOT
        return verb and not (last == "을" and word[:-1] in _NOUN_EUL)
    return last in _ADNOMINAL or _ADNOMINAL_END.search(word) is not None


def _may_modify(word: str) -> bool:
    """Whether `word` ends as adnominal forms do: in -ㄴ or -ㄹ that is no particle's."""
    return _coda(word[-1:]) in (_NIEUN, _RIEUL) and word[-1:] not in "은는을를들"


def _number(word: str) -> bool:
    return word[-1:].isdigit() or _NUMERAL.fullmatch(word) is not None


_OPEN, _NIEUN, _RIEUL, _SSANG_SIOT = 0, 4, 8, 20
"""Codas by their place in Unicode's syllables: none, ㄴ, ㄹ, ㅆ."""


def _coda(syllable: str) -> int:
    """The final consonant of a Hangul syllable; of anything else none."""
    return (ord(syllable) - ord("가")) % 28 if "가" <= syllable <= "힣" else _OPEN
