"""WebVTT: words come through, all else is said, under any file extension."""

from __future__ import annotations

import pysubs2
import pytest

from hoso.subtitles.cues import Cue
from tests.subtitles.files.saying import CUES, faults, reading, said

WEBVTT = (
    "WEBVTT\n\n00:01.000 --> 00:02.500\n죽지 마십시오.\n\n00:00:03.000 --> 00:00:04.000\n살아야\n합니다.\n"
)


def test_clean_webvtt_is_read_without_a_word() -> None:
    """With hours and without, whatever the file is called."""
    found = reading(WEBVTT)
    assert (found.format, found.cues, found.repairs) == ("vtt", CUES, ())
    assert [entry.line for entry in found.entries] == [3, 6]


@pytest.mark.parametrize(
    "text",
    [
        WEBVTT.replace(
            "WEBVTT", "WEBVTT - 제목\nKind: captions\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0"
        ),
        WEBVTT.replace("\n", "\r\n"),
        "\ufeff" + WEBVTT,
        WEBVTT.replace("00:01.000", "1\n00:01.000").replace("00:00:03", "2\n00:00:03"),
        WEBVTT.replace("WEBVTT\n\n", "WEBVTT\n"),
    ],
)
def test_what_harms_nothing_is_not_spoken_of(text: str) -> None:
    """Headers, line ends, marks and numbers."""
    found = reading(text)
    assert (found.cues, found.repairs) == (CUES, ())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (WEBVTT.replace("\n\n00:01", "\n\nNOTE 번역\n둘째 줄\n\n00:01"), 3, "a NOTE block"),
        (WEBVTT.replace("\n\n00:00:03", "\n\nNOTE\n비고\n\n00:00:03"), 6, "a NOTE block"),
        (WEBVTT.replace("\n\n00:01", "\n\nSTYLE\n::cue { color: red }\n\n00:01"), 3, "a STYLE block"),
        (WEBVTT.replace("\n\n00:01", "\n\nREGION\nid:a\n\n00:01"), 3, "a REGION block"),
        (WEBVTT.replace("00:01.000", "첫머리\n00:01.000"), 3, "a cue's name"),
        (WEBVTT.replace("2.500", "2.500 align:start line:0"), 3, "own place in the picture"),
        (WEBVTT.replace("죽지", "<v 김 상사>죽지"), 3, "<v> is not followed"),
        (WEBVTT.replace("죽지", "<c.yellow.bg>죽지</c>"), 3, "<c> is not followed"),
        (WEBVTT.replace("마십", "<00:00:01.500>마십"), 3, "<00:00.000> is not followed"),
        (WEBVTT.replace("살아야\n", "살아야\\N"), 6, "“\\N” is read as a line break"),
        (WEBVTT.replace("00:00:04.000", "00:00:04,000").replace("3.000", "3,000"), 6, "a comma"),
        (WEBVTT.replace("\n\n00:00:03", "\n00:00:03"), 5, "without a blank line"),
        (WEBVTT.replace("살아야\n", "살아야\n\n"), 9, "“합니다.”, below a blank line"),
    ],
)
def test_what_is_not_words_is_left_out_and_said(text: str, line: int, words: str) -> None:
    """Every cue is there, and nothing else is shown."""
    found = reading(text)
    assert found.cues == CUES
    assert said(found.repairs, line, words), found.repairs


def test_characters_are_decoded() -> None:
    """Entities are what they stand for, and a literal < is words."""
    found = reading(WEBVTT.replace("죽지", "a &lt; b &amp;amp; 가&nbsp;나 1 < 2"))
    assert (found.cues[0].text, found.repairs) == ("a < b &amp; 가\xa0나 1 < 2 마십시오.", ())


@pytest.mark.parametrize("digits", ["112", "2", "3"])
def test_words_of_digits_stay(digits: str) -> None:
    """pysubs2 alone takes the last line for the next cue's number."""
    text = WEBVTT.replace("죽지 마십시오.", f"번호\n{digits}").replace("합니다.", digits)
    alone = pysubs2.SSAFile.from_string(text, "vtt")
    assert [event.plaintext for event in alone] == ["번호", "살아야"]
    assert [cue.text for cue in reading(text).cues] == [f"번호\n{digits}", f"살아야\n{digits}"]


def test_pysubs2_reads_a_clean_file_alike() -> None:
    """A second opinion on times and words."""
    events = pysubs2.SSAFile.from_string(WEBVTT, "vtt")
    assert tuple(Cue(event.start, event.end, event.plaintext) for event in events) == reading(WEBVTT).cues


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("WEBVTT\n", 1, "no cue"),
        ("WEBVTT\n\nNOTE\n00 말\n", 1, "no cue"),
        (WEBVTT.replace("00:01.000", "00:61.000"), 3, "are not times"),
        (WEBVTT.replace("00:02.500", "00:00.500"), 3, "ends before"),
        (WEBVTT.replace("\n\n00:01", "\n\n말\n\n00:01"), 3, "belong to no cue"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, line: int, words: str) -> None:
    """With its line."""
    assert said(faults(text), line, words)
