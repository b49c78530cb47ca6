"""Line breaking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.cards.breaking import TooWideError, break_lines

WORDS = st.lists(st.text("가나다라abc", min_size=1, max_size=9), min_size=1, max_size=25)


@given(words=WORDS, limit=st.integers(9, 40))
def test_every_word_stays_whole_and_in_order(words: list[str], limit: int) -> None:
    """Lines hold the text's words, all of them, in order, and none is wider than the limit."""
    lines = break_lines(" ".join(words), limit, len, "ko")
    assert " ".join(lines).split() == words
    assert all(len(line) <= limit for line in lines)


@given(words=WORDS, limit=st.integers(9, 40))
def test_no_line_is_wasted(words: list[str], limit: int) -> None:
    """There are as few lines as filling each to the brim would give."""
    brim, used = 1, 0
    for word in words:
        if used and used + 1 + len(word) > limit:
            brim, used = brim + 1, len(word)
        else:
            used += len(word) + (1 if used else 0)
    assert len(break_lines(" ".join(words), limit, len, "ko")) == brim


def test_lines_are_even() -> None:
    """A last word is not left alone where the lines can share the words."""
    assert break_lines("aaaa bbbb cccc dddd", 14, len, "en") == ("aaaa bbbb", "cccc dddd")


def test_small_words_lean_on_their_neighbours() -> None:
    """A preposition does not end a line, and a dash does not begin one, where there is a choice."""
    assert break_lines("Сдаться в плен", 10, len, "ru") == ("Сдаться", "в плен")
    assert break_lines("плен — это жизнь", 10, len, "ru") == ("плен —", "это жизнь")
    assert break_lines("이국땅에서 안 죽습니다", 9, len, "ko") == ("이국땅에서", "안 죽습니다")


def test_line_breaks_in_the_text_stay() -> None:
    """What the writer broke stays broken."""
    assert break_lines("a b\nc", 99, len, "en") == ("a b", "c")


def test_a_word_wider_than_the_line_is_named() -> None:
    """No word is ever cut: it is handed back to whoever has to shorten it."""
    with pytest.raises(TooWideError) as caught:
        break_lines("ab abcdefgh", 5, len, "en")
    assert caught.value.word == "abcdefgh"
