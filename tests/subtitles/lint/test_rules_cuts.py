"""Rules about cues and shot changes."""

from __future__ import annotations

import pytest

from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue
from tests.subtitles.lint.lint_material import FRAME, found, sheet

CUT = 10_000


@pytest.mark.parametrize(
    ("frames", "wrong"),
    [(-9, False), (-8, True), (-1, True), (0, False), (1, True), (11, True), (12, False)],
)
def test_a_cue_begins_with_the_shot(frames: int, wrong: bool, fontset: FontSet) -> None:
    """1 to 8 frames before a cut and 1 to 11 after it belong on the cut; mending puts them there."""
    cue = Cue(CUT + frames * FRAME, 14_000, "가")
    findings = found("begins-by-cut", sheet(cue, fontset=fontset, shots=(CUT,)))
    assert [(item.level, item.fixable) for item in findings] == [("hint", True)] * wrong


@pytest.mark.parametrize(
    ("frames", "wrong"),
    [(-13, False), (-12, True), (-3, True), (-2, False), (-1, True), (0, True), (12, True), (13, False)],
)
def test_a_cue_ends_two_frames_before_the_shot(frames: int, wrong: bool, fontset: FontSet) -> None:
    """Within 12 frames of a cut, on either side, a cue ends two frames before it; mending moves the end."""
    cue = Cue(6000, CUT + frames * FRAME, "가")
    findings = found("ends-by-cut", sheet(cue, fontset=fontset, shots=(CUT,)))
    assert [(item.level, item.fixable) for item in findings] == [("hint", True)] * wrong


def test_the_nearest_cut_counts(fontset: FontSet) -> None:
    """Between two cuts an edge goes to the nearer one; an edge that is on one is left where it is."""
    cuts = (CUT, CUT + 10 * FRAME)
    (finding,) = found(
        "begins-by-cut", sheet(Cue(CUT + 3 * FRAME, 14_000, "가"), fontset=fontset, shots=cuts)
    )
    assert "3 frames after" in finding.message
    (finding,) = found(
        "begins-by-cut", sheet(Cue(CUT + 8 * FRAME, 14_000, "가"), fontset=fontset, shots=cuts)
    )
    assert "2 frames before" in finding.message
    assert found("begins-by-cut", sheet(Cue(CUT, 14_000, "가"), fontset=fontset, shots=cuts)) == []


def test_a_cut_is_not_followed_where_readers_would_lose_time(fontset: FontSet) -> None:
    """A cue whose words need the time up to its end is named, and mending leaves it."""
    cue = Cue(CUT - 2000, CUT, "가" * 24)
    (finding,) = found("ends-by-cut", sheet(cue, fontset=fontset, shots=(CUT,)))
    assert not finding.fixable


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (CUT - 9 * FRAME, CUT + 13 * FRAME, True),
        (CUT - 8 * FRAME, CUT + 13 * FRAME, False),
        (CUT - 9 * FRAME, CUT + 12 * FRAME, False),
        (CUT, CUT + 2000, False),
        (CUT - 2000, CUT - 80, False),
    ],
)
def test_a_cue_that_stays_over_a_cut_is_a_hint(start: int, end: int, wrong: bool, fontset: FontSet) -> None:
    """Where neither edge is near the cut: a person decides whether the sentence can be split."""
    findings = found("over-cut", sheet(Cue(start, end, "가"), fontset=fontset, shots=(CUT,)))
    assert [(item.level, item.fixable) for item in findings] == [("hint", False)] * wrong


def test_cuts_are_not_known_while_times_are_guesses(fontset: FontSet) -> None:
    """Lines without takes move the scenes: nothing is said about cuts."""
    cue = Cue(CUT + FRAME, CUT + 4000, "가")
    assert found("begins-by-cut", sheet(cue, fontset=fontset, shots=(CUT,), guessed=True)) == []
