"""When steps appear."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hoso.cards.card_content import StepsCard, TextCard
from hoso.cards.reveal import Moment, moments

STEPS = StepsCard("ko", None, ("하나", "둘", "셋"))


def test_the_nth_step_comes_with_the_nth_line() -> None:
    """Steps before it are done, steps after it are still to come."""
    assert moments(STEPS, (300, 2000, 4000)) == (
        Moment(0, ("coming", "coming", "coming")),
        Moment(300, ("current", "coming", "coming")),
        Moment(2000, ("done", "current", "coming")),
        Moment(4000, ("done", "done", "current")),
    )


def test_steps_left_over_come_with_the_last_line() -> None:
    """Fewer lines than steps."""
    assert moments(STEPS, (0, 900)) == (
        Moment(0, ("current", "coming", "coming")),
        Moment(900, ("done", "current", "current")),
    )


def test_lines_left_over_change_nothing() -> None:
    """More lines than steps."""
    assert moments(STEPS, (0, 1, 2, 3, 4)) == moments(STEPS, (0, 1, 2))


def test_without_words_all_steps_stand_from_the_start() -> None:
    """Nothing is said, so nothing is waited for."""
    assert moments(STEPS, ()) == (Moment(0, ("still", "still", "still")),)


def test_other_cards_never_change() -> None:
    """Whatever is said."""
    assert moments(TextCard("ko", None, "말"), (0, 500)) == (Moment(0, ()),)


@given(st.lists(st.integers(0, 10_000), max_size=6, unique=True).map(sorted))
def test_steps_never_go_back(starts: list[int]) -> None:
    """The first plate stands at 0, times grow, and a step that is done stays done."""
    found = moments(STEPS, starts)
    order = {"coming": 0, "current": 1, "done": 2, "still": 3}
    assert found[0].at_ms == 0
    for before, after in pairwise(found):
        assert before.at_ms < after.at_ms
        assert all(order[b] <= order[a] for b, a in zip(before.states, after.states, strict=True))
