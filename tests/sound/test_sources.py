"""Footage sound and music, decoded to the sample and measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hoso.base.jobs import CancelToken
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.sources import join_takes, music, sound_end_ms, stretch, stretch_graph, voice_lufs
from hoso.timeline.model import PlacedSound, PlacedTake
from tests.sound.sound_material import (
    RATE,
    Wave,
    band_db,
    heard,
    lufs,
    speech_like,
    stereo,
    take,
    tone,
    write,
)


def placed(path: Path, source_ms: int, duration_ms: int, speed: float = 1.0) -> PlacedSound:
    """A kept sound at the programme's start."""
    return PlacedSound(path, 0, duration_ms, source_ms, speed, "keep", 0, 0)


def clicks(seconds: float, *at_ms: int) -> Wave:
    """Short bursts at known times."""
    wave = np.zeros(round(seconds * RATE))
    burst = tone(0.004, 3000, 0.8)
    for moment in at_ms:
        wave[moment * 48 : moment * 48 + len(burst)] = burst
    return wave


def onset_ms(wave: Wave) -> float:
    """When the first burst begins."""
    return float(np.argmax(np.abs(wave[:, 0]) > 0.2) / 48)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film as a phone makes it: mono AAC at 44.1 kHz, key frames far apart, a name that needs care."""
    path = tmp_path / "겨울 벌판's: 1%.mp4"
    sound = write(tmp_path / "source.wav", clicks(12, 1000, 5400, 9000))
    run(
        [
            *f"-f lavfi -i color=s=64x64:r=30:d=12 -i {sound} -c:v libx264 -g 250".split(),
            *("-c:a", "aac", "-ac", "1", "-ar", "44100"),
            f"file:{path}",
        ]
    )
    return path


def test_a_stretch_is_cut_to_the_sample(film: Path, store: Store, token: CancelToken) -> None:
    """44.1 kHz mono AAC from the middle of a film: stereo, 48 kHz, exactly as long, and in time."""
    source = stretch(placed(film, 5000, 2000), "film", store, token)
    wave = heard(source.path)
    assert wave.shape == (2 * RATE, 2)
    assert onset_ms(wave) == pytest.approx(400, abs=1)
    assert np.array_equal(wave[:, 0], wave[:, 1])


@pytest.mark.parametrize("speed", [0.25, 0.5, 1.5, 4.0])
def test_speed_changes_the_time_and_not_the_pitch(
    tmp_path: Path, store: Store, token: CancelToken, speed: float
) -> None:
    """A tone keeps its pitch, and what was at a moment is heard at that moment over the speed."""
    wave = np.concatenate([tone(4, 300, 0.3), tone(4, 600, 0.3)])
    path = write(tmp_path / "a.wav", stereo(wave, wave))
    length = round(6000 / speed)
    source = stretch(placed(path, 1000, length, speed), "a", store, token)
    sound = heard(source.path)[:, 0]
    change = round(3 / speed * RATE)
    assert len(sound) == length * 48
    assert band_db(sound[change // 4 : change * 3 // 4], 300) == pytest.approx(-10.5, abs=1)
    assert band_db(sound[change * 5 // 4 : change * 7 // 4], 600) == pytest.approx(-10.5, abs=1)
    assert band_db(sound[: change - 4800], 600) < -40


def test_sound_that_ends_early_fades_and_silence_follows(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """Where the footage's sound ends within the stretch nothing clicks, and the length is kept."""
    path = write(tmp_path / "a.wav", stereo(np.full(RATE, 0.5), np.full(RATE, 0.5)))
    wave = heard(stretch(placed(path, 500, 2000), "a", store, token).path)[:, 0]
    assert len(wave) == 2 * RATE
    assert wave[480 * 48] == pytest.approx(0.5)
    assert wave[499 * 48] < 0.1
    assert not wave[501 * 48 :].any()


def test_sound_that_starts_late_stays_in_time(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """A sound track that begins half a second after the picture is heard half a second after the picture."""
    path = tmp_path / "late.mkv"
    sound = write(tmp_path / "source.wav", clicks(3, 1000))
    run(f"-f lavfi -i color=s=64x64:r=25:d=4 -itsoffset 0.5 -i {sound} -c:a pcm_s16le {path}".split())
    wave = heard(stretch(placed(path, 0, 3000), "late", store, token).path)
    assert onset_ms(wave) == pytest.approx(1500, abs=1)


def test_surround_becomes_stereo(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """Six channels are mixed down; the centre is heard from both sides."""
    wave = np.zeros((RATE, 6))
    wave[:, 2] = tone(1, 500, 0.5)
    sound = heard(stretch(placed(write(tmp_path / "a.wav", wave), 0, 1000), "a", store, token).path)
    assert sound.shape == (RATE, 2)
    assert band_db(sound[:, 0], 500) == pytest.approx(band_db(sound[:, 1], 500), abs=0.1)
    assert band_db(sound[:, 0], 500) > -20


def test_a_stretch_is_measured_while_it_is_decoded(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """The loudness that comes with a stretch is that of the stretch, even when it is very short."""
    wave = np.concatenate([tone(2, 1000, 0.5), tone(3, 1000, 0.05)])
    path = write(tmp_path / "a.wav", stereo(wave, wave))
    source = stretch(placed(path, 2500, 2000), "a", store, token)
    assert source.lufs == pytest.approx(lufs(heard(source.path)), abs=0.15)
    assert stretch(placed(path, 2500, 200), "a", store, token).lufs == pytest.approx(-29, abs=1.5)
    assert stretch(placed(path, 5500, 400), "a", store, token).lufs == float("-inf")


def test_a_kept_stretch_decodes_nothing(film: Path, store: Store, token: CancelToken) -> None:
    """The second time the film need not even be there."""
    first = stretch(placed(film, 0, 1000), "film", store, token)
    film.unlink()
    assert stretch(placed(film, 0, 1000), "film", store, token) == first


def test_the_graph_of_a_stretch() -> None:
    """One input, seeked a little early; sample-exact cuts; no tempo where the speed is 1."""
    args = arguments(stretch_graph(placed(Path("/v/a.mp4"), 5000, 2000, 1.0), Path("/c/b.wav"), 60_000))
    graph = args[args.index("-filter_complex") + 1]
    assert args[:7] == ["-ss", "4.900", "-t", "2.200", "-vn", "-i", "file:/v/a.mp4"]
    assert "atrim=end_sample=100800:start_sample=4800" in graph
    assert "atrim=end_sample=96000" in graph
    assert "atempo" not in graph
    assert "afade" not in graph


def test_music_is_measured_whole_and_decoded_as_far_as_needed(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """A cut of half a minute decodes one minute of the music, but its level is that of the whole file."""
    mono = np.concatenate([tone(62, 1000, 0.05), tone(60, 1000, 0.2)])
    path = write(tmp_path / "a.wav", stereo(mono, mono), subtype="PCM_16")
    source = music(path, "a", 30_000, store, token)
    assert len(heard(source.path)) == 60 * RATE
    assert source.lufs == pytest.approx(lufs(stereo(mono, mono)), abs=0.2)


def test_the_voice_is_measured_as_it_is_heard(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """The takes together, from both channels; a take shorter than a meter's block counts too."""
    lines = [take(tmp_path / f"{n}.wav", speech_like(2, seed=n)) for n in range(3)]
    voice = tuple(PlacedTake(n * 3000, line) for n, line in enumerate(lines))
    joined = np.concatenate([heard(line.path) for line in lines])
    assert voice_lufs(voice, store, token) == pytest.approx(lufs(np.repeat(joined, 2, axis=1)), abs=0.15)
    short = take(tmp_path / "short.wav", speech_like(0.25))
    assert -40 < voice_lufs((PlacedTake(0, short),), store, token) < 0


def test_takes_are_joined_without_loss(tmp_path: Path) -> None:
    """One after another, every sample of each."""
    lines = [take(tmp_path / f"{n}.wav", speech_like(1.3, seed=n)) for n in range(2)]
    join_takes([line.path for line in lines], tmp_path / "joined.wav")
    expected = np.concatenate([heard(line.path) for line in lines])
    assert np.array_equal(heard(tmp_path / "joined.wav"), expected)


def test_where_a_sound_ends(film: Path) -> None:
    """The end of the sound track, counted from the file's start."""
    assert sound_end_ms(film) == pytest.approx(12_000, abs=50)
