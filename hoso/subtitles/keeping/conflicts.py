"""Conflicts: open until somebody settles them, carried from one generation to the next, said to people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from hoso.base.clock import format_clock
from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.files.reading import Entry
from hoso.subtitles.keeping.bases import Generation
from hoso.subtitles.keeping.matching import match_lines
from hoso.subtitles.keeping.outcome import CLASHED, REMOVED, STALE, Conflict
from hoso.subtitles.keeping.wording import words_of

SIDES = {
    CLASHED: ("the later save's", "the earlier one's"),
    REMOVED: ("the later save's", "the earlier one's"),
    STALE: ("the old save's", "the newer version's"),
}
"""Whose the versions of a conflict are, where they are not an editor's and the script's."""


def still_open(latest: Generation, cues: Sequence[Cue]) -> tuple[Conflict, ...]:
    """Those of `latest` whose cues nobody has touched since; `cues` are the file's now."""
    there = set(cues)
    touched = {cue for cue in latest.settled if cue not in there}
    return tuple(conflict for conflict in latest.conflicts if not touched.intersection(conflict.standing))


def carried(
    conflicts: Iterable[Conflict],
    before: Sequence[CuedLine],
    now: Sequence[CuedLine],
    fresh: Sequence[Conflict],
) -> tuple[Conflict, ...]:
    """Open `conflicts` at their times of now, and `fresh` ones, which replace those of the same line."""
    found = match_lines(before, now)
    starts = {line.key: line.start_ms for line in before}
    replaced = {conflict.line for conflict in fresh}
    kept = []
    for conflict in conflicts:
        after = found.get(conflict.line)
        if conflict.line in replaced:
            continue
        if after is None:
            kept.append(conflict)
        else:
            kept.append(_moved(conflict, after.key, after.start_ms - starts[conflict.line]))
    return (*kept, *fresh)


def _moved(conflict: Conflict, key: str, by_ms: int) -> Conflict:
    edited, generated = (
        tuple(cue.shifted(by_ms) for cue in cues) for cues in (conflict.edited, conflict.generated)
    )
    return replace(conflict, line=key, edited=edited, generated=generated)


def conflict_problem(conflict: Conflict, path: Path, language: Language, entries: Sequence[Entry]) -> Problem:
    """`conflict` for people: both versions, which of them stands, and how to end it."""
    line = next((entry.line for entry in entries if entry.cue in conflict.standing), None)
    mine, ours = _told(conflict.edited), _told(conflict.generated)
    edited, generated = SIDES.get(conflict.reason, ("the editor's", "the script's"))
    stands = edited if conflict.kept == "edited" else generated
    name = path.name.split(".")[0]
    return Problem(
        f"line {conflict.line}: {conflict.reason}; {stands} is kept. "
        f"{edited.capitalize()}: {mine}; {generated}: {ours}",
        f"`render.py subtitles resolve {name} --lang {language} --line {conflict.line} "
        "--use edited` or `--use generated` ends this; so does a change of these cues.",
        path,
        line,
        level="warning",
    )


def _told(cues: Sequence[Cue]) -> str:
    if not cues:
        return "nothing"
    parts = (
        f"{format_clock(cue.start_ms)}-{format_clock(cue.end_ms)} “{words_of(cue.text)}”" for cue in cues
    )
    return ", ".join(parts)
