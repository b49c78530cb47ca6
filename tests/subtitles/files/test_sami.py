"""SAMI: the right language, exact ends, no word lost."""

from __future__ import annotations

import pytest

from hoso.base.languages import Language
from hoso.subtitles.cues import Cue
from tests.subtitles.files.saying import CUES, faults, reading, said, times_by_ffmpeg

HEAD = (
    "<SAMI>\n<HEAD>\n<TITLE>호소</TITLE>\n"
    '<STYLE TYPE="text/css">\n<!--\nP { margin-left:8pt; }\n'
    ".KRCC { Name:Korean; lang:ko-KR; SAMIType:CC; }\n-->\n</STYLE>\n</HEAD>\n<BODY>\n"
)
BODY = (
    "<SYNC Start=1000><P Class=KRCC>\n죽지 마십시오.\n<SYNC Start=2500><P Class=KRCC>&nbsp;\n"
    "<SYNC Start=3000><P Class=KRCC>\n살아야<br>\n합니다.\n<SYNC Start=4000><P Class=KRCC>&nbsp;\n"
)
DOCUMENT = f"{HEAD}{BODY}</BODY>\n</SAMI>\n"
BOTH = HEAD.replace("-->", ".ENCC { Name:English; lang:en-US; SAMIType:CC; }\n-->") + (
    "<SYNC Start=1000><P Class=KRCC>죽지 마십시오.<P Class=ENCC>Do not die.\n"
    "<SYNC Start=2000><P Class=ENCC>&nbsp;\n<SYNC Start=2500><P Class=KRCC>&nbsp;\n"
    "<SYNC Start=3000><P Class=KRCC>살아야<br>합니다.\n<SYNC Start=3100><P Class=ENCC>Live.\n"
    "<SYNC Start=4000><P Class=KRCC>&nbsp;\n<SYNC Start=4100><P Class=ENCC>&nbsp;\n</BODY></SAMI>"
)


@pytest.mark.parametrize(
    "data",
    [
        DOCUMENT.encode(),
        DOCUMENT.replace("\n", "\r\n").encode("utf-8-sig"),
        DOCUMENT.encode("utf-16"),
        DOCUMENT.lower().replace("krcc", "KRCC").encode(),
        DOCUMENT.replace("<SAMI>", "<!-- 1.0 -->\n<SAMI>").encode(),
        DOCUMENT.replace("Start=1000", 'Start="1000"').replace("=2500", "='2500ms'").encode(),
        DOCUMENT.replace(" Class=KRCC", "").encode(),
        DOCUMENT.replace("\n<SYNC Start=2500>", "</P></SYNC>\n<SYNC Start=2500>").encode(),
        BODY.encode(),
        DOCUMENT.replace("<SYNC Start=2500><P Class=KRCC>&nbsp;\n", "")
        .replace("<SYNC Start=1000>", "<SYNC Start=1000 End=2500>")
        .encode(),
    ],
)
def test_whole_files_are_read_without_a_word(data: bytes) -> None:
    """A cue ends with the next SYNC, whatever the case of tags and whatever the file is called."""
    found = reading(data)
    assert (found.format, found.cues, found.repairs) == ("smi", CUES, ())


def test_a_cues_line_is_its_sync() -> None:
    """Where an editor finds it."""
    assert [entry.line for entry in reading(DOCUMENT).entries] == [12, 15]


def test_what_korean_windows_writes_is_read() -> None:
    """CP949, as most SAMI files are."""
    found = reading(DOCUMENT.encode("cp949"))
    assert (found.cues, found.encoding) == (CUES, "cp949")
    assert said(found.repairs, 3, "CP949")


def test_ffmpeg_reads_the_same_times() -> None:
    """A second opinion on when cues begin and end."""
    times = times_by_ffmpeg(DOCUMENT, "sami")
    cues = [(cue.start_ms, cue.end_ms) for cue in reading(DOCUMENT).cues]
    assert [time for time in times if time in cues] == cues


@pytest.mark.parametrize(
    ("language", "cues", "left_out"),
    [
        ("ko", CUES, "ENCC"),
        (None, CUES, "ENCC"),
        ("en", (Cue(1000, 2000, "Do not die."), Cue(3100, 4100, "Live.")), "KRCC"),
    ],
)
def test_one_language_is_read(language: Language | None, cues: tuple[Cue, ...], left_out: str) -> None:
    """The one asked for, or the first; the other is said to be left out."""
    found = reading(BOTH, language)
    assert found.cues == cues
    assert said(found.repairs, 13, f"{left_out} is left out, which has 2 texts")


def test_a_language_is_known_by_its_class_where_nothing_else_tells() -> None:
    """KRCC is Korean and ENCC English without a style."""
    body = BOTH[BOTH.index("<BODY>") :]
    assert reading("<SAMI>" + body, "ko").cues == CUES
    assert reading("<SAMI>" + body.replace("ENCC", "EGCC"), "en").cues[1] == Cue(3100, 4100, "Live.")


def test_one_class_is_read_whatever_it_is_called() -> None:
    """Many a Korean file says ENCC and means its only class."""
    assert reading(DOCUMENT.replace("KRCC", "ENCC").replace("ko-KR", "en-US"), "ko").cues == CUES


def test_several_classes_without_the_language_are_refused() -> None:
    """The wrong language is never shown."""
    assert said(faults(BOTH, "ru"), 1, "none of the classes KRCC, ENCC is in the language “ru”")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (DOCUMENT.replace("죽지", '<font color="#ff0000">죽지</font>'), 12, "<font> is not followed"),
        (DOCUMENT.replace("죽지", "<i>죽지</i>"), 12, "<i> is not followed"),
        (DOCUMENT.replace("<SYNC Start=1000>", "<SYNC Start=1000"), 12, "without its >"),
        (DOCUMENT.replace("</BODY>\n</SAMI>\n", "<SYNC Start=50"), 19, "cut off within a cue"),
        (DOCUMENT.replace("</BODY>\n</SAMI>\n", "<SYNC"), 19, "cut off within a cue"),
        (DOCUMENT.replace("<BODY>\n", "<BODY>\n<!-- <SYNC Start=10><P>옛말 -->\n"), 12, "within a comment"),
        (
            DOCUMENT.replace("살아야<br>", "살아야\n<SYNC Start=3000><P Class=KRCC>"),
            17,
            "begin at one time",
        ),
    ],
)
def test_damage_is_repaired_and_said(text: str, line: int, words: str) -> None:
    """Every cue is there, whole."""
    found = reading(text)
    assert found.cues == CUES
    assert said(found.repairs, line, words), found.repairs


def test_characters_are_decoded_and_stress_is_kept() -> None:
    """Entities, runs of spaces, and what is bold."""
    found = reading(DOCUMENT.replace("죽지 마", "<B>죽지</B> &amp; &lt;3&gt;&nbsp;&nbsp;가 1 < 2 마"))
    assert (found.cues[0].text, found.repairs) == ("<b>죽지</b> & <3> 가 1 < 2 마십시오.", ())


def test_a_last_cue_that_nothing_ends_gets_time_to_be_read() -> None:
    """And it is said that its end is a guess."""
    found = reading(DOCUMENT.replace("<SYNC Start=4000><P Class=KRCC>&nbsp;\n", ""))
    assert found.cues[0] == CUES[0]
    assert (found.cues[1].start_ms, found.cues[1].text) == (3000, CUES[1].text)
    assert 4000 <= found.cues[1].end_ms <= 10_000
    assert said(found.repairs, 15, "nothing ends the last cue")


def test_a_start_before_the_video_is_said() -> None:
    """And shown from the start."""
    found = reading(DOCUMENT.replace("Start=1000", "Start=-1000"))
    assert found.cues[0] == Cue(0, 2500, CUES[0].text)
    assert said(found.repairs, 12, "before the video, at -1000 ms")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + "</BODY></SAMI>", 1, "no cue"),
        ("<SAMI><BODY>말</BODY></SAMI>", 1, "belong to no cue"),
        (DOCUMENT.replace("Start=1000", "Start=곧"), 12, "has no time"),
        (DOCUMENT.replace("Start=1000", ""), 12, "has no time"),
        (DOCUMENT.replace("Start=2500", "Start=500"), 12, "ends before"),
        (DOCUMENT.replace("<P Class=KRCC>\n죽지", "<P Class=KRCC\n죽지"), 12, "lacks its >"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, line: int, words: str) -> None:
    """With its line."""
    assert said(faults(text), line, words)
