"""Emphasis and line breaks in a line's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.script.marks import faults, shown, spoken


@pytest.mark.parametrize(
    ("text", "read", "seen"),
    [
        ("살 수 있습니다.", "살 수 있습니다.", "살 수 있습니다."),
        ("**살 수** 있습니다.", "살 수 있습니다.", "<b>살 수</b> 있습니다."),
        ("여러분은 **살**아야 합니다.", "여러분은 살아야 합니다.", "여러분은 <b>살</b>아야 합니다."),
        (
            "항복하십시오! | 살 수 있습니다.",
            "항복하십시오! 살 수 있습니다.",
            "항복하십시오!\n살 수 있습니다.",
        ),
        ("가|나", "가 나", "가\n나"),
        ("가 ** 나 | 다 ** 라", "가 나 다 라", "가 <b>나\n다</b> 라"),
        (r"a \| b \** c * d \ e", "a | b ** c * d \\ e", "a | b ** c * d \\ e"),
        ("두\n줄", "두 줄", "두 줄"),
    ],
)
def test_what_is_read_and_what_is_shown(text: str, read: str, seen: str) -> None:
    """The voice hears no mark; a cue has bold and newlines; a backslash keeps a sign."""
    assert list(faults(text)) == []
    assert (spoken(text), shown(text)) == (read, seen)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**가 나", "does not end"),
        ("가** 나 **다**", "does not end"),
        ("가 **** 나", "no words between"),
        ("가 ** | ** 나", "no words between"),
        ("| 가", "on one side"),
        ("가 |", "on one side"),
        ("가 || 나", "on one side"),
        ("가 | ** | 나**", "on one side"),
        ("<b>가</b>", "subtitle files"),
    ],
)
def test_marks_that_say_nothing_are_faults(text: str, words: str) -> None:
    """Each is said, with a remedy, and such a text is never shown."""
    assert any(words in fault.message and fault.remedy for fault in faults(text))
    with pytest.raises(ValueError, match=r"."):
        shown(text)


@given(st.text(alphabet="가 *|\\.\n", min_size=1))
def test_shown_words_are_the_spoken_ones(text: str) -> None:
    """Whatever the marks: what is heard is what is read."""
    if not list(faults(text)):
        plain = shown(text).replace("<b>", "").replace("</b>", "")
        assert plain.split() == spoken(text).split()
