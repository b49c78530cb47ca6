"""A subtitle file under the hands of several people at once: read to be edited, saved, joined.

Whoever saves says what they began with. Where the file has become something else since, by whatever program,
both are joined; nobody is refused and nobody's work is written over.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hoso.base.keys import digest
from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import parse, read
from hoso.subtitles.keeping.bases import Bases, Generation
from hoso.subtitles.keeping.conflicts import still_open
from hoso.subtitles.keeping.joining import join
from hoso.subtitles.keeping.judging import caught_up
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.keeping.outcome import Conflict, Merged
from hoso.subtitles.keeping.versions import Versions, lines_key, version_of

QUIET_SECONDS = 0.4
"""What another program changed less than this ago may not be written to its end yet."""
PATIENCE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as it stands."""

    version: str
    """What tells it from what it was and will be."""
    cues: tuple[Cue, ...]
    """In the file's order; none where there is no file."""
    lines: tuple[CuedLine, ...]
    """The script's lines that it was brought together with last; none where it never was."""
    conflicts: tuple[Conflict, ...] = ()
    repairs: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a save."""

    standing: Standing
    merged: bool
    """Whether the file has become something else than what was sent."""


def version_now(path: Path) -> str:
    """What tells the file at `path` as it is now; of one that is not there, what tells an empty one."""
    try:
        return version_of(path.read_bytes())
    except FileNotFoundError:
        return version_of(b"")


def standing(keeper: Keeper, path: Path, language: Language) -> Standing:
    """The file at `path` as it stands, to be edited; what is told here can be found when it is saved.

    What another program saved from an older version is joined with what came in between, in the file too.
    Raises InputError where the file can't be read without a loss.
    """
    with keeper.alone(path) as versions:
        return _standing(keeper, versions, path, language)


def save(keeper: Keeper, path: Path, language: Language, base: str, cues: Sequence[Cue]) -> Saved:
    """Put `cues`, made of the version `base`, into the file at `path`, joined with what it has become since.

    A save that was made already, because its answer got lost, is not made twice. Raises InputError where the
    file can't be read without a loss, or can't hold the cues; nothing is changed then.
    """
    with keeper.alone(path) as versions:
        now = _standing(keeper, versions, path, language)
        sent = digest([base, list(cues)])[:16]
        if base != now.version and versions.was_saved(sent, base):
            return Saved(now, now.cues != tuple(cues))
        bases = Bases(path)
        older = bases.read()
        joined = _joined(now, versions, older, base, path, cues)
        if joined.cues != now.cues:
            srt.write(path, joined.cues)
        versions.remember(lines_key(now.lines), sent)
        left = still_open(Generation(now.lines, now.cues, now.conflicts), joined.cues)
        conflicts = (*left, *(fresh for fresh in joined.conflicts if fresh not in left))
        if older:
            bases.push(Generation(now.lines, joined.cues, conflicts), older)
        made = replace(now, version=version_now(path), cues=joined.cues, conflicts=conflicts)
        return Saved(made, joined.cues != tuple(sorted(cues)))


def _standing(keeper: Keeper, versions: Versions, path: Path, language: Language) -> Standing:
    _wait_until_written(versions, path)
    bases = Bases(path)
    older = bases.read()
    problems = (bases.problem,) if bases.problem else ()
    lines = older[0].lines if older else ()
    if not path.is_file():
        return Standing(version_now(path), (), lines, repairs=problems)
    verdict = keeper.judged(lines, path, language, older)
    versions.remember(lines_key(lines))
    if verdict.rewritten:
        srt.write(path, verdict.cues)
        versions.remember(lines_key(lines))
    if older:
        bases.push(Generation(lines, verdict.cues, verdict.conflicts), older)
    reading = read(path, language)
    return Standing(version_now(path), reading.cues, lines, verdict.conflicts, (*problems, *reading.repairs))


def _joined(
    now: Standing,
    versions: Versions,
    older: Sequence[Generation],
    base: str,
    path: Path,
    cues: Sequence[Cue],
) -> Merged:
    """`cues`, made of the version `base`, and what the file is now."""
    if base == now.version or tuple(cues) == now.cues or not now.cues:
        return Merged(now.cues if tuple(cues) == now.cues else tuple(sorted(cues)), ())
    found = versions.find(base)
    if found is None:
        # Nobody knows what they began with: all that either changed since it was generated counts as changed.
        return join(cues_of(now.lines), now.cues, cues, now.lines)
    began = parse(found[0], path).cues
    lines = next((each.lines for each in older if lines_key(each.lines) == found[1]), now.lines)
    return caught_up(Generation(lines, began), Generation(now.lines, now.cues), cues)


def _wait_until_written(versions: Versions, path: Path) -> None:
    """Another program may be in the midst of writing the file: a half of it would be taken for deletions."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            age = time.time() - path.stat().st_mtime
        except FileNotFoundError:
            return
        if not 0 <= age < QUIET_SECONDS or versions.knows(version_now(path)):
            return
        time.sleep(QUIET_SECONDS - age)
