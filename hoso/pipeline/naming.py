"""Messages by name: which files are whose, copied, renamed, deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from hoso.base.files import write_text
from hoso.base.history import History
from hoso.base.languages import LANGUAGES
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.pipeline.trash import Thrown, Trash
from hoso.script.template import checked_name
from hoso.voice.recorded_engine import ENDINGS

SUBTITLES = tuple(
    f".{language}{under}.srt"
    for language in LANGUAGES
    for under in ("", *(f".voice-{it}" for it in LANGUAGES))
)
"""What subtitle files are called behind their message's name."""


def subtitle_files(project: Project, message: str, there: Collection[str] | None = None) -> Iterator[Path]:
    """The message's subtitle files that there are, in every language under every voice.

    `there` has the names of all files in subtitles/, where they are known already.
    """
    names = subtitle_names(project) if there is None else there
    yield from (project.subtitles / f"{message}{end}" for end in SUBTITLES if f"{message}{end}" in names)


def subtitle_names(project: Project) -> frozenset[str]:
    """The names of all files in subtitles/."""
    folder = project.subtitles
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()


def base_file(path: Path) -> Path:
    """Where the bases of the subtitle file at `path` are."""
    return path.parent / ".base" / f"{path.stem}.json"


def recordings(project: Project, message: str) -> Iterator[Path]:
    """The recorded lines of the message."""
    for path in sorted((project.videos / message).glob("*")):
        if path.suffix in ENDINGS and path.stem.rpartition(".")[2] in LANGUAGES and path.is_file():
            yield path


def delete_message(project: Project, script: Path, by: str) -> Thrown:
    """Put a script and its subtitles into the trash; footage, recordings and releases stay."""
    message = script.stem
    files = [script]
    for path in subtitle_files(project, message):
        files += [path, base_file(path)]
    return Trash(project).throw("message", message, files, by)


def copy_message(project: Project, script: Path, name: str) -> Path:
    """A new message with the words of another one. Raises InputError where the name can't be used."""
    target = _free(project, name)
    write_text(target, script.read_text("utf-8"))
    return target


def rename_message(project: Project, script: Path, name: str) -> Path:
    """Give a message another name: its script, subtitles, recordings and their earlier versions.

    What was rendered stays under the old name. Raises InputError where the name can't be used or is taken;
    nothing is moved then.
    """
    old, target = script.stem, _free(project, name)
    moves = []
    for path in subtitle_files(project, old):
        new = path.with_name(target.stem + path.name.removeprefix(old))
        moves += [(path, new), (base_file(path), base_file(new))]
    moves += [(path, project.videos / target.stem / path.name) for path in recordings(project, old)]
    moves = [(source, goal) for source, goal in moves if source.is_file()]
    taken = [goal for _, goal in moves if goal.exists()]
    if taken:
        words = "there is something of this name already"
        raise InputError([Problem(words, "Choose another name, or move it away.", path) for path in taken])
    _move_all([*moves, (script, target)])
    history = project.state / "history"
    for source, goal in moves:
        if source.parent == project.subtitles and source.suffix == ".srt":
            History(history / "subtitles").rename(source.name, goal.name)
    History(history / "scripts").rename(script.name, target.name)
    return target


def _free(project: Project, name: str) -> Path:
    path = project.scripts / f"{checked_name(name)}.yaml"
    if path.exists():
        raise InputError([Problem("there is such a script already", "Choose another name.", path)])
    return path


def _move_all(moves: list[tuple[Path, Path]]) -> None:
    """All of `moves` or, where one fails, none."""
    done: list[tuple[Path, Path]] = []
    try:
        for source, goal in moves:
            goal.parent.mkdir(parents=True, exist_ok=True)
            source.rename(goal)
            done.append((source, goal))
    except OSError:
        for source, goal in reversed(done):
            goal.rename(source)
        raise
