"""The meter's reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.media.ffmpeg import arguments, run
from hoso.sound.delivery import measure_graph
from hoso.sound.meter import reading
from tests.sound.sound_material import lufs, speech_like, stereo, tone, true_peak, write


def test_it_agrees_with_an_independent_meter(tmp_path: Path) -> None:
    """ffmpeg's loudness and true peak are those of other code within its last digit."""
    wave = stereo(speech_like(6), speech_like(6, seed=2)) * 0.8
    read = reading(run(arguments(measure_graph(write(tmp_path / "a.wav", wave)))))
    assert read.lufs == pytest.approx(lufs(wave), abs=0.15)
    assert read.true_peak == pytest.approx(true_peak(wave), abs=0.2)


def test_a_full_scale_tone(tmp_path: Path) -> None:
    """997 Hz at -20 dBFS in both channels is -20 LUFS by definition of the scale."""
    mono = tone(5, 997, 0.1)
    read = reading(run(arguments(measure_graph(write(tmp_path / "a.wav", stereo(mono, mono))))))
    assert read.lufs == pytest.approx(-20, abs=0.1)
    assert read.true_peak == pytest.approx(-20, abs=0.1)


def test_silence_reads_as_minus_infinity(tmp_path: Path) -> None:
    """Digital silence has neither loudness nor peak."""
    read = reading(run(arguments(measure_graph(write(tmp_path / "a.wav", tone(1, 440, 0))))))
    assert read.lufs == float("-inf")
    assert read.true_peak == float("-inf")


def test_a_log_without_a_summary_is_an_error() -> None:
    """Nothing is made up where ffmpeg said nothing."""
    with pytest.raises(ValueError, match="no loudness summary"):
        reading("size=N/A time=00:00:01.00")
