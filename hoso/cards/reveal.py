"""When a card changes: which plates it needs and what each shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hoso.cards.card_content import CardContent, StepsCard

State = Literal["coming", "current", "done", "still"]


@dataclass(frozen=True, slots=True)
class Moment:
    """From `at_ms` after the scene's start on the nth item is in the nth state. Only steps have states."""

    at_ms: int
    states: tuple[State, ...]


def moments(content: CardContent, line_starts: Sequence[int]) -> tuple[Moment, ...]:
    """The card's changes, the first at 0.

    `line_starts` says when each line said begins, in ms from the scene's start, in order. A steps card's nth
    item becomes current with the nth line, the items left over with the last; where nothing is said all
    stand from the start. Other cards never change.
    """
    if not isinstance(content, StepsCard):
        return (Moment(0, ()),)
    count = len(content.items)
    if not line_starts:
        return (Moment(0, tuple[State, ...](["still"] * count)),)
    found = {0: _states(count, 0, 0)}
    for line, start in enumerate(line_starts[:count]):
        last = line == len(line_starts) - 1
        found[max(0, start)] = _states(count, line, count if last else line + 1)
    return tuple(Moment(at, states) for at, states in sorted(found.items()))


def _states(count: int, first: int, end: int) -> tuple[State, ...]:
    def state(item: int) -> State:
        if item < first:
            return "done"
        return "current" if item < end else "coming"

    return tuple(state(item) for item in range(count))
