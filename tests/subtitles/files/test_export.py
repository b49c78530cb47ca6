"""Export: each format holds the cues, and the players and libraries of the world read it."""

from __future__ import annotations

import unicodedata

import pysrt
import pysubs2
import pytest
from hypothesis import given

from hoso.base.problems import InputError
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.export import export
from hoso.subtitles.files.reading import Format
from tests.subtitles.files.making import CUES_OF_ANY_WORDS, programmes
from tests.subtitles.files.saying import reading, times_by_ffmpeg

CUES = (
    Cue(1000, 2500, "<b>죽지</b> 마십시오."),
    Cue(2500, 3000, "a < b & {c} \\N <기생충>"),
    Cue(3200, 4000, "번호\n112"),
)
PLAIN = ["죽지 마십시오.", "a < b & {c} \\N <기생충>", "번호\n112"]


@pytest.mark.parametrize("name", ["srt", "vtt", "ass", "smi"])
def test_each_format_is_read_as_it_was_meant(name: Format) -> None:
    """Times, words, stress, and characters that mean something to the format; nothing needs repair."""
    found = reading(export(CUES, name, "ko", "호소 --> 문"))
    assert (found.format, found.cues, found.repairs) == (name, CUES, ())


@given(CUES_OF_ANY_WORDS)
def test_webvtt_holds_any_words(cues: list[Cue]) -> None:
    """In the order in which they begin, which WebVTT demands."""
    found = reading(export(cues, "vtt", "ko"))
    assert (list(found.cues), found.repairs) == (sorted(cues, key=lambda cue: cue.start_ms), ())


@given(programmes(step_ms=10))
def test_ass_and_sami_hold_what_is_said(cues: list[Cue]) -> None:
    """ASS to its 10 ms, SAMI to the millisecond."""
    assert list(reading(export(cues, "ass", "ko")).cues) == cues
    assert list(reading(export(cues, "smi", "ko")).cues) == cues


@given(programmes())
def test_ass_is_never_more_than_5_ms_off(cues: list[Cue]) -> None:
    """For cues that are long enough to have a length in its steps."""
    long = [Cue(cue.start_ms, cue.end_ms + 20, cue.text) for cue in cues]
    for cue, found in zip(long, reading(export(long, "ass", "ko")).cues, strict=True):
        assert abs(cue.start_ms - found.start_ms) <= 5
        assert abs(cue.end_ms - found.end_ms) <= 5


@pytest.mark.parametrize("name", ["srt", "vtt", "ass"])
def test_ffmpeg_finds_the_same_times(name: Format) -> None:
    """A second opinion on every format that players read."""
    times = times_by_ffmpeg(export(CUES, name, "ko"), {"vtt": "webvtt"}.get(name, name))
    assert times == [(cue.start_ms, cue.end_ms) for cue in CUES]


def test_pysrt_and_pysubs2_find_the_same_words() -> None:
    """A second opinion on the words of SRT and ASS."""
    items = pysrt.from_string(export(CUES, "srt", "ko"))
    assert [item.text_without_tags for item in items][::2] == PLAIN[::2]
    events = pysubs2.SSAFile.from_string(export(CUES, "ass", "ko"))
    assert [event.plaintext for event in events][::2] == PLAIN[::2]
    assert events[0].text.startswith("{\\b1}죽지{\\b0}")


def test_an_editors_ass_has_a_style_to_work_with() -> None:
    """A title, a picture size, a face that the editor's computer has, nothing placed by hand."""
    document = pysubs2.SSAFile.from_string(export(CUES, "ass", "ko", "호소\n문"))
    assert (document.info["Title"], document.info["PlayResX"]) == ("호소 문", "1920")
    assert document.styles["Default"].fontname == "Malgun Gothic"
    assert all("\\pos" not in event.text and event.style == "Default" for event in document)


def test_sami_names_its_language() -> None:
    """So that a player, and hoso, choose rightly."""
    russian = export(CUES, "smi", "ru")
    assert "lang:ru-RU" in russian
    assert reading(russian, "ru").cues == CUES


def test_sami_refuses_what_it_cannot_hold() -> None:
    """Two cues at one time."""
    with pytest.raises(InputError, match="overlap"):
        export([Cue(0, 2000, "가"), Cue(1000, 3000, "나")], "smi", "ko")


def test_exports_are_composed_text() -> None:
    """Nothing exported has letters in pieces or a line end but LF."""
    for name in ("srt", "vtt", "ass", "smi"):
        text = export(CUES, name, "ko", "호소")
        assert unicodedata.is_normalized("NFC", text)
        assert "\r" not in text
