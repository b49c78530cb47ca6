"""Ducking is computed from the times of speech."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.sound.envelope import ATTACK_MS, LEAST_GAP_MS, RELEASE_MS, Point, Span, ducking


def gain_at(points: tuple[Point, ...], at_ms: float) -> float:
    """The envelope's dB at a moment."""
    return float(np.interp(at_ms, [p.at_ms for p in points], [p.db for p in points]))


@st.composite
def talks(draw: st.DrawFn) -> tuple[int, list[Span]]:
    """A programme's length and stretches of speech in any order, overlapping and beyond its ends too."""
    duration = draw(st.integers(200, 30_000))
    starts = draw(st.lists(st.integers(-500, 31_000), max_size=12))
    return duration, [(start, start + draw(st.integers(0, 4000))) for start in starts]


def test_no_speech_leaves_the_bed_alone() -> None:
    """Without speech the gain is 0 dB from the beginning to the end."""
    assert ducking([], 5000, 6) == (Point(0, 0.0), Point(5000, 0.0))


def test_the_bed_is_down_before_the_first_word_and_comes_back_gently() -> None:
    """Down within the attack before speech, back within the release after it."""
    assert ducking([(2000, 4000)], 8000, 6) == (
        Point(0, 0.0),
        Point(2000 - ATTACK_MS, 0.0),
        Point(2000, -6),
        Point(4000, -6),
        Point(4000 + RELEASE_MS, 0.0),
        Point(8000, 0.0),
    )


def test_a_short_gap_does_not_pump() -> None:
    """A gap just under the least keeps the bed down; the least lets it come back."""
    second = 3000 + LEAST_GAP_MS
    assert gain_at(ducking([(1000, 3000), (second - 1, 6000)], 9000, 6), second - 200) == -6
    assert gain_at(ducking([(1000, 3000), (second, 6000)], 9000, 6), second - 200) == 0


def test_speech_at_the_very_beginning_and_end() -> None:
    """Where there is no room to come up or go down the bed stays down to the programme's ends."""
    assert ducking([(100, 4900)], 5000, 6) == (Point(0, -6), Point(5000, -6))


def test_a_programme_of_no_length_is_refused() -> None:
    """There is no envelope over nothing."""
    with pytest.raises(ValueError, match="longer than nothing"):
        ducking([], 0, 6)


@given(talks(), st.floats(0, 12))
def test_the_envelope_keeps_its_promises(talk: tuple[int, list[Span]], depth: float) -> None:
    """Never over 0 dB nor under the depth; down throughout speech; times ascend; it spans the programme."""
    duration, spans = talk
    points = ducking(spans, duration, depth)
    times = [point.at_ms for point in points]
    assert times[0] == 0
    assert times[-1] == duration
    assert all(a < b for a, b in pairwise(times))
    assert all(-depth <= point.db <= 0 for point in points)
    for start, stop in spans:
        inside = range(max(0, start), min(stop, duration), 37)
        assert all(gain_at(points, moment) == pytest.approx(-depth) for moment in inside)


@given(talks())
def test_every_segment_is_level_or_a_whole_attack_or_release(talk: tuple[int, list[Span]]) -> None:
    """The bed only rests, goes down within the attack or comes back within the release: it never wavers."""
    duration, spans = talk
    points = ducking(spans, duration, 6)
    for a, b in pairwise(points):
        if a.db > b.db:
            assert (a.db, b.db, b.at_ms - a.at_ms) == (0, -6, ATTACK_MS)
        elif a.db < b.db:
            assert (a.db, b.db, b.at_ms - a.at_ms) == (-6, 0, RELEASE_MS)


@given(talks())
def test_the_bed_comes_forward_only_in_long_gaps(talk: tuple[int, list[Span]]) -> None:
    """Where the bed is up, nobody speaks for at least the least gap around that moment."""
    duration, spans = talk
    points = ducking(spans, duration, 6)
    heard = [(a, b) for a, b in spans if a < duration and b > 0 and a < b]
    for moment in range(0, duration, 97):
        if gain_at(points, moment) > -6:
            before = max([b for _, b in heard if b <= moment], default=0)
            after = min([a for a, _ in heard if a >= moment], default=duration)
            assert min(after, duration) - max(before, 0) >= LEAST_GAP_MS or not heard
