"""The sound as it is delivered: AAC-LC in an MP4 file, in time without an edit list."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.events import Listener, Notice, ignore
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.problems import HosoError
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.levels import RECIPE, Loudness
from hoso.sound.master import HOPELESS_LU, TENTH, WORTH_LU, Master, master, remarks
from hoso.sound.meter import Reading, metered, reading
from hoso.sound.programme import Programme

FRAME = 1024
"""Samples of an AAC-LC frame, and of the encoder's priming."""
CODER = "fast"
"""Against `twoloop`, on speech over music: half to a fifth of the time, less noise in every band, and
true peaks raised by at most 0.9 dB where `twoloop` raised them by up to 3.6."""
MOST_BITRATE = 128_000
"""Bits a second for each channel. Asked for more, the encoder spends twice the time on the same bits."""
HEADROOM_DB = 1.0
"""The master stays this much under the ceiling, for what AAC adds: 0.1 dB at 384 kbit/s, up to 0.5 at 128 and
up to 0.9 at 64 mono on speech over music. What is over the ceiling all the same is mastered again, lower."""
ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Delivery:
    """An .m4a ready to be copied into a film, and what was measured on what it decodes to."""

    path: Path
    lufs: float
    lra: float
    true_peak: float
    key: str


def deliver(
    programme: Programme,
    target: Loudness,
    bitrate: int,
    store: Store,
    token: CancelToken,
    listen: Listener = ignore,
) -> Delivery:
    """`programme` mastered and encoded so that the decoded AAC keeps to `target`; measured; kept in `store`.

    Raises HosoError where the true peak can't be met.
    """
    aim = replace(target, true_peak=target.true_peak - HEADROOM_DB)
    for _ in range(ATTEMPTS):
        path, key = encode(master(programme, aim, store, token), bitrate, store, token)
        heard = measure(path, key, store, token)
        over, missing = heard.true_peak - target.true_peak, target.lufs - heard.lufs
        if over <= 0 and not WORTH_LU < abs(missing) < HOPELESS_LU:
            break
        aim = Loudness(
            aim.lufs + (missing if abs(missing) < HOPELESS_LU else 0),
            aim.true_peak - (over + TENTH if over > 0 else 0),
            aim.channel_layout,
        )
    if over > 0:
        raise HosoError(
            f"The encoded sound's true peak stays at {heard.true_peak:.1f} dBTP, over {target.true_peak:.1f}",
            "Raise the channel's bitrate, or lower its loudness.",
        )
    for problem in remarks(heard, target):
        listen(Notice(problem))
    return Delivery(path, heard.lufs, heard.lra, heard.true_peak, key)


def encode(mastered: Master, bitrate: int, store: Store, token: CancelToken) -> tuple[Path, str]:
    """The .m4a of `mastered` at `bitrate` (bits a second) and its key; made once and kept in `store`.

    Its first sample is the programme's first and its track is exactly as long, so that it can be copied
    beside a picture with no edit list. The first `FRAME` samples lack their overlap and are a fade-in.
    """
    rate = min(bitrate, MOST_BITRATE * (1 if mastered.channel_layout == "mono" else 2))
    key = digest(["aac", RECIPE, mastered.key, rate])

    def make(out: Path) -> None:
        run(arguments(encode_graph(mastered.path, rate, out)), token=token)

    return store.make(key, ".m4a", make), key


def measure(path: Path, key: str, store: Store, token: CancelToken) -> Reading:
    """What a meter reads on the decoded sound of `path`, whose content `key` stands for. Done once."""

    def find_out() -> Facts:
        return asdict(reading(run(arguments(measure_graph(path)), token=token)))

    return Reading(**learnt(store, key, find_out))


def encode_graph(source: Path, bitrate: int, out: Path) -> Any:
    """AAC-LC without the priming packet, without an edit list, without a trace of the encoder."""
    stream = ffmpeg.input(f"file:{source}", f="wav")["a:0"]
    return ffmpeg.output(
        stream,
        f"file:{out}",
        **{
            "c:a": "aac",
            "aac_coder": CODER,
            "b:a": bitrate,
            "bsf:a": "noise=drop=not(n)",
            "use_editlist": 0,
            "map_metadata": -1,
            "fflags": "+bitexact",
            "flags:a": "+bitexact",
            "format": "ipod",
        },
    )


def measure_graph(source: Path) -> Any:
    """A meter with true peak over the whole of `source`."""
    stream = ffmpeg.input(f"file:{source}", vn=None)["a:0"]
    return ffmpeg.output(metered(stream, peak=True), "-", format="null")
