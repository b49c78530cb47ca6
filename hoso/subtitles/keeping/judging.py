"""Whose a subtitle file is, and what becomes of it when script, voice or an old save want a merge. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files.reading import Reading
from hoso.subtitles.keeping.bases import Generation
from hoso.subtitles.keeping.conflicts import carried, still_open
from hoso.subtitles.keeping.descent import origin
from hoso.subtitles.keeping.joining import join
from hoso.subtitles.keeping.merging import merge
from hoso.subtitles.keeping.outcome import EMPTIED, STALE, Conflict, Merged
from hoso.subtitles.keeping.wording import words_of

State = Literal["written", "unchanged", "edited", "merged"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is to be."""

    cues: tuple[Cue, ...]
    conflicts: tuple[Conflict, ...]
    state: State
    reading: Reading | None

    @property
    def rewritten(self) -> bool:
        """Whether the file is to be written."""
        return self.state in ("written", "merged")


def judge(
    lines: tuple[CuedLine, ...],
    reading: Reading | None,
    older: Sequence[Generation],
    known: Sequence[Generation] = (),
    *,
    estimated: bool = False,
) -> Verdict:
    """What becomes of a file (None: there is none) when its script gives `lines` now.

    `older` are the file's generations, the latest first; `known` what else it was under the latest's lines.
    `estimated` says that the times of `lines` are guesses.
    """
    now = cues_of(lines)
    if reading is None:
        return Verdict(now, (), "written" if now else "unchanged", None)
    if not older or not now:
        state: State = "unchanged" if reading.cues == now else "edited"
        return Verdict(reading.cues, (), state, reading)
    latest = older[0]
    untouched = reading.cues == latest.settled
    source = latest if untouched else origin([latest, *known, *older[1:]], reading.cues)
    cues, conflicts = reading.cues, still_open(latest, reading.cues)
    if source is not latest:
        merged = caught_up(source, latest, cues)
        cues = merged.cues
        conflicts += tuple(replace(conflict, reason=STALE) for conflict in merged.conflicts)
    if lines != latest.lines and not (estimated and _words(lines) == _words(latest.lines)):
        generated = cues == cues_of(latest.lines)
        merged = merge(latest.lines, lines, cues)
        cues = now if generated else merged.cues
        conflicts = carried(conflicts, latest.lines, lines, merged.conflicts)
        if not cues:
            # Without a cue there would be no file, and a file that is missing is written anew.
            cues = now
            conflicts += tuple(
                Conflict(line.key, EMPTIED, "generated", (), line.cues) for line in lines if line.cues
            )
    if cues == reading.cues:
        return Verdict(cues, conflicts, "unchanged" if cues == now else "edited", reading)
    return Verdict(cues, conflicts, "written" if cues == now else "merged", reading)


def caught_up(source: Generation, latest: Generation, cues: Sequence[Cue]) -> Merged:
    """`cues`, which somebody made of what the file was by `source`, joined with what it has become since.

    Where the script has changed in between, both are first carried over to its lines of now.
    """
    if source.lines == latest.lines:
        return join(source.settled, latest.settled, cues, latest.lines)
    before = merge(source.lines, latest.lines, source.settled)
    mine = merge(source.lines, latest.lines, cues)
    joined = join(before.cues, latest.settled, mine.cues, latest.lines)
    fresh = tuple(conflict for conflict in mine.conflicts if conflict not in before.conflicts)
    return Merged(joined.cues, (*fresh, *joined.conflicts))


def _words(lines: Sequence[CuedLine]) -> list[tuple[str, list[str]]]:
    return [(line.key, [words_of(cue.text) for cue in line.cues]) for line in lines]
