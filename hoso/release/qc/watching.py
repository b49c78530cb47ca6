"""What is seen in the picture of a finished file: decoded once, and remembered by what the track holds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.media.ffmpeg import run
from hoso.release.qc.comparing import Pair, code_stills, codes_read, pair, subtitles_seen
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import RECIPE, CueSeen, FreeSeen
from hoso.release.qc.passes import (
    Stills,
    black_of,
    damage_of,
    picture_arguments,
    small_size,
    stills_arguments,
    stretches_of,
)
from hoso.release.qc.stretches import Stretch
from hoso.release.qc.tracks import Tracks

Memory = Callable[[str, Callable[[], Mapping[str, Any]]], Mapping[str, Any]]
"""Gives what was found out under a key before, as plain data; or finds it out, and keeps it."""


def forgetful(key: str, find_out: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    """A memory that keeps nothing."""
    del key
    return find_out()


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen; the fields are those of `Measured`."""

    damage: tuple[str, ...] = ()
    black: tuple[Stretch, ...] = ()
    frozen: tuple[Stretch, ...] = ()
    cues: tuple[CueSeen, ...] = ()
    free: tuple[FreeSeen, ...] = ()
    qr: tuple[tuple[str, ...], ...] = ()


def watch(
    path: Path,
    expected: Expectation,
    tracks: Tracks,
    clean: Tracks | None,
    headers: Sequence[bytes],
    memory: Memory,
    token: CancelToken,
) -> Watched:
    """What is seen in the file at `path`, where it has a picture, beside `clean`, the subtitle-free one.

    `headers` say how a player shows the tracks (`tkhd`). Raises HosoError, Cancelled.
    """
    if tracks.picture is None:
        return Watched()
    profile = expected.profile and expected.profile.model_dump(mode="json")
    due = [expected.cues, expected.qr, expected.duration_ms, profile]
    beside = None if clean is None else clean.picture_digest
    key = digest(["qc watched", RECIPE, tracks.picture_digest, beside, [each.hex() for each in headers], due])
    return _of_plain(memory(key, lambda: asdict(_watched(path, expected, tracks, clean, token))))


def _watched(
    path: Path, expected: Expectation, tracks: Tracks, clean: Tracks | None, token: CancelToken
) -> Watched:
    picture = tracks.picture
    if picture is None:
        return Watched()
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as name:
        folder = Path(name)
        compared = pair(expected, picture, None if clean is None else clean.picture, folder)
        codes = code_stills(expected, picture, folder)
        small = small_size(picture.width, picture.height)
        log = run(picture_arguments(path, small, _wanted(compared, codes)), token=token)
        if compared is not None and expected.clean is not None:
            run(stills_arguments(expected.clean, compared.theirs), token=token)
        cues, free = ((), ()) if compared is None else subtitles_seen(expected, compared)
        return Watched(
            damage=damage_of(log),
            black=black_of(log),
            frozen=stretches_of(log, "freeze", round(picture.end_ms)),
            cues=cues,
            free=free,
            qr=codes_read(expected, picture, codes) if codes else (),
        )


def _wanted(compared: Pair | None, codes: Stills | None) -> list[Stills]:
    stills = [None if compared is None else compared.ours, codes]
    return [item for item in stills if item is not None]


def _of_plain(facts: Mapping[str, Any]) -> Watched:
    return Watched(
        damage=tuple(facts["damage"]),
        black=tuple(Stretch(**each) for each in facts["black"]),
        frozen=tuple(Stretch(**each) for each in facts["frozen"]),
        cues=tuple(CueSeen(**each) for each in facts["cues"]),
        free=tuple(FreeSeen(**each) for each in facts["free"]),
        qr=tuple(tuple(texts) for texts in facts["qr"]),
    )
