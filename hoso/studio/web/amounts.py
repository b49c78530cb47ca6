"""Sizes, lengths and moments, in the words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from hoso.base.clock import format_clock
from hoso.studio.web.words import Say

UNITS = (("gb", 10**9), ("mb", 10**6), ("kb", 10**3))
"""Decimal, as stores and apps count."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Says amounts by `say`."""

    say: Say

    def size(self, size: float) -> str:
        """A file's size, as `12.3 MB`."""
        for unit, factor in UNITS:
            if size >= factor:
                return self.say(f"size-{unit}", n=_short(size / factor))
        return self.say("size-bytes", n=round(size))

    def share(self, part: float, whole: float) -> str:
        """How much of `whole` it is, in percent: 100 only for all of it, 0 only for nothing."""
        percent = round(100 * part / whole)
        if part < whole:
            percent = min(percent, 99)
        return self.say("size-percent", n=max(percent, 1 if part else 0))

    def clock(self, ms: float) -> str:
        """A length, as `1:05.200`."""
        return format_clock(round(ms))

    def length(self, ms: float) -> str:
        """A length to tell files apart by, as `1:05.2`."""
        return format_clock(round(ms / 100) * 100).removesuffix("00")

    def moment(self, when: datetime | float) -> str:
        """A moment to the minute, in UTC; `when` may be seconds since 1970."""
        return f"{_utc(when):%Y-%m-%d %H:%M} UTC"

    def iso(self, when: datetime | float) -> str:
        """A moment for machines."""
        return _utc(when).isoformat(timespec="seconds")


def _short(value: float) -> float | int:
    return round(value) if value >= 100 else round(value, 1)


def _utc(when: datetime | float) -> datetime:
    return (when if isinstance(when, datetime) else datetime.fromtimestamp(when, UTC)).astimezone(UTC)
