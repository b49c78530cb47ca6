"""What is drawn of a sound: its wave and its loudness."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile

from hoso.base.jobs import CancelToken
from hoso.base.store import Store
from hoso.release.report.hearing import BINS, FLOOR, hear
from hoso.release.report.plots import LEFT, LOUD_BOTTOM, RIGHT, drawing, height
from tests.release.report.report_material import Releases, tone


@pytest.mark.parametrize("decibels", [-6.0, -20.0, -33.0])
def test_the_loudness_curve_is_that_of_another_meter(tmp_path: Path, decibels: float) -> None:
    """A steady tone: within 0.5 LU of pyloudnorm at every moment once the windows are full; its peak too."""
    path = tone(tmp_path / "tone.wav", decibels)
    samples, rate = soundfile.read(path)
    measured = pyloudnorm.Meter(rate).integrated_loudness(samples)
    heard = hear(path, "a", Store(tmp_path / "store"), CancelToken())
    assert heard is not None
    full = [moment for moment in heard.moments if moment.at_ms >= 3000]
    assert len(full) >= 29
    assert all(abs(each.momentary - measured) < 0.5 for each in full)
    assert all(abs(each.short_term - measured) < 0.5 for each in full)
    assert abs(heard.lufs - measured) < 0.5
    assert len(heard.peaks) == BINS
    assert np.allclose(heard.peaks, 10 ** (decibels / 20), atol=0.01)
    drawn = drawing(heard, -16.0)
    foot = float(re.split("[,L]", drawn.short_term)[-1])
    assert abs(foot - height(measured)) < height(0) - height(0.5) + 1.5


def test_a_waveform_shows_when_it_is_loud(tmp_path: Path) -> None:
    """Two seconds of silence, then a tone: peaks and curve know which is which."""
    path = tmp_path / "late.wav"
    wave = np.zeros((192_000, 2))
    wave[96_000:] = 0.5 * np.sin(np.arange(96_000) * 0.13)[:, None]
    soundfile.write(path, wave, 48_000)
    heard = hear(path, "a", Store(tmp_path / "store"), CancelToken())
    assert heard is not None
    assert heard.duration_ms == 4000
    half = len(heard.peaks) // 2
    assert max(heard.peaks[:half]) == 0
    assert min(heard.peaks[half:]) > 0.45
    assert {each.momentary for each in heard.moments if each.at_ms < 1900} == {FLOOR}


def test_a_film_without_sound_has_no_plot(releases: Releases, tmp_path: Path) -> None:
    """Neither a curve nor an error."""
    from hoso.media.ffmpeg import run

    silent = tmp_path / "silent.mp4"
    run(["-i", str(releases.folder / "ko/shorts.mp4"), "-c", "copy", "-an", str(silent)])
    assert hear(silent, "a", Store(tmp_path / "store"), CancelToken()) is None


def test_the_plot_stands_within_its_frame(releases: Releases) -> None:
    """All points of all curves; the target's line lies where its loudness is."""
    heard = hear(releases.folder / "ko/telegram.mp4", "film", releases.store, CancelToken())
    assert heard is not None
    drawn = drawing(heard, -16.0)
    for path in (drawn.wave, drawn.momentary, drawn.short_term):
        points = [tuple(map(float, pair.split(","))) for pair in re.split("[MLZ]", path) if pair]
        assert points
        assert all(LEFT <= x <= RIGHT and 0 <= y <= LOUD_BOTTOM for x, y in points)
    assert drawn.target == height(-16.0)
    assert height(-10) < height(-16) < height(-40) < height(FLOOR) == LOUD_BOTTOM
    assert drawn.times[0].words == "0:00"
    assert len(drawn.times) <= 8
