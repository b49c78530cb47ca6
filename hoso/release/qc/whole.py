"""What is black and what stands still in all of a film, from what was seen in its passages. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hoso.release.qc.looking import Look, Span, same_picture
from hoso.release.qc.passages import Passage
from hoso.release.qc.stretches import Stretch

BLACK_MS = 200
FROZEN_MS = 1000


def black_stretches(
    passages: Sequence[Passage], looks: Sequence[Look], rate: tuple[int, int]
) -> tuple[Stretch, ...]:
    """Where the film is black for `BLACK_MS` and more; `rate` is frames a second, a fraction."""
    spans: list[Span] = []
    for passage, look in zip(passages, looks, strict=True):
        for low, high in look.black:
            _join(spans, (passage.first + low, passage.first + high), seamless=True)
    return _lasting(spans, rate, BLACK_MS)


def frozen_stretches(
    passages: Sequence[Passage], looks: Sequence[Look], rate: tuple[int, int]
) -> tuple[Stretch, ...]:
    """Where the film stands still for `FROZEN_MS` and more."""
    spans: list[Span] = []
    seamless = [False, *(same_picture(before.tail, after.head) for before, after in pairwise(looks))]
    for passage, look, on in zip(passages, looks, seamless, strict=True):
        for low, high in look.frozen:
            _join(spans, (passage.first + low, passage.first + high), seamless=on and low == 0)
    return _lasting(spans, rate, FROZEN_MS)


def _join(spans: list[Span], span: Span, *, seamless: bool) -> None:
    """Add `span`; where the last one ends as it begins, they are one if `seamless`."""
    if seamless and spans and spans[-1][1] == span[0]:
        spans[-1] = spans[-1][0], span[1]
    else:
        spans.append(span)


def _lasting(spans: Sequence[Span], rate: tuple[int, int], least_ms: int) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in _stretches(spans, rate) if stretch.length_ms >= least_ms)


def _stretches(spans: Sequence[Span], rate: tuple[int, int]) -> Iterator[Stretch]:
    for low, high in spans:
        yield Stretch(*(round(frame * 1000 * rate[1] / max(1, rate[0])) for frame in (low, high)))
