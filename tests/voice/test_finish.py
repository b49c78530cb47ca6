"""Raw speech becomes 48 kHz mono without silence at its ends, at one level, never clipped."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.voice import finish
from hoso.voice.takes import SAMPLE_RATE, Speech, VoiceError, Word

Samples = finish.Samples


def _finished(samples: Samples, *words: Word, speed: float = 1.0) -> finish.Finished:
    return finish.finish(Speech(_wav(samples), words), speed)


def test_silence_goes_but_for_an_edge_and_times_move_with_it() -> None:
    """40 ms stay at either end."""
    raw = np.concatenate([_silence(0.5), _tone(1.0), _silence(0.7)])
    done = _finished(raw, Word("가", 500, 900), Word("나", 900, 1700))
    assert done.samples.size / SAMPLE_RATE == pytest.approx(1.08, abs=0.02)
    assert done.words[0].start_ms == pytest.approx(40, abs=10)
    assert done.words[0].end_ms == pytest.approx(440, abs=10)
    assert done.words[1].end_ms <= done.samples.size * 1000 // SAMPLE_RATE


@settings(deadline=None)
@given(st.floats(0.005, 0.99), st.floats(0, 1))
def test_every_take_comes_out_at_one_level_and_under_full_scale(amplitude: float, pause: float) -> None:
    """However loud it came in and however much of it is pause."""
    raw = np.concatenate([_tone(0.5, amplitude=amplitude), _silence(pause), _tone(0.5, amplitude=amplitude)])
    done = finish.levelled(raw)
    assert finish.active_level(done) == pytest.approx(finish.LEVEL_DB, abs=0.5)
    assert np.abs(done).max() <= 10 ** (finish.PEAK_DB / 20) + 1e-6


def test_a_take_with_high_peaks_is_left_softer_instead_of_clipped() -> None:
    """A click far over the speech keeps its shape."""
    raw = _tone(1.0, amplitude=0.02)
    raw[20_000] = 0.9
    done = finish.levelled(raw)
    assert np.abs(done).max() == pytest.approx(10 ** (finish.PEAK_DB / 20), abs=1e-4)
    assert np.argmax(np.abs(done)) == 20_000


@pytest.mark.parametrize("rate", [22_050, 24_000, 44_100])
def test_any_rate_and_stereo_become_48_khz_mono(rate: int) -> None:
    """The length in seconds stays, and so does the pitch."""
    mono = _tone(1.0, rate=rate)
    samples = finish.decode(_wav(np.stack([mono, mono], axis=1), rate))
    assert samples.ndim == 1
    assert samples.size / SAMPLE_RATE == pytest.approx(1.0, abs=0.005)
    assert _pitch(samples) == pytest.approx(220, abs=2)


def test_the_pace_is_made_up_at_the_same_pitch() -> None:
    """An engine with one pace of its own still speaks at the one asked for; word times follow."""
    done = _finished(_tone(2.0), Word("가", 0, 1000), Word("나", 1000, 2000), speed=1.25)
    assert done.samples.size / SAMPLE_RATE == pytest.approx(1.6, abs=0.08)
    assert done.words[0].end_ms == pytest.approx(800, abs=40)
    assert _pitch(done.samples) == pytest.approx(220, abs=3)


@pytest.mark.parametrize(
    ("audio", "reason"),
    [
        (b"", "0 bytes"),
        (b"<html>unusual traffic</html>" * 50, "can't be read"),
    ],
)
def test_what_is_not_sound_is_refused(audio: bytes, reason: str) -> None:
    """With the reason."""
    with pytest.raises(VoiceError, match=reason):
        finish.decode(audio)


def test_silence_and_clicks_are_not_takes() -> None:
    """A take without speech would be a hole in the film."""
    with pytest.raises(VoiceError, match="only silence"):
        _finished(_silence(1.0))
    click = _silence(1.0)
    click[24_000] = 0.5
    with pytest.raises(VoiceError, match="less than 80 ms"):
        _finished(click)


def test_the_file_is_48_khz_mono_16_bit(tmp_path: Path) -> None:
    """As every reader of a take expects; it opens with another reader too."""
    path = tmp_path / "new" / "take.wav"
    finish.write(path, _tone(0.5))
    info = soundfile.info(path)
    assert (info.samplerate, info.channels, info.subtype, info.frames) == (48_000, 1, "PCM_16", 24_000)
    assert finish.decode(path.read_bytes()) == pytest.approx(_tone(0.5), abs=2 / 32768)
    assert [each.name for each in path.parent.iterdir()] == ["take.wav"]


def _tone(seconds: float, *, rate: int = SAMPLE_RATE, amplitude: float = 0.5) -> Samples:
    """A tone that swells and fades four times a second, as syllables do."""
    time = np.arange(int(seconds * rate)) / rate
    wave = amplitude * np.sin(2 * np.pi * 220 * time) * (0.7 + 0.3 * np.cos(2 * np.pi * 4 * time))
    return wave.astype(np.float32)


def _silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * SAMPLE_RATE), np.float32)


def _wav(samples: Samples, rate: int = SAMPLE_RATE) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, rate, format="WAV", subtype="FLOAT")
    return file.getvalue()


def _pitch(samples: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    return float(np.argmax(spectrum) * SAMPLE_RATE / samples.size)
