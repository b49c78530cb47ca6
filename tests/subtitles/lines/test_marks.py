"""Emphasis in a cue's text: looked through, and whole wherever the text is cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.subtitles.lines.binding import bonds
from hoso.subtitles.lines.breaking import break_lines, chop
from hoso.subtitles.lines.marks import balance, plain, words
from hoso.subtitles.lines.widths import ems, units


def test_marks_have_no_width_and_part_no_words() -> None:
    """What measures and what binds sees the plain text; other angle brackets are text."""
    assert units("<b>가</b>나", "ko") == 2
    assert ems("<b>a</b>") == ems("a")
    assert units("<i>가", "ko") == 2.5
    assert bonds(["<b>안</b>", "됩니다.", "<b>이</b>", "길"], "ko") == ("bound", "sentence", "bound")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가 <b>나 다</b> 라", ["가", "<b>나", "다</b>", "라"]),
        ("<b> 가 </b> 나", ["<b>가</b>", "나"]),
        ("가 <b> </b> 나", ["가<b></b>", "나"]),
        ("<b></b>", []),
    ],
)
def test_no_word_is_a_mark_alone(text: str, found: list[str]) -> None:
    """However an editor set the marks."""
    assert words(text) == found


def test_a_cut_word_keeps_its_marks() -> None:
    """A mark goes with the letter that it stands at."""
    assert chop("가<b>나다</b>라", 2, lambda text: units(text, "ko")) == ["가<b>나", "다</b>라"]
    assert break_lines("<b>가나다</b>", 2, lambda text: units(text, "ko"), "ko") == ("<b>가나", "다</b>")


def test_emphasis_ends_and_begins_where_texts_are_parted() -> None:
    """And marks without a partner are mended."""
    assert balance(["가 <b>나", "다", "라</b> 마"]) == ["가 <b>나</b>", "<b>다</b>", "<b>라</b> 마"]
    assert balance(["가</b> 나", "<b>다 <b>라"]) == ["가 나", "<b>다 라</b>"]
    assert balance(["가 <b>", "나</b>"]) == ["가 ", "<b>나</b>"]


@given(
    st.lists(st.lists(st.sampled_from(["<b>", "</b>", "가", " ", "<"]), max_size=8).map("".join), max_size=5)
)
def test_every_piece_is_balanced_and_says_the_same(pieces: list[str]) -> None:
    """Whatever the marks."""
    for before, after in zip(pieces, balance(pieces), strict=True):
        assert plain(after) == plain(before)
        assert re.fullmatch(r"(<b>|</b>)*", "".join(re.findall("<b>|</b>", after)))
        assert re.sub("<b></b>", "", "".join(re.findall("<b>|</b>", after))) == ""
