"""The mix in blocks: exact to the sample."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from hoso.base.jobs import Cancelled, CancelToken
from hoso.sound.clips import Clip
from hoso.sound.envelope import Point
from hoso.sound.mixdown import BLOCK, HUSH, LOOP_FADE, write_mix
from tests.sound.sound_material import RATE, heard, speech_like, stereo, tone, write


def test_clips_are_placed_to_the_sample(tmp_path: Path, token: CancelToken) -> None:
    """A mono clip is heard from both channels, at its sample, over the joints of the blocks."""
    wave = speech_like(2.5)
    clip = Clip(write(tmp_path / "a.wav", wave), BLOCK - 777, len(wave), 0.0)
    write_mix(tmp_path / "mix.wav", [clip], 5 * RATE + 13, token)
    mixed = heard(tmp_path / "mix.wav")
    expected = np.zeros((5 * RATE + 13, 2))
    expected[BLOCK - 777 : BLOCK - 777 + len(wave)] = wave[:, None]
    assert np.abs(mixed - expected).max() < 1e-6


def test_clips_add_up(tmp_path: Path, token: CancelToken) -> None:
    """Overlapping clips are summed with their gains and are not clipped at full scale."""
    path = write(tmp_path / "a.wav", np.full(RATE, 0.75))
    write_mix(tmp_path / "mix.wav", [Clip(path, 0, RATE, 0), Clip(path, 100, RATE, -6.0206)], RATE, token)
    mixed = heard(tmp_path / "mix.wav")
    assert mixed[50] == pytest.approx([0.75, 0.75])
    assert mixed[500] == pytest.approx([1.125, 1.125], abs=1e-5)


def test_what_lies_beyond_the_end_is_cut(tmp_path: Path, token: CancelToken) -> None:
    """The mix has the length that is asked for, whatever the clips do."""
    path = write(tmp_path / "a.wav", np.full(RATE, 0.5))
    clips = [Clip(path, RATE // 2, RATE, 0), Clip(path, 3 * RATE, RATE, 0)]
    write_mix(tmp_path / "mix.wav", clips, RATE, token)
    mixed = heard(tmp_path / "mix.wav")
    assert len(mixed) == RATE
    assert abs(mixed[RATE // 2 - 1, 0]) <= HUSH
    assert mixed[-1, 0] == 0.5


def test_fades_cross_without_a_dip(tmp_path: Path, token: CancelToken) -> None:
    """Two different sounds that cross keep their power, and begin and end at nothing."""
    rng = np.random.default_rng(5)
    paths = [write(tmp_path / f"{n}.wav", 0.1 * rng.standard_normal(2 * RATE)) for n in range(2)]
    clips = [
        Clip(paths[0], 0, 2 * RATE, 0, fade_in=480, fade_out=RATE),
        Clip(paths[1], RATE, 2 * RATE, 0, fade_in=RATE, fade_out=480),
    ]
    write_mix(tmp_path / "mix.wav", clips, 3 * RATE, token)
    mixed = heard(tmp_path / "mix.wav")[:, 0]
    powers = [
        np.sqrt(np.mean(mixed[a : a + RATE // 4] ** 2)) for a in range(RATE // 4, 11 * RATE // 4, RATE // 4)
    ]
    assert powers == pytest.approx([0.1] * len(powers), rel=0.05)
    assert abs(mixed[0]) < 0.002
    assert abs(mixed[-1]) < 0.002


def test_ducking_follows_the_points(tmp_path: Path, token: CancelToken) -> None:
    """The gain of a ducked clip is the envelope's, in decibels, at every sample."""
    path = write(tmp_path / "a.wav", np.full(4 * RATE, 0.5))
    points = (Point(0, 0.0), Point(1000, 0.0), Point(1010, -6.0), Point(2500, -6.0), Point(2800, 0.0))
    write_mix(tmp_path / "mix.wav", [Clip(path, 0, 4 * RATE, 0, ducking=points)], 4 * RATE, token)
    gain = 20 * np.log10(heard(tmp_path / "mix.wav")[:, 0] / 0.5)
    ms = RATE // 1000
    assert gain[[0, 1000 * ms, 1005 * ms, 1010 * ms, 2000 * ms, 2650 * ms, 2800 * ms, -1]] == pytest.approx(
        [0, 0, -3, -6, -6, -3, 0, 0], abs=1e-3
    )


def test_a_loop_has_no_click(tmp_path: Path, token: CancelToken) -> None:
    """Where music starts again nothing jumps, though its end and beginning do not fit."""
    wave = tone(1.3, 220, 0.5)[: int(1.3 * RATE) - 55]
    path = write(tmp_path / "a.wav", stereo(wave, wave))
    write_mix(tmp_path / "mix.wav", [Clip(path, 0, 7 * RATE, 0, looped=True)], 7 * RATE, token)
    mixed = heard(tmp_path / "mix.wav")[:, 0]
    steepest = 0.5 * 2 * np.pi * 220 / RATE
    assert np.abs(np.diff(mixed)).max() < 1.5 * steepest
    lap = len(wave) - LOOP_FADE
    assert mixed[2 * lap + LOOP_FADE + 5] == pytest.approx(wave[LOOP_FADE + 5], abs=1e-6)
    assert np.abs(mixed[-RATE:]).max() > 0.45


def test_a_very_short_loop(tmp_path: Path, token: CancelToken) -> None:
    """Even a tenth of a second of music is looped."""
    path = write(tmp_path / "a.wav", tone(0.1, 200, 0.5))
    write_mix(tmp_path / "mix.wav", [Clip(path, 0, 2 * RATE, 0, looped=True)], 2 * RATE, token)
    assert np.abs(heard(tmp_path / "mix.wav")[-4800:]).max() > 0.4


def test_memory_does_not_grow_with_length(tmp_path: Path, token: CancelToken) -> None:
    """A mix of four minutes with 200 clips needs no more than a few blocks, and few open files at a time."""
    path = write(tmp_path / "a.wav", speech_like(1))
    clips = [Clip(path, n * RATE, RATE, -3.0) for n in range(200)]
    tracemalloc.start()
    write_mix(tmp_path / "mix.wav", clips, 240 * RATE, token)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * BLOCK * 4 * 2


def test_a_file_of_another_rate_is_refused(tmp_path: Path, token: CancelToken) -> None:
    """What was not brought to 48 kHz would be heard at the wrong pace."""
    path = write(tmp_path / "a.wav", np.zeros(100), rate=44_100)
    with pytest.raises(ValueError, match="44100 Hz"):
        write_mix(tmp_path / "mix.wav", [Clip(path, 0, 100, 0)], 100, token)


def test_it_stops_when_asked(tmp_path: Path) -> None:
    """A set token ends the mix."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_mix(tmp_path / "mix.wav", [], RATE, token)
