"""When somebody speaks in a file: found where it is, in wind too, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.keys import digest_file
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.media.speech import Stretch, speech
from tests.speech_material import CALL, HOME, Wave, film, laid_out, length_ms, wind

SECONDS = 6.0
STARTS = {800: HOME, 3400: CALL}
NEAR_MS = 150
VIDEOS = Path(__file__).parents[2] / "videos"


def heard(path: Path, root: Path) -> tuple[Stretch, ...]:
    """The speech of the file at `path`, listened to for the first time."""
    return speech(path, digest_file(path), Store(root / "store"), CancelToken())


def assert_near(found: tuple[Stretch, ...], late_ms: int = 0) -> None:
    """`found` are the two sentences, each edge within a few frames."""
    wanted = [(start + late_ms, start + late_ms + length_ms(text)) for start, text in STARTS.items()]
    assert len(found) == len(wanted)
    for stretch, (start, end) in zip(found, wanted, strict=True):
        assert abs(stretch.start_ms - start) <= NEAR_MS
        assert abs(stretch.end_ms - end) <= NEAR_MS


@pytest.mark.parametrize("noise", [0.0, 0.03])
def test_speech_is_found_where_it_is(noise: float, tmp_path: Path) -> None:
    """Two sentences in a quiet room, and in wind 10 dB under the voice."""
    wave = laid_out(SECONDS, STARTS) + wind(SECONDS, noise)
    assert_near(heard(film(tmp_path / "a.mp4", wave, SECONDS), tmp_path))


def test_times_are_the_files_own(tmp_path: Path) -> None:
    """A sound that begins later than its picture is heard later."""
    path = film(tmp_path / "late.mkv", laid_out(SECONDS, STARTS), SECONDS + 1, late_ms=700)
    assert_near(heard(path, tmp_path), late_ms=700)


def test_speech_at_the_end_of_a_file_ends_there(tmp_path: Path) -> None:
    """Somebody who is cut off in the middle of a word speaks to the end."""
    wave = laid_out(SECONDS, STARTS)[: 4000 * 24]
    *_, last = heard(film(tmp_path / "a.mp4", wave, 4.0), tmp_path)
    assert abs(last.end_ms - 4000) <= NEAR_MS


@pytest.mark.parametrize("wave", [0 * wind(4.0, 0.1), wind(4.0, 0.1)], ids=["silence", "wind"])
def test_nobody_speaks_in_noise(wave: Wave, tmp_path: Path) -> None:
    """Silence and loud wind have no speech."""
    assert heard(film(tmp_path / "a.mp4", wave, 4.0), tmp_path) == ()


@pytest.mark.parametrize("name", ["music.m4a", "night-road.mp4"])
def test_nobody_speaks_in_the_samples_music_and_road(name: str, tmp_path: Path) -> None:
    """Music alone, and steps and engines on a road, have no speech."""
    assert heard(VIDEOS / name, tmp_path) == ()


def test_a_file_without_sound_has_no_speech(tmp_path: Path) -> None:
    """Footage may be silent."""
    assert heard(film(tmp_path / "a.mp4", None, 1.0), tmp_path) == ()


def test_a_file_is_listened_to_once(tmp_path: Path) -> None:
    """What was heard is kept by content: not even the file is opened again."""
    path = film(tmp_path / "a.mp4", laid_out(SECONDS, STARTS), SECONDS)
    content, store = digest_file(path), Store(tmp_path / "store")
    first = speech(path, content, store, CancelToken())
    path.unlink()
    assert speech(path, content, store, CancelToken()) == first
    with pytest.raises(HosoError):
        speech(path, "another", store, CancelToken())


def test_listening_stops_when_asked(tmp_path: Path) -> None:
    """A cancelled token stops it, and nothing is kept."""
    path = film(tmp_path / "a.mp4", wind(4.0, 0.1), 4.0)
    token, store = CancelToken(), Store(tmp_path / "store")
    token.cancel()
    with pytest.raises(Cancelled):
        speech(path, "content", store, token)
    assert not list(store.root.glob("??/*"))
