"""How written Korean is pronounced: the sound rules of 표준발음법 (the Standard Pronunciation of Korean).

Everything happens where a syllable's coda meets the next syllable's onset, so a rule is a function of one
such meeting.
The numbers in the names are the articles. What no rule can know (compounds, Sino-Korean tensing) is in
RESPELLED.
Across a space only tensing and nasalisation are applied: that is what careful, slow speech does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

ONSETS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
SILENT = "ㅇ"
FIRST, LAST = ord("가"), ord("힣")

ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
CLUSTERS = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅎ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"), "ㄼ":
    ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("ㄹ", "ㅎ"), "ㅄ": ("ㅂ", "ㅅ"),
}  # fmt: skip
# Articles 9 to 11: the seven sounds that a coda can have.
NEUTRAL = {
    "ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㄳ": "ㄱ", "ㄺ": "ㄱ", "ㅅ": "ㄷ", "ㅆ": "ㄷ", "ㅈ": "ㄷ", "ㅊ": "ㄷ", "ㅌ":
    "ㄷ", "ㅎ": "ㄷ",
    "ㅍ": "ㅂ", "ㅄ": "ㅂ", "ㄿ": "ㅂ", "ㄵ": "ㄴ", "ㄶ": "ㄴ", "ㄼ": "ㄹ", "ㄽ": "ㄹ", "ㄾ": "ㄹ", "ㅀ":
    "ㄹ", "ㄻ": "ㅁ",
}  # fmt: skip

# Words whose sound does not follow from their letters, respelled so that the rules then do the rest.
RESPELLED = {
    # 15: the coda is neutralised before it moves
    "맛없": "마덦", "멋없": "머덦", "값없": "가벖", "첫인상": "처딘상", "맛있": "마싰", "멋있": "머싰",
    # 26: tensing after ㄹ in Sino-Korean words
    "결정": "결쩡", "결심": "결씸", "결단": "결딴", "활동": "활똥", "절대": "절때", "발전": "발쩐", "발생":
    "발쌩", "발달": "발딸",
    "갈등": "갈뜽", "실수": "실쑤", "실제": "실쩨", "실시": "실씨", "물자": "물짜", "물질": "물찔", "물적":
    "물쩍", "출신": "출씬",
    "출산": "출싼", "출생": "출쌩", "일정": "일쩡", "일제": "일쩨", "일상": "일쌍", "일생": "일쌩", "설득":
    "설뜩", "철저": "철쩌",
    "철수": "철쑤", "질서": "질써", "불신": "불씬", "불시": "불씨", "필수": "필쑤", "별도": "별또", "몰살":
    "몰쌀", "말살": "말쌀",
    "말소": "말쏘", "절실": "절씰", "절도": "절또", "살생": "살쌩", "칠십": "칠씹", "팔십": "팔씹", "일시":
    "일씨", "결산": "결싼",
    "밀접": "밀쩝", "달성": "달썽", "열심": "열씸", "탈주": "탈쭈", "탈진": "탈찐", "탈수": "탈쑤",
    # 27, 28: tensing in compounds
    "물고기": "물꼬기", "길가": "길까", "손등": "손뜽", "눈동자": "눈똥자", "눈길": "눈낄", "산길": "산낄",
    "발길": "발낄",
    "손길": "손낄", "강가": "강까", "바닷가": "바다까", "총구": "총꾸", "잠자리": "잠짜리", "술잔": "술짠",
    "등불": "등뿔",
    "아침밥": "아침빱", "인권": "인꿘", "주권": "주꿘", "여권": "여꿘", "정권": "정꿘", "시민권": "시민꿘",
    "조건": "조껀", "사건": "사껀", "문자": "문짜", "신분증": "신분쯩", "국제법": "국제뻡", "헌법": "헌뻡",
    "전쟁법": "전쟁뻡", "성과": "성꽈", "효과": "효꽈", "만점": "만쩜", "장점": "장쩜", "문제점": "문제쩜",
    "열두": "열뚜", "열둘": "열뚤", "열세": "열쎄", "열셋": "열쎗", "열다섯": "열따섯", "여덟도": "여덜도",
    "여덟과": "여덜과",
    # 29: a ㄴ comes between
    "나뭇잎": "나문닢", "꽃잎": "꼰닢", "깻잎": "깬닢", "한여름": "한녀름", "서울역": "서울력", "솜이불":
    "솜니불",
    "늦여름": "는녀름", "식용유": "시굥뉴", "휘발유": "휘발류", "십육": "심뉵", "백육": "뱅뉵", "앞일":
    "암닐", "집안일": "지반닐", "막일": "망닐",
    # 20, the exceptions: ㄴ stays before ㄹ
    "판단력": "판단녁", "결단력": "결딴녁", "생산량": "생산냥", "의견란": "의견난", "동원령": "동원녕",
    "임진란": "임진난",
    "공권력": "공꿘녁", "이원론": "이원논",
    # 30: ㅅ between the parts of a compound, heard as ㄴ
    "콧날": "콘날", "아랫니": "아랜니", "뱃머리": "밴머리", "베갯잇": "베갠닏",
}  # fmt: skip

# 24, 25: after these verb stems an ending is tensed. 여덟 and 삶 are nouns.
TENSING_CLUSTERS = "ㄵㄻㄼㄾ"
NOUNS_IN_CLUSTERS = "덟삶"
# 11: before ㄱ the ㄹ of a verb's ㄺ is heard, but not that of these nouns.
NOUNS_IN_RG = "닭흙칡슭"
# 10: 밟- and 넓- where they are heard with ㅂ.
HEARD_WITH_B = re.compile("밟|넓(?=죽|둥|적)")
# 27: words that a verb's -(으)ㄹ tenses across the space (not the ㄹ of these nouns), and endings with a
# tensed sound.
NOUNS_IN_R = frozenset(
    (
        "오늘",
        "내일",
        "서울",
        "겨울",
        "가을",
        "마을",
        "하늘",
        "얼굴",
        "그늘",
        "술",
        "물",
        "길",
        "말",
        "일",
        "달",
        "불",
    )
)
DEPENDENT = re.compile(
    "(것|거|건|걸|겁|게)|(수|줄|바|데|적|지|듯|성|즈음|사람|곳)(?![^은는이가을를도만밖에야로조나인일들싶])"
)
ENDINGS = re.compile("수록|지라도|게요|걸요|지언정|진대")
# 24: verbs of one syllable with a nasal coda; only where the whole word can be nothing else.
NASAL_STEMS = re.compile("[안넘남숨참심품](고|지|다|다가|습니다|더라|던|게|기)$")


@dataclass(slots=True)
class Syllable:
    """One syllable; `begins` is true for the first of a word."""

    onset: str
    vowel: str
    coda: str
    begins: bool
    written: str
    word: str = ""
    index: int = 0
    """Of the syllable in its word."""

    @property
    def ahead(self) -> str:
        """From this syllable on, the word as written."""
        return self.word[self.index :]


@dataclass(slots=True)
class Meeting:
    """A syllable's coda meets the next one's onset. Rules change the two syllables in place."""

    left: Syllable
    right: Syllable

    @property
    def apart(self) -> bool:
        """Whether a space is between them."""
        return self.right.begins


def split(character: str) -> tuple[str, str, str]:
    """Onset, vowel and coda (or "") of one Hangul syllable."""
    rest, coda = divmod(ord(character) - FIRST, len(CODAS))
    onset, vowel = divmod(rest, len(VOWELS))
    return ONSETS[onset], VOWELS[vowel], CODAS[coda]


def join(onset: str, vowel: str, coda: str) -> str:
    """The Hangul syllable of these letters."""
    index = (ONSETS.index(onset) * len(VOWELS) + VOWELS.index(vowel)) * len(CODAS) + CODAS.index(coda)
    return chr(FIRST + index)


def is_hangul(character: str) -> bool:
    """Whether this is a whole Hangul syllable."""
    return FIRST <= ord(character) <= LAST


def pronounce(words: Sequence[str]) -> list[list[Syllable]]:
    """The sounds of each of `words`, which are Hangul only and are said in one breath."""
    spoken = [_syllables(word) for word in words]
    row = [syllable for word in spoken for syllable in word]
    for left, right in pairwise(row):
        meeting = Meeting(left, right)
        for rule in RULES:
            rule(meeting)
    if row:
        row[-1].coda = _neutral(row[-1])
    for syllable in row:
        _vowels_5(syllable)
    return spoken


def respell(words: Sequence[str]) -> list[str]:
    """`words` as they sound, in Hangul: what a dictionary gives in square brackets."""
    return ["".join(join(s.onset, s.vowel, s.coda) for s in word) for word in pronounce(words)]


def _syllables(word: str) -> list[Syllable]:
    for written, heard in RESPELLED.items():
        if written in word:
            word = word.replace(written, heard)
    return [
        Syllable(*split(character), begins=index == 0, written=character, word=word, index=index)
        for index, character in enumerate(word)
    ]


def _neutral(syllable: Syllable) -> str:
    if HEARD_WITH_B.match(syllable.ahead):
        return "ㅂ"
    return NEUTRAL.get(syllable.coda, syllable.coda)


def h_meets_12(m: Meeting) -> None:
    """ㅎ in a coda: 좋고 조코, 많다 만타, 닿소 다쏘, 낳은 나은; before ㄴ it goes (않는 안는) or turns to ㄴ
    (놓는 논는)."""
    if m.left.coda not in ("ㅎ", "ㄶ", "ㅀ") or m.apart:
        return
    rest = CLUSTERS[m.left.coda][0] if m.left.coda in CLUSTERS else ""
    if m.right.onset in ASPIRATED and m.right.onset != "ㅂ":
        m.left.coda, m.right.onset = rest, ASPIRATED[m.right.onset]
    elif m.right.onset == "ㅅ":
        m.left.coda, m.right.onset = rest, "ㅆ"
    elif m.right.onset == SILENT:
        m.left.coda = rest


def palatalise_17(m: Meeting) -> None:
    """ㄷ and ㅌ before 이 and 히: 굳이 구지, 같이 가치, 닫히다 다치다."""
    stop = m.left.coda[-1:] if m.left.coda != "ㄾ" else "ㅌ"
    if m.apart or stop not in ("ㄷ", "ㅌ") or m.right.vowel not in ("ㅣ", "ㅕ"):
        return
    if m.right.onset not in (SILENT, "ㅎ"):
        return
    m.right.onset = "ㅊ" if stop == "ㅌ" or m.right.onset == "ㅎ" else "ㅈ"
    m.left.coda = "ㄹ" if m.left.coda == "ㄾ" else ""


def aspirate_12(m: Meeting) -> None:
    """An obstruent coda and ㅎ become one: 못해 모태, 입학 이팍, 잡혀 자펴, 맞히다 마치다, 밝히다 발키다."""
    if m.apart or m.right.onset != "ㅎ" or not m.left.coda:
        return
    rest, last = CLUSTERS.get(m.left.coda, ("", m.left.coda))
    if last not in ASPIRATED:
        last = NEUTRAL.get(last, "")
    if last in ASPIRATED:
        m.left.coda, m.right.onset = rest, ASPIRATED[last]


def link_13_14(m: Meeting) -> None:
    """A coda moves to the silent onset: 옷이 오시; of two, the second: 값이 갑씨, 읽어 일거."""
    if m.apart or m.right.onset != SILENT or m.left.coda in ("", SILENT):
        return
    rest, last = CLUSTERS.get(m.left.coda, ("", m.left.coda))
    m.left.coda, m.right.onset = rest, "ㅆ" if rest and last == "ㅅ" else last


def tense_after_stem_24_25(m: Meeting) -> None:
    """앉고 안꼬, 닮지 담찌, 넓게 널께; 넘다 넘따 where the word can be nothing else."""
    if m.apart:
        return
    cluster = m.left.coda in TENSING_CLUSTERS and m.left.coda and m.left.written not in NOUNS_IN_CLUSTERS
    stem = m.left.begins and NASAL_STEMS.match(m.left.ahead)
    if cluster or stem:
        m.right.onset = TENSE.get(m.right.onset, m.right.onset)


def rg_before_g_11(m: Meeting) -> None:
    """읽고 일꼬, 맑게 말께; but 닭과 닥꽈."""
    if m.left.coda == "ㄺ" and m.right.onset == "ㄱ" and not m.apart and m.left.written not in NOUNS_IN_RG:
        m.left.coda, m.right.onset = "ㄹ", "ㄲ"


def neutralise_9_11(m: Meeting) -> None:
    """A coda that stays has one of seven sounds: 옷 옫, 부엌 부억, 없다 업다, 밟다 밥다."""
    m.left.coda = _neutral(m.left)


def tense_after_obstruent_23(m: Meeting) -> None:
    """국밥 국빱, 있다 읻따; across a space too: 꼭 간다 꼭 깐다."""
    if m.left.coda in NASAL:
        m.right.onset = TENSE.get(m.right.onset, m.right.onset)


def tense_after_adnominal_27(m: Meeting) -> None:
    """할 것을 할 꺼슬, 갈 데가 갈 떼가; 할수록 할쑤록."""
    if m.left.coda != "ㄹ" or (m.apart and m.left.word in NOUNS_IN_R):
        return
    if (DEPENDENT if m.apart else ENDINGS).match(m.right.ahead):
        m.right.onset = TENSE.get(m.right.onset, m.right.onset)


def lateralise_20(m: Meeting) -> None:
    """신라 실라, 칼날 칼랄."""
    if not m.apart and (m.left.coda, m.right.onset) in (("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")):
        m.left.coda = m.right.onset = "ㄹ"


def r_to_n_19(m: Meeting) -> None:
    """강릉 강능, 협력 협녁."""
    if not m.apart and m.right.onset == "ㄹ" and m.left.coda in (*NASAL, "ㅁ", "ㅇ"):
        m.right.onset = "ㄴ"


def nasalise_18(m: Meeting) -> None:
    """국물 궁물, 협녁 혐녁; across a space too: 다섯 명 다선 명."""
    if m.right.onset in ("ㄴ", "ㅁ"):
        m.left.coda = NASAL.get(m.left.coda, m.left.coda)


def _vowels_5(syllable: Syllable) -> None:
    """희망 히망; 가져 가저; 시계 시게."""
    if syllable.onset == SILENT:
        return
    if syllable.vowel == "ㅢ":
        syllable.vowel = "ㅣ"
    elif syllable.vowel == "ㅕ" and syllable.onset in "ㅈㅉㅊ":
        syllable.vowel = "ㅓ"
    elif syllable.vowel == "ㅖ" and syllable.onset != "ㄹ":
        syllable.vowel = "ㅔ"


RULES: tuple[Callable[[Meeting], None], ...] = (
    h_meets_12,
    palatalise_17,
    aspirate_12,
    link_13_14,
    tense_after_stem_24_25,
    rg_before_g_11,
    neutralise_9_11,
    tense_after_obstruent_23,
    tense_after_adnominal_27,
    lateralise_20,
    r_to_n_19,
    nasalise_18,
)
"""In the order in which they apply to one meeting."""
