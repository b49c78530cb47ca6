"""Style in a cue's words: stress is kept, other tags go and are said, words that look like tags stay."""

from __future__ import annotations

import pytest

from hoso.subtitles.files.tags import UNPAIRED
from tests.subtitles.files.saying import GOOD, reading, said


def _with(words: str) -> str:
    return GOOD.replace("죽지 마십시오.", words)


@pytest.mark.parametrize(
    "words",
    [
        "a < b",
        "a <b and c> d",
        "<기생충>",
        "<<기생충>>",
        "<3",
        "{중요} 말",
        "{100}",
        "&lt; &amp;",
        "가 \\N 나",
        "<b>죽지</b> 마",
        "<b>죽지\n마</b>",
        "<사랑의 <b>불시착</b>>",
    ],
)
def test_words_and_stress_stay(words: str) -> None:
    """Nothing is said of what is kept as it is."""
    found = reading(_with(words))
    assert (found.cues[0].text, found.repairs) == (words, ())


@pytest.mark.parametrize(
    ("words", "shown", "kind"),
    [
        ("<i>죽지</i> 마", "죽지 마", "<i>"),
        ("<I>죽지</I> 마", "죽지 마", "<i>"),
        ("<u>죽지</u> 마", "죽지 마", "<u>"),
        ("<s>죽지</s> 마", "죽지 마", "<s>"),
        ('<font color="#ff0000" face="굴림">죽지</font> 마', "죽지 마", "<font>"),
        ("{\\an8}죽지 마", "죽지 마", "{\\an8}"),
        ("{\\i1}죽지{\\i0} 마", "죽지 마", "{\\i1}"),
        ("{\\pos(1,2)}죽지 마", "죽지 마", "{\\pos}"),
        ("<b>죽지 마", "<b>죽지 마</b>", UNPAIRED),
        ("죽지</b> 마", "죽지 마", UNPAIRED),
        ("<b><b>죽지</b></b> 마", "<b>죽지</b> 마", UNPAIRED),
        ("<b></b>죽지 마", "죽지 마", UNPAIRED),
        ("<<i>b>죽지 마", "<b>죽지 마</b>", "<i>"),
    ],
)
def test_other_style_is_taken_away_and_said(words: str, shown: str, kind: str) -> None:
    """Each kind at its line; what is left is balanced."""
    found = reading(_with(words))
    assert found.cues[0].text == shown
    assert said(
        found.repairs,
        2,
        f"{kind} is mended" if kind == UNPAIRED else f"{kind} is not followed: it is taken away",
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<B>죽지</B> 마", "<b>죽지</b> 마"),
        ("<strong>죽지</strong> 마", "<b>죽지</b> 마"),
        ("{\\b1}죽지{\\b0} 마", "<b>죽지</b> 마"),
        ("죽지<br>마", "죽지\n마"),
        ("죽지<BR/>마", "죽지\n마"),
        ("<b>\n죽지</b>", "<b>죽지</b>"),
        ("<b>죽지</b>\n<b> </b>", "<b>죽지</b>"),
    ],
)
def test_other_ways_to_write_the_same_are_read(words: str, shown: str) -> None:
    """Stress and line breaks, however they are written; no line without words is left."""
    assert reading(_with(words)).cues[0].text == shown


def test_a_kind_of_tag_is_said_once() -> None:
    """With its first line, how often it came, and where."""
    text = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n<i>가</i>\n<i>나</i>\n\n" for n in range(1, 4)
    )
    (problem,) = reading(text).repairs
    assert (problem.line, problem.level) == (2, "warning")
    assert problem.message == "<i> is not followed: it is taken away (6 times: lines 2, 7, 12)"


@pytest.mark.parametrize("words", ["<i></i>{\\an8}", "<b> </b>", "\u200b", "\xa0"])
def test_a_cue_in_which_nothing_is_seen_is_left_out(words: str) -> None:
    """Said as a cue without words."""
    found = reading(_with(words))
    assert len(found.cues) == 1
    assert said(found.repairs, 2, "without words")


def test_letters_in_pieces_are_put_together() -> None:
    """macOS writes 가 as ᄀ and ᅡ; the first line is named."""
    pieces = "\u1109\u1161\u11af\u110b\u1161\u110b\u1163"
    found = reading(GOOD.replace("살아야", pieces))
    assert found.cues[1].text == "살아야\n합니다."
    assert said(found.repairs, 6, "NFD")


def test_control_characters_are_left_out() -> None:
    """And said; Unicode's line separators break lines."""
    found = reading(_with("죽\x07지\u2028마"))
    assert found.cues[0].text == "죽지\n마"
    assert said(found.repairs, 2, "control characters")
