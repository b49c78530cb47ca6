"""What hoso makes passes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hoso.release.qc.inspection import Inspection
from tests.release.qc.qc_material import LENGTH_MS, PAYLOAD, Reel, Studio, channel, fact


def told(inspection: Inspection) -> list[str]:
    """The faults, for a failing test's message."""
    return [f"{fault.rule}: {fault.message}" for fault in inspection.faults]


def test_a_film_passes(reel: Reel) -> None:
    """Nothing is wrong, everything was measured, and the facts are those of the plan."""
    inspection = reel.inspect(reel.path)
    assert told(inspection) == []
    assert inspection.passed
    measured = inspection.measured
    assert measured is not None
    assert measured.unmeasured == ()
    assert measured.picture is not None
    assert (measured.picture.width, measured.picture.height, measured.picture.frames) == (480, 270, 250)
    assert measured.picture.level == "3.0"
    assert measured.sound is not None
    assert measured.sound.offset_ms == pytest.approx(0, abs=1)
    assert len(measured.cues) == 3
    assert len(measured.free) == 4
    assert measured.qr == ((PAYLOAD,),)


def test_subtitles_are_far_from_the_thresholds(reel: Reel) -> None:
    """What is there is there by twice what is asked; elsewhere less than half of what is let through."""
    measured = reel.inspect(reel.path).measured
    assert measured is not None
    assert all(cue.points > 2 * cue.least for cue in measured.cues)
    assert all(moment.points < moment.most / 2 for moment in measured.free)


def test_the_facts_are_json(reel: Reel) -> None:
    """The manifest takes them as they are; silence is null."""
    measured = reel.inspect(reel.path).measured
    assert measured is not None
    assert measured.sound is not None
    silent = replace(measured, sound=replace(measured.sound, lufs=float("-inf")))
    plain = json.loads(json.dumps(silent.as_json(), allow_nan=False))
    assert plain["sound"]["lufs"] is None
    assert plain["picture"]["rate"] == [25, 1]


def test_a_film_for_old_telephones_passes(phone: Reel) -> None:
    """3GP with MPEG-4 Simple: its level is read from the stream, its container from the brand."""
    inspection = phone.inspect(phone.path, file_format="3gp")
    assert told(inspection) == []
    assert inspection.measured is not None
    assert inspection.measured.container == "3gp"
    assert inspection.measured.picture is not None
    assert (inspection.measured.picture.codec, inspection.measured.picture.level) == ("mpeg4", "3")


@pytest.mark.parametrize("kind", ["wav", "mp3"])
def test_sound_alone_passes(reel: Reel, studio: Studio, kind: str) -> None:
    """WAV and MP3 are measured without a picture."""
    heard = channel(picture=None, files=fact(["wav", "mp3"]))
    path = studio.sound(kind)  # type: ignore[arg-type]
    only = {"profile": None, "cues": (), "qr": (), "clean": None}
    inspection = reel.inspect(path, channel=heard, file_format=kind, **only)
    assert told(inspection) == []
    measured = inspection.measured
    assert measured is not None
    assert measured.picture is None
    assert measured.sound is not None
    assert measured.sound.lufs == pytest.approx(-16, abs=0.5)
    assert measured.sound.end_ms == pytest.approx(LENGTH_MS, abs=100)


def test_a_subtitle_free_picture_of_another_size_serves(reel: Reel, tmp_path: Path) -> None:
    """The editors' small rendition is good enough to see whether subtitles are there."""
    from hoso.media.ffmpeg import run

    small = tmp_path / "work.mp4"
    run(["-i", str(reel.clean), "-vf", "scale=320:180", "-crf", "28", str(small)])
    inspection = reel.inspect(reel.path, clean=small)
    assert told(inspection) == []
    assert inspection.measured is not None
    assert len(inspection.measured.cues) == 3


def test_what_is_not_measured_is_said(reel: Reel, tmp_path: Path) -> None:
    """Without a picture or a programme to compare with, or with one of another shape, the reason is given."""
    from hoso.media.ffmpeg import run

    bare = reel.inspect(reel.path, clean=None, programme=None).measured
    assert bare is not None
    assert [line.partition(":")[0] for line in bare.unmeasured] == ["subtitles", "sound offset"]
    tall = tmp_path / "tall.mp4"
    run(["-i", str(reel.clean), "-vf", "crop=144:256", "-an", str(tall)])
    other = reel.inspect(reel.path, clean=tall).measured
    assert other is not None
    assert "another shape" in other.unmeasured[0]
