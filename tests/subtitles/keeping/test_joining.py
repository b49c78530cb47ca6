"""Two people's versions of one file: each edit stands or is in a conflict, whoever saved first."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.subtitles.cues import Cue, cues_of
from hoso.subtitles.keeping.joining import join
from hoso.subtitles.keeping.outcome import CLASHED, REMOVED, Conflict
from hoso.subtitles.keeping.wording import words_of
from tests.subtitles.keeping.scripts import edits, line, scripts

D = Cue(5000, 6000, "새")
A, B, C = Cue(1000, 2000, "하나"), Cue(2100, 3000, "둘 셋"), Cue(3100, 4000, "넷")
BASE = (A, B, C)


def moved(cue: Cue, start: int = 0, end: int = 0, text: str | None = None) -> Cue:
    """`cue` with its edges that many ms later."""
    return Cue(cue.start_ms + start, cue.end_ms + end, cue.text if text is None else text)


@pytest.mark.parametrize(
    ("theirs", "mine", "joined"),
    [
        ((moved(A, 50, 50), B, C), (A, B, moved(C, 90)), (moved(A, 50, 50), B, moved(C, 90))),
        ((A, moved(B, 100), C), (A, moved(B, 0, -100), C), (A, moved(B, 100, -100), C)),
        ((A, moved(B, 100), C), (A, moved(B, 0, 0, "둘과 셋"), C), (A, moved(B, 100, 0, "둘과 셋"), C)),
        ((A, moved(B, 200), C), (A, moved(B, 200), C), (A, moved(B, 200), C)),
        ((A, moved(B, 200), C), (A, moved(B, 230), C), (A, moved(B, 230), C)),
        ((B, C), (A, B, moved(C, 90)), (B, moved(C, 90))),
        ((A, C), (A, C), (A, C)),
        ((A, B, C, D), (A, B, C, Cue(7000, 8000, "더")), (A, B, C, D, Cue(7000, 8000, "더"))),
        ((A, B, C, D), (A, B, C, D), (A, B, C, D)),
        ((A, Cue(2100, 2500, "둘"), Cue(2500, 3000, "셋"), C), (A, moved(B, 60, 80), C),
         (A, Cue(2160, 2500, "둘"), Cue(2500, 3080, "셋"), C)),
        ((A, moved(B, 60), C), (A, Cue(2100, 2500, "둘"), Cue(2500, 3000, "셋"), C),
         (A, Cue(2160, 2500, "둘"), Cue(2500, 3000, "셋"), C)),
        ((Cue(1000, 3000, "하나 둘 셋"), C), (moved(A, -100), B, C), (Cue(900, 3000, "하나 둘 셋"), C)),
        ((A, replace(B, text="둘\n셋"), C), (A, replace(B, text="둘 다섯"), C),
         (A, replace(B, text="둘 다섯"), C)),
    ],
)  # fmt: skip
def test_both_stand(theirs: tuple[Cue, ...], mine: tuple[Cue, ...], joined: tuple[Cue, ...]) -> None:
    """What does not touch the same edge or words is no conflict, whoever comes second."""
    assert join(BASE, theirs, mine).cues == joined
    assert join(BASE, theirs, mine).conflicts == ()
    assert join(BASE, mine, theirs).conflicts == ()


@pytest.mark.parametrize(
    ("theirs", "mine", "stands", "edited", "generated"),
    [
        (moved(B, 200), moved(B, -90), (moved(B, -90),), (moved(B, -90),), (moved(B, 200),)),
        (moved(B, 0, 0, "넷"), moved(B, 0, 0, "여섯"), (replace(B, text="여섯"),), (replace(B, text="여섯"),),
         (replace(B, text="넷"),)),
        (moved(B, 200, 50), moved(B, 90), (moved(B, 90, 50),), (moved(B, 90, 50),), (moved(B, 200, 50),)),
        (moved(B, 0, -300), moved(B, 700), (moved(B, 700),), (moved(B, 700),), (moved(B, 0, -300),)),
    ],
)  # fmt: skip
def test_the_same_edge_or_words_are_a_conflict(
    theirs: Cue, mine: Cue, stands: tuple[Cue, ...], edited: tuple[Cue, ...], generated: tuple[Cue, ...]
) -> None:
    """The later saver's version stands; what the other did is in the conflict, with the line's name."""
    lines = (line("first", 1000, "하나", "둘 셋"), line("last", 3100, "넷"))
    merged = join(BASE, (A, theirs, C), (A, mine, C), lines)
    assert merged.cues == (A, *stands, C)
    assert merged.conflicts == (Conflict("first", CLASHED, "edited", edited, generated),)


def test_what_one_deletes_and_the_other_changes_stays() -> None:
    """Whoever is second: words that vanish from a screen are the worse mistake."""
    changed = moved(B, 0, 0, "둘과 셋")
    merged = join(BASE, (A, C), (A, changed, C))
    assert merged.cues == (A, changed, C)
    assert merged.conflicts == (Conflict("@2100", REMOVED, "edited", (changed,), ()),)
    merged = join(BASE, (A, changed, C), (A, C))
    assert merged.cues == (A, changed, C)
    assert merged.conflicts == (Conflict("@2100", REMOVED, "generated", (), (changed,)),)


def test_two_additions_in_one_place_are_a_conflict() -> None:
    """The later saver's is shown; the other is not lost."""
    theirs, mine = Cue(5000, 6000, "새"), Cue(5500, 7000, "더")
    merged = join(BASE, (*BASE, theirs), (*BASE, mine))
    assert merged.cues == (*BASE, mine)
    assert merged.conflicts == (Conflict("@5000", CLASHED, "edited", (mine,), (theirs,)),)


def test_cues_do_not_newly_run_into_each_other() -> None:
    """One lets a cue end later, the other lets the next begin sooner: the first is held back."""
    merged = join(BASE, (A, moved(B, 0, 90), C), (A, B, moved(C, -60)))
    assert merged.cues == (A, moved(B, 0, 40), moved(C, -60))
    assert merged.conflicts == ()


def test_an_overlap_that_was_there_is_left() -> None:
    """A person's own overlap is a person's."""
    over = moved(B, 0, 500)
    merged = join((A, over, C), (moved(A, 50), over, C), (A, over, moved(C, 0, 70)))
    assert merged.cues == (moved(A, 50), over, moved(C, 0, 70))


def test_nothing_in_common_is_one_conflict() -> None:
    """Without a base both versions are there whole, the later one in the file."""
    merged = join((), (A, C), (B, moved(C, 300)))
    told = {cue for conflict in merged.conflicts for cue in (*conflict.edited, *conflict.generated)}
    assert {A, B, C, moved(C, 300)} <= told | set(merged.cues)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[tuple[Cue, ...], tuple[Cue, ...], tuple[Cue, ...]]:
    """A file and what two people made of it."""
    lines = draw(scripts())
    return cues_of(lines), tuple(sorted(draw(edits(lines)))), tuple(sorted(draw(edits(lines))))


@given(pairs())
def test_no_edit_is_lost(versions: tuple[tuple[Cue, ...], ...]) -> None:
    """Words and edges that one of them made are in the joined file or in a conflict."""
    base, theirs, mine = versions
    merged = join(base, theirs, mine)
    told = [
        *merged.cues,
        *(cue for conflict in merged.conflicts for cue in (*conflict.edited, *conflict.generated)),
    ]
    words = " ".join(words_of(cue.text) for cue in told).split()
    old = {word for cue in base for word in cue.text.split()}
    for version in (theirs, mine):
        for cue in set(version) - set(base):
            assert set(words_of(cue.text).split()) <= {*words} | old
            starts = {other.start_ms for other in told}
            if cue.start_ms not in {other.start_ms for other in base}:
                assert any(abs(cue.start_ms - start) <= 40 for start in starts), cue


@given(pairs())
def test_a_lone_editor_is_followed_exactly(versions: tuple[tuple[Cue, ...], ...]) -> None:
    """Where only one has changed anything, the file is theirs to the byte."""
    base, theirs, mine = versions
    assert join(base, base, mine).cues == mine
    assert join(base, theirs, base).cues == theirs
    assert join(base, mine, mine).cues == mine


@given(pairs())
def test_no_new_overlaps(versions: tuple[tuple[Cue, ...], ...]) -> None:
    """Where neither has cues that overlap, the joined file has none, but for those it calls a conflict."""
    base, theirs, mine = versions
    if any(two.start_ms < one.end_ms for side in (theirs, mine) for one, two in pairwise(side)):
        return
    merged = join(base, theirs, mine)
    crowded = {cue for conflict in merged.conflicts for cue in (*conflict.edited, *conflict.generated)}
    for one, two in pairwise(merged.cues):
        assert two.start_ms >= one.end_ms or {one, two} & crowded
