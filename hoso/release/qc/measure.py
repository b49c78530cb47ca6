"""Opens a finished file and measures it; trusts nothing that the renderer says."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from hoso.base.jobs import CancelToken
from hoso.media.ffmpeg import run
from hoso.release.qc.boxes import Box, boxes
from hoso.release.qc.comparing import Pair, code_stills, codes_read, pair, subtitles_seen, why_not
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import Colours, Measured, PictureFacts, SoundFacts
from hoso.release.qc.passes import (
    WAVE_RATE,
    Pass,
    Stills,
    black_of,
    damage_of,
    pass_arguments,
    small_size,
    stills_arguments,
    stretches_of,
    wave_arguments,
)
from hoso.release.qc.shift import shifts
from hoso.release.qc.traces import traces
from hoso.release.qc.tracks import Tracks, read_tracks
from hoso.sound.meter import SILENT, Reading, reading

NO_PROGRAMME = "sound offset: there is no programme to compare with"


def measure(path: Path, expected: Expectation, token: CancelToken) -> Measured:
    """The facts of the file at `path`, and of its picture where `expected` says that something is due.

    Raises HosoError where it can't be read to its end, Cancelled.
    """
    tracks = read_tracks(path)
    clean = _clean(expected, tracks)
    walked = boxes(path) if tracks.demuxer.startswith("mov") else ()
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as folder:
        look = _plan(path, expected, tracks, clean, Path(folder))
        log = run(pass_arguments(look.whole), token=token)
        _fetch_others(expected, look, token)
        cues, free = ((), ()) if look.compared is None else subtitles_seen(expected, look.compared)
        end_ms = _end_ms(tracks)
        return Measured(
            size=path.stat().st_size,
            container=_container(tracks),
            faststart=_faststart(walked),
            edit_lists=sum(box.name == "elst" for box in walked),
            tracks=tracks.kinds,
            texts=tracks.texts,
            damage=damage_of(log),
            picture=tracks.picture and replace(tracks.picture, container_colours=_colours(walked)),
            sound=_sound(tracks, log, look),
            black=black_of(log),
            frozen=stretches_of(log, "freeze", end_ms),
            silent=stretches_of(log, "silence", end_ms),
            cues=cues,
            free=free,
            qr=codes_read(expected, tracks.picture, look.codes) if tracks.picture and look.codes else (),
            caption=caption_text(expected.caption),
            traces=traces(path, walked, tracks),
            unmeasured=tuple(_unmeasured(expected, tracks, clean)),
        )


@dataclass(frozen=True, slots=True)
class _Look:
    """What one file is looked at for. Waves are None where there is nothing to compare."""

    whole: Pass
    compared: Pair | None
    codes: Stills | None
    programme: Path | None


def _plan(
    path: Path, expected: Expectation, tracks: Tracks, clean: PictureFacts | None, folder: Path
) -> _Look:
    picture = tracks.picture
    compared = pair(expected, picture, clean, folder)
    codes = code_stills(expected, picture, folder)
    stills = [None if compared is None else compared.ours, codes]
    waves = tracks.sound is not None and expected.programme is not None
    whole = Pass(
        path,
        None if picture is None else small_size(picture.width, picture.height),
        tracks.sound is not None,
        tuple(item for item in stills if item is not None),
        folder / "sound.f32" if waves else None,
    )
    return _Look(whole, compared, codes, folder / "programme.f32" if waves else None)


def _fetch_others(expected: Expectation, look: _Look, token: CancelToken) -> None:
    """Stills and wave of what the file is compared with."""
    if look.compared is not None and expected.clean is not None:
        run(stills_arguments(expected.clean, look.compared.theirs), token=token)
    if look.programme is not None and expected.programme is not None:
        run(wave_arguments(expected.programme, look.programme), token=token)


def _clean(expected: Expectation, tracks: Tracks) -> PictureFacts | None:
    if expected.clean is None or expected.profile is None or tracks.picture is None:
        return None
    return read_tracks(expected.clean).picture


def _unmeasured(expected: Expectation, tracks: Tracks, clean: PictureFacts | None) -> list[str]:
    reasons = [why_not(expected, tracks.picture, clean)]
    if expected.programme is None and expected.audible and tracks.sound is not None:
        reasons.append(NO_PROGRAMME)
    return [reason for reason in reasons if reason]


def _sound(tracks: Tracks, log: str, look: _Look) -> SoundFacts | None:
    if tracks.sound is None:
        return None
    try:
        heard = reading(log)
    except ValueError:
        heard = Reading(SILENT, 0.0, SILENT)
    offset, drift = _shifts(look)
    return SoundFacts(
        **asdict(tracks.sound),
        lufs=heard.lufs,
        true_peak=heard.true_peak,
        offset_ms=offset,
        drift_ms=drift,
    )


def _shifts(look: _Look) -> tuple[float | None, float | None]:
    if look.programme is None or look.whole.wave is None:
        return None, None
    sound, programme = (np.fromfile(path, np.float32) for path in (look.whole.wave, look.programme))
    return shifts(sound, programme, WAVE_RATE)


def _end_ms(tracks: Tracks) -> int:
    return round(
        max((track.end_ms for track in (tracks.picture, tracks.sound) if track is not None), default=0)
    )


def _container(tracks: Tracks) -> str:
    if not tracks.demuxer.startswith("mov"):
        return tracks.demuxer
    return "3gp" if tracks.brand.startswith("3g") else "mov" if tracks.brand == "qt" else "mp4"


def _faststart(walked: Sequence[Box]) -> bool | None:
    top = [box.path for box in walked if box.path in ("moov", "mdat")]
    return top[0] == "moov" if top else None


def _colours(walked: Sequence[Box]) -> Colours | None:
    """The first `colr` box of type nclx or nclc: primaries, transfer, matrix, and the bit of full range."""
    for box in walked:
        if box.name == "colr" and box.body[:3] == b"ncl":
            primaries, transfer, matrix = (int.from_bytes(box.body[at : at + 2], "big") for at in (4, 6, 8))
            full = len(box.body) > 10 and box.body[10] & 0x80
            return matrix, primaries, transfer, 2 if full else 1
    return None


def caption_text(path: Path | None) -> str | None:
    """What the caption at `path` says; None where there is none."""
    if path is None or not path.is_file():
        return None
    return path.read_text("utf-8", errors="replace")
