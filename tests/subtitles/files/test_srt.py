"""SRT as hoso writes it: plain, and back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.reading import read
from hoso.subtitles.files.srt import text_of, write
from tests.subtitles.files.making import CUES_OF_ANY_WORDS
from tests.subtitles.files.saying import CUES, GOOD, reading


def test_a_written_file_is_plain(tmp_path: Path) -> None:
    """UTF-8 without a byte order mark, LF, numbered from 1, nothing left beside it."""
    path = tmp_path / "deep" / "a.srt"
    write(path, CUES)
    assert path.read_bytes() == (GOOD + "\n").encode()
    assert [child.name for child in path.parent.iterdir()] == ["a.srt"]
    assert read(path).cues == CUES


@pytest.mark.parametrize(
    "cue",
    [
        Cue(0, 1000, "가\n\n나"),
        Cue(0, 1000, "<i>가</i>"),
        Cue(0, 1000, "<b>가"),
        Cue(0, 1000, "가 "),
        Cue(0, 1000, ""),
        Cue(0, 1000, "가\n00:00:01,000 --> 00:00:02,000"),
        Cue(0, 1000, "가\r나"),
        Cue(0, 1000, "\ud800"),
        Cue(0, 1000, "\u1100\u1161"),
        Cue(0, 1000, "가\n00:00:01,000 -->"),
        Cue(1000, 1000, "가"),
        Cue(-1000, 1000, "가"),
    ],
)
def test_what_would_not_come_back_is_refused(tmp_path: Path, cue: Cue) -> None:
    """Nothing is written that would be read as something else."""
    path = tmp_path / "a.srt"
    with pytest.raises(InputError) as caught:
        write(path, [*CUES, cue])
    (problem,) = caught.value.problems
    assert (problem.path, f"“{cue.text}”" in problem.message) == (path, True)
    assert not path.exists()


@given(CUES_OF_ANY_WORDS)
def test_cues_come_back_as_they_were(cues: list[Cue]) -> None:
    """Times to the millisecond, words, stress and line breaks, in their order, and no word of repair."""
    found = reading(text_of(cues))
    assert (list(found.cues), found.repairs) == (cues, ())


@given(CUES_OF_ANY_WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n"]))
def test_our_own_file_stays_byte_for_byte(cues: list[Cue], encoding: str, line_end: str) -> None:
    """However an editor's program saved it, what is written of it again is what it was."""
    text = text_of(cues)
    assert text_of(reading(text.replace("\n", line_end).encode(encoding)).cues) == text
