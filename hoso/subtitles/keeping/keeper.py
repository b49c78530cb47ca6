"""Subtitle files between hoso, which generates them, and editors, whose work is never overwritten.

Beside the files, `.base/` holds what was generated: the latest and a few generations before. A file whose
cues are those of a generation was touched by nobody, however it was saved; any other is an editor's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from hoso.base import files, keys
from hoso.base.clock import format_clock
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt

OLDER = 3
"""How many generations are kept besides the latest."""

State = Literal["written", "unchanged", "edited"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is shown, where it stands, and what a person should know about it."""

    cues: tuple[Cue, ...]
    path: Path
    problems: tuple[Problem, ...]
    state: State
    """The file was (or is to be) written, is as it should be, or is an editor's."""


def subtitle_path(
    project: Project, message: str, language: Language, voice: Language, first_voice: Language
) -> Path:
    """The file with the subtitles in `language` under `voice`; the message's first voice goes unsaid."""
    under = "" if voice == first_voice else f".voice-{voice}"
    return project.subtitles / f"{message}.{language}{under}.srt"


def settle(generated: Sequence[Cue], path: Path, duration_ms: int) -> Settled:
    """Bring the file at `path` and `generated` together, in a programme of `duration_ms`.

    A file that is missing or that nobody has touched is written; an editor's is used as it is. Raises
    InputError where the file can't be read without a loss; it is left alone then.
    """
    shelf = _Shelf(path)
    verdict = _judge(generated, path, shelf, duration_ms)
    if verdict.found.state == "written":
        if generated:
            srt.write(path, generated)
        else:
            path.unlink()
    if verdict.outdated:
        shelf.tell(verdict.found.cues, generated)
    else:
        shelf.remember(generated)
    return verdict.found


def foresee(generated: Sequence[Cue], path: Path, duration_ms: int, *, estimated: bool = False) -> Settled:
    """What `settle` would find; nothing is written, and a file that can't be read is among the problems.

    `estimated` says that the times of `generated` are guesses: only its words are compared then.
    """
    try:
        return _judge(generated, path, _Shelf(path), duration_ms, estimated=estimated).found
    except InputError as error:
        return Settled(tuple(generated), path, error.problems, "edited")


class _Verdict(NamedTuple):
    found: Settled
    outdated: bool
    """Whether an editor's file is older than the words or the voice."""


def _judge(
    generated: Sequence[Cue], path: Path, shelf: _Shelf, duration_ms: int, *, estimated: bool = False
) -> _Verdict:
    """Whose the file at `path` is, and what is wrong with it. Raises InputError where it can't be read."""
    new = tuple(generated)
    if not path.is_file():
        return _Verdict(Settled(new, path, (), "written" if new else "unchanged"), False)
    entries = srt.read(path)
    cues = tuple(entry.cue for entry in entries)
    if cues == new:
        return _Verdict(Settled(new, path, (), "unchanged"), False)
    generations = shelf.generations()
    if cues in generations:
        return _Verdict(Settled(new, path, (), "written"), False)
    problems = [*_odd_times(entries, path, None if estimated else duration_ms)]
    changed = _changed(generations[0], new, words_only=estimated)
    outdated = changed is not None and not shelf.adjusted(cues, new)
    if outdated:
        remedy = "Adjust the file and save it, or delete it: it is then written anew."
        problems.append(
            Problem(
                f"{changed} since this file was edited; it is used as it is", remedy, path, level="warning"
            )
        )
    return _Verdict(Settled(cues, path, tuple(problems), "edited"), outdated)


class _Shelf:
    """What was generated for one subtitle file, and what its editor was told."""

    def __init__(self, path: Path) -> None:
        base = path.parent / ".base"
        self._bases = [base / path.name, *(base / f"{path.stem}.{age}.srt" for age in range(1, OLDER + 1))]
        self._told = base / f"{path.stem}.told.json"

    def generations(self) -> list[tuple[Cue, ...] | None]:
        """What was generated, the latest first; None where it is not there or not whole."""
        return [_cues_of(base) for base in self._bases]

    def remember(self, generated: Sequence[Cue]) -> None:
        """Make `generated` the latest generation, where it isn't yet."""
        self._told.unlink(missing_ok=True)
        if not generated or _cues_of(self._bases[0]) == tuple(generated):
            return
        for newer, older in reversed(list(pairwise(self._bases))):
            if newer.is_file():
                files.write_bytes(older, newer.read_bytes())
        srt.write(self._bases[0], generated)

    def tell(self, cues: Sequence[Cue], generated: Sequence[Cue]) -> None:
        """Note that the editor of `cues` was told that `generated` has moved on."""
        text = json.dumps({"file": _stamp(cues), "generated": _stamp(generated)}, indent=1) + "\n"
        if not self._told.is_file() or self._told.read_text(encoding="utf-8") != text:
            files.write_text(self._told, text)

    def adjusted(self, cues: Sequence[Cue], generated: Sequence[Cue]) -> bool:
        """Whether the file was saved with other cues after its editor was told about `generated`."""
        try:
            told = json.loads(self._told.read_text(encoding="utf-8"))
            return bool(told["generated"] == _stamp(generated) and told["file"] != _stamp(cues))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return False


def _stamp(cues: Sequence[Cue]) -> str:
    return keys.digest(tuple(cues))


def _cues_of(base: Path) -> tuple[Cue, ...] | None:
    try:
        return tuple(entry.cue for entry in srt.read(base))
    except (FileNotFoundError, InputError):
        return None


def _changed(base: Sequence[Cue] | None, new: Sequence[Cue], *, words_only: bool) -> str | None:
    """What is new since `base`, in words, or None."""
    if base is None:
        return None
    if _words(base) != _words(new):
        return "the words have changed"
    if not words_only and tuple(base) != tuple(new):
        return "the voice's times have changed"
    return None


def _words(cues: Sequence[Cue]) -> list[str]:
    return [word for cue in cues for word in cue.text.split()]


def _odd_times(entries: Sequence[srt.Entry], path: Path, duration_ms: int | None) -> Iterator[Problem]:
    """Overlaps, disorder and what comes after the end, each as a warning with its line."""
    for before, entry in pairwise(entries):
        if entry.cue.start_ms < before.cue.start_ms:
            words = "this cue begins before the one above it"
            yield Problem(words, "Put the cues in order.", path, entry.line, level="warning")
        elif entry.cue.start_ms < before.cue.end_ms:
            words = f"this cue begins before the one above it ends, at {format_clock(before.cue.end_ms)}"
            remedy = "Both are shown in one place: let one end before the other begins."
            yield Problem(words, remedy, path, entry.line, level="warning")
    for entry in entries:
        if duration_ms is not None and entry.cue.end_ms > duration_ms:
            words = f"this cue lasts beyond the end of the video, at {format_clock(duration_ms)}"
            yield Problem(words, "Move it, or let it end sooner.", path, entry.line, level="warning")
