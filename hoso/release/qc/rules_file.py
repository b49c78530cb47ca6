"""Rules about the file as a whole: container, tracks, size, length."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.clock import format_clock
from hoso.base.languages import ISO_639_2
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Finding
from hoso.release.qc.measured import Measured

AGAIN = "Render it again; if that does not help, it is a fault of hoso: please report it."
SPARE_SAMPLES = {"mp3": 4 * 1152, "wav": 0}
"""By which a sound may be longer or shorter: MP3 coders put up to four frames around what they code."""
AAC_FRAME = 1024


def container(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """The file is what its ending says."""
    if measured.container != expected.file_format:
        yield Finding(f"the file is {measured.container}, not {expected.file_format}", AGAIN)


def tracks(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """One picture where one is due, one sound, the text tracks that were asked for, nothing else."""
    due = (["video"] if expected.profile is not None else []) + ["audio"] + ["subtitle"] * len(expected.texts)
    if sorted(measured.tracks) != sorted(due):
        yield Finding(f"its tracks are {', '.join(measured.tracks)}, not {', '.join(due)}", AGAIN)
        return
    languages = tuple(ISO_639_2[language] for language in expected.texts)
    if measured.texts != languages:
        yield Finding(f"its texts are in {', '.join(measured.texts)}, not {', '.join(languages)}", AGAIN)


def damage(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """It decodes without a complaint."""
    if measured.damage:
        yield Finding(f"a decoder stumbles: {measured.damage[0]}", "Delete .hoso/cache and render it again.")


def faststart(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """The index is at the front, so that players begin before they have it all."""
    if measured.faststart is False:
        yield Finding("its index is at the end: players wait for the whole file", AGAIN)


def edit_lists(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """No edit lists: players and platforms follow them differently."""
    if measured.edit_lists:
        yield Finding(f"it has {measured.edit_lists} edit list(s), which not every player follows", AGAIN)


def size(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """At most the channel's bytes."""
    limit = expected.channel.max_bytes
    if limit is not None and measured.size > limit.value:
        message = f"it has {measured.size:,} bytes; {expected.channel.title} takes {limit.value:,}"
        yield Finding(
            message, f"Shorten the message, or leave {expected.channel.name} out of the script's channels."
        )


def length(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Picture and sound are as long as the programme."""
    picture, sound = measured.picture, measured.sound
    if picture is not None and expected.profile is not None:
        frame_ms = 1000 / expected.profile.fps
        yield from _lasts("picture", picture.end_ms - picture.start_ms, expected.duration_ms, frame_ms)
    if sound is not None:
        spare = SPARE_SAMPLES.get(measured.container, AAC_FRAME)
        most_ms = 1 + 1000 * spare / max(1, sound.sample_rate)
        yield from _lasts("sound", sound.end_ms - sound.start_ms, expected.duration_ms, most_ms)


def limits_of_time(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """As long as the channel takes."""
    tracks = (measured.picture, measured.sound)
    lasts = max((track.end_ms for track in tracks if track is not None), default=0.0)
    longest, shortest = expected.channel.max_seconds, expected.channel.min_seconds
    said = format_clock(round(lasts))
    if longest is not None and round(lasts) > longest.value * 1000:
        yield Finding(f"it lasts {said} and at most {longest.value:g} s are taken", "Shorten the message.")
    if shortest is not None and round(lasts) < shortest.value * 1000:
        yield Finding(f"it lasts {said} and at least {shortest.value:g} s are taken", "Add a scene.")


def caption(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """There is a caption where there has to be one."""
    if expected.caption is None:
        return
    name = expected.caption.name
    if measured.caption is None:
        yield Finding(f"its caption {name} is missing", AGAIN)
    elif not measured.caption.strip() or "\ufffd" in measured.caption:
        yield Finding(
            f"its caption {name} is empty or not UTF-8", "Write `post` in the script and render again."
        )


def _lasts(what: str, ms: float, due_ms: int, most_ms: float) -> Iterator[Finding]:
    if abs(ms - due_ms) > most_ms:
        yield Finding(
            f"its {what} lasts {format_clock(round(ms))} and the programme {format_clock(due_ms)}", AGAIN
        )
