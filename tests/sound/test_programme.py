"""A whole cut, mixed."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from hoso.base.events import Event, Notice
from hoso.base.problems import HosoError
from hoso.media.ffmpeg import run
from hoso.script.model import Music
from hoso.sound.levels import REFERENCE_LUFS, RISE_LU, UNDER_LU, ratio
from hoso.sound.programme import Desk, mix, programme_key
from hoso.timeline.model import PlacedSound, PlacedTake, Timeline
from tests.sound.sound_material import (
    RATE,
    band_db,
    heard,
    lufs,
    speech_like,
    stereo,
    take,
    timeline,
    tone,
    write,
)


def spoken(folder: Path, *starts: int, seconds: float = 2.0) -> tuple[PlacedTake, ...]:
    """Takes at `starts`."""
    return tuple(
        PlacedTake(start, take(folder / f"take{n}.wav", speech_like(seconds, seed=n) * 0.6))
        for n, start in enumerate(starts)
    )


def placed(path: Path, mode: str, start: int, length: int) -> PlacedSound:
    """A footage sound from its file's beginning."""
    return PlacedSound(path, start, length, 0, 1.0, "keep" if mode == "keep" else "under", 0, 0)


def messages(said: list[Event]) -> list[str]:
    """What the listener was told."""
    return [event.problem.message for event in said if isinstance(event, Notice)]


def test_exact_length_and_the_voices_loudness(tmp_path: Path, desk: Desk) -> None:
    """The programme has 48 samples a millisecond, and speech lies at the reference."""
    programme = mix(timeline(7400, spoken(tmp_path, 300, 2600, 4900)), desk)
    wave = heard(programme.path)
    assert wave.shape == (7400 * 48, 2)
    speech = np.concatenate([wave[start * 48 : (start + 2000) * 48] for start in (300, 2600, 4900)])
    assert lufs(speech) == pytest.approx(REFERENCE_LUFS, abs=0.2)


@pytest.mark.parametrize("peak", [0.9, 0.01])
def test_the_bed_lies_at_its_level_whatever_the_files_own(tmp_path: Path, desk: Desk, peak: float) -> None:
    """Music at -18 LU is 18 LU under speech while it lasts, and comes 6 LU forward before and after it."""
    write(tmp_path / "m.wav", stereo(tone(3, 1013, peak), tone(3, 1013, peak)))
    whole = timeline(12_000, spoken(tmp_path, 3000, seconds=4), music=Music(file="m.wav", level=-18))
    with_music = heard(mix(whole, desk).path)
    voice = heard(mix(dataclasses.replace(whole, music=None), desk).path)
    bed = with_music - voice
    assert lufs(bed[3000 * 48 : 7000 * 48]) == pytest.approx(REFERENCE_LUFS - 18, abs=0.3)
    assert lufs(bed[1000 * 48 : 2900 * 48]) == pytest.approx(REFERENCE_LUFS - 18 + RISE_LU, abs=0.3)
    assert lufs(bed[7400 * 48 : 9900 * 48]) == pytest.approx(REFERENCE_LUFS - 18 + RISE_LU, abs=0.3)
    assert np.abs(bed[:48]).max() < 1e-4
    assert np.abs(bed[-48:]).max() < 1e-4


def test_kept_sound_is_as_loud_as_the_voice_and_ducks_the_music(tmp_path: Path, desk: Desk) -> None:
    """A quiet speaker in the footage is brought to the voice's loudness; music gives way to both."""
    write(tmp_path / "film.wav", speech_like(4, seed=9)[:, None] * 0.05)
    write(tmp_path / "m.wav", stereo(tone(3, 5000, 0.3), tone(3, 5000, 0.3)))
    sounds = (placed(tmp_path / "film.wav", "keep", 5000, 4000),)
    whole = timeline(14_000, spoken(tmp_path, 500), sounds, Music(file="m.wav", level=-15))
    speech = heard(mix(dataclasses.replace(whole, music=None), desk).path)
    assert lufs(speech[5000 * 48 : 9000 * 48]) == pytest.approx(REFERENCE_LUFS, abs=0.3)
    bed = (heard(mix(whole, desk).path) - speech)[:, 0]
    ducked = band_db(bed[6000 * 48 : 8000 * 48], 5000)
    assert band_db(bed[3000 * 48 : 4900 * 48], 5000) - ducked == pytest.approx(RISE_LU, abs=0.1)


def test_ambience_lies_under_the_voice(tmp_path: Path, desk: Desk) -> None:
    """`under` is 20 LU under speech while somebody speaks."""
    rng = np.random.default_rng(3)
    write(tmp_path / "film.wav", 0.2 * rng.standard_normal((6 * RATE, 2)))
    whole = timeline(
        6000, spoken(tmp_path, 1000, seconds=3), (placed(tmp_path / "film.wav", "under", 0, 6000),)
    )
    ambience = heard(mix(whole, desk).path) - heard(mix(dataclasses.replace(whole, sounds=()), desk).path)
    assert lufs(ambience[1000 * 48 : 4000 * 48]) == pytest.approx(REFERENCE_LUFS + UNDER_LU, abs=0.4)


def test_nothing_clicks_at_a_cut(tmp_path: Path, desk: Desk) -> None:
    """Two footage sounds that meet at a cut leave no jump between samples."""
    write(tmp_path / "a.wav", np.full((2 * RATE, 2), 0.3) + tone(2, 300, 0.3)[:, None])
    write(tmp_path / "b.wav", np.full((2 * RATE, 2), -0.3) + tone(2, 300, 0.3)[:, None])
    sounds = (placed(tmp_path / "a.wav", "keep", 0, 1000), placed(tmp_path / "b.wav", "keep", 1000, 1000))
    wave = heard(mix(timeline(2000, sounds=sounds), desk).path)
    assert np.abs(np.diff(wave[:, 0])).max() < 0.03 * np.abs(wave).max()


def test_very_short_speech(tmp_path: Path, desk: Desk) -> None:
    """Half a second of speech is levelled like a long one."""
    wave = heard(mix(timeline(1000, spoken(tmp_path, 200, seconds=0.5)), desk).path)
    assert lufs(wave[200 * 48 : 700 * 48]) == pytest.approx(REFERENCE_LUFS, abs=1)


def test_nothing_at_all_is_silence(desk: Desk) -> None:
    """A cut without any sound is a programme of zeros in any file of 24 bits, as long as the cut."""
    wave = heard(mix(timeline(1400), desk).path)
    assert wave.shape == (1400 * 48, 2)
    assert not np.rint(wave * 2**23).any()


def test_footage_without_sound_is_said_every_time(tmp_path: Path, desk: Desk, said: list[Event]) -> None:
    """A person learns that `sound: keep` keeps nothing, also when the programme comes from the cache."""
    film = tmp_path / "silent.mp4"
    run(["-f", "lavfi", "-i", "color=s=64x64:r=25:d=2", "-c:v", "libx264", str(film)])
    write(tmp_path / "zeros.wav", np.zeros((2 * RATE, 2)))
    write(tmp_path / "faint.wav", np.repeat(tone(2, 500, ratio(-60))[:, None], 2, axis=1))
    sounds = tuple(
        placed(tmp_path / name, "keep", n * 1000, 1000)
        for n, name in enumerate(("silent.mp4", "zeros.wav", "faint.wav"))
    )
    for _ in range(2):
        mix(timeline(3000, sounds=sounds), desk)
        assert [message.split(" ")[0] for message in messages(said)] == [
            "silent.mp4",
            "zeros.wav",
            "faint.wav",
        ]
        said.clear()


def test_music_without_sound_is_an_error(tmp_path: Path, desk: Desk) -> None:
    """A film without a sound track named as music is refused, by name."""
    run(["-f", "lavfi", "-i", "color=s=64x64:r=25:d=1", "-c:v", "libx264", str(tmp_path / "m.mp4")])
    with pytest.raises(HosoError, match=r"m\.mp4 has no sound"):
        mix(timeline(2000, music=Music(file="m.mp4")), desk)


def test_a_cached_programme_decodes_nothing(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time only the sources' hashes are looked at."""
    write(tmp_path / "m.wav", stereo(tone(2, 300, 0.2), tone(2, 300, 0.2)))
    whole = timeline(3000, spoken(tmp_path, 300), music=Music(file="m.wav"))
    first = mix(whole, desk)

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("ffmpeg was started")

    monkeypatch.setattr("hoso.sound.sources.run", refuse)
    for placed_take in whole.takes:
        placed_take.take.path.unlink()
    assert mix(whole, desk) == first


def test_a_cached_run_starts_without_numpy_and_pyav() -> None:
    """What only mixing and decoding need is imported when it is needed."""
    heavy = "('numpy', 'soundfile', 'av')"
    code = f"import sys, hoso.sound.delivery; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def changes(whole: Timeline) -> list[Timeline]:
    """The timeline with one thing changed at a time."""
    replace = dataclasses.replace
    first, sound = whole.takes[0], whole.sounds[0]
    assert whole.music is not None
    return [
        replace(whole, duration_ms=whole.duration_ms + 200),
        replace(whole, takes=(replace(first, start_ms=first.start_ms + 1),)),
        replace(whole, takes=(replace(first, take=replace(first.take, digest="other")),)),
        replace(whole, sounds=(replace(sound, source_ms=1),)),
        replace(whole, sounds=(replace(sound, fade_in_ms=200),)),
        replace(whole, sounds=(replace(sound, mode="under"),)),
        replace(whole, music=whole.music.model_copy(update={"level": -17.0})),
        replace(whole, music=None),
    ]


def test_the_key_stands_for_everything_that_is_heard(tmp_path: Path, desk: Desk) -> None:
    """Each change gives another key; the place of a file on the disk is none."""
    write(tmp_path / "m.wav", np.zeros((10, 2)))
    film = write(tmp_path / "f.wav", np.zeros((20, 2)))
    whole = timeline(3000, spoken(tmp_path, 300), (placed(film, "keep", 0, 10),), Music(file="m.wav"))
    keys = [programme_key(each, desk) for each in (whole, *changes(whole))]
    assert len(set(keys)) == len(keys)
    (tmp_path / "moved").mkdir()
    film.rename(tmp_path / "moved" / "f.wav")
    moved = dataclasses.replace(whole.sounds[0], path=tmp_path / "moved" / "f.wav")
    assert programme_key(dataclasses.replace(whole, sounds=(moved,)), desk) == keys[0]
