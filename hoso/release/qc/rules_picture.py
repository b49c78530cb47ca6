"""Rules about the coded picture and what is seen in it."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.clock import format_clock, frames
from hoso.channels.model import Encoding, PictureProfile
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Finding
from hoso.release.qc.measured import Colours, Measured, PictureFacts
from hoso.release.qc.rules_file import AGAIN
from hoso.release.qc.stretches import joined_at, outside

PROFILES = {
    "baseline": ("Baseline", "Constrained Baseline"),
    "main": ("Main",),
    "high": ("High",),
    "simple": ("Simple Profile",),
}
"""The names of our profiles in FFmpeg's libraries. x264's Baseline keeps to the constrained one."""
BT709: Colours = (1, 1, 1, 1)
UNTAGGED = 2
"""ITU-T H.273: unspecified."""
LONGEST_STILL_MS = 4000
"""Footage of a quiet place stands still for seconds once it is coded; a fault of rendering lasts longer."""
STILL_SLACK_MS = 200
"""A card's last movement, and the frames until a coder has settled."""
CUE_EDGE_MS = 80
"""A subtitle that comes or goes moves the picture for a frame or two: it does not end a stretch."""


def codec(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Codec, profile, level (not over), 4:2:0 in 8 bits, B-frames (not more)."""
    for profile, picture in _both(expected, measured):
        encoding = profile.encoding
        yield from _differs("codec", picture.codec, (encoding.codec,))
        yield from _differs("profile", picture.profile, PROFILES[encoding.profile])
        yield from _differs("pixel format", picture.pixel_format, ("yuv420p",))
        if not picture.level or _level(picture.level) > _level(encoding.level):
            yield Finding(f"its level is {picture.level or 'not said'} and may be {encoding.level}", AGAIN)
        most = encoding.bframes if isinstance(encoding, Encoding) else 0
        if picture.b_frames > most:
            yield Finding(f"it has {picture.b_frames} B-frames in a row and may have {most}", AGAIN)


def raster(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Exactly the profile's size, with square pixels."""
    for profile, picture in _both(expected, measured):
        if (picture.width, picture.height) != (profile.width, profile.height):
            sizes = f"{picture.width}x{picture.height}, not {profile.width}x{profile.height}"
            yield Finding(f"its picture is {sizes}", AGAIN)
        if picture.pixel[0] != picture.pixel[1]:
            yield Finding(f"its pixels are not square ({picture.pixel[0]}:{picture.pixel[1]})", AGAIN)


def rate(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Exactly the profile's frames a second, evenly spaced, as many as the programme needs."""
    for profile, picture in _both(expected, measured):
        if picture.rate != (profile.fps, 1):
            said = picture.rate[0] / max(1, picture.rate[1])
            yield Finding(f"it has {said:g} frames a second, not {profile.fps}", AGAIN)
        elif not picture.steady:
            yield Finding("its frames are not evenly spaced", AGAIN)


def key_frames(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Key frames at most a GOP apart, and none that others reach across."""
    for profile, picture in _both(expected, measured):
        most = frames(profile.encoding.gop_ms, profile.fps)
        if picture.longest_gop > most:
            yield Finding(
                f"it has {picture.longest_gop} frames without a key frame; {most} are the limit", AGAIN
            )
        if picture.open_gops:
            yield Finding(f"{picture.open_gops} of its GOPs are open", AGAIN)


def colours(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """BT.709, limited range, said by the picture and by the container where that says anything (H.264)."""
    for profile, picture in _both(expected, measured):
        if profile.encoding.codec != "h264":
            return
        for where, said in (("picture", picture.colours), ("container", picture.container_colours)):
            if said is not None and said != BT709:
                words = ", ".join("none" if code == UNTAGGED else str(code) for code in said[:3])
                yield Finding(f"its {where}'s colour tags are {words} (range {said[3]}), not BT.709", AGAIN)


def black(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """No black: nothing that hoso makes fades to it."""
    for stretch in measured.black:
        yield Finding(
            f"it is black from {format_clock(stretch.start_ms)} to {format_clock(stretch.end_ms)}",
            "Look at the footage there: choose another `from`, or another file.",
            stretch.start_ms,
        )


def frozen(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """The picture moves, but for cards and stills."""
    seams = [ms for due in expected.cues for ms in (due.stretch.start_ms, due.stretch.end_ms)]
    whole = joined_at(measured.frozen, seams, CUE_EDGE_MS)
    for stretch in outside(whole, expected.stills, STILL_SLACK_MS):
        if stretch.length_ms >= LONGEST_STILL_MS:
            yield Finding(
                f"it stands still from {format_clock(stretch.start_ms)} to {format_clock(stretch.end_ms)}",
                "Look at the footage there: it may end too early, or be a still.",
                stretch.start_ms,
            )


def _both(expected: Expectation, measured: Measured) -> Iterator[tuple[PictureProfile, PictureFacts]]:
    """Profile and picture, where both are there; a missing track is another rule's."""
    if expected.profile is not None and measured.picture is not None:
        yield expected.profile, measured.picture


def _differs(what: str, said: str, due: tuple[str, ...]) -> Iterator[Finding]:
    if said not in due:
        yield Finding(f"its {what} is {said or 'not said'}, not {due[0]}", AGAIN)


def _level(text: str) -> float:
    return float(text.rstrip("ab"))
