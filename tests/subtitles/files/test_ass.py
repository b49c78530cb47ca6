"""ASS and SSA: every Dialogue is a cue, and what is not shown is said."""

from __future__ import annotations

import pysubs2
import pytest

from hoso.subtitles.cues import Cue
from tests.subtitles.files.saying import CUES, faults, reading, said

HEAD = (
    "[Script Info]\nScriptType: v4.00+\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n"
    "\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)
FIRST = "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,죽지 마십시오.\n"
SECOND = "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,살아야\\N합니다.\n"
DOCUMENT = HEAD + FIRST + SECOND
SSA = (
    DOCUMENT.replace("v4.00+", "v4.00")
    .replace("V4+", "V4")
    .replace("Layer", "Marked")
    .replace(": 0,", ": Marked=0,")
)
REORDERED = HEAD.replace(
    "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text", "Start, End, Text"
) + ("Dialogue: 0:00:01.00,0:00:02.50,죽지 마십시오.\nDialogue: 0:00:03.00,0:00:04.00,살아야\\N합니다.\n")


@pytest.mark.parametrize(
    "text",
    [
        DOCUMENT,
        DOCUMENT.replace("\n", "\r\n"),
        SSA,
        REORDERED,
        FIRST + SECOND,
        DOCUMENT + "\n[Fonts]\nfontname: a.ttf\nDialogue: M0\n",
        DOCUMENT.replace("Style: Default,Arial,20", "Style: Default,Arial,20,&Hxyz"),
        DOCUMENT.replace("[Events]", "[Events]\n; a remark of the program"),
        DOCUMENT.replace("0:00:03.00", "0:00:03.0").replace("0:00:04.00", " 0:00:04.000 "),
    ],
)
def test_whole_files_are_read_without_a_word(text: str) -> None:
    """ASS, SSA, other orders of fields, odd styles, fonts within."""
    found = reading(text)
    assert (found.format, found.cues, found.repairs) == ("ass", CUES, ())


def test_a_cues_line_is_its_dialogues() -> None:
    """Where an editor finds it."""
    assert [entry.line for entry in reading(DOCUMENT).entries] == [10, 11]


def test_pysubs2_reads_a_clean_file_alike_and_fails_on_others() -> None:
    """A second opinion, and why it is not asked about a file as it is."""
    events = pysubs2.SSAFile.from_string(DOCUMENT, "ass")
    assert tuple(Cue(event.start, event.end, event.plaintext) for event in events) == CUES
    with pytest.raises(RuntimeWarning, match="Failed to parse layer"):
        pysubs2.SSAFile.from_string(REORDERED, "ass")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (DOCUMENT.replace("죽지", "{\\an8}죽지"), 10, "{\\an8} is not followed"),
        (DOCUMENT.replace("죽지", "{\\i1}죽지{\\i0}"), 10, "{\\i1} is not followed"),
        (DOCUMENT.replace("죽지", "{\\pos(320,40)\\fad(100,100)}죽지"), 10, "{\\pos} is not followed"),
        (DOCUMENT.replace("죽지", "{\\fnArial\\1c&HFF&}죽지"), 10, "{\\fn} is not followed"),
        (DOCUMENT.replace("죽지", "{고칠 것}죽지"), 10, "the remark {고칠 것} is not shown"),
        (DOCUMENT.replace("죽지", "{\\p1}m 0 0 l 9 9{\\p0}죽지"), 10, "a drawing is not shown"),
        (
            DOCUMENT + "Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\p1}m 0 0{\\p0}\n",
            12,
            "without words",
        ),
        (DOCUMENT.replace(FIRST, FIRST.replace("Dialogue", "Comment") + FIRST), 10, "a Comment is not shown"),
        (
            DOCUMENT.replace(FIRST, "Picture: 0,0:00:00.00,0:00:09.00,,,0,0,0,,a.png\n" + FIRST),
            10,
            "a Picture",
        ),
        (DOCUMENT + "Dialogue: 0,0:00:05.00,0:0", 12, "cut off within a cue"),
        (DOCUMENT + "Dial", 12, "cut off within a cue"),
    ],
)
def test_what_is_not_shown_is_said(text: str, line: int, words: str) -> None:
    """The words are there without it."""
    found = reading(text)
    assert found.cues == CUES
    assert said(found.repairs, line, words), found.repairs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{\\b1}죽지{\\b0} 마", "<b>죽지</b> 마"),
        ("{\\b700}죽지{\\r} 마", "<b>죽지</b> 마"),
        ("{\\b1}죽지 마", "<b>죽지 마</b>"),
        ("가\\h나", "가 나"),
        ("가\\n나", "가 나"),
        ("\\{가\\}", "{가}"),
        ("가, 나", "가, 나"),
        ("{가", "{가"),
        ("a < b", "a < b"),
        ("&amp;", "&amp;"),
    ],
)
def test_words_are_what_is_drawn(text: str, shown: str) -> None:
    """Stress is kept, escapes are undone; ASS has no entities."""
    assert reading(DOCUMENT.replace("죽지 마십시오.", text)).cues[0].text == shown


def test_a_soft_break_breaks_where_the_file_says_so() -> None:
    r"""\n is a line break with WrapStyle 2 and else a space."""
    text = DOCUMENT.replace("살아야\\N", "살아야\\n").replace(
        "[Script Info]\n", "[Script Info]\nWrapStyle: 2\n"
    )
    assert reading(text).cues == CUES


def test_a_start_before_the_video_is_said() -> None:
    """And shown from the start."""
    found = reading(DOCUMENT.replace("0:00:01.00", "-0:00:01.00"))
    assert found.cues[0].start_ms == 0
    assert said(found.repairs, 10, "before the video, at -0:00:01.00")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD, 1, "no cue"),
        (DOCUMENT.replace("0:00:01.00", "0:00:61.00"), 10, "are not times"),
        (DOCUMENT.replace("0:00:02.50", "0:00:00.50"), 10, "ends before"),
        (DOCUMENT.replace("Dialogue: 0,0:00:01", "Dialouge: 0,0:00:01"), 10, "no event"),
        (DOCUMENT.replace("죽지 마십시오.", "죽지\n마십시오."), 11, "no event"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, line: int, words: str) -> None:
    """With its line."""
    assert said(faults(text), line, words)
