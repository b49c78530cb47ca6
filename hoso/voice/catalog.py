"""Which voices there are: every entry point of the group `hoso.voices`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points

from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.voice.takes import Engine, Grade, Surroundings

GROUP = "hoso.voices"


@dataclass(frozen=True, slots=True)
class Listing:
    """One engine, as `hoso voices` shows it."""

    name: str
    online: bool
    grade: Grade
    voices: dict[Language, tuple[str, ...]]
    """By language; the first voice of each is its default."""


def names() -> tuple[str, ...]:
    """The engines' names, sorted."""
    return tuple(sorted(_entries()))


def problem_with_name(name: str) -> Problem | None:
    """What is wrong with an engine's name as a script writes it; None where there is such an engine."""
    known = names()
    if name in known:
        return None
    near = get_close_matches(name, known, n=1, cutoff=0.4)
    guess = f"Did you mean '{near[0]}'? " if near else ""
    return Problem(f"There is no voice engine '{name}'", f"{guess}There are: {', '.join(known)}.")


def load(name: str, surroundings: Surroundings) -> Engine:
    """The engine called `name`, ready to speak in these surroundings.

    Raises InputError where there is none of this name, with the nearest one, or where a plug-in can't be
    loaded.
    """
    problem = problem_with_name(name)
    if problem is not None:
        raise InputError([problem])
    entry = _entries()[name]
    try:
        engine: Engine = entry.load()(surroundings)
    except (ImportError, AttributeError) as error:
        raise InputError(
            [
                Problem(
                    f"The voice engine '{name}' can't be loaded: {error}",
                    f"Reinstall what provides {entry.value}.",
                )
            ]
        ) from error
    return engine


def listing(project: Project) -> tuple[Listing, ...]:
    """All engines, sorted by name, without loading a model or touching the network."""
    surroundings = Surroundings(project, None)
    return tuple(_listing(load(name, surroundings)) for name in names())


def _listing(engine: Engine) -> Listing:
    voices = {language: engine.voices(language) for language in engine.languages}
    return Listing(engine.name, engine.online, engine.grade, voices)


def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
