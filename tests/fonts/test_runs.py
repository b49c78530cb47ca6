"""Runs: each stretch of text in a family that has its glyphs."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hoso.fonts.recipes import KOREAN, SANS
from hoso.fonts.runs import Run, runs


def _covers(family: str, char: str) -> bool:
    hangul = "가" <= char <= "힣"
    return (hangul if family == KOREAN else not hangul) and char != "😀"


@given(st.text(alphabet="가나 abЇи́😀\n"))
def test_runs_keep_the_text(text: str) -> None:
    """Nothing is lost or reordered, neighbours differ, and every family covers its run's first character."""
    found = runs(text, (KOREAN, SANS), _covers)
    assert "".join(run.text for run in found) == text
    assert all(a.family != b.family for a, b in pairwise(found))
    assert all(run.family is None or _covers(run.family, run.text[0]) for run in found)


def test_a_combining_mark_stays_with_its_letter() -> None:
    """The stress mark of Russian textbooks is not torn off."""

    def covers(family: str, char: str) -> bool:
        return family == SANS or char == "\u0301"

    assert runs("сло\u0301во", (KOREAN, SANS), covers) == (Run(SANS, "сло\u0301во"),)


def test_what_no_family_has_is_a_run_of_its_own() -> None:
    """So that it can be reported."""
    assert runs("가😀", (KOREAN, SANS), _covers) == (Run(KOREAN, "가"), Run(None, "😀"))
