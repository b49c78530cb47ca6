"""Cues that a program sends: what a file would say of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import parse
from hoso.subtitles.files.sent import LAST_MS, LONGEST, MOST, received

PATH = Path("a.srt")
GOOD = Cue(0, 1000, "말")


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        (Cue(-300, 700, "말"), Cue(0, 700, "말")),
        (Cue(0, 700, "<i>말</i> <b>둘</b>"), Cue(0, 700, "말 <b>둘</b>")),
        (Cue(0, 700, "말\x00\n\n \n둘"), Cue(0, 700, "말\n둘")),
        (Cue(0, 700, "\u1106\u1161\u11af"), Cue(0, 700, "말")),
    ],
)
def test_what_a_reader_mends_is_mended(sent: Cue, got: Cue) -> None:
    """Silently: the answer shows it."""
    assert received([sent, Cue(800, 900, "\u200b")], PATH) == (got,)


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        ([GOOD, Cue(500, 500, "말"), Cue(900, 100, "말")], ["cue 2 ends", "cue 3 ends"]),
        ([Cue(-900, 0, "말")], ["cue 1 ends before"]),
        ([Cue(0, LAST_MS, "말")], ["a hundred hours"]),
        ([Cue(0, 900, "말" * (LONGEST + 1))], [f"{LONGEST} is the limit"]),
        ([GOOD] * (MOST + 1), [f"{MOST} is the limit"]),
        ([Cue(0, 900, " ")], ["needs a cue with words"]),
        ([], ["needs a cue with words"]),
    ],
)
def test_the_rest_is_refused(cues: list[Cue], said: list[str]) -> None:
    """Every fault at once, each by the number of its cue."""
    with pytest.raises(InputError) as caught:
        received(cues, PATH)
    assert [any(words in str(problem) for words in said) for problem in caught.value.problems] == [
        True
    ] * len(said)


@given(
    st.lists(
        st.builds(Cue, st.integers(-999, 10**6), st.integers(10**6 + 1, 10**7), st.text(max_size=40)),
        max_size=6,
    )
)
def test_what_is_received_can_be_read_back(cues: list[Cue]) -> None:
    """Or it is refused when it is written: nothing is stored as something else."""
    try:
        taken = received(cues, PATH)
    except InputError:
        return
    text = srt.text_of(taken)
    try:
        back = parse(text.encode(errors="replace"), PATH).cues
    except InputError:
        return
    if back != taken:
        with pytest.raises(InputError):
            srt.write(PATH, taken)
        assert not PATH.exists()
