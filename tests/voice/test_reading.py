"""Text is read as a speaker of its language reads it, and every word as shown keeps its time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.base.languages import LANGUAGES, Language
from hoso.voice.reading import read
from hoso.voice.reading.korean import native, sino
from hoso.voice.takes import Word


@pytest.mark.parametrize(
    ("shown", "spoken"),
    [
        ("24시간", "이십사 시간"),
        ("3시간 동안", "세 시간 동안"),
        ("3시에", "세 시에"),
        ("15시", "십오 시"),
        ("5명이", "다섯 명이"),
        ("20살", "스무 살"),
        ("21명", "스물한 명"),
        ("3개월", "삼 개월"),
        ("3개", "세 개"),
        ("1번째", "첫 번째"),
        ("하루 3끼", "하루 세 끼"),
        ("20대", "이십 대"),
        ("2~3명", "두세 명"),
        ("9~18시", "아홉 시에서 십팔 시"),
        ("10월 6월 5월", "시월 유월 오월"),
        ("2024년 10월 23일", "이천이십사년 시월 이십삼일"),
        ("2024-10-23에", "이천이십사년 시월 이십삼일에"),
        ("2024. 12. 3.", "이천이십사년 십이월 삼일"),
        ("오후 3시 30분", "오후 세 시 삼십 분"),
        ("14:30", "십사 시 삼십 분"),
        ("010-1234-5678로", "공일공 일이삼사 오육칠팔로"),
        ("+38 044 350 89 17", "플러스 삼팔 공사사 삼오공 팔구 일칠"),
        ("01012345678", "공일공 일이삼사 오육칠팔"),
        ("1,000", "천"),
        ("10,000명", "만 명"),
        ("1만 2천 명", "만 이천 명"),
        ("100만 달러", "백만 달러"),
        ("3.5km", "삼 점 오 킬로미터"),
        ("0.5%", "영 점 오 퍼센트"),
        ("50%의", "오십 퍼센트의"),
        ("-20℃", "영하 이십 도"),
        ("$100", "백 달러"),
        ("1/2", "이분의 일"),
        ("제3차", "제삼차"),
        ("007", "공공칠"),
        ("QR코드", "큐알코드"),
        ("@hope_1", "골뱅이 hope 밑줄 일"),
    ],
)
def test_korean(shown: str, spoken: str) -> None:
    """Native numerals before counters, Sino-Korean ones elsewhere; months, clocks and telephones by their
    own rules."""
    assert read(shown, "ko").spoken == spoken


@pytest.mark.parametrize(
    ("language", "shown", "spoken"),
    [
        ("ru", "23 октября 2024 года", "двадцать третьего октября две тысячи двадцать четвёртого года"),
        ("ru", "в 2024 году", "в две тысячи двадцать четвёртом году"),
        ("ru", "03.12.2024", "третьего декабря две тысячи двадцать четвёртого года"),
        (
            "ru",
            "+38 044 350 89 17",
            "плюс тридцать восемь ноль сорок четыре триста пятьдесят восемьдесят девять семнадцать",
        ),
        ("ru", "9:05, 10:00", "девять ноль пять, десять часов"),
        ("ru", "21 минута, 2 минуты", "двадцать одна минута, две минуты"),
        ("ru", "50% и 21%", "пятьдесят процентов и двадцать один процент"),
        ("ru", "3,5 км", "три целых пять десятых километра"),
        ("ru", "10 000 солдат, $2 млн", "десять тысяч солдат, два миллиона долларов"),
        ("ru", "2-го, 3-я", "второго, третья"),
        ("uk", "3 травня 2024 року", "третього травня дві тисячі двадцять четвертого року"),
        ("uk", "10:00, 2 хвилини", "десята година, дві хвилини"),
        ("uk", "50%", "п'ятдесят відсотків"),
        ("en", "October 23, 2024", "October twenty-third, twenty twenty-four"),
        ("en", "the 5th May 2024", "the fifth of May twenty twenty-four"),
        ("en", "since 1949, 24/7", "since nineteen forty-nine, twenty-four seven"),
        ("en", "+38 044 350 89", "plus three eight zero four four three five zero eight nine"),
        ("en", "3:00 pm, 9:05", "three p m, nine oh five"),
        ("en", "50%, $2 million, 1,000", "fifty percent, two million dollars, one thousand"),
    ],
)
def test_other_languages(language: Language, shown: str, spoken: str) -> None:
    """Dates and years take their case, units agree with the number."""
    assert read(shown, language).spoken == spoken


def test_the_lexicon_is_read_and_the_script_shown() -> None:
    """Whole words, the longest entry first; a Korean particle follows in the form that suits the reading."""
    say_as = {"KPA": "조선인민군", "군": "군대", "제네바": "쥬네브", "제네바 협약": "제네바협약"}
    assert read("KPA는 KPA와 SKPA", "ko", say_as).spoken == "조선인민군은 조선인민군과 에스케이피에이"
    assert read("군은 군인이 아군", "ko", say_as).spoken == "군대는 군인이 아군"
    assert read("제네바 협약, 제네바에서", "ko", say_as).spoken == "제네바협약, 쥬네브에서"


def test_the_lexicon_of_one_language_does_not_touch_another() -> None:
    """An entry whose reading is in another script is left alone."""
    assert read("KPA", "ru", {"KPA": "조선인민군"}).spoken == "KPA"
    assert read("KPA", "ru", {"KPA": "КНА"}).spoken == "КНА"


def test_times_of_spoken_words_go_to_the_words_as_shown() -> None:
    """One shown word may be several spoken ones, several shown ones one, and a lone dash fills its gap."""
    reading = read("KPA 군 — 24시간 전화", "ko", {"KPA 군": "조선인민군"})
    assert reading.spoken == "조선인민군 — 이십사 시간 전화"
    times = [(0, 700), (700, 700), (900, 1300), (1300, 1600), (1700, 2000)]
    heard = tuple(Word(text, *time) for text, time in zip(reading.spoken.split(), times, strict=True))
    assert reading.shown_times(heard) == (
        Word("KPA", 0, 525),
        Word("군", 525, 700),
        Word("—", 700, 700),
        Word("24시간", 900, 1600),
        Word("전화", 1700, 2000),
    )


def test_a_wrong_number_of_times_is_refused() -> None:
    """Times that belong to other words are never guessed at."""
    with pytest.raises(ValueError, match="1 word times for 2 words"):
        read("안녕 여러분", "ko").shown_times((Word("안녕", 0, 1),))


PIECES = st.one_of(
    st.sampled_from(
        [
            "24시간",
            "KPA는",
            "+38 044 350 89 17",
            "2024년 10월",
            "50%",
            "—",
            "3.5km",
            "23 октября",
            "10:00",
            "...",
            "@a_b",
            "1 000",
        ]
    ),
    st.text(max_size=8),
    st.text("0123456789.,:-+%$№~/ 년월일명시개", max_size=10),
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map(" ".join), st.sampled_from(LANGUAGES))
def test_no_shown_word_is_lost(text: str, language: Language) -> None:
    """Whatever is written, each of its words is there once, in order, with a time that does not run
    backwards."""
    reading = read(text, language, {"KPA": "조선인민군", "50% —": "절반"})
    spoken = reading.spoken.split()
    heard = tuple(Word(word, 100 * n, 100 * n + 80) for n, word in enumerate(spoken))
    shown = reading.shown_times(heard)
    assert [word.text for word in shown] == [word for span in reading.spans for word in span.shown]
    assert len(shown) == len(text.split())
    assert all(word.start_ms <= word.end_ms for word in shown)
    assert all(one.start_ms <= two.start_ms for one, two in pairwise(shown))


@given(st.integers(1, 10**16 - 1))
def test_a_sino_korean_numeral_says_its_number(number: int) -> None:
    """Read back by its scales, the numeral gives the number again."""
    assert _value(sino(number)) == number


def test_native_numerals() -> None:
    """The forms before a counter."""
    assert [native(n) for n in (1, 2, 3, 4, 10, 19, 20, 21, 99)] == [
        "한", "두", "세", "네", "열", "열아홉", "스무", "스물한", "아흔아홉",
    ]  # fmt: skip


def _value(words: str) -> int:
    total = part = digit = 0
    for character in words:
        if character in "일이삼사오육칠팔구":
            digit = "영일이삼사오육칠팔구".index(character)
        elif character in "십백천":
            part += (digit or 1) * {"십": 10, "백": 100, "천": 1000}[character]
            digit = 0
        else:
            total += (part + digit or 1) * {"만": 10**4, "억": 10**8, "조": 10**12}[character]
            part = digit = 0
    return total + part + digit
