"""What is heard in a finished file: decoded once, and remembered by what the track holds."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.media.ffmpeg import run
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.means import Means
from hoso.release.qc.measured import RECIPE
from hoso.release.qc.passes import WAVE_RATE, damage_of, silent_of, sound_arguments, wave_arguments
from hoso.release.qc.shift import shifts
from hoso.release.qc.stretches import Stretch
from hoso.release.qc.tracks import SoundTrack, Tracks
from hoso.sound.meter import SILENT, Reading, reading
from hoso.sound.programme import Programme


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard; the fields are those of `Measured` and its sound."""

    damage: tuple[str, ...]
    silent: tuple[Stretch, ...]
    lufs: float
    true_peak: float
    offset_ms: float | None
    drift_ms: float | None


def listen(path: Path, expected: Expectation, tracks: Tracks, means: Means) -> Heard | None:
    """What is heard in the file at `path`, beside its programme; None where it has no sound.

    Raises HosoError, Cancelled.
    """
    sound = tracks.sound
    if sound is None:
        return None
    programme = expected.programme
    key = digest(["qc heard", RECIPE, sound.content, programme.key if programme is not None else None])
    facts = means.memory.recall(key)
    if facts is None:
        facts = asdict(_heard(path, programme, sound, means.token))
        means.keep(key, facts)
    return _of_plain(facts)


def _heard(path: Path, programme: Programme | None, sound: SoundTrack, token: CancelToken) -> Heard:
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as folder:
        ours, theirs = (Path(folder) / name for name in ("sound.f32", "programme.f32"))
        log = run(sound_arguments(path, None if programme is None else ours), token=token)
        offset, drift = None, None
        if programme is not None:
            run(wave_arguments(programme.path, theirs), token=token)
            sound_wave, due = (np.fromfile(wave, np.float32) for wave in (ours, theirs))
            offset, drift = shifts(sound_wave, due, WAVE_RATE)
    try:
        level = reading(log)
    except ValueError:
        level = Reading(SILENT, 0.0, SILENT)
    silent = silent_of(log, round(sound.end_ms))
    return Heard(damage_of(log), silent, level.lufs, level.true_peak, offset, drift)


def _of_plain(facts: Mapping[str, Any]) -> Heard:
    return Heard(
        **{
            **facts,
            "damage": tuple(facts["damage"]),
            "silent": tuple(Stretch(**each) for each in facts["silent"]),
        }
    )
