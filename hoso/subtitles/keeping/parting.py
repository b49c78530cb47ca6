"""Hold back edited times that would newly run into a neighbour. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.outcome import CROWDED, Conflict, Placed


def part(placed: Iterable[Placed]) -> tuple[tuple[Cue, ...], tuple[Conflict, ...]]:
    """The cues in the order of time, none running into the next unless it did so before.

    A cue gives way at the edge that an editor moved; where nothing would be left of it, it stays as it is
    and is a conflict.
    """
    cues: list[Placed] = []
    conflicts: list[Conflict] = []
    for entry in sorted(map(_begun, placed), key=lambda entry: (entry.cue.start_ms, entry.cue.end_ms)):
        if not cues or not _newly(cues[-1], entry):
            cues.append(entry)
        elif entry.edited and not cues[-1].edited and cues[-1].cue.end_ms < entry.cue.end_ms:
            cues.append(_set(entry, start_ms=cues[-1].cue.end_ms))
        elif cues[-1].cue.start_ms < entry.cue.start_ms:
            cues[-1] = _set(cues[-1], end_ms=entry.cue.start_ms)
            cues.append(entry)
        else:
            conflicts.append(Conflict(entry.line, CROWDED, "edited", (entry.cue,), (cues[-1].cue,)))
            cues.append(entry)
    return tuple(sorted(entry.cue for entry in cues)), tuple(conflicts)


def _begun(entry: Placed) -> Placed:
    """`entry` within the programme: an offset may not lead out of its beginning."""
    start = max(0, entry.cue.start_ms)
    return _set(entry, start_ms=start, end_ms=max(start + 1, entry.cue.end_ms))


def _newly(first: Placed, second: Placed) -> bool:
    """Whether `second` begins before `first` ends now, and did not before."""
    if second.cue.start_ms >= first.cue.end_ms or not (first.edited or second.edited):
        return False
    if first.source is None or second.source is None:
        return True
    return second.source.start_ms >= first.source.end_ms


def _set(entry: Placed, *, start_ms: int | None = None, end_ms: int | None = None) -> Placed:
    start = entry.cue.start_ms if start_ms is None else start_ms
    end = entry.cue.end_ms if end_ms is None else end_ms
    return replace(entry, cue=Cue(start, end, entry.cue.text))
