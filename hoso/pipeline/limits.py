"""A channel's limits, held against what was laid out or made. A limit that nobody states limits nothing."""

from __future__ import annotations

from hoso.base.clock import format_clock
from hoso.base.problems import Problem
from hoso.channels.model import Channel


def length_problem(channel: Channel, duration_ms: int) -> Problem | None:
    """What is wrong with a length of `duration_ms` for `channel`, or None."""
    longest, shortest = channel.max_seconds, channel.min_seconds
    if longest is not None and duration_ms > longest.value * 1000:
        over = duration_ms / 1000 - longest.value
        return Problem(
            f"{channel.title} takes at most {longest.value:g} s and this lasts {format_clock(duration_ms)}",
            f"Shorten it by {over:.1f} s, or leave {channel.name} out of the script's channels.",
        )
    if shortest is not None and duration_ms < shortest.value * 1000:
        return Problem(
            f"{channel.title} takes at least {shortest.value:g} s and this lasts {format_clock(duration_ms)}",
            f"Add a scene, or leave {channel.name} out of the script's channels.",
        )
    return None


def size_problem(channel: Channel, size: int) -> Problem | None:
    """What is wrong with a file of `size` bytes for `channel`: an error over its limit, a warning over what
    it should have; or None."""
    most, aim = channel.max_bytes, channel.target_bytes
    megabytes = f"the file for {channel.title} has {size / 1e6:.1f} MB"
    remedy = f"Shorten the message, mark lines `optional:`, or leave {channel.name} out of its channels."
    if most is not None and size > most.value:
        return Problem(f"{megabytes} and {most.value / 1e6:.1f} MB is the limit", remedy)
    if aim is not None and size > aim.value:
        return Problem(
            f"{megabytes}, over the {aim.value / 1e6:.1f} MB it should have", remedy, level="warning"
        )
    return None
