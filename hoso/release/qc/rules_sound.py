"""Rules about the sound: how it is coded, how loud it is, whether it is there, and in time."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.clock import format_clock
from hoso.base.languages import ISO_639_2
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Finding
from hoso.release.qc.measured import Measured
from hoso.release.qc.rules_file import AAC_FRAME, AGAIN
from hoso.release.qc.stretches import outside

CODECS = {"mp4": ("aac", "LC"), "3gp": ("aac", "LC"), "wav": ("pcm_s", ""), "mp3": ("mp3", "")}
"""The beginning of the codec's name and of its profile, by kind of file."""
CHANNELS = {"mono": 1, "stereo": 2}
SAMPLE_RATE = 48_000
"""What a channel that says nothing gets."""
WITHIN_LU = 0.5
"""What mastering counts as met; EBU R 128 allows 1 LU where 0.2 can't be reached."""
LATE_MS = 20.0
"""Half a frame at 25; AAC's priming of 21 ms is found where it was left in. EBU R 37 allows 40 and 60."""
LONGEST_SILENCE_MS = 2000
SILENCE_SLACK_MS = 300
"""What is heard fades in and out."""
MOSTLY = 0.8


def codec(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Codec, sample rate and channels."""
    sound = measured.sound
    if sound is None:
        return
    name, profile = CODECS[expected.file_format]
    if not (sound.codec.startswith(name) and sound.profile.startswith(profile)):
        yield Finding(f"its sound is {sound.codec} {sound.profile}, not {name} {profile}".rstrip(), AGAIN)
    asked = expected.channel.sound.sample_rate
    rate = SAMPLE_RATE if asked is None else asked.value
    if sound.sample_rate != rate:
        yield Finding(f"its sound has {sound.sample_rate} samples a second, not {rate}", AGAIN)
    layout = expected.channel.sound.channel_layout.value
    if sound.channels != CHANNELS[layout]:
        yield Finding(f"its sound has {sound.channels} channel(s) and should be {layout}", AGAIN)


def language(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """The sound track says its language, where containers can."""
    if measured.sound is None or expected.voice_language is None or measured.faststart is None:
        return
    due = ISO_639_2[expected.voice_language]
    if measured.sound.language != due:
        yield Finding(f"its sound's language is {measured.sound.language or 'not said'}, not {due}", AGAIN)


def loudness(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """The channel's loudness, within half a LU."""
    if measured.sound is None or not expected.audible:
        return
    target = expected.channel.sound.loudness.value
    if not round(abs(measured.sound.lufs - target), 1) <= WITHIN_LU:
        yield Finding(
            f"its loudness is {measured.sound.lufs:.1f} LUFS, not {target:.1f}",
            "Add music, or record the voice nearer: too sparse a sound can't be louder under its peak.",
        )


def true_peak(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Never over the channel's true peak."""
    if measured.sound is None:
        return
    limit = expected.channel.sound.true_peak.value
    if measured.sound.true_peak > limit:
        yield Finding(
            f"its true peak is {measured.sound.true_peak:.1f} dBTP, over {limit:.1f}",
            "Render it again; or raise the channel's bitrate, or lower its loudness.",
        )


def offset(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Picture and sound begin and end together, and the sound is where the programme has it."""
    picture, sound = measured.picture, measured.sound
    if picture is None or sound is None:
        return
    early = sound.start_ms - picture.start_ms
    if abs(early) > LATE_MS or picture.start_ms > LATE_MS:
        yield Finding(
            f"its picture begins at {picture.start_ms:g} ms and its sound at {sound.start_ms:g}", AGAIN
        )
    apart = sound.end_ms - picture.end_ms
    most_ms = 1000 * (AAC_FRAME / sound.sample_rate + picture.rate[1] / max(1, picture.rate[0]))
    if abs(apart) > most_ms:
        yield Finding(f"its sound ends {apart:g} ms after its picture", AGAIN)
    if sound.offset_ms is not None and abs(sound.offset_ms) > LATE_MS:
        yield Finding(f"its sound is {sound.offset_ms:g} ms late", AGAIN)
    if sound.drift_ms is not None and abs(sound.drift_ms) > LATE_MS:
        yield Finding(f"its sound drifts by {sound.drift_ms:g} ms", AGAIN)
    if expected.programme is not None and expected.audible and sound.offset_ms is None:
        yield Finding("its sound is not the programme's", AGAIN)


def silent(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """No long silence but where nothing is due."""
    if not expected.audible:
        return
    for stretch in outside(measured.silent, expected.silences, SILENCE_SLACK_MS):
        if stretch.length_ms >= LONGEST_SILENCE_MS:
            yield Finding(
                f"it is silent from {format_clock(stretch.start_ms)} to {format_clock(stretch.end_ms)}",
                "Listen there: a take or the music may be empty (`--revoice` speaks anew).",
                stretch.start_ms,
            )


def unheard(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Where a line is due something is heard."""
    for line in expected.voice:
        quiet = sum(line.shared_ms(stretch) for stretch in measured.silent)
        if quiet > MOSTLY * line.length_ms:
            yield Finding(
                f"nothing is heard of the line at {format_clock(line.start_ms)}",
                "Listen to it with `render.py say`; `--revoice` speaks it anew.",
                line.start_ms,
            )
