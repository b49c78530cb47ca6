"""Subtitle files between hoso, which generates them, and editors, whose work is never overwritten.

A file is merged where the script, the voice or an older save calls for it; else it stays byte for byte. What
it was before can always be had back. Whoever writes a file holds it meanwhile, across processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from hoso.base import files
from hoso.base.history import History
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import Entry, Reading, parse, read
from hoso.subtitles.keeping.bases import Bases, Generation
from hoso.subtitles.keeping.conflicts import conflict_problem, still_open
from hoso.subtitles.keeping.descent import origin
from hoso.subtitles.keeping.judging import State, Verdict, judge
from hoso.subtitles.keeping.outcome import Conflict, Kept
from hoso.subtitles.keeping.versions import Versions, lines_key


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

    @contextmanager
    def alone(self, path: Path) -> Iterator[Versions]:
        """What the file at `path` has been; nobody else who asks for it gets at it meanwhile."""
        folder = self.history.folder(path)
        folder.mkdir(parents=True, exist_ok=True)
        with files.held(folder):
            yield Versions(self.history, path)

    def settle(self, lines: Sequence[CuedLine], path: Path, language: Language) -> Settled:
        """Bring the file at `path` and the `lines` generated now together, and remember both.

        A file that is missing is written, one that nobody has touched follows the script; an editor's is
        merged. Raises InputError where the file can't be read without a loss; it is left alone then.
        """
        with self.alone(path) as versions:
            bases = Bases(path)
            older = bases.read()
            try:
                verdict = self.judged(tuple(lines), path, language, older)
            finally:
                versions.remember(lines_key(older[0].lines) if older else "")
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
            verdict = self.judged(tuple(lines), path, language, older, estimated=estimated)
        except InputError as error:
            return Settled(_entries(cues_of(lines)), path, error.problems, (), "edited")
        return _settled(verdict, path, language, bases.problem)

    def replace(self, path: Path, cues: Sequence[Cue]) -> None:
        """Put `cues` (an import, an earlier version, an edit) at `path`; the previous stays in the history.

        Later merges take them for an edit of the generation that they are nearest to, not for an old save.
        """
        with self.alone(path) as versions:
            bases = Bases(path)
            older = bases.read()
            key = lines_key(older[0].lines) if older else ""
            versions.remember(key)
            srt.write(path, cues)
            versions.remember(key)
            if older:
                source = origin(older, cues)
                left = still_open(older[0], cues)
                bases.push(replace(source, settled=tuple(cues), conflicts=left), older)

    def resolve(self, path: Path, language: Language, key: str | None, use: Kept) -> tuple[Conflict, ...]:
        """End the conflicts of the file at `path`, of the line `key` or of all, with the `use` version.

        Returns those that were ended.
        """
        with self.alone(path) as versions:
            bases = Bases(path)
            older = bases.read()
            reading = _reading(path, language)
            if not older or reading is None:
                return ()
            latest = older[0]
            unsettled = still_open(latest, reading.cues)
            ended = tuple(conflict for conflict in unsettled if key in (None, conflict.line))
            cues = reading.cues
            for conflict in ended:
                if conflict.kept != use:
                    rest = [cue for cue in cues if cue not in conflict.standing]
                    cues = tuple(sorted([*rest, *(cue for cue in conflict.other if cue not in rest)]))
            if cues != reading.cues:
                versions.remember(lines_key(latest.lines))
                srt.write(path, cues)
                versions.remember(lines_key(latest.lines))
            left = tuple(conflict for conflict in unsettled if conflict not in ended)
            bases.push(Generation(latest.lines, cues, left), older)
        return ended

    def judged(
        self,
        lines: tuple[CuedLine, ...],
        path: Path,
        language: Language,
        older: Sequence[Generation],
        *,
        estimated: bool = False,
    ) -> Verdict:
        """What the file at `path` is to be under `lines`; `older` are its generations, the latest first.

        Raises InputError where it can't be read.
        """
        reading = _reading(path, language)
        return judge(lines, reading, older, self._known(path, reading, older), estimated=estimated)

    def _known(
        self, path: Path, reading: Reading | None, older: Sequence[Generation]
    ) -> tuple[Generation, ...]:
        """What the file was between two generations, where that may be what somebody began to edit."""
        if reading is None or not older or reading.cues == older[0].settled:
            return ()
        lines = older[0].lines
        found = Versions(self.history, path).likest(reading.cues, lines_key(lines))
        return tuple(Generation(lines, parse(data, path).cues) for data in found)


def _reading(path: Path, language: Language) -> Reading | None:
    try:
        return read(path, language)
    except FileNotFoundError:
        return None


def _settled(verdict: Verdict, path: Path, language: Language, problem: Problem | None) -> Settled:
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
