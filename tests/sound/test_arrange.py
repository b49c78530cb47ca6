"""From a timeline to clips."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.script.model import Music
from hoso.sound.arrange import arrange, speech
from hoso.sound.levels import REFERENCE_LUFS, RISE_LU, UNDER_LU
from hoso.sound.sources import Source
from hoso.timeline.model import PlacedSound, PlacedTake
from tests.sound.sound_material import speech_like, take, timeline

SILENT = float("-inf")
FILM = Path("film.mp4")


def test_speech_is_takes_and_kept_sounds(tmp_path: Path) -> None:
    """Ambience under the voice does not duck anything."""
    line = take(tmp_path / "a.wav", speech_like(1.5))
    kept = PlacedSound(FILM, 4000, 2000, 0, 1.0, "keep", 0, 0)
    under = PlacedSound(FILM, 0, 4000, 0, 1.0, "under", 0, 0)
    assert speech(timeline(8000, (PlacedTake(300, line),), (kept, under))) == [(300, 1800), (4000, 6000)]


def test_takes_are_placed_and_brought_to_the_reference(tmp_path: Path) -> None:
    """All takes get one gain: the voice room has levelled them among themselves."""
    line = take(tmp_path / "a.wav", speech_like(1))
    voice = (PlacedTake(300, line), PlacedTake(2000, line))
    clips = arrange(timeline(4000, voice), -18.0, [], None)
    assert [(clip.at, clip.length, clip.gain_db) for clip in clips] == [
        (300 * 48, 48_000, -5.0),
        (2000 * 48, 48_000, -5.0),
    ]
    assert all((clip.fade_in, clip.fade_out, clip.ducking) == (0, 0, ()) for clip in clips)


def test_footage_sound_cuts_softly_and_crosses_where_the_picture_does() -> None:
    """10 ms at a cut, the transition's own length at a fade."""
    kept = PlacedSound(FILM, 1000, 3000, 0, 1.0, "keep", 0, 400)
    (clip,) = arrange(timeline(5000, sounds=(kept,)), SILENT, [Source(Path("a.wav"), -30.0)], None)
    assert (clip.at, clip.length) == (48_000, 144_000)
    assert (clip.fade_in, clip.fade_out) == (480, 400 * 48)
    assert clip.gain_db == pytest.approx(REFERENCE_LUFS + 30)
    assert clip.ducking == ()


def test_ambience_is_ducked_to_its_level_under_speech() -> None:
    """Under the voice it lies at -20 LU; where nobody speaks it comes forward."""
    under = PlacedSound(FILM, 0, 5000, 0, 1.0, "under", 0, 0)
    (clip,) = arrange(timeline(5000, sounds=(under,)), SILENT, [Source(Path("a.wav"), -40.0)], None)
    assert -40 + clip.gain_db == pytest.approx(REFERENCE_LUFS + UNDER_LU + RISE_LU)
    assert {point.db for point in clip.ducking} == {0.0}


def test_music_is_looped_faded_and_ducked(tmp_path: Path) -> None:
    """It plays from end to end; on a short programme the fades are shorter."""
    line = take(tmp_path / "a.wav", speech_like(1))
    whole = timeline(4000, (PlacedTake(1500, line),), music=Music(file="m.wav", level=-18))
    music = arrange(whole, -20.0, [], Source(Path("m.wav"), -14.0))[-1]
    assert (music.at, music.length, music.looped) == (0, 192_000, True)
    assert (music.fade_in, music.fade_out) == (48_000, 48_000)
    assert -14 + music.gain_db + min(point.db for point in music.ducking) == pytest.approx(
        REFERENCE_LUFS - 18
    )


def test_what_is_silent_or_missing_is_left_out() -> None:
    """A silent source can't be levelled, and a file without sound has nothing to place."""
    kept = PlacedSound(FILM, 0, 1000, 0, 1.0, "keep", 0, 0)
    whole = timeline(2000, sounds=(kept, kept), music=Music(file="m.wav"))
    assert arrange(whole, SILENT, [None, Source(FILM, SILENT)], Source(Path("m.wav"), SILENT)) == []
