"""From which generation an editor's file was made: Subtitle Edit may save what it opened days ago. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median_low

from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.aligning import align
from hoso.subtitles.keeping.bases import Generation


def origin(generations: Sequence[Generation], cues: Sequence[Cue]) -> Generation:
    """The one of `generations` (the latest first, at least one) that `cues` were made from.

    The latest, unless the file is nearer to what it once was. Of what hoso itself did not change in between,
    a file that is just as it once was is a person's wish and stays.
    """
    latest = generations[0]
    distances = [distance(generation.settled, cues) for generation in generations]
    nearest = min(range(len(generations)), key=lambda age: (distances[age], age))
    found = generations[nearest]
    if found.lines == latest.lines and distances[nearest] == 0:
        return latest
    return found


def distance(old: Sequence[Cue], new: Sequence[Cue]) -> int:
    """How many cues of either have no equal in the other, a shift of all of them counting as one."""
    shift = _shift(old, new)
    return min(_unequal(old, new), _unequal(old, [cue.shifted(-shift) for cue in new]) + 1)


def _unequal(old: Iterable[Cue], new: Iterable[Cue]) -> int:
    left, right = Counter(old), Counter(new)
    return (left - right).total() + (right - left).total()


def _shift(old: Sequence[Cue], new: Sequence[Cue]) -> int:
    """By how many ms most cues with the same words are later in `new`."""
    starts = {cue.text: cue.start_ms for cue in old}
    shifts = [cue.start_ms - starts[cue.text] for cue in new if cue.text in starts]
    return median_low(shifts) if shifts else 0


def as_lines(old: Sequence[Cue], new: Sequence[Cue]) -> tuple[tuple[CuedLine, ...], tuple[CuedLine, ...]]:
    """Two versions of a file as lines of then and of now, so that what is between them can be merged."""
    then, now = sorted(old), sorted(new)
    lines: tuple[list[CuedLine], list[CuedLine]] = ([], [])
    for number, group in enumerate(align(then, now)):
        parts = then[group.old_from : group.old_to], now[group.new_from : group.new_to]
        for side, cues in zip(lines, parts, strict=True):
            if cues:
                side.append(CuedLine(str(number), cues[0].start_ms, cues[-1].end_ms, "", (), tuple(cues)))
    return tuple(lines[0]), tuple(lines[1])
