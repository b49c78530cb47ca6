"""Time: integer milliseconds everywhere, converted here and nowhere else.

A scene lasts a multiple of `STEP_MS`, because 0.2 s is a whole number of frames at 25, 30, 50 and
60 frames a second: picture and the one shared sound never drift apart.
"""

from __future__ import annotations

import re

STEP_MS = 200
_CLOCK = re.compile(r"(?:(?:([0-9]+):)?([0-9]{1,2}):)?([0-9]+)(?:\.([0-9]{1,3}))?")


def parse_clock(text: str) -> int:
    """Milliseconds of `s(.mmm)`, `m:ss(.mmm)` or `h:mm:ss(.mmm)`.

    Raises ValueError where `text` is none of these.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"'{text}' is not a time")
    hours, minutes, seconds, fraction = found.groups()
    if minutes is not None and int(seconds) > 59:
        raise ValueError(f"'{text}' has {seconds} seconds in a minute")
    if hours is not None and int(minutes) > 59:
        raise ValueError(f"'{text}' has {minutes} minutes in an hour")
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def format_clock(ms: int) -> str:
    """`m:ss.mmm`, from an hour on `h:mm:ss.mmm`, without milliseconds where they are 0."""
    minutes, rest = divmod(ms, 60_000)
    whole, millis = divmod(rest, 1000)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{whole:02}" + (f".{millis:03}" if millis else "")


def seconds(ms: int) -> str:
    """Decimal seconds for ffmpeg's command line: exact, without an exponent."""
    sign, ms = ("-", -ms) if ms < 0 else ("", ms)
    return f"{sign}{ms // 1000}.{ms % 1000:03}"


def ceil_to_step(ms: int) -> int:
    """The least multiple of `STEP_MS` that is not under `ms`."""
    return -(-ms // STEP_MS) * STEP_MS


def floor_to_step(ms: int) -> int:
    """The greatest multiple of `STEP_MS` that is not over `ms`."""
    return ms // STEP_MS * STEP_MS


def frames(ms: int, fps: int) -> int:
    """How many frames last exactly `ms` at `fps`.

    Raises ValueError where that is not a whole number.
    """
    count, rest = divmod(ms * fps, 1000)
    if rest:
        raise ValueError(f"{ms} ms is not a whole number of frames at {fps} fps")
    return count


def nearest_frames(ms: int, fps: int) -> int:
    """How many frames at `fps` come nearest to `ms`, which may be negative; a half counts as one."""
    return (2 * ms * fps + 1000) // 2000


def frames_ms(count: int, fps: int) -> int:
    """How many ms come nearest to `count` frames at `fps`; `nearest_frames` gives `count` back."""
    return (2 * count * 1000 + fps) // (2 * fps)
