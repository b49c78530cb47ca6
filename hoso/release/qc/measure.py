"""Opens a finished file and measures it; trusts nothing that the renderer says."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from hoso.base.jobs import CancelToken
from hoso.media.ffmpeg import run
from hoso.release.qc.boxes import Box, boxes
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import Colours, CueSeen, FreeSeen, Measured, PictureFacts, SoundFacts
from hoso.release.qc.moments import Moments, frame_at, frame_numbers, moments, qr_times
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
from hoso.release.qc.seen import Still, codes, different, least_points, most_free
from hoso.release.qc.shift import Wave, shifts
from hoso.release.qc.traces import traces
from hoso.release.qc.tracks import SoundTrack, Tracks, read_tracks
from hoso.sound.meter import SILENT, Reading, reading

SAME_SHAPE = 0.01
"""A subtitle-free picture is of the same shape where width over height differs by less than this share."""


def measure(path: Path, expected: Expectation, token: CancelToken) -> Measured:
    """The facts of the file at `path`, and of its picture where `expected` says that something is due.

    Raises HosoError where it can't be read to its end, Cancelled.
    """
    tracks = read_tracks(path)
    walked = boxes(path) if tracks.demuxer.startswith("mov") else ()
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as folder:
        return _Look(path, expected, tracks, walked, Path(folder), token).measured()


class _Look:
    """One file being looked at; `folder` takes stills and waves."""

    def __init__(
        self,
        path: Path,
        expected: Expectation,
        tracks: Tracks,
        walked: Sequence[Box],
        folder: Path,
        token: CancelToken,
    ) -> None:
        self._path = path
        self._expected = expected
        self._tracks = tracks
        self._walked = walked
        self._folder = folder
        self._token = token
        self._unmeasured: list[str] = []
        self._clean = self._clean_tracks()
        self._small = None if tracks.picture is None else self._small_size(tracks.picture)

    def measured(self) -> Measured:
        """Everything, in one run of ffmpeg and as many more as there are files to compare with."""
        tracks, end_ms = self._tracks, self._end_ms()
        log = run(pass_arguments(self._pass()), token=self._token)
        cues, free = self._subtitles()
        return Measured(
            size=self._path.stat().st_size,
            container=_container(tracks),
            faststart=_faststart(self._walked),
            edit_lists=sum(box.name == "elst" for box in self._walked),
            tracks=tracks.kinds,
            texts=tracks.texts,
            damage=damage_of(log),
            picture=None
            if tracks.picture is None
            else replace(tracks.picture, container_colours=_colours(self._walked)),
            sound=None if tracks.sound is None else self._sound(tracks.sound, log),
            black=black_of(log),
            frozen=stretches_of(log, "freeze", end_ms),
            silent=stretches_of(log, "silence", end_ms),
            cues=cues,
            free=free,
            qr=self._codes(),
            caption=_text(self._expected.caption),
            traces=traces(self._path, self._walked, tracks),
            unmeasured=tuple(self._unmeasured),
        )

    def _pass(self) -> Pass:
        wave = self._tracks.sound is not None and self._expected.programme is not None
        return Pass(
            self._path,
            self._small,
            self._tracks.sound is not None,
            tuple(stills for stills in (self._due(), self._qr()) if stills is not None),
            self._folder / "sound.f32" if wave else None,
        )

    def _end_ms(self) -> int:
        ends = [track.end_ms for track in (self._tracks.picture, self._tracks.sound) if track is not None]
        return round(max(ends, default=0))

    def _clean_tracks(self) -> PictureFacts | None:
        """The facts of the subtitle-free picture, where it is there and can be compared."""
        picture = self._tracks.picture
        if self._expected.profile is None or picture is None:
            return None
        if self._expected.clean is None:
            self._unmeasured.append("subtitles: there is no subtitle-free picture to compare with")
            return None
        clean = read_tracks(self._expected.clean).picture
        if clean is None or not _same_shape(clean, picture):
            self._unmeasured.append("subtitles: the subtitle-free picture has another shape")
            return None
        return clean

    def _small_size(self, picture: PictureFacts) -> tuple[int, int]:
        """The size at which pictures are compared: never larger than the subtitle-free one."""
        size = small_size(picture.width, picture.height)
        if self._clean is not None and self._clean.width < size[0]:
            return small_size(self._clean.width, self._clean.height)
        return size

    def _moments(self) -> Moments:
        return moments(self._expected)

    def _due(self) -> Stills | None:
        """The stills of the finished file in which subtitles are looked for."""
        picture = self._tracks.picture
        if self._clean is None or picture is None:
            return None
        return self._stills(picture, self._moments().times, "finished")

    def _stills(self, picture: PictureFacts, times: Sequence[int], name: str) -> Stills | None:
        numbers = frame_numbers(times, picture.rate, picture.frames)
        return Stills(numbers, self._small, self._folder / f"{name}.y") if numbers else None

    def _qr(self) -> Stills | None:
        picture = self._tracks.picture
        if picture is None:
            return None
        times = [time for moments in qr_times(self._expected) for time in moments]
        numbers = frame_numbers(times, picture.rate, picture.frames)
        return Stills(numbers, None, self._folder / "qr.y") if numbers else None

    def _codes(self) -> tuple[tuple[str, ...], ...]:
        stills, picture = self._qr(), self._tracks.picture
        if stills is None or picture is None:
            return ()
        read = {
            number: codes(still)
            for number, still in _pictures(stills, (picture.width, picture.height)).items()
        }
        return tuple(
            tuple(sorted({text for time in times for text in read.get(frame_at(time, picture.rate), ())}))
            for times in qr_times(self._expected)
        )

    def _subtitles(self) -> tuple[tuple[CueSeen, ...], tuple[FreeSeen, ...]]:
        mine, picture, size = self._due(), self._tracks.picture, self._small
        clean, profile = self._clean, self._expected.profile
        if mine is None or picture is None or size is None or clean is None or profile is None:
            return (), ()
        wanted = self._moments()
        bare = self._stills(clean, wanted.times, "clean")
        if bare is None or self._expected.clean is None:
            return (), ()
        run(stills_arguments(self._expected.clean, bare), token=self._token)
        finished, without = _pictures(mine, size), _pictures(bare, size)

        def points(ms: int) -> int | None:
            ours = finished.get(frame_at(ms, picture.rate))
            theirs = without.get(frame_at(ms, clean.rate))
            return None if ours is None or theirs is None else different(ours, theirs, profile)

        cues = [(due, points(due.stretch.middle_ms)) for due in wanted.cues]
        free = [(ms, points(ms)) for ms in wanted.free]
        most = most_free(profile, size)
        return (
            tuple(
                CueSeen(due.stretch.middle_ms, due.cue.text, count, least_points(due.cue.text, profile, size))
                for due, count in cues
                if count is not None
            ),
            tuple(FreeSeen(ms, count, most) for ms, count in free if count is not None),
        )

    def _sound(self, track: SoundTrack, log: str) -> SoundFacts:
        try:
            heard = reading(log)
        except ValueError:
            heard = Reading(SILENT, 0.0, SILENT)
        offset, drift = self._shifts()
        return SoundFacts(
            codec=track.codec,
            profile=track.profile,
            sample_rate=track.sample_rate,
            channels=track.channels,
            start_ms=track.start_ms,
            end_ms=track.end_ms,
            language=track.language,
            lufs=heard.lufs,
            true_peak=heard.true_peak,
            offset_ms=offset,
            drift_ms=drift,
        )

    def _shifts(self) -> tuple[float | None, float | None]:
        programme = self._expected.programme
        if programme is None:
            if self._expected.audible:
                self._unmeasured.append("sound offset: there is no programme to compare with")
            return None, None
        out = self._folder / "programme.f32"
        run(wave_arguments(programme, out), token=self._token)
        return shifts(_wave(self._folder / "sound.f32"), _wave(out), WAVE_RATE)


def _container(tracks: Tracks) -> str:
    if not tracks.demuxer.startswith("mov"):
        return tracks.demuxer
    return "3gp" if tracks.brand.startswith("3g") else "mov" if tracks.brand == "qt" else "mp4"


def _faststart(walked: Sequence[Box]) -> bool | None:
    top = [box.path for box in walked if box.path in ("moov", "mdat")]
    return top[0] == "moov" if top else None


def _colours(walked: Sequence[Box]) -> Colours | None:
    """The first `colr` box of type nclx or nclc: primaries, transfer, matrix, and full range's bit."""
    for box in walked:
        if box.name == "colr" and box.body[:3] == b"ncl":
            primaries, transfer, matrix = (int.from_bytes(box.body[at : at + 2], "big") for at in (4, 6, 8))
            full = len(box.body) > 10 and box.body[10] & 0x80
            return matrix, primaries, transfer, 2 if full else 1
    return None


def _same_shape(one: PictureFacts, other: PictureFacts) -> bool:
    return abs(one.width * other.height / (one.height * other.width) - 1) < SAME_SHAPE


def _pictures(stills: Stills, size: tuple[int, int]) -> Mapping[int, Still]:
    """The stills in a file by their frames' numbers."""
    width, height = size
    data = np.fromfile(stills.out, np.uint8)
    whole = len(data) // (width * height)
    shaped = data[: whole * width * height].reshape(whole, height, width)
    return dict(zip(stills.frames, shaped, strict=False))


def _wave(path: Path) -> Wave:
    return np.fromfile(path, np.float32)


def _text(path: Path | None) -> str | None:
    if path is None or not path.is_file():
        return None
    return path.read_text("utf-8", errors="replace")
