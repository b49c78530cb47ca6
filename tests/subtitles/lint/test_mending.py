"""Mending: what is moved, what is left, and what holds whatever the cues are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue
from hoso.subtitles.lint.linting import fix, lint
from hoso.subtitles.lint.mending import snapped
from hoso.subtitles.lint.sheet import Sheet
from tests.subtitles.lint.lint_material import FRAME, sheet

CUT = 10_000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # the order of time
        ([(5000, 7000), (1000, 3000)], [(1000, 3000), (5000, 7000)]),
        # gaps: none, and up to 11 frames, become two; a pause stays
        ([(0, 2000), (2000, 4000)], [(0, 1920), (2000, 4000)]),
        ([(0, 2000), (2440, 4000)], [(0, 2360), (2440, 4000)]),
        ([(0, 2000), (2480, 4000)], [(0, 2000), (2480, 4000)]),
        # a gap is not bought with time that is too short already
        ([(0, 840), (840, 4000)], [(0, 840), (840, 4000)]),
        # small overlaps; larger ones are for people
        ([(0, 2440), (2000, 4000)], [(0, 1920), (2000, 4000)]),
        ([(0, 2480), (2000, 4000)], [(0, 2480), (2000, 4000)]),
        ([(0, 880), (840, 4000)], [(0, 840), (840, 4000)]),
        ([(0, 400), (100, 4000)], [(0, 400), (100, 4000)]),
        # too short: to 5/6 s, or to two frames before the next, or to the film's end
        ([(0, 500), (4000, 6000)], [(0, 833), (4000, 6000)]),
        ([(0, 500), (800, 3000)], [(0, 720), (800, 3000)]),
        ([(59_500, 59_800)], [(59_500, 60_000)]),
        # cuts: begin on them, end two frames before; contiguous cues part around them
        ([(CUT + 200, 14_000)], [(CUT, 14_000)]),
        ([(CUT - 320, 14_000)], [(CUT, 14_000)]),
        ([(7000, CUT - 480)], [(7000, CUT - 80)]),
        ([(7000, CUT + 480)], [(7000, CUT - 80)]),
        ([(7000, CUT + 120), (CUT + 120, 14_000)], [(7000, CUT - 80), (CUT, 14_000)]),
        ([(7000, CUT - 120), (CUT - 120, 14_000)], [(7000, CUT - 80), (CUT, 14_000)]),
        # a cue is not moved into its neighbour
        ([(7000, CUT + 1000), (CUT - 200, 14_000)], [(7000, CUT + 1000), (CUT, 14_000)]),
        # what never shows is left for people
        ([(3000, 3000), (5000, 4000)], [(3000, 3000), (5000, 4000)]),
    ],
)
def test_what_is_mended(
    before: list[tuple[int, int]], after: list[tuple[int, int]], fontset: FontSet
) -> None:
    """Edges go where the rules want them as long as that leaves less wrong; a cut is at 10 s."""
    cues = [Cue(start, end, "가") for start, end in before]
    mended, _ = fix(sheet(*cues, fontset=fontset, shots=(CUT,)))
    assert [(cue.start_ms, cue.end_ms) for cue in mended] == after


def test_snapping_leaves_all_else(fontset: FontSet) -> None:
    """Only edges near a cut move, by the same rules."""
    cues = [Cue(7000, CUT + 120, "가"), Cue(CUT + 120, 14_000, "나"), Cue(14_000, 14_500, "다")]
    made = snapped(cues, sheet(fontset=fontset, shots=(CUT,)).timing)
    assert [(cue.start_ms, cue.end_ms) for cue in made] == [(7000, CUT - 80), (CUT, 14_000), (14_000, 14_500)]


def test_what_was_mended_is_said(fontset: FontSet) -> None:
    """The findings that are gone come with the cues; the others are still found."""
    cues = (Cue(0, 2000, "가"), Cue(2000, 4000, "나"), Cue(5000, 5500, "다" * 30))
    looked_at = sheet(*cues, fontset=fontset)
    mended, gone = fix(looked_at)
    assert [(finding.rule, finding.cue) for finding in gone] == [("gap", 0), ("too-short", 2)]
    left = [finding.rule for finding in lint(looked_at.with_cues(mended))]
    assert left == ["too-fast", "wide-line"]


TIMES = st.one_of(st.integers(0, 20_000), st.integers(0, 500).map(lambda frame: frame * FRAME))
CUES = st.builds(
    lambda start, length, size: Cue(start, start + length, "가" * size),
    TIMES,
    st.one_of(st.integers(-200, 4000), st.integers(500, 1000)),
    st.integers(1, 30),
)


def test_who_does_not_ask_what_mending_does_hears_the_rest(fontset: FontSet) -> None:
    """The same findings, sooner."""
    cues = Cue(0, 300, "하나"), Cue(280, 1500, "둘"), Cue(1540, 3000, "셋")
    looked_at = sheet(*cues, fontset=fontset, shots=(1560,))
    whole = lint(looked_at)
    assert any(finding.fixable for finding in whole)
    assert lint(looked_at, mending=False) == tuple(replace(finding, fixable=False) for finding in whole)


@st.composite
def rows(draw: st.DrawFn) -> list[Cue]:
    """Cues one after another with small gaps and overlaps: where mending has the most to do."""
    at, cues = 0, []
    for _ in range(draw(st.integers(1, 8))):
        start = max(0, at + draw(st.integers(-600, 700)))
        at = start + draw(st.integers(300, 2500))
        cues.append(Cue(start, at, "가" * draw(st.integers(1, 20))))
    return cues


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[Cue], tuple[int, ...], int]:
    """Any cues, cuts and frame rate."""
    cues = draw(st.one_of(st.lists(CUES, max_size=8), rows()))
    return cues, tuple(sorted(draw(st.sets(TIMES, max_size=8)))), draw(st.sampled_from((25, 30, 60)))


def made(drawn: tuple[list[Cue], tuple[int, ...], int], fontset: FontSet) -> Sheet:
    """The sheet that was drawn."""
    cues, shots, fps = drawn
    return sheet(*cues, fontset=fontset, shots=shots, fps=fps, duration_ms=26_000)


def touching(cues: Sequence[Cue]) -> int:
    """How many of `cues`, in order, overlap with the next that shows at all."""
    return sum(
        after.start_ms < before.end_ms and after.end_ms > after.start_ms for before, after in pairwise(cues)
    )


ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)


@ANY
@given(sheets())
def test_mending_twice_changes_nothing(
    fontset: FontSet, drawn: tuple[list[Cue], tuple[int, ...], int]
) -> None:
    """What was mended needs no mending: no finding of it is fixable, and its cues stay to the millisecond."""
    looked_at = made(drawn, fontset)
    cues, _ = fix(looked_at)
    again = looked_at.with_cues(cues)
    assert [finding for finding in lint(again) if finding.fixable] == []
    assert fix(again) == (cues, ())


@ANY
@given(sheets())
def test_mending_keeps_every_word(fontset: FontSet, drawn: tuple[list[Cue], tuple[int, ...], int]) -> None:
    """The same texts, each with its cue, in the order of time; what begins together stays as it was."""
    cues, _ = fix(made(drawn, fontset))
    assert [cue.text for cue in cues] == [cue.text for cue in sorted(drawn[0], key=lambda cue: cue.start_ms)]
    assert all(before.start_ms <= after.start_ms for before, after in pairwise(cues))


@ANY
@given(sheets())
def test_mending_makes_nothing_grave(fontset: FontSet, drawn: tuple[list[Cue], tuple[int, ...], int]) -> None:
    """No error more of any kind, none that lasts too long; time to read is taken only to end an overlap."""
    looked_at = made(drawn, fontset)
    cues, _ = fix(looked_at)
    before, after = (
        Counter(item.rule for item in lint(one)) for one in (looked_at, looked_at.with_cues(cues))
    )
    for rule in ("impossible", "overlap", "too-long", "too-short"):
        assert after[rule] <= before[rule]
    ended = touching(sorted(drawn[0], key=lambda cue: cue.start_ms)) - touching(cues)
    assert after["too-fast"] <= before["too-fast"] + ended


@ANY
@given(sheets())
def test_edges_move_no_further_than_the_rules_reach(
    fontset: FontSet, drawn: tuple[list[Cue], tuple[int, ...], int]
) -> None:
    """A beginning moves by 11 frames a cut at most; no end is moved beyond the film's."""
    cues, shots, fps = drawn
    ordered = sorted(cues, key=lambda cue: cue.start_ms)
    mended, _ = fix(made(drawn, fontset))
    for before, after in zip(ordered, mended, strict=True):
        assert abs(after.start_ms - before.start_ms) <= 12 * 1000 / fps * (1 + len(shots))
        assert after.end_ms <= max(before.end_ms, 26_000)
