"""Damaged SubRip: every way in which files are broken is read and said at its line, or refused with it."""

from __future__ import annotations

import pytest

from hoso.subtitles.cues import Cue
from tests.subtitles.files.saying import CUES, GOOD, faults, reading, said

SECOND = "00:00:03,000 --> 00:00:04,000"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.rstrip("\n"),
        "\n\n" + GOOD + "\n\n\n",
        GOOD.replace("\n\n2", "\n\n\n\n2"),
        GOOD.replace("2\n00", "7\n00"),
        GOOD.replace("1\n00", "0\n00").replace("2\n00", "1\n00"),
        GOOD.replace(" --> 00:00:04,000", "  -->  00:00:04,000 "),
        GOOD.replace("\n", " \n"),
    ],
)
def test_what_harms_nothing_is_not_spoken_of(text: str) -> None:
    """Blank lines around cues, numbers with gaps, and spaces at the ends of lines."""
    found = reading(text)
    assert (found.cues, found.repairs) == (CUES, ())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD.replace("-->", "->"), 2, "“->” is read as the arrow “-->” (2 times: lines 2, 6)"),
        (GOOD.replace(SECOND, "00:00:03,000 => 00:00:04,000"), 6, "“=>”"),
        (GOOD.replace(SECOND, "00:00:03,000 ==> 00:00:04,000"), 6, "“==>”"),
        (GOOD.replace(SECOND, "00:00:03,000 → 00:00:04,000"), 6, "“→”"),
        (GOOD.replace(SECOND, "00:00:03,000 –> 00:00:04,000"), 6, "“–>”"),
        (GOOD.replace(SECOND, "00:00:03,000 -- > 00:00:04,000"), 6, "“-- >”"),
        (GOOD.replace(SECOND, "00:00:03,000 - 00:00:04,000"), 6, "“-”"),
        (GOOD.replace(",", "."), 2, "a dot"),
        (GOOD.replace(SECOND, "00:00:03:000 --> 00:00:04:000"), 6, "“:”"),
        (GOOD.replace(SECOND, "00:00:03 --> 00:00:04"), 6, "without milliseconds"),
        (GOOD.replace(SECOND, "00:00:03,0 --> 00:00:04,00"), 6, "decimal fraction"),
        (GOOD.replace(SECOND, "00:00:03,000000 --> 00:00:04,000000"), 6, "decimal fraction"),
        (GOOD.replace(SECOND, "00:03,000 --> 00:04,000"), 6, "without hours"),
        (GOOD.replace(SECOND, "00:03 -> 00:04"), 6, "without hours"),
        (GOOD.replace(SECOND, "0:0:3,000 --> 0:0:4,000"), 6, "digits left out"),
        (GOOD.replace(SECOND, "00 : 00 : 03,000 --> 00:00: 04, 000"), 6, "spaces"),
        (GOOD.replace(SECOND, "00：00：03,000 --> 00：00：04,000"), 6, "wide colons"),
        (GOOD.replace(SECOND, f"{SECOND}  X1:10 X2:20 Y1:1 Y2:2"), 6, "own place in the picture"),
        (GOOD.replace(SECOND, f"{SECOND} align:start position:10%"), 6, "own place in the picture"),
        (GOOD.replace("1\n00", "00"), 1, "without a number"),
        (GOOD.replace("2\n00", "00"), 5, "without a number"),
        (GOOD.replace("2\n00", "1\n00"), 5, "used twice or out of order"),
        (GOOD.replace("\n\n2", "\n2"), 4, "without a blank line"),
        (GOOD.replace("\n\n2\n", "\n"), 4, "without a blank line"),
        (GOOD.replace("\n\n2\n", "\n"), 4, "without a number"),
        (GOOD.replace("\n\n2\n00:00:03,000 -->", "\n2\n00:03 ->"), 4, "without a blank line"),
        (GOOD.replace("2\n00", "2\n\n00"), 6, "below a cue's number"),
        (GOOD.replace("4,000\n", "4,000\n\n"), 8, "between a cue's times and its words"),
        (GOOD.replace("살아야\n", "살아야\n\n"), 9, "“합니다.”, below a blank line"),
        (GOOD.replace(SECOND + "\n살아야", f"{SECOND} 살아야"), 6, "“살아야” beside the times"),
        (GOOD + "\n3", 10, "cut off within a cue: “3”"),
        (GOOD + "\n3\n00:00:05", 10, "cut off within a cue: “3 00:00:05”"),
        (GOOD + "\n3\n00:00:05,000 -", 10, "cut off within a cue"),
        (GOOD + "\n3\n00:00:05,000 --> 00:", 10, "cut off within a cue"),
        (GOOD + "\n3\n00:00:05,000 --> 00:00:06,0", 11, "without words"),
        (GOOD + "\n3\n00:00:05,000 --> 00:00:06,000\n", 11, "without words"),
        (GOOD.replace("1\n00", "1\n00:00:00,000 --> 00:00:00,500\n\n2\n00"), 2, "without words"),
        (GOOD.replace("\n", "\n\n"), 5, "between a cue's times and its words"),
    ],
)
def test_damage_is_repaired_and_said(text: str, line: int, words: str) -> None:
    """Every cue is there, whole, and each repair has its line."""
    found = reading(text)
    assert found.cues == CUES
    assert said(found.repairs, line, words), found.repairs
    assert {problem.level for problem in found.repairs} == {"warning"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD.replace("00:00:03", "00:00:61"), 6, "are not times"),
        (GOOD.replace("00:00:03,000", "00:61:03,000"), 6, "are not times"),
        (GOOD.replace("00:00:03,000", "00:00:03:12"), 6, "are not times"),
        (GOOD.replace("00:00:03,000 -->", "3 -->"), 6, "are not times"),
        (GOOD.replace(SECOND, "00:00:03,000 --> 00:00:xx"), 6, "are not times"),
        (GOOD.replace(SECOND, "00:00:03,000 --> -00:00:01,000"), 6, "are not times"),
        (GOOD.replace(SECOND, "00:00:-1,000 --> 00:00:04,000"), 6, "are not times"),
        ("1\n00:01 -> 00:99\n말\n", 2, "are not times"),
        (GOOD.replace(SECOND + "\n", ""), 5, "cue 2 has no times"),
        (GOOD.replace(SECOND, "00:00:03,000"), 5, "cue 2 has no times"),
        (GOOD.replace("2\n00", "둘\n00"), 5, "“둘” stands where a cue has its number"),
        (GOOD.replace("\n\n2", "\n112"), 4, "“112” may be a cue's number or words"),
        (GOOD.replace("합니다.", "10:30 -> 11:00"), 8, "may be a cue's times or words"),
        (GOOD.replace("04,000", "03,000"), 6, "ends before it has begun"),
        (GOOD.replace("04,000", "02,000"), 6, "ends before it has begun"),
        ("제목\n\n" + GOOD, 1, "belong to no cue: “제목”"),
        ("그냥 글입니다.\n", 1, "belong to no cue"),
        ("", 1, "no cue"),
        ("\ufeff\n \n", 1, "no cue"),
        ("1\n00:00:01,000 --> 00:00:02,000\n", 1, "no cue"),
        ("{100}{200}말\n", 1, "MicroDVD"),
        ("[100][200]말\n", 1, "MPL2"),
        ('<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"/>', 1, "TTML"),
        ('{"events": []}', 1, "JSON"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, line: int, words: str) -> None:
    """With its line, its words and what to do; never guessed."""
    problems = faults(text)
    assert said(problems, line, words), problems
    assert all(problem.remedy and problem.level == "error" for problem in problems)


def test_all_faults_come_at_once_and_in_order() -> None:
    """An editor mends a file in one go."""
    broken = GOOD.replace("01,000", "09,000").replace(SECOND, "00:00:03,000 --> 00:00:xx")
    broken += "\n3\n00:00:06,000 --> 00:00:05,000\n끝\n"
    assert [problem.line for problem in faults(broken)] == [2, 6, 11]


def test_a_start_before_the_video_is_said_and_not_turned_around() -> None:
    """-1 s is shown from the start; pysrt alone makes +1 s of it."""
    found = reading(GOOD.replace("00:00:01,000 -->", "-00:00:01,000 -->"))
    assert found.cues == (Cue(0, 2500, CUES[0].text), CUES[1])
    assert said(found.repairs, 2, "before the video, at -00:00:01,000")


def test_every_line_of_damage_is_named() -> None:
    """Of one kind of repair the first five lines are named, and how often it was made."""
    text = "".join(f"{n}\n00:00:{n:02}.000 --> 00:00:{n:02}.900\n말\n\n" for n in range(1, 9))
    (problem,) = reading(text).repairs
    assert problem.line == 2
    assert problem.message.endswith("(8 times: lines 2, 6, 10, 14, 18, …)")


@pytest.mark.parametrize("line", ["가 --> 나 -> 10:30", "10:30 → 11:00", "10:00 - 18:00", "112", "5 -> 7"])
def test_words_that_look_like_times_are_words(line: str) -> None:
    """Where a whole file leaves no doubt."""
    found = reading(GOOD.replace("합니다.", line))
    assert (found.cues[1].text, found.repairs) == (f"살아야\n{line}", ())


def test_a_number_alone_is_words() -> None:
    """A cue whose words are a number, between cues in order."""
    found = reading(GOOD.replace("죽지 마십시오.", "112"))
    assert (found.cues[0].text, found.repairs) == ("112", ())
