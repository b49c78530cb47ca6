"""hoso.yaml and a script file become one Message that still knows where each of its values was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hoso.base.clock import format_clock
from hoso.base.problems import InputError, Level, Problem
from hoso.base.project import Project
from hoso.documents.sentences import Said, Wrong
from hoso.documents.validation import in_order, nearest, validate
from hoso.documents.yaml_source import DataPath, YamlSource, parse_yaml, read_yaml
from hoso.script.model import Contact, Edition, Message, MessageFile, Settings, Shared
from hoso.script.scenes import KINDS
from hoso.script.values import Model

M = TypeVar("M", bound=Model)

RESERVED = ("drafts", "new")
"""Names that a folder in outputs/ and a page of the studio have already."""

Unsaved = Mapping[Path, bytes]
"""What stands for files (scripts, hoso.yaml) that it has not been written to yet."""

NOT_BUILT = {
    "protect": "no face would be covered",
}
"""Keys that are planned, and what would be missing if they were accepted now."""


@dataclass(frozen=True, slots=True)
class Script:
    """A Message and where it came from."""

    message: Message
    settings: Settings
    source: YamlSource
    """The script's file."""
    shared: YamlSource | None
    """hoso.yaml, where the project has one."""

    def place(self, path: DataPath, *, key: bool = False) -> tuple[Path, int, int]:
        """File, line and column (from 1) of the value at `path`, or of its key.

        `path` has keys and positions (from 0) as the file has them: ("scenes", 2, "say", 0, "ko"),
        ("scenes", 0, "from"). A value that hoso.yaml gave is placed there; one that nobody wrote, where the
        nearest that holds it is.
        """
        source = self._origin(path)
        return (source.path, *source.mark(path, key=key))

    def problem(
        self, path: DataPath, message: str, remedy: str = "", *, key: bool = False, level: Level = "error"
    ) -> Problem:
        """A problem with the value at `path`, or with its key."""
        return Problem(message, remedy, *self.place(path, key=key), level)

    def _origin(self, path: DataPath) -> YamlSource:
        if self.shared is None or not path:
            return self.source
        # What is merged key by key is looked up by that key, all else by its first.
        length = 2 if path[0] in ("contact", "say_as") else 1
        head = path[:length]
        inherited = head not in self.source.values and head in self.shared.values
        return self.shared if inherited else self.source


def read_settings(project: Project) -> Settings:
    """hoso.yaml; the defaults where there is none. Raises InputError with all of its problems."""
    settings, _, problems = _shared(project, {})
    if problems:
        raise InputError(problems)
    return settings


def read_message(path: Path, project: Project) -> Script:
    """The script at `path` with what `project` shares filled in.

    Raises InputError with all problems of both files.
    """
    return read_messages([path], project)[0]


def read_messages(
    paths: Sequence[Path], project: Project, unsaved: Unsaved | None = None
) -> tuple[Script, ...]:
    """The scripts at `paths`, in that order. Raises InputError with the problems of all files in one go."""
    settings, shared, problems = _shared(project, unsaved or {})
    scripts = []
    for path in paths:
        own, source, found = _own(path, project, unsaved or {})
        problems += found
        if own is not None and source is not None:
            scripts.append(Script(_whole(own, source, settings), settings, source, shared))
    if problems:
        raise InputError(problems)
    return tuple(scripts)


def _shared(project: Project, unsaved: Unsaved) -> tuple[Settings, YamlSource | None, list[Problem]]:
    if project.settings not in unsaved and not project.settings.is_file():
        return Settings(), None, []
    try:
        source = _source(project.settings, unsaved)
    except InputError as error:
        return Settings(), None, list(error.problems)
    settings, problems = validate(source, Settings, not_built=NOT_BUILT)
    return settings or Settings(), source, problems


def _own(
    path: Path, project: Project, unsaved: Unsaved
) -> tuple[MessageFile | None, YamlSource | None, list[Problem]]:
    if path not in unsaved and not path.is_file():
        return None, None, [_no_script(path, project)]
    try:
        source = _source(path, unsaved)
    except InputError as error:
        return None, None, list(error.problems)
    own, problems = validate(source, MessageFile, not_built=NOT_BUILT, own={"scene_kind": _scene_kind})
    if path.stem in RESERVED:
        problems.append(Problem(f"a message can't be called {path.stem}", "Rename the file.", path, 1, 1))
    return own, source, in_order(problems)


def _source(path: Path, unsaved: Unsaved) -> YamlSource:
    return parse_yaml(unsaved[path], path) if path in unsaved else read_yaml(path)


def _no_script(path: Path, project: Project) -> Problem:
    known = sorted(file.name for file in project.scripts.glob("*.yaml"))
    guess = nearest(path.name, known)
    remedy = (
        f"Did you mean {guess}?" if guess else f"There is: {', '.join(known) or 'none yet; try `new NAME`'}."
    )
    return Problem(f"there is no script {path.name}", remedy, path)


def _scene_kind(wrong: Wrong) -> Said:
    if not isinstance(wrong.value, dict):
        return (
            f"{wrong.name} must have keys below it, not {wrong.shown}",
            "Begin it with `- footage: file.mp4`.",
        )
    there = [kind for kind in KINDS if kind in wrong.value]
    if there:
        return f"a scene can't be both {_both(there)}", "Keep one of them, or make two scenes."
    guesses = [(key, guess) for key in wrong.value if (guess := nearest(key, KINDS))]
    hint = f"Did you mean `{guesses[0][1]}` by `{guesses[0][0]}`? " if guesses else ""
    return "the scene shows nothing", f"{hint}It needs one of: {', '.join(KINDS)}."


def _both(words: Iterable[str]) -> str:
    return " and ".join(f"`{word}`" for word in words)


def _whole(own: MessageFile, source: YamlSource, shared: Settings) -> Message:
    """`own` with what it does not say taken from `shared`; contact and say_as are filled in key by key."""
    written = {name: getattr(own, name) for name in own.model_fields_set}
    given = {name: getattr(shared, name) for name in Shared.model_fields if name in shared.model_fields_set}
    merged = {
        "contact": Contact.model_validate(_set(shared.contact) | _set(own.contact)),
        "say_as": {**shared.say_as, **own.say_as},
        "editions": own.editions or (_default_edition(own, source),),
        # Validated once more as it would be written: a number would be taken for seconds.
        "poster": None if own.poster is None else format_clock(own.poster),
    }
    return Message.model_validate(
        {**given, **written, **merged, "name": source.path.stem, "path": source.path}
    )


def _set(model: Model) -> dict[str, object]:
    return {name: getattr(model, name) for name in model.model_fields_set}


def _default_edition(own: MessageFile, source: YamlSource) -> Edition:
    first = next(language for language in source.at(("title",)) if language in own.title.languages)
    return Edition(voice=first, subtitles=first)
