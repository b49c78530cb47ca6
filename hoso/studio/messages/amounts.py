"""Sizes, lengths and moments as pages about messages show them."""

from __future__ import annotations

from datetime import UTC, datetime

from hoso.base.clock import format_clock
from hoso.studio.web.words import Say

UNITS = (("gb", 10**9), ("mb", 10**6), ("kb", 10**3))
"""Decimal, as stores and apps count."""


def size(say: Say, count: float) -> str:
    """A file's size, as `12.3 MB`."""
    for unit, factor in UNITS:
        if count >= factor:
            value = count / factor
            return say(f"messages-files-size-{unit}", n=round(value) if value >= 100 else round(value, 1))
    return say("messages-files-size-bytes", n=round(count))


def length(ms: int) -> str:
    """A length, as `1:05.2`; tenths are enough to tell files apart."""
    return format_clock(round(ms, -2)).removesuffix("00")


def moment(when: datetime | float) -> str:
    """A moment to the minute, in UTC; `when` may be seconds since 1970."""
    return f"{_utc(when):%Y-%m-%d %H:%M} UTC"


def iso(when: datetime | float) -> str:
    """A moment for machines."""
    return _utc(when).isoformat(timespec="seconds")


def _utc(when: datetime | float) -> datetime:
    return (when if isinstance(when, datetime) else datetime.fromtimestamp(when, UTC)).astimezone(UTC)
