"""Subtitle files between hoso, which generates them, and editors, whose work is never overwritten.

A file is merged where the script, the voice or an older save calls for it; else it stays byte for byte. What
it was before can always be had back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from hoso.base.history import History
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import Entry, Reading, read
from hoso.subtitles.keeping.bases import Bases, Generation
from hoso.subtitles.keeping.conflicts import carried, conflict_problem, still_open
from hoso.subtitles.keeping.descent import as_lines, origin
from hoso.subtitles.keeping.merging import merge
from hoso.subtitles.keeping.outcome import STALE, Conflict, Kept
from hoso.subtitles.keeping.wording import words_of

State = Literal["written", "unchanged", "edited", "merged"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is shown, where it stands, and what a person should know about it."""

    entries: tuple[Entry, ...]
    path: Path
    problems: tuple[Problem, ...]
    conflicts: tuple[Conflict, ...]
    state: State
    """The file was (or is to be) written anew or merged, is as it should be, or is an editor's."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of the file, in its order."""
        return tuple(entry.cue for entry in self.entries)


class Keeper:
    """The subtitle files of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.history = History(project.state / "history" / "subtitles")

    def path(self, message: str, language: Language, voice: Language, first_voice: Language) -> Path:
        """The file with the subtitles in `language` under `voice`; the message's first voice goes unsaid."""
        under = "" if voice == first_voice else f".voice-{voice}"
        return self._project.subtitles / f"{message}.{language}{under}.srt"

    def settle(self, lines: Sequence[CuedLine], path: Path, language: Language) -> Settled:
        """Bring the file at `path` and the `lines` generated now together, and remember both.

        A file that is missing is written, one that nobody has touched follows the script; an editor's is
        merged. Raises InputError where the file can't be read without a loss; it is left alone then.
        """
        self.history.remember(path)
        bases = Bases(path)
        older = bases.read()
        verdict = _judge(tuple(lines), _reading(path, language), older)
        if verdict.rewritten:
            if verdict.cues:
                srt.write(path, verdict.cues)
            else:
                path.unlink(missing_ok=True)
        if verdict.cues or older:
            bases.push(Generation(tuple(lines), verdict.cues, verdict.conflicts), older)
        return _settled(verdict, path, language, bases.problem)

    def foresee(
        self, lines: Sequence[CuedLine], path: Path, language: Language, *, estimated: bool = False
    ) -> Settled:
        """What `settle` would find; nothing is written, and a file that can't be read is among the problems.

        `estimated` says that the times of `lines` are guesses: as long as the words are the same, the file
        stands.
        """
        bases = Bases(path)
        older = bases.read()
        try:
            reading = _reading(path, language)
        except InputError as error:
            return Settled(_entries(cues_of(lines)), path, error.problems, (), "edited")
        verdict = _judge(tuple(lines), reading, older, estimated=estimated)
        return _settled(verdict, path, language, bases.problem)

    def replace(self, path: Path, cues: Sequence[Cue]) -> None:
        """Put `cues` (an import, an earlier version, an edit) at `path`; the previous stays in the history.

        Later merges take them for an edit of the generation that they are nearest to, not for an old save.
        """
        self.history.remember(path)
        bases = Bases(path)
        older = bases.read()
        srt.write(path, cues)
        self.history.remember(path)
        if older:
            source = origin(older, cues)
            bases.push(replace(source, settled=tuple(cues), conflicts=older[0].conflicts), older)

    def resolve(self, path: Path, language: Language, key: str | None, use: Kept) -> tuple[Conflict, ...]:
        """End the conflicts of the file at `path`, of the line `key` or of all, with the `use` version.

        Returns those that were ended.
        """
        bases = Bases(path)
        older = bases.read()
        reading = _reading(path, language)
        if not older or reading is None:
            return ()
        latest = older[0]
        unsettled = still_open(latest, reading.cues)
        ended = tuple(conflict for conflict in unsettled if key in (None, conflict.line))
        cues = list(reading.cues)
        for conflict in ended:
            if conflict.kept != use:
                stands, wanted = conflict.standing, conflict.other
                cues = sorted([*(cue for cue in cues if cue not in stands), *wanted])
        if tuple(cues) != reading.cues:
            self.history.remember(path)
            srt.write(path, cues)
        left = tuple(conflict for conflict in unsettled if conflict not in ended)
        bases.push(Generation(latest.lines, tuple(cues), left), older)
        return ended


@dataclass(frozen=True, slots=True)
class _Verdict:
    cues: tuple[Cue, ...]
    conflicts: tuple[Conflict, ...]
    state: State
    reading: Reading | None

    @property
    def rewritten(self) -> bool:
        return self.state in ("written", "merged")


def _judge(
    lines: tuple[CuedLine, ...],
    reading: Reading | None,
    older: Sequence[Generation],
    *,
    estimated: bool = False,
) -> _Verdict:
    """Whose the file is, and what becomes of it."""
    now = cues_of(lines)
    if reading is None:
        return _Verdict(now, (), "written" if now else "unchanged", None)
    if not older or not now:
        state: State = "unchanged" if reading.cues == now else "edited"
        return _Verdict(reading.cues, (), state, reading)
    latest, source = older[0], origin(older, reading.cues)
    cues, conflicts = reading.cues, still_open(latest, reading.cues)
    if source is not latest:
        merged = merge(*as_lines(source.settled, latest.settled), cues)
        cues = merged.cues
        conflicts += tuple(replace(conflict, reason=STALE) for conflict in merged.conflicts)
    if lines != latest.lines and not (estimated and _words(lines) == _words(latest.lines)):
        untouched = cues == cues_of(latest.lines)
        merged = merge(latest.lines, lines, cues)
        cues = now if untouched else merged.cues
        conflicts = carried(conflicts, latest.lines, lines, merged.conflicts)
    if cues == reading.cues:
        return _Verdict(cues, conflicts, "unchanged" if cues == now else "edited", reading)
    return _Verdict(cues, conflicts, "written" if cues == now else "merged", reading)


def _words(lines: Sequence[CuedLine]) -> list[tuple[str, list[str]]]:
    return [(line.key, [words_of(cue.text) for cue in line.cues]) for line in lines]


def _reading(path: Path, language: Language) -> Reading | None:
    try:
        return read(path, language)
    except FileNotFoundError:
        return None


def _settled(verdict: _Verdict, path: Path, language: Language, problem: Problem | None) -> Settled:
    entries, repairs = _entries(verdict.cues), tuple[Problem, ...]()
    if verdict.reading is not None:
        repairs = verdict.reading.repairs
        entries = entries if verdict.rewritten else verdict.reading.entries
    found = [conflict_problem(conflict, path, language, entries) for conflict in verdict.conflicts]
    problems = (*([problem] if problem else []), *repairs, *found)
    return Settled(entries, path, problems, verdict.conflicts, verdict.state)


def _entries(cues: Sequence[Cue]) -> tuple[Entry, ...]:
    """`cues` with the lines that they have in a file of ours."""
    entries, line = [], 2
    for cue in cues:
        entries.append(Entry(cue, line))
        line += cue.text.count("\n") + 4
    return tuple(entries)
