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
    """What is wrong with a file of `size` bytes for `channel`, or None."""
    limit = channel.max_bytes
    if limit is None or size <= limit.value:
        return None
    return Problem(
        f"the file for {channel.title} has {size / 1e6:.1f} MB and {limit.value / 1e6:.1f} MB is the limit",
        f"Shorten the message, or leave {channel.name} out of the script's channels.",
    )
