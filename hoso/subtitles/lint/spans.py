"""Stretches of time: joined, missing, near. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from hoso.subtitles.lint.wording import Span


def union(spans: Iterable[Span]) -> list[Span]:
    """The time that any of `spans` covers, in order, none touching another."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def uncovered(spans: Sequence[Span], cover: Sequence[Span], most_ms: int) -> Iterator[Span]:
    """Stretches of `spans` (in order) outside `cover` (in order, apart) that last longer than `most_ms`.

    Where nothing of `spans` is covered, all of it is one such stretch, however short. Pauses between two of
    `spans` belong to a stretch, pauses at its ends do not.
    """
    bare = [part for span in spans for part in _less(span, cover)]
    if bare == list(spans):
        if bare:
            yield bare[0][0], bare[-1][1]
        return
    for start, end in _runs(bare, cover):
        if end - start > most_ms:
            yield start, end


def nearest_speech(span: Span, speech: Sequence[Span]) -> Span:
    """What of `speech` (in order, apart, at least one) sounds during `span`, from the first to the last.

    Where nothing does, what is nearest.
    """
    first = bisect_right(speech, span[0], key=lambda heard: heard[1])
    last = bisect_left(speech, span[1], key=lambda heard: heard[0])
    if first < last:
        return speech[first][0], speech[last - 1][1]
    beside = speech[max(0, first - 1) : first + 1]
    return min(beside, key=lambda heard: max(heard[0] - span[1], span[0] - heard[1]))


def _less(span: Span, cover: Sequence[Span]) -> Iterator[Span]:
    """What of `span` is outside `cover`."""
    start, end = span
    for number in range(max(0, bisect_right(cover, (start, start)) - 1), len(cover)):
        left, right = cover[number]
        if left >= end:
            break
        if left > start:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


def _runs(bare: Sequence[Span], cover: Sequence[Span]) -> Iterator[Span]:
    """`bare` joined where no part of `cover` lies between."""
    run: Span | None = None
    for start, end in bare:
        if run is not None and not _anything(cover, run[1], start):
            run = run[0], end
            continue
        if run is not None:
            yield run
        run = start, end
    if run is not None:
        yield run


def _anything(cover: Sequence[Span], start: int, end: int) -> bool:
    """Whether any of `cover` lies within [start, end)."""
    number = bisect_right(cover, (start, start - 1))
    return number < len(cover) and cover[number][0] < end
