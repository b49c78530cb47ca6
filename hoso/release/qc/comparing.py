"""Which stills are needed to see subtitles and QR codes, and what they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hoso.channels.model import PictureProfile
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import CueSeen, FreeSeen, PictureFacts
from hoso.release.qc.moments import frame_at, frame_numbers, moments, qr_times
from hoso.release.qc.passes import STILL_SIDE, Stills, small_size
from hoso.release.qc.seen import Still, codes, different, least_points, most_free

SAME_SHAPE = 0.01
"""A subtitle-free picture is of the same shape where width over height differs by less than this share."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Stills of a finished and of a subtitle-free picture at the same moments, compared at `size`."""

    finished: PictureFacts
    clean: PictureFacts
    profile: PictureProfile
    size: tuple[int, int]
    ours: Stills
    theirs: Stills


def why_not(expected: Expectation, finished: PictureFacts | None, clean: PictureFacts | None) -> str:
    """Why subtitles can't be looked for; empty where they can, or where there is no picture."""
    if finished is None or expected.profile is None:
        return ""
    if clean is None:
        return "subtitles: there is no subtitle-free picture to compare with"
    if abs(finished.width * clean.height / (finished.height * clean.width) - 1) >= SAME_SHAPE:
        return "subtitles: the subtitle-free picture has another shape"
    return ""


def pair(
    expected: Expectation, finished: PictureFacts | None, clean: PictureFacts | None, folder: Path
) -> Pair | None:
    """What to compare, with its stills in `folder`; None where nothing can be."""
    if finished is None or clean is None or expected.profile is None:
        return None
    times = moments(expected).times
    ours = frame_numbers(times, finished.rate, finished.frames)
    theirs = frame_numbers(times, clean.rate, clean.frames)
    if not ours or not theirs or why_not(expected, finished, clean):
        return None
    smaller = min(finished, clean, key=lambda picture: picture.width)
    through = smaller.width, smaller.height
    size = small_size(*through, STILL_SIDE)
    return Pair(
        finished,
        clean,
        expected.profile,
        size,
        Stills(ours, size, folder / "finished.y", through),
        Stills(theirs, size, folder / "clean.y", through),
    )


def subtitles_seen(expected: Expectation, compared: Pair) -> tuple[tuple[CueSeen, ...], tuple[FreeSeen, ...]]:
    """What the stills of `compared`, once they are there, show of subtitles."""
    wanted, profile, size = moments(expected), compared.profile, compared.size
    points = _differences(compared, wanted.times)
    cues = (
        CueSeen(ms, due.cue.text, points[ms], least_points(due.cue.text, profile, size))
        for due in wanted.cues
        if (ms := due.stretch.middle_ms) in points
    )
    most = most_free(profile, size)
    return tuple(cues), tuple(FreeSeen(ms, points[ms], most) for ms in wanted.free if ms in points)


def _differences(compared: Pair, times: tuple[int, ...]) -> Mapping[int, int]:
    """Points that differ, by time, where both pictures have a frame."""
    ours = pictures(compared.ours, compared.size)
    theirs = pictures(compared.theirs, compared.size)
    found = {}
    for ms in times:
        one = ours.get(frame_at(ms, compared.finished.rate))
        other = theirs.get(frame_at(ms, compared.clean.rate))
        if one is not None and other is not None:
            found[ms] = different(one, other, compared.profile)
    return found


def code_stills(expected: Expectation, picture: PictureFacts | None, folder: Path) -> Stills | None:
    """The frames in which QR codes have to be read; None where none is due."""
    if picture is None:
        return None
    times = [time for several in qr_times(expected) for time in several]
    numbers = frame_numbers(times, picture.rate, picture.frames)
    return Stills(numbers, None, folder / "codes.y") if numbers else None


def codes_read(expected: Expectation, picture: PictureFacts, stills: Stills) -> tuple[tuple[str, ...], ...]:
    """What the codes say, for each that is due."""
    shown = pictures(stills, (picture.width, picture.height))
    read = {number: codes(still) for number, still in shown.items()}
    return tuple(
        tuple(sorted({text for time in times for text in read.get(frame_at(time, picture.rate), ())}))
        for times in qr_times(expected)
    )


def pictures(stills: Stills, size: tuple[int, int]) -> Mapping[int, Still]:
    """The stills that ffmpeg kept, by their frames' numbers."""
    width, height = size
    data = np.fromfile(stills.out, np.uint8)
    whole = len(data) // (width * height)
    shaped = data[: whole * width * height].reshape(whole, height, width)
    return dict(zip(stills.frames, shaped, strict=False))
