"""The programme of one cut: voice, footage sound and music, mixed once for every channel that plays it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from hoso.base.events import Listener, Notice, ignore
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.problems import HosoError, Problem
from hoso.base.shelf import Facts, shelved
from hoso.base.store import Store
from hoso.media.library import Library
from hoso.sound.arrange import arrange
from hoso.sound.levels import (
    MOST_BOOST_DB,
    RECIPE,
    REFERENCE_LUFS,
    SAMPLES_PER_MS,
    UNMEASURABLE_LUFS,
    is_silence,
)
from hoso.sound.sources import Source, music, stretch, voice_lufs
from hoso.timeline.model import PlacedSound, Timeline


@dataclass(frozen=True, slots=True)
class Programme:
    """A mixed programme: 48 kHz stereo float WAV of exactly the timeline's length, speech at -23 LUFS."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What mixing needs beside the timeline. `locate` gives the path of a file named in the script."""

    library: Library
    store: Store
    token: CancelToken
    locate: Callable[[str], Path]
    listen: Listener = ignore


def mix(timeline: Timeline, desk: Desk) -> Programme:
    """The programme of `timeline`, made once and kept in the desk's store.

    What a person should know (a footage sound that is missing, silent or too quiet) is said to the listener
    every time, kept or not. Raises HosoError where a file can't be decoded or the music has no sound,
    Cancelled where the token says so.
    """
    key = programme_key(timeline, desk)

    def make(path: Path) -> Facts:
        from hoso.sound.mixdown import write_mix

        sounds = [_source(sound, desk) for sound in timeline.sounds]
        spoken = voice_lufs(timeline.takes, desk.store, desk.token) if timeline.takes else UNMEASURABLE_LUFS
        bed = _bed(timeline, desk)
        clips = arrange(timeline, spoken, sounds, bed)
        write_mix(path, clips, timeline.duration_ms * SAMPLES_PER_MS, desk.token)
        return {"remarks": _remarks(timeline, sounds, bed)}

    path, facts = shelved(desk.store, key, ".wav", make)
    for remark in facts["remarks"]:
        desk.listen(Notice(Problem(remark[0], remark[1], level="warning")))
    return Programme(path, key)


def programme_key(timeline: Timeline, desk: Desk) -> str:
    """What stands for everything that shapes the programme of `timeline`. Decodes nothing."""
    takes = [[placed.start_ms, placed.take.digest] for placed in timeline.takes]
    sounds = [
        [desk.library.content(sound.path), {**asdict(sound), "path": sound.path.name}]
        for sound in timeline.sounds
    ]
    bed = timeline.music
    heard = None if bed is None else [desk.library.content(desk.locate(bed.file)), bed.level]
    return digest(["programme", RECIPE, takes, sounds, heard, timeline.duration_ms])


def _source(sound: PlacedSound, desk: Desk) -> Source | None:
    if not desk.library.info(sound.path).has_audio:
        return None
    return stretch(sound, desk.library.content(sound.path), desk.store, desk.token)


def _bed(timeline: Timeline, desk: Desk) -> Source | None:
    if timeline.music is None:
        return None
    path = desk.locate(timeline.music.file)
    if not desk.library.info(path).has_audio:
        raise HosoError(
            f"The music {path.name} has no sound", "Name another file, or leave music out.", path=path
        )
    return music(path, desk.library.content(path), timeline.duration_ms, desk.store, desk.token)


def _remarks(timeline: Timeline, sounds: list[Source | None], bed: Source | None) -> list[tuple[str, str]]:
    remarks = [_about(sound, source) for sound, source in zip(timeline.sounds, sounds, strict=True)]
    if bed is not None and timeline.music is not None and is_silence(bed.lufs):
        remarks.append(
            (f"The music {timeline.music.file} is silent", "Name another file, or leave music out.")
        )
    return list(dict.fromkeys(remark for remark in remarks if remark is not None))


def _about(sound: PlacedSound, source: Source | None) -> tuple[str, str] | None:
    name = sound.path.name
    if source is None:
        return f"{name} has no sound, so `sound: {sound.mode}` keeps nothing", "Set `sound: off` there."
    if sound.mode == "under":
        return None
    if is_silence(source.lufs):
        return f"{name} is silent where its sound is kept", "Choose another stretch, or set `sound: off`."
    if REFERENCE_LUFS - source.lufs > MOST_BOOST_DB:
        return (
            f"{name} is very quiet ({source.lufs:.0f} LUFS): raised by {MOST_BOOST_DB:.0f} dB, "
            "it is still under the voice",
            "Use a better recording, or subtitle it and let the voice speak.",
        )
    return None
