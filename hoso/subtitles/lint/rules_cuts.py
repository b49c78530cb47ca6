"""Rules about cues and shot changes: an eye that has to begin anew reads a cue twice."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.clock import format_clock
from hoso.subtitles.lint.flaw import Flaw
from hoso.subtitles.lint.limits import GAP_FRAMES
from hoso.subtitles.lint.sheet import Sheet
from hoso.subtitles.lint.timing import beginning, ending, straddled


def begins_beside(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that begin shortly before or after a cut."""
    for index, cue in enumerate(sheet.cues):
        cut = beginning(cue, sheet.timing)
        if cut is not None:
            side = "before" if cue.start_ms < cut else "after"
            frames = abs(sheet.timing.frames(cue.start_ms, cut))
            words = f"this cue begins {_frames(frames)} {side} the shot changes"
            yield Flaw(index, words, f"Let it begin with the shot, at {format_clock(cut)}.")


def ends_beside(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that end shortly before or after a cut."""
    for index, cue in enumerate(sheet.cues):
        place = ending(cue, sheet.timing)
        if place is not None:
            cut = place + sheet.timing.gap_ms
            frames = sheet.timing.frames(cut, cue.end_ms)
            side = "before" if frames < 0 else "after"
            when = f"{_frames(abs(frames))} {side} the shot changes" if frames else "as the shot changes"
            remedy = f"Let it end {GAP_FRAMES} frames before, at {format_clock(place)}."
            yield Flaw(index, f"this cue ends {when}", remedy)


def straddling(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that stay over a cut."""
    for index, cue in enumerate(sheet.cues):
        cuts = straddled(cue, sheet.timing)
        if cuts:
            at = ", ".join(format_clock(cut) for cut in cuts)
            remedy = "Split it there if the sentence allows; leave it where the voice goes on."
            yield Flaw(index, f"this cue stays while the shot changes, at {at}", remedy)


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count} frames"
