"""Which stills are needed to see subtitles and QR codes, and what they show. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoso.channels.model import PictureProfile
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import CueSeen, FreeSeen, PictureFacts
from hoso.release.qc.moments import frame_at, moments, qr_times
from hoso.release.qc.passes import small_size
from hoso.release.qc.seen import least_points, most_free

SAME_SHAPE = 0.01
"""A subtitle-free picture is of the same shape where width over height differs by less than this share."""


Pair = tuple[int, int]
"""The frames, by number, that a finished and a subtitle-free picture show at the same moment."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a finished picture and a subtitle-free one are compared."""

    profile: PictureProfile
    through: tuple[int, int]
    """The size of the smaller of both."""
    size: tuple[int, int]
    """The size at which they are compared."""
    pairs: Mapping[int, Pair]
    """By their time in ms."""


def why_not(expected: Expectation, finished: PictureFacts | None, clean: PictureFacts | None) -> str:
    """Why subtitles can't be looked for; empty where they can, or where there is no picture."""
    if finished is None or expected.profile is None:
        return ""
    if clean is None:
        return "subtitles: there is no subtitle-free picture to compare with"
    if abs(finished.width * clean.height / (finished.height * clean.width) - 1) >= SAME_SHAPE:
        return "subtitles: the subtitle-free picture has another shape"
    return ""


def comparison(
    expected: Expectation, finished: PictureFacts, clean: PictureFacts | None
) -> Comparison | None:
    """What to compare; None where nothing can be."""
    if clean is None or expected.profile is None or why_not(expected, finished, clean):
        return None
    found = {ms: (frame_at(ms, finished.rate), frame_at(ms, clean.rate)) for ms in moments(expected).times}
    pairs = {
        ms: (ours, theirs)
        for ms, (ours, theirs) in found.items()
        if ours < finished.frames and theirs < clean.frames
    }
    smaller = min(finished, clean, key=lambda picture: picture.width)
    through = smaller.width, smaller.height
    return Comparison(expected.profile, through, small_size(*through), pairs)


def subtitles_seen(
    expected: Expectation, compared: Comparison, points: Mapping[Pair, int | None]
) -> tuple[tuple[CueSeen, ...], tuple[FreeSeen, ...]]:
    """What subtitles were seen, by the points that differ in each pair; None where one of it is not there."""
    wanted, profile, size = moments(expected), compared.profile, compared.size
    found = {ms: differ for ms, pair in compared.pairs.items() if (differ := points[pair]) is not None}
    cues = (
        CueSeen(ms, due.cue.text, found[ms], least_points(due.cue.text, profile, size))
        for ms, due in wanted.cues
        if ms in found
    )
    most = most_free(profile, size)
    return tuple(cues), tuple(FreeSeen(ms, found[ms], most) for ms in wanted.free if ms in found)


def code_frames(expected: Expectation, picture: PictureFacts) -> tuple[int, ...]:
    """The frames in which QR codes have to be read, in order."""
    times = [time for several in qr_times(expected) for time in several]
    found = {frame_at(time, picture.rate) for time in times}
    return tuple(sorted(number for number in found if number < picture.frames))


def codes_seen(
    expected: Expectation, picture: PictureFacts, read: Mapping[int, tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """What the codes say, for each that is due, by what was read in each frame."""
    if not read:
        return ()
    return tuple(
        tuple(sorted({text for time in times for text in read.get(frame_at(time, picture.rate), ())}))
        for times in qr_times(expected)
    )
