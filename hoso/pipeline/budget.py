"""A byte budget: how much coarser a picture must be encoded, from what its first encode took. Pure."""

from __future__ import annotations

import math

from hoso.channels.model import Channel, Encoding, PictureProfile

CORRECTIONS = 2
"""How often an encode is made again; each is chosen from what the one before it took."""
LADDER = 2
"""CRFs in steps, so that near budgets share encodes."""
CRF_PER_HALF = 6.0
"""x264: six more are about half the bytes (x264's documentation; within a tenth on the samples)."""
COARSEST_CRF = 40
COARSEST_QUANTISER = 24
"""Beyond these, subtitles lose their edges: better to say that the message is too long."""
MARGIN = 0.97
"""Aim a little lower: the next encode is not exactly as predicted."""


def budget(channel: Channel) -> int | None:
    """The most bytes that a file for `channel` should have, or None."""
    limits = [fact.value for fact in (channel.target_bytes, channel.max_bytes) if fact is not None]
    return min(limits, default=None)


def coarser(profile: PictureProfile, picture_bytes: int, size: int, limit: int) -> PictureProfile | None:
    """`profile` coarse enough for a file of at most `limit` bytes; None where that can't be.

    `size` is the whole file's, of which `picture_bytes` are the picture's.
    """
    room = limit * MARGIN - (size - picture_bytes)
    if room <= 0 or picture_bytes <= 0:
        return None
    ratio = picture_bytes / room
    encoding = profile.encoding
    if isinstance(encoding, Encoding):
        steps = math.ceil(CRF_PER_HALF * math.log2(max(ratio, 1.01)) / LADDER)
        crf = encoding.crf + LADDER * steps
        change = {"crf": crf} if crf <= COARSEST_CRF else None
        mark = f"crf{crf}"
    else:
        quantiser = math.ceil(encoding.quantiser * max(ratio, 1.01))
        change = {"quantiser": quantiser} if quantiser <= COARSEST_QUANTISER else None
        mark = f"q{quantiser}"
    if change is None:
        return None
    name = f"{profile.name.split('.')[0]}.{mark}"
    return profile.model_copy(update={"name": name, "encoding": encoding.model_copy(update=change)})
