"""The sound as it is delivered: mastered, encoded, and measured on what it decodes to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.events import Listener, Notice, ignore
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError
from hoso.base.shelf import Facts, learnt
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.coders import Coding, encode
from hoso.sound.levels import Loudness
from hoso.sound.master import HOPELESS_LU, TENTH, WORTH_LU, master, remarks
from hoso.sound.meter import Reading, metered, reading
from hoso.sound.programme import Programme

HEADROOM_DB = 1.0
"""The master stays this much under the ceiling, for what AAC adds: 0.1 dB at 384 kbit/s, up to 0.5 at 128 and
up to 0.9 at 64 mono on speech over music. What is over the ceiling all the same is mastered again, lower."""
ATTEMPTS = 6
"""At 48 kbit/s each encode of noisy speech has peaks of its own; every try goes a little lower."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """An encoded sound, and what was measured on what it decodes to."""

    path: Path
    lufs: float
    lra: float
    true_peak: float
    key: str


def deliver(
    programme: Programme,
    target: Loudness,
    coding: Coding,
    store: Store,
    token: CancelToken,
    listen: Listener = ignore,
) -> Delivery:
    """`programme` mastered and encoded so that what is decoded keeps to `target`; measured; kept in `store`.

    Raises HosoError where the true peak can't be met.
    """
    aim = replace(target, true_peak=target.true_peak - HEADROOM_DB)
    for attempt in range(1, ATTEMPTS + 1):
        path, key = encode(master(programme, aim, store, token), coding, store, token)
        heard = measure(path, key, store, token)
        over, missing = heard.true_peak - target.true_peak, target.lufs - heard.lufs
        if over <= 0 and not WORTH_LU < abs(missing) < HOPELESS_LU:
            break
        aim = Loudness(
            aim.lufs + (missing if abs(missing) < HOPELESS_LU else 0),
            aim.true_peak - (over + TENTH * attempt if over > 0 else 0),
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


def measure(path: Path, key: str, store: Store, token: CancelToken) -> Reading:
    """What a meter reads on the decoded sound of `path`, whose content `key` stands for. Done once."""

    def find_out() -> Facts:
        return asdict(reading(run(arguments(measure_graph(path)), token=token)))

    return Reading(**learnt(store, key, find_out))


def measure_graph(source: Path) -> Any:
    """A meter with true peak over the whole of `source`."""
    stream = ffmpeg.input(f"file:{source}", vn=None)["a:0"]
    return ffmpeg.output(metered(stream, peak=True), "-", format="null")
