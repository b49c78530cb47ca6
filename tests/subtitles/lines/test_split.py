"""Splitting a spoken line: sentences apart, commas first, every word once, the whole time covered."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.languages import LANGUAGES, Language
from hoso.script.marks import shown
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.binding import bonds
from hoso.subtitles.lines.breaking import LIMITS, fits
from hoso.subtitles.lines.marks import plain
from hoso.subtitles.lines.split import MAX_MS, MIN_MS, split
from hoso.subtitles.lines.widths import units
from hoso.voice.takes import Word

EXAMPLE = (
    "여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다. 항복하십시오! "
    "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다."
)


def _texts(cues: tuple[Cue, ...]) -> list[str]:
    return [cue.text for cue in cues]


def _words(text: str, times: list[tuple[int, int]]) -> tuple[Word, ...]:
    return tuple(Word(word, *time) for word, time in zip(text.split(), times, strict=True))


def test_the_reference_comes_out_as_shown() -> None:
    """Three cues, exactly these lines."""
    assert _texts(split(EXAMPLE, (), 12_000, "ko")) == [
        "여러분은 이국땅에서 무의미하게\n죽어서는 안 됩니다.",
        "항복하십시오!",
        "우크라이나는 여러분에게 잠자리와\n음식과 온기를 드릴 것입니다.",
    ]


def test_without_word_times_syllables_share_the_time() -> None:
    """Two halves of as many syllables and the same marks take half each."""
    cues = split("가나다라마 바사아자차. 카타파하거 너더러머버.", (), 6000, "ko")
    assert cues == (Cue(0, 3000, "가나다라마 바사아자차."), Cue(3000, 6000, "카타파하거 너더러머버."))


def test_word_times_set_the_cues() -> None:
    """A cue begins with its first word and stays until the next one begins."""
    text = "하나 둘 셋. 넷 다섯!"
    words = _words(text, [(40, 300), (300, 700), (700, 1300), (1720, 2400), (2400, 2950)])
    assert split(text, words, 3000, "ko") == (Cue(0, 1720, "하나 둘 셋."), Cue(1720, 3000, "넷 다섯!"))


@pytest.mark.parametrize(
    "words",
    [
        _words("하나 둘 셋. 넷", [(0, 1), (1, 2), (2, 3), (3, 4)]),
        _words("하나 둘 셋. 넷 여섯!", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        _words("하나 둘 셋. 넷 다섯!", [(0, 1), (1, 2), (2, 3), (9, 9), (4, 5)]),
        _words("하나 둘 셋. 넷 다섯!", [(0, 1), (1, 2), (2, 3), (3, 4), (3000, 3001)]),
    ],
    ids=["too few", "another word", "out of order", "after the end"],
)
def test_word_times_that_cannot_be_are_not_used(words: tuple[Word, ...]) -> None:
    """Then the syllables' share decides, as without words."""
    text = "하나 둘 셋. 넷 다섯!"
    assert split(text, words, 3000, "ko") == split(text, (), 3000, "ko")


def test_marks_and_case_do_not_matter_for_matching_words() -> None:
    """An engine may leave out the marks."""
    words = (Word("да", 0, 500), Word("нет", 1500, 2900))
    assert split("Да. Нет!", words, 3000, "ru")[1].start_ms == 1500


def test_a_long_sentence_parts_at_its_comma_first() -> None:
    """And not a word later, even where that takes one cue more."""
    text = (
        "평양이 얼마나 많은 병사를 어디로 보내든, "
        "우리 수용소는 모든 민족의 군인을 받아들일 준비가 되어 있습니다."
    )
    first, *rest = split(text, (), 9000, "ko")
    assert first.text.split()[-1] == "보내든,"
    assert rest[0].text.split()[0] == "우리"


def test_a_long_sentence_without_commas_parts_evenly() -> None:
    """No cue is left with a word or two."""
    text = " ".join(["이국땅에서"] * 8) + "."
    assert [len(cue.text.split()) for cue in split(text, (), 9000, "ko")] == [4, 4]


def test_a_flash_is_joined_with_its_neighbour() -> None:
    """A sentence of half a second shares a cue, where both fit."""
    assert _texts(split("네. 그렇습니다.", (), 1500, "ko")) == ["네. 그렇습니다."]
    assert _texts(split("네. 그렇습니다.", (), 6000, "ko")) == ["네.", "그렇습니다."]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("2024. 10. 23. 아침에 왔다.", "ko", 1),
        ("1. 무기를 버리십시오.", "ko", 1),
        ("Это г. Киев и т.д. в тылу.", "ru", 1),
        ("Кто… это?", "ru", 1),
        ("Mr. Kim came. He stayed.", "en", 2),
        ("«Стой!» Он замер.", "ru", 2),
        ("그는 “오십시오.” 하고 말했다.", "ko", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, language: Language, count: int) -> None:
    """Dates, numbers, initials and abbreviations end none."""
    assert len(split(text, (), 6_000, language)) == count


def test_an_endless_word_is_shown_in_pieces() -> None:
    """Every character is there, in lines that fit."""
    cues = split("가" * 100, (), 20_000, "ko")
    assert "".join(_texts(cues)).replace("\n", "") == "가" * 100
    assert all(units(line, "ko") <= 16 for cue in cues for line in cue.text.split("\n"))


def test_nothing_gives_no_cues() -> None:
    """White space alone is not spoken."""
    assert split(" \n", (), 1000, "ko") == ()


def test_more_cues_than_milliseconds_are_refused() -> None:
    """A take is never that short; the caller has mixed something up."""
    with pytest.raises(ValueError, match="don't fit"):
        split(EXAMPLE * 3, (), 2, "ko")


def test_decomposed_hangul_is_composed() -> None:
    """What macOS types is what everybody reads."""
    assert _texts(split("\u1100\u1161", (), 1000, "ko")) == ["가"]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("우크라이나는 | 여러분에게 잠자리를", ["우크라이나는\n여러분에게 잠자리를"]),
        ("항복하십시오! | 살 수 있습니다.", ["항복하십시오!\n살 수 있습니다."]),
        ("여러분은 이국땅에서 | 무의미하게 죽어서는 안 됩니다. 항복하십시오!", None),
        ("하나 | 둘 | 셋", ["하나", "둘\n셋"]),
        ("우리는 여러분의 부모님처럼 잠자리와 음식과 온기를 준비하고 | 기다립니다.", None),
    ],
)
def test_typed_breaks_hold(text: str, cues: list[str] | None) -> None:
    """A cue has them where its lines fit; where they don't, words around one share no line."""
    typed = shown(text)
    found = _texts(split(typed, (), 6000, "ko"))
    assert cues is None or found == cues
    rows = [line for cue in found for line in cue.split("\n")]
    for row in typed.split("\n"):
        left = row
        while left:
            assert left.startswith(rows[0])
            left = left.removeprefix(rows.pop(0)).strip()


def test_emphasis_is_whole_in_each_cue() -> None:
    """It goes on in the next cue, and across the lines of one."""
    text = "<b>여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다. 항복</b>하십시오!"
    assert _texts(split(text, (), 8000, "ko")) == [
        "<b>여러분은 이국땅에서 무의미하게\n죽어서는 안 됩니다.</b>",
        "<b>항복</b>하십시오!",
    ]


def test_emphasis_changes_neither_words_nor_times() -> None:
    """Word times are matched to the plain words."""
    words = _words("하나 둘. 넷 다섯!", [(0, 1), (1, 2), (2000, 2001), (2001, 2002)])
    plain_cues = split("하나 둘. 넷 다섯!", words, 4000, "ko")
    marked = split("하나 <b>둘</b>. <b>넷</b> 다섯!", words, 4000, "ko")
    assert [cue.start_ms for cue in marked] == [cue.start_ms for cue in plain_cues] == [0, 2000]
    assert [plain(cue.text) for cue in marked] == _texts(plain_cues)


def test_a_slow_line_is_parted_into_cues_under_seven_seconds() -> None:
    """Where words aren't tied; a tie is kept even then."""
    slow = split("여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다.", (), 12_000, "ko")
    assert all(cue.end_ms - cue.start_ms <= MAX_MS for cue in slow)
    assert _texts(slow)[-1].endswith("안 됩니다.")
    assert _texts(split("안 됩니다.", (), 12_000, "ko")) == ["안 됩니다."]


WORD = st.text(alphabet="가각힣안못한는을abIШїД.,!?…«»-1", min_size=1, max_size=40)
TEXT = st.lists(WORD, min_size=1, max_size=30).map(" ".join)


@given(TEXT, st.integers(3000, 60_000), st.sampled_from(LANGUAGES), st.data())
def test_every_word_once_in_order_and_every_moment_covered(
    text: str, duration: int, language: Language, data: st.DataObject
) -> None:
    """Whatever is said: no word lost, lines within their limits, times in order without gap or overlap."""
    count = len(text.split())
    starts = sorted(data.draw(st.lists(st.integers(0, duration - 1), min_size=count, max_size=count)))
    words = _words(text, [(start, start) for start in starts]) if data.draw(st.booleans()) else ()
    cues = split(text, words, duration, language)
    assert re.sub(r"\s", "", "".join(_texts(cues))) == text.replace(" ", "")
    assert cues[0].start_ms == 0
    assert cues[-1].end_ms == duration
    assert all(one.end_ms == other.start_ms for one, other in pairwise(cues))
    assert all(cue.start_ms < cue.end_ms for cue in cues)
    wide, narrow = LIMITS[language]
    for cue in cues:
        lines = cue.text.split("\n")
        assert len(lines) <= wide.lines
        assert all(line and units(line, language) <= wide.width for line in lines)
        if set(cue.text.split()) <= set(text.split()):
            assert fits(cue.text, narrow, language)


@given(TEXT, st.integers(3000, 60_000), st.sampled_from(LANGUAGES))
def test_a_flash_stands_alone_only_where_it_must(text: str, duration: int, language: Language) -> None:
    """A cue under 5/6 s stands only where it would not fit in with the cue before it."""
    for one, other in pairwise(split(text, (), duration, language)):
        both_last = other.end_ms - one.start_ms
        brief = other.end_ms - other.start_ms < MIN_MS - 1 and both_last < MAX_MS - 1
        if brief and not re.search(r"\S{12}", one.text + other.text):
            both = f"{one.text} {other.text}"
            assert not all(fits(both, limit, language) for limit in LIMITS[language])


MARKED = st.lists(
    st.sampled_from(["가", "나다", "한", "수", "있다.", "라마바사", "네,", "\n", "<b>", "</b>"]), max_size=30
)


@given(MARKED, st.integers(3000, 60_000), st.sampled_from(LANGUAGES))
def test_marks_and_typed_breaks_lose_nothing(pieces: list[str], duration: int, language: Language) -> None:
    """Whatever is marked: words are kept, marks balanced, lines fit, and no line crosses a typed break."""
    text = " ".join(pieces)
    cues = split(text, (), duration, language)
    assert [word for cue in cues for word in plain(cue.text).split()] == plain(text).split()
    wide, narrow = LIMITS[language]
    for cue in cues:
        assert re.fullmatch(r"(<b></b>)*", "".join(re.findall("<b>|</b>", cue.text)))
        lines = plain(cue.text).split("\n")
        assert len(lines) <= wide.lines
        assert all(line and units(line, language) <= wide.width for line in lines)
        assert fits(cue.text, narrow, language)
    rows = [line.split() for cue in cues for line in plain(cue.text).split("\n")]
    for typed in (row.split() for row in plain(text).split("\n")):
        said = 0
        while said < len(typed):
            said += len(rows.pop(0))
        assert said == len(typed)


SLOW = st.lists(
    st.sampled_from(["가나", "라마바", "한", "수", "있다", "네,", "사아자차"]), min_size=1, max_size=9
)


@given(SLOW, st.data())
def test_no_cue_is_too_long_that_could_be_parted(said: list[str], data: st.DataObject) -> None:
    """A cue over 7 s, and under 14, has no place between untied words that leaves both sides a fair time."""
    starts = [0, *sorted(data.draw(st.integers(0, 24_999)) for _ in said[1:])]
    text = " ".join(said)
    at = 0
    for cue in split(text, _words(text, [(start, start) for start in starts]), 25_000, "ko"):
        count = len(cue.text.split())
        if MAX_MS + 1 < cue.end_ms - cue.start_ms <= 2 * MAX_MS:
            for cut in range(at + 1, at + count):
                sides = (starts[cut] - cue.start_ms, cue.end_ms - starts[cut])
                fair = min(sides) > MIN_MS and max(sides) < MAX_MS
                assert not fair or bonds(said[cut - 1 : cut + 1], "ko") == ("bound",)
        at += count
