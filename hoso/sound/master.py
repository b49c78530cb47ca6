"""Mastering: a programme at a channel's loudness, under its true peak.

loudnorm is not used: where the target would break the peak, and for flat speech, it silently turns dynamic
and resamples. Here a plain gain goes into a limiter at 192 kHz, which sees the peaks between samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.events import Listener, Notice, ignore
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.problems import HosoError, Problem
from hoso.base.shelf import Facts, shelved
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.levels import RECIPE, REFERENCE_LUFS, Layout, Loudness, is_silence, ratio
from hoso.sound.meter import Reading, metered, reading
from hoso.sound.programme import Programme
from hoso.voice.takes import SAMPLE_RATE

OVERSAMPLED = 4 * SAMPLE_RATE
CLOSE_LU = 0.1
"""What mastering aims for."""
TENTH = 0.1
"""What the meter reads in."""
WITHIN_LU = 0.5
"""What counts as met."""
WORTH_LU = 0.25
"""A master or an encode that is further off than this is made again."""
HOPELESS_LU = 3.0
"""One that is this far off would not come nearer: it is silent, or a few clicks in silence."""
OVERSHOOT_DB = 0.2
"""Coming back from 192 to 48 kHz raised peaks by up to this much on speech and music that we measured."""
MOST_GAIN_DB = 60.0
LIMITED_LU = 3.0
LIMITED_SLOPE = 0.65
"""Where the first try falls short by less than `LIMITED_LU` the limiter has begun to bite: each dB of gain
gave speech some 0.65 LU: a better second guess than a whole one."""
LEAST_SLOPE = 0.25
"""A search step is at most four times the error: deep in the limiter a dB of gain gives little loudness."""
SEARCHES = 10
ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Master:
    """A mastered programme: 48 kHz 24-bit WAV, as long as the programme, and what was measured in the end.

    A programme of silence is left as it is: `lufs` and `true_peak` are -inf.
    """

    path: Path
    lufs: float
    lra: float
    true_peak: float
    channel_layout: Layout
    key: str


def master(
    programme: Programme, target: Loudness, store: Store, token: CancelToken, listen: Listener = ignore
) -> Master:
    """`programme` at `target`, made once and kept in `store`.

    Where even the limiter can't make it loud enough (a few clicks in silence), or it is silent, the
    listener is told and what could be made is returned. Raises HosoError where the true peak can't be met.
    """
    key = digest(["master", RECIPE, programme.key, asdict(target)])

    def make(path: Path) -> Facts:
        return asdict(_mastered(programme.path, target, path, token))

    path, facts = shelved(store, key, ".wav", make)
    made = Reading(**facts)
    for problem in remarks(made, target):
        listen(Notice(problem))
    return Master(path, made.lufs, made.lra, made.true_peak, target.channel_layout, key)


def remarks(made: Reading, target: Loudness) -> list[Problem]:
    """What a person should know about a master."""
    if is_silence(made.lufs):
        return [Problem("The programme is silent", "Add lines, music or footage sound.", level="warning")]
    if abs(made.lufs - target.lufs) > WITHIN_LU:
        return [
            Problem(
                f"The sound reaches {made.lufs:.1f} LUFS, not {target.lufs:.1f}: it is too sparse to be "
                f"louder under a true peak of {target.true_peak:.1f} dBTP",
                "Add music, or ask less of the channel.",
                level="warning",
            )
        ]
    return []


def search_graph(source: Path, layout: Layout, gain_db: float, limit_db: float) -> Any:
    """What `gain_db` into a limiter would measure, at 48 kHz: a fifth of the price, the same loudness."""
    stream = _limited(_laid_out(source, layout), gain_db, limit_db)
    return ffmpeg.output(metered(stream), "-", format="null")


def master_graph(source: Path, layout: Layout, gain_db: float, limit_db: float, out: Path) -> Any:
    """Gain, limiter at 192 kHz, back to 48 kHz, a meter with true peak, and a 24-bit WAV."""
    stream = _limited(_laid_out(source, layout).filter("aresample", OVERSAMPLED), gain_db, limit_db)
    stream = stream.filter("aformat", sample_fmts="fltp").filter("aresample", SAMPLE_RATE)
    return ffmpeg.output(
        metered(stream, peak=True),
        f"file:{out}",
        acodec="pcm_s24le",
        ar=SAMPLE_RATE,
        format="wav",
        rf64="auto",
    )


def find_gain(loudness: Callable[[float], float], target: float, first: float) -> float:
    """The gain in dB at which `loudness(gain)` is `target` LUFS, or the nearest that was found.

    `loudness` rises with the gain, by at most a dB a dB. `first` is where the search begins.
    Where nothing is heard, `first` is returned.
    """
    gain, heard = first, loudness(first)
    if is_silence(heard):
        return first
    best, least = gain, abs(target - heard)
    slope = LIMITED_SLOPE if 0 < target - heard < LIMITED_LU else 1.0
    for _ in range(SEARCHES):
        if least < CLOSE_LU + TENTH / 2:
            break
        tried = max(-MOST_GAIN_DB, min(MOST_GAIN_DB, gain + (target - heard) / slope))
        if tried == gain:
            break
        now = loudness(tried)
        slope = max(LEAST_SLOPE, min(1.0, (now - heard) / (tried - gain)))
        gain, heard = tried, now
        if abs(target - heard) < least:
            best, least = gain, abs(target - heard)
    return best


def _mastered(source: Path, target: Loudness, out: Path, token: CancelToken) -> Reading:
    limit = target.true_peak - OVERSHOOT_DB

    def loudness(gain: float) -> float:
        return reading(
            run(arguments(search_graph(source, target.channel_layout, gain, limit)), token=token)
        ).lufs

    aim = target.lufs
    gain = aim - REFERENCE_LUFS
    for _ in range(ATTEMPTS):
        gain = find_gain(loudness, aim, gain)
        log = run(arguments(master_graph(source, target.channel_layout, gain, limit, out)), token=token)
        made = reading(log)
        over, missing = made.true_peak - target.true_peak, target.lufs - made.lufs
        if over <= 0 and not WORTH_LU < abs(missing) < HOPELESS_LU:
            break
        aim += missing if abs(missing) < HOPELESS_LU else 0
        limit -= over + TENTH if over > 0 else 0
    if over > 0:
        raise HosoError(
            f"The sound's true peak stays at {made.true_peak:.1f} dBTP, over {target.true_peak:.1f}",
            "Lower the loudness that the channel asks for.",
        )
    return made


def _laid_out(source: Path, layout: Layout) -> Any:
    """Mono keeps the loudness that a mono meter and a stereo meter read for speech in the middle."""
    return ffmpeg.input(f"file:{source}", f="wav")["a:0"].filter(
        "aformat", channel_layouts=layout, sample_fmts="fltp"
    )


def _limited(stream: Any, gain_db: float, limit_db: float) -> Any:
    """`latency` takes the limiter's look-ahead off again, so that nothing is late."""
    louder = stream.filter("volume", f"{gain_db:.3f}dB")
    return louder.filter("alimiter", limit=f"{ratio(limit_db):.6f}", level=0, latency=1)
