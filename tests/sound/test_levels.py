"""Levels before the mix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.sound.levels import (
    MOST_BOOST_DB,
    REFERENCE_LUFS,
    RISE_LU,
    bed_gain,
    is_silence,
    keep_gain,
    ratio,
    rise,
)


def test_decibels() -> None:
    """6.02 dB is twice the amplitude."""
    assert ratio(6.0206) == pytest.approx(2, rel=1e-5)
    assert ratio(0) == 1


def test_a_kept_sound_comes_to_the_voice() -> None:
    """Louder or quieter, it lands on the reference, but hiss is not raised without end."""
    assert -12 + keep_gain(-12) == REFERENCE_LUFS
    assert -40 + keep_gain(-40) == REFERENCE_LUFS
    assert keep_gain(-66) == MOST_BOOST_DB


@given(st.floats(-45, 0), st.floats(-40, 0))
def test_the_bed_lies_under_speech_by_what_is_asked_and_never_over_it(lufs: float, level: float) -> None:
    """Ducked it lies at `level`; where nobody speaks it comes forward, at most to speech's own loudness."""
    open_lufs = lufs + bed_gain(lufs, level)
    ducked = open_lufs - rise(level) - REFERENCE_LUFS
    assert ducked == pytest.approx(level) or bed_gain(lufs, level) == MOST_BOOST_DB + rise(level)
    assert open_lufs <= REFERENCE_LUFS + 1e-9
    assert 0 <= rise(level) <= RISE_LU


def test_silence() -> None:
    """A meter's absolute gate is silence, and so is minus infinity."""
    assert is_silence(float("-inf"))
    assert is_silence(-70.0)
    assert not is_silence(-69.9)
