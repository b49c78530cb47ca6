"""Rules about cues and what is said: the script's words, and the voice's time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hoso.base.clock import format_clock
from hoso.subtitles.cues import CuedLine
from hoso.subtitles.lint.flaw import Flaw, spelled
from hoso.subtitles.lint.limits import STRAY_MS
from hoso.subtitles.lint.sheet import Sheet
from hoso.subtitles.lint.spans import nearest_speech, uncovered, union
from hoso.subtitles.lint.wording import Span

_SHOWN = 60
"""Characters of a wording that a message shows."""


def differing(sheet: Sheet) -> Iterator[Flaw]:
    """Words that are not the script's."""
    if not sheet.lines or not sheet.cues:
        return
    for place in sheet.wording.differences:
        shown, said = _quoted(place.shown), _quoted(place.said)
        if not place.said:
            words = f"{shown} is not in the script"
        elif not place.shown:
            words = f"the script's {said} is missing here"
        else:
            words = f"{shown} stands here, and the script says {said}"
        remedy = (
            f"`render.py subtitles adopt {sheet.message}` brings these words into the script and has them "
            "spoken; or write the script's."
        )
        yield Flaw(sheet.order[place.cue], words, remedy)


def unread(sheet: Sheet) -> Iterator[Flaw]:
    """Speech while which nothing is shown."""
    if sheet.guessed:
        return
    shown = union((cue.start_ms, cue.end_ms) for cue in sheet.cues)
    for line in sheet.lines:
        for start, end in uncovered(_heard(line), shown, STRAY_MS):
            index = _shown_before(sheet, start)
            words = f"the voice is heard from {format_clock(start)} to {format_clock(end)} without a cue"
            yield Flaw(index, words, "Put a cue there, or let one last longer.")


def stray(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that are shown apart from their words, or well before or after them."""
    if sheet.guessed or not sheet.lines:
        return
    speech = union((line.start_ms, line.end_ms) for line in sheet.lines)
    for place, index in enumerate(sheet.order):
        cue = sheet.cues[index]
        own = sheet.wording.heard[place]
        start, end = own or nearest_speech((cue.start_ms, cue.end_ms), speech)
        what = "its words are" if own else "the voice nearby is"
        heard = f"{what} heard from {format_clock(start)} to {format_clock(end)}"
        remedy = "Move it to its words."
        if cue.start_ms >= end or cue.end_ms <= start:
            yield Flaw(index, f"this cue is shown apart from the voice: {heard}", remedy)
        elif start - cue.start_ms > STRAY_MS:
            early = spelled(start - cue.start_ms)
            yield Flaw(index, f"this cue comes {early} before the voice: {heard}", "Let it begin later.")
        elif cue.end_ms - end > STRAY_MS:
            late = spelled(cue.end_ms - end)
            yield Flaw(index, f"this cue stays {late} after the voice: {heard}", "Let it end sooner.")


def _heard(line: CuedLine) -> Sequence[Span]:
    """When `line` is heard, word by word where that is known."""
    if not line.words:
        return [(line.start_ms, line.end_ms)]
    return [(line.start_ms + word.start_ms, line.start_ms + word.end_ms) for word in line.words]


def _shown_before(sheet: Sheet, ms: int) -> int:
    """The index of the last cue that begins by `ms`, or the first cue."""
    place = bisect_right(sheet.order, ms, key=lambda index: sheet.cues[index].start_ms)
    return sheet.order[max(0, place - 1)] if sheet.order else 0


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rstrip()}…”"
