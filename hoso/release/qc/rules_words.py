"""Rules about what has to be read in the picture: subtitles and QR codes."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.clock import format_clock
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Finding
from hoso.release.qc.measured import Measured
from hoso.release.qc.rules_file import AGAIN


def missing(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """In the middle of a cue the picture differs from the subtitle-free one by as much as its words need."""
    for cue in measured.cues:
        if cue.points < cue.least:
            words = " ".join(cue.text.split())
            yield Finding(f"the subtitle at {format_clock(cue.at_ms)} is missing: {words}", AGAIN, cue.at_ms)


def uncalled(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """Where no cue is due the picture is the subtitle-free one."""
    for moment in measured.free:
        if moment.points > moment.most:
            yield Finding(
                f"at {format_clock(moment.at_ms)} something stands in the picture and no subtitle is due",
                AGAIN,
                moment.at_ms,
            )


def qr(expected: Expectation, measured: Measured) -> Iterator[Finding]:
    """Each QR code is read from the coded frames and says exactly what it should."""
    for number, due in enumerate(expected.qr):
        read = measured.qr[number] if number < len(measured.qr) else ()
        if due.payload not in read:
            found = f"says {', '.join(read)}" if read else "can't be read"
            yield Finding(
                f"the QR code at {format_clock(due.shown.start_ms)} {found}, not {due.payload}"
                if read
                else f"the QR code at {format_clock(due.shown.start_ms)} {found}: {due.payload}",
                "Shorten the address, or show the card longer.",
                due.shown.start_ms,
            )
