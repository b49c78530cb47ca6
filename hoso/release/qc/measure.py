"""Opens a finished file and measures it; trusts nothing that the renderer says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from hoso.release.qc.boxes import Box, boxes
from hoso.release.qc.comparing import why_not
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.listening import Heard, listen
from hoso.release.qc.means import Means
from hoso.release.qc.measured import Colours, Measured, SoundFacts
from hoso.release.qc.traces import traces
from hoso.release.qc.tracks import Tracks, read_tracks
from hoso.release.qc.watching import watch

NO_PROGRAMME = "sound offset: there is no programme to compare with"


def measure(path: Path, expected: Expectation, means: Means) -> Measured:
    """The facts of the file at `path`, and of its picture where `expected` says that something is due.

    Each file is read to its end. What holds the very same as something before is not decoded again, as far as
    the memory of `means` has what was found. Raises HosoError where the file can't be read, Cancelled.
    """
    tracks = read_tracks(path)
    clean = _clean(expected, tracks)
    walked = boxes(path) if tracks.demuxer.startswith("mov") else ()
    headers = [box.body for box in walked if box.name == "tkhd"]
    watched = watch(path, expected, tracks, clean, headers, means)
    heard = listen(path, expected, tracks, means)
    return Measured(
        size=path.stat().st_size,
        container=_container(tracks),
        faststart=_faststart(walked),
        edit_lists=sum(box.name == "elst" for box in walked),
        tracks=tracks.kinds,
        texts=tracks.texts,
        damage=tuple(dict.fromkeys((*watched.damage, *(heard.damage if heard else ())))),
        picture=tracks.picture and replace(tracks.picture, container_colours=_colours(walked)),
        sound=_sound(tracks, heard),
        black=watched.black,
        frozen=watched.frozen,
        silent=heard.silent if heard else (),
        cues=watched.cues,
        free=watched.free,
        qr=watched.qr,
        caption=_caption(expected.caption),
        traces=traces(path, walked, tracks),
        unmeasured=tuple(_unmeasured(expected, tracks, clean)),
    )


def _clean(expected: Expectation, tracks: Tracks) -> Tracks | None:
    if expected.clean is None or expected.profile is None or tracks.picture is None:
        return None
    return read_tracks(expected.clean)


def _unmeasured(expected: Expectation, tracks: Tracks, clean: Tracks | None) -> list[str]:
    reasons = [why_not(expected, tracks.picture, None if clean is None else clean.picture)]
    if expected.programme is None and expected.audible and tracks.sound is not None:
        reasons.append(NO_PROGRAMME)
    return [reason for reason in reasons if reason]


def _sound(tracks: Tracks, heard: Heard | None) -> SoundFacts | None:
    if tracks.sound is None or heard is None:
        return None
    return SoundFacts(
        **asdict(tracks.sound),
        lufs=heard.lufs,
        true_peak=heard.true_peak,
        offset_ms=heard.offset_ms,
        drift_ms=heard.drift_ms,
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


def _caption(path: Path | None) -> str | None:
    """What the caption at `path` says; None where there is none."""
    if path is None or not path.is_file():
        return None
    return path.read_text("utf-8", errors="replace")
