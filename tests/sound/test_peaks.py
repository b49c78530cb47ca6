"""The waveform's peaks: where they are, how high, found out once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.store import Store
from hoso.sound.peaks import LARGEST, known_peaks, peaks
from hoso.sound.programme import Programme


def programme(path: Path, seconds: float, loud: tuple[float, float], height: float = 0.5) -> Programme:
    """Silence with a tone in it, in one of two channels."""
    time = np.arange(round(seconds * 48_000)) / 48_000
    tone = np.where((time >= loud[0]) & (time < loud[1]), height * np.sin(2 * np.pi * 1000 * time), 0)
    soundfile.write(path, np.stack([np.zeros_like(tone), tone], axis=1), 48_000, subtype="FLOAT")
    return Programme(path, f"key of {path.name}")


def test_peaks_are_where_it_is_loud(tmp_path: Path) -> None:
    """A hundred a second, the highest 127, also beyond the first minute."""
    made = programme(tmp_path / "long.wav", 61.005, (60.2, 60.7))
    found = peaks(made, Store(tmp_path / "store"), CancelToken())
    assert len(found) == 6101
    assert set(found[:6020]) == {0}
    assert min(found[6021:6069]) >= LARGEST - 1
    assert max(found) == LARGEST
    assert set(found[6071:]) == {0}


def test_found_out_once(tmp_path: Path) -> None:
    """The sound itself is not needed again."""
    store = Store(tmp_path / "store")
    made = programme(tmp_path / "a.wav", 1, (0.2, 0.4), 0.01)
    assert known_peaks(made.key, store) is None
    found = peaks(made, store, CancelToken())
    made.path.unlink()
    assert peaks(made, store, CancelToken()) == found == known_peaks(made.key, store)


def test_silence_and_nothing(tmp_path: Path) -> None:
    """Are drawn as a line, and as nothing."""
    store = Store(tmp_path / "store")
    assert set(peaks(programme(tmp_path / "a.wav", 0.5, (0, 0)), store, CancelToken())) == {0}
    assert peaks(programme(tmp_path / "b.wav", 0, (0, 0)), store, CancelToken()) == ()


def test_it_stops_when_asked(tmp_path: Path) -> None:
    """And keeps nothing."""
    token = CancelToken()
    token.cancel()
    made = programme(tmp_path / "a.wav", 1, (0, 1))
    store = Store(tmp_path / "store")
    with pytest.raises(Cancelled):
        peaks(made, store, token)
    assert known_peaks(made.key, store) is None
