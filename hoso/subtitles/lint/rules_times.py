"""Rules about cues in time: order, lengths, gaps, reading speed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hoso.base.clock import format_clock
from hoso.subtitles.lint.flaw import Flaw, spelled
from hoso.subtitles.lint.limits import GAP_FRAMES, LONGEST_MS, SHORTEST_MS
from hoso.subtitles.lint.sheet import Sheet
from hoso.subtitles.lint.timing import flickers


def impossible(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that never show, and such as begin before the film."""
    for index, cue in enumerate(sheet.cues):
        if cue.end_ms <= cue.start_ms:
            yield Flaw(index, "the cue ends before it has begun", "Let it end later than it begins.")
        elif cue.start_ms < 0:
            yield Flaw(index, "the cue begins before the video does", "Let it begin at 0 or later.")


def disordered(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that stand below later ones."""
    for index, (before, cue) in enumerate(pairwise(sheet.cues), start=1):
        if cue.start_ms < before.start_ms:
            yield Flaw(index, "this cue begins before the one above it", "Put the cues in order.")


def overlapping(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that begin while another still shows."""
    latest = 0
    for index in sheet.order:
        cue = sheet.cues[index]
        if cue.start_ms < latest and cue.end_ms > cue.start_ms:
            over = spelled(min(latest, cue.end_ms) - cue.start_ms)
            words = f"this cue is shown for {over} together with the one that ends at {format_clock(latest)}"
            yield Flaw(index, words, "Both are shown in one place: let one end before the other begins.")
        latest = max(latest, cue.end_ms)


def beyond(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that last beyond the film."""
    if sheet.guessed:
        return
    for index, cue in enumerate(sheet.cues):
        if cue.end_ms > sheet.duration_ms:
            words = f"this cue lasts beyond the end of the video, at {format_clock(sheet.duration_ms)}"
            yield Flaw(index, words, "Move it, or let it end sooner.")


def brief(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that flash by."""
    for index, cue in enumerate(sheet.cues):
        length = cue.end_ms - cue.start_ms
        if 0 < length < SHORTEST_MS:
            words = (
                f"the cue is shown for {spelled(length)}; less than {spelled(SHORTEST_MS)} only flashes by"
            )
            yield Flaw(index, words, "Show it longer, or join it with a neighbour.")


def lasting(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that outstay their reading."""
    for index, cue in enumerate(sheet.cues):
        length = cue.end_ms - cue.start_ms
        if length > LONGEST_MS:
            words = (
                f"the cue is shown for {spelled(length)}; after {spelled(LONGEST_MS)} people read it again"
            )
            yield Flaw(index, words, "Split it, or let it end sooner.")


def hurried(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that are gone before they are read."""
    timing = sheet.timing
    for index, cue in enumerate(sheet.cues):
        length = cue.end_ms - cue.start_ms
        needed = timing.reading_ms(cue.text)
        if 0 < length < needed:
            speed = timing.characters(cue.text) * 1000 / length
            readers = "" if sheet.audience == "adults" else f" by {sheet.audience}"
            words = f"{speed:.1f} characters a second; {timing.speed:g} can be read{readers}"
            yield Flaw(index, words, f"Show it {spelled(needed - length)} longer, or say it in fewer words.")


def flickering(sheet: Sheet) -> Iterator[Flaw]:
    """Gaps too small to be seen, or too small to be a pause."""
    for index, after in pairwise(sheet.order):
        before, cue = sheet.cues[index], sheet.cues[after]
        if flickers(before, cue, sheet.timing):
            frames = sheet.timing.frames(before.end_ms, cue.start_ms)
            count = "1 frame" if frames == 1 else f"{frames} frames"
            words = f"the gap to the next cue is {count}: " + (
                "readers don't see that it is another" if frames < GAP_FRAMES else "it flickers"
            )
            when = format_clock(max(0, cue.start_ms - sheet.timing.gap_ms))
            yield Flaw(index, words, f"Let it end {GAP_FRAMES} frames before the next, at {when}.")
