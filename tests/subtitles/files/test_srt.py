"""SRT in and out: nothing lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.srt import parse, read, text_of, write

GOOD = (
    "1\n00:00:01,000 --> 00:00:02,500\n죽지 마십시오.\n\n2\n00:00:03,000 --> 00:00:04,000\n살아야\n합니다.\n"
)
CUES = (Cue(1000, 2500, "죽지 마십시오."), Cue(3000, 4000, "살아야\n합니다."))


def _cues(text: str | bytes) -> tuple[Cue, ...]:
    data = text.encode() if isinstance(text, str) else text
    return tuple(entry.cue for entry in parse(data, Path("a.srt")))


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r\n").encode("utf-8-sig"),
        GOOD.rstrip("\n").encode(),
        ("\n\n" + GOOD + "\n\n\n").encode(),
        GOOD.replace(",", ".").encode(),
        GOOD.replace("2\n00", "7\n00").encode(),
        GOOD.replace("1\n00", "00").encode(),
    ],
    ids=[
        "plain",
        "BOM",
        "CRLF",
        "BOM CRLF",
        "no last line end",
        "blank lines",
        "dots",
        "number",
        "no number",
    ],
)
def test_what_editors_save_is_read(data: bytes) -> None:
    """Byte order marks, line ends, odd numbers and blank lines around change no cue."""
    assert _cues(data) == CUES


def test_every_cue_knows_its_line() -> None:
    """The line of its times, whatever the line ends."""
    assert [entry.line for entry in parse(GOOD.replace("\n", "\r\n").encode(), Path("a.srt"))] == [2, 6]


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        (GOOD.encode("utf-16"), 1, "UTF-16"),
        (GOOD.encode("cp949"), 3, "not UTF-8"),
        (GOOD.replace("\n", "\r\r\n"), 1, "CR CR LF"),
        (GOOD.replace("\n", "\r"), 1, "old Mac"),
        (GOOD.replace("00:00:03,000 -->", "00:00:03,000 ->"), 6, "not times"),
        (GOOD.replace("00:00:03,000 -->", "00:00:03 -->"), 6, "not times"),
        (GOOD.replace("00:00:03,000 -->", "00:00:03,5 -->"), 6, "not times"),
        (GOOD.replace("00:00:03,000 -->", "00:03,000 -->"), 6, "not times"),
        (GOOD.replace("00:00:03,000 -->", "-00:00:03,000 -->"), 6, "not times"),
        (GOOD.replace("00:00:03,000 -->", "00:00:61,000 -->"), 6, "not times"),
        (GOOD.replace("1\n00:00:01,000 -->", "00:01 ->"), 1, "not times"),
        ("WEBVTT\n\n" + GOOD, 1, "WebVTT"),
        ("<SAMI><BODY><SYNC Start=1000><P>말</BODY></SAMI>", 1, "SAMI"),
        ("[Script Info]\nScriptType: v4.00+\n", 1, "ASS"),
        (GOOD.replace("\n\n2", "\n2"), 5, "within the words"),
        (GOOD.replace("\n\n2\n", "\n"), 4, "within the words"),
        (GOOD.replace("\n\n2\n00:00:03,000 -->", "\n2\n00:03 ->"), 5, "within the words"),
        (GOOD.replace("살아야\n", "살아야\n\n"), 9, "belong to no cue"),
        (GOOD + "\n3\n", 10, "cut off"),
        (GOOD + "\n3\n00:00:05,000 --> 00:0", 11, "not times"),
        (GOOD + "\n3\n00:00:05,000 --> 00:00:06,000\n", 11, "no words"),
        (GOOD.replace("2\n00", "둘\n00"), 5, "where a cue has its number"),
        (GOOD.replace("04,000", "03,000"), 6, "ends before"),
        (GOOD.replace("04,000", "02,000"), 6, "ends before"),
        (GOOD.replace("04,000", "04,000  X1:10 X2:20 Y1:1 Y2:2"), 6, "position"),
        (GOOD.replace("합니다", "<i>합니다</i>"), 8, "<i>"),
        (GOOD.replace("합니다", r"{\an8}합니다"), 8, r"{\an8}"),
        ("", 1, "no cue"),
        ("\ufeff\n \n", 1, "no cue"),
        ("그냥 글입니다.\n", 1, "belong to no cue"),
    ],
)
def test_what_would_be_lost_is_an_error(broken: str | bytes, line: int, said: str) -> None:
    """Each way in which cues get lost or misread has its line, its words and a remedy."""
    with pytest.raises(InputError) as caught:
        _cues(broken)
    problem = caught.value.problems[0]
    assert (problem.path, problem.line) == (Path("a.srt"), line)
    assert said in problem.message
    assert problem.remedy


def test_all_faults_come_at_once() -> None:
    """An editor mends a file in one go."""
    with pytest.raises(InputError) as caught:
        _cues(GOOD.replace("01,000", "09,000").replace("합니다", "<b>합니다"))
    assert [problem.line for problem in caught.value.problems] == [2, 8]


def test_an_arrow_within_words_is_words() -> None:
    """Only times make a cue."""
    assert (
        _cues(GOOD.replace("합니다.", "가 --> 나 -> 10:30 → 11:00"))[1].text
        == "살아야\n가 --> 나 -> 10:30 → 11:00"
    )


def test_a_written_file_is_plain(tmp_path: Path) -> None:
    """UTF-8 without a byte order mark, LF, numbered from 1, nothing left beside it."""
    path = tmp_path / "deep" / "a.srt"
    write(path, CUES)
    assert path.read_bytes() == (GOOD + "\n").encode()
    assert [child.name for child in path.parent.iterdir()] == ["a.srt"]
    assert tuple(entry.cue for entry in read(path)) == CUES


@pytest.mark.parametrize("text", ["가\n\n나", "<i>가</i>", "가 ", "", "가\n00:00:01,000 --> 00:00:02,000"])
def test_words_that_would_not_come_back_are_refused(tmp_path: Path, text: str) -> None:
    """Nothing is written that would be read as something else."""
    path = tmp_path / "a.srt"
    with pytest.raises(InputError):
        write(path, [Cue(0, 1000, text), *CUES])
    assert not path.exists()


LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
CUE = st.tuples(st.integers(0, 10**8), st.integers(1, 10**7), TEXT).map(
    lambda c: Cue(c[0], c[0] + c[1], c[2])
)


@given(st.lists(CUE, min_size=1, max_size=6))
def test_cues_come_back_as_they_were(cues: list[Cue]) -> None:
    """Times to the millisecond, words and line breaks, in their order, whatever the characters."""
    assert list(_cues(text_of(cues))) == cues


@given(st.text(alphabet="12:0,.->\n \r가\ufeff", max_size=80))
def test_no_text_gives_fewer_cues_than_arrows_without_a_word(text: str) -> None:
    """Any text is either read whole or refused with a problem that has a line and a remedy."""
    try:
        found = _cues(text)
    except InputError as error:
        said = [problem for problem in error.problems if problem.line and problem.remedy]
    else:
        assert len(found) == text.count("-->") >= 1
        return
    assert said


@given(st.lists(CUE, min_size=1, max_size=4), st.data())
def test_a_cut_or_garbled_file_never_loses_words_silently(cues: list[Cue], data: st.DataObject) -> None:
    """Delete any one line: either the words that are left are all read, or the file is refused."""
    lines = text_of(cues).split("\n")
    gone = data.draw(st.integers(0, len(lines) - 1))
    left = lines[:gone] + lines[gone + 1 :]
    try:
        found = _cues("\n".join(left))
    except InputError:
        return
    words = [word for cue in cues for word in cue.text.split()]
    read_back = [word for cue in found for word in cue.text.split()]
    if lines[gone] and "-->" not in lines[gone]:
        for word in lines[gone].split():
            if word in words and words.count(word) > read_back.count(word):
                words.remove(word)
    missing = [word for word in words if word not in read_back]
    assert not missing
