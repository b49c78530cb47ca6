"""Breaking: few lines, balanced, at spaces, nothing lost, nothing too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.languages import LANGUAGES, Language
from hoso.subtitles.lines.breaking import Limit, break_lines, chop, fits, tears
from hoso.subtitles.lines.widths import units


def _korean(text: str, width: float = 16) -> tuple[str, ...]:
    return break_lines(text, width, lambda part: units(part, "ko"), "ko")


def _russian(text: str, width: float = 42) -> tuple[str, ...]:
    return break_lines(text, width, len, "ru")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다.",
            ("여러분은 이국땅에서 무의미하게", "죽어서는 안 됩니다."),
        ),
        ("항복하십시오!", ("항복하십시오!",)),
        (
            "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다.",
            ("우크라이나는 여러분에게 잠자리와", "음식과 온기를 드릴 것입니다."),
        ),
    ],
)
def test_the_reference_comes_out_as_shown(text: str, lines: tuple[str, ...]) -> None:
    """The three cues of the reference's example."""
    assert _korean(text) == lines


def test_a_tie_goes_to_the_longer_upper_line() -> None:
    """Both ways are as balanced as each other."""
    assert _korean("가나다 라 마바사", 6) == ("가나다 라", "마바사")


def test_one_line_where_one_is_enough() -> None:
    """No break without need, up to the very width."""
    assert _korean("가" * 8 + " " + "나" * 7 + ".") == ("가" * 8 + " " + "나" * 7 + ".",)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("포로가 된 병사들에게 더 안전한 곳을 마련하였습니다.", "안전한\n곳을"),
        ("당신들은 여기에서 결코 혼자 외롭게 죽지 마십시오.", "죽지\n마십시오."),
        ("우리는 당신이 이 자리에서 살 수 있게 하겠습니다.", "살\n수"),
        ("저희는 절대로 포로를 때리거나 굶기지 않습니다.", "굶기지\n않습니다."),
    ],
)
def test_words_that_belong_together_stay_together(text: str, parted: str) -> None:
    """No break after an adnominal ending, before a dependent noun or an auxiliary."""
    for width in (16.0, 14.0, 13.0, 12.0):
        assert parted not in "\n".join(_korean(text, width))


def test_lines_break_at_commas_and_sentences_where_they_can() -> None:
    """A clause is worth a little balance."""
    assert _russian("Сложите оружие и смело выходите, вас накормят и согреют.") == (
        "Сложите оружие и смело выходите,",
        "вас накормят и согреют.",
    )


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ru", ("Вам не нужно умирать", "на чужой земле за чужие интересы.")),
        ("ru", ("Из-за мороза и голода каждый день", "гибнут десятки солдат.")),
        ("ru", ("«Хочу жить» — это проект,", "который спас уже тысячи солдат.")),
        ("ru", ("Генерал А. И. Петров бросил вас", "ещё в октябре 2024 г. и уехал.")),
        ("ru", ("Скажите ли вы своё имя или нет —", "решать только вам.")),
        ("uk", ("До найближчого поста", "лише 2 км дорогою на південь.")),
        ("uk", ("Понад 4 000 ваших товаришів", "уже загинули під Курськом.")),
        ("uk", ("Чи скажете ви своє ім'я,", "чи ні — вирішувати лише вам.")),
        ("en", ("Do not believe those who say", "that you will be tortured in captivity.")),
        ("en", ("Gen. A. I. Petrov left you", "in Oct. 2024 and went home.")),
        ("en", ("We are not your enemies", "and we do not want your death.")),
    ],
)
def test_alphabets_break_where_readers_pause(language: Language, lines: tuple[str, ...]) -> None:
    """Prepositions, negations, adjectives, initials, numbers, quotes and dashes stay with theirs."""
    assert break_lines(" ".join(lines), 42, len, language) == lines


@pytest.mark.parametrize("word", [" в", " и", " на", " не", " что"])
def test_small_words_are_not_left_behind(word: str) -> None:
    """A Russian preposition, conjunction or negation goes with what follows."""
    text = "Вас ждут в безопасном месте и не бросят на поле боя, потому что вы люди."
    for width in range(20, 42):
        assert not any(line.endswith(word) for line in _russian(text, width))


def test_a_word_wider_than_a_line_is_split_not_lost() -> None:
    """Unspaced Korean would run off the frame; a stress mark stays on its letter."""
    assert _korean("가나다라마바사", 3) == ("가나다", "라마바", "사")
    assert chop("о\u0301о\u0301о", 2, lambda text: units(text, "ru")) == ["о\u0301о\u0301", "о"]


def test_nothing_gives_no_lines() -> None:
    """White space alone has nothing to show."""
    assert _korean(" \n ") == ()


def test_a_limit_knows_what_fits() -> None:
    """Width and number of lines, in units or in ems."""
    assert fits("가나 다라", Limit(2, 2), "ko")
    assert not fits("가나 다라 마", Limit(2, 2), "ko")
    assert fits("가나 다라", Limit(1.84, 2, in_ems=True), "ko")
    assert not fits("가나 다라", Limit(1.83, 2, in_ems=True), "ko")


WORD = st.text(alphabet="가각힣안못한는을abIШї.,!?…«»-1", min_size=1, max_size=24)
TEXT = st.lists(WORD, max_size=14).map(" ".join)


@given(TEXT, st.floats(1, 50), st.sampled_from(LANGUAGES))
def test_no_word_is_lost_and_no_line_too_wide(text: str, width: float, language: Language) -> None:
    """Whatever the words and the width."""
    lines = break_lines(text, width, lambda part: units(part, language), language)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(units(line, language) <= width + 1e-6 for line in lines)
    assert all(line == line.strip() and line for line in lines)


@given(st.lists(st.text(alphabet="가각힣안한는.", min_size=1, max_size=8), max_size=14))
def test_lines_are_as_few_as_can_be(words: list[str]) -> None:
    """Filling each line as far as it goes needs no fewer; and where words fit, breaks are at spaces only."""
    lines = _korean(" ".join(words), 8)
    greedy: list[str] = []
    for word in words:
        if greedy and units(f"{greedy[-1]} {word}", "ko") <= 8:
            greedy[-1] += f" {word}"
        else:
            greedy.append(word)
    assert len(lines) == len(greedy)
    assert " ".join(lines).split() == words


def test_lines_that_part_tied_words_are_known() -> None:
    """Between the lines, not within them; emphasis is looked through."""
    assert tears(("죽어서는 <b>안</b>", "됩니다."), "ko")
    assert not tears(("여러분은", "안 됩니다."), "ko")
    assert not tears(("안 됩니다.",), "ko")
