"""The files of videos/, with what is known of them and who uses them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.media.library import Library
from hoso.media.probe import MediaInfo
from hoso.pipeline.trash import Thrown, Trash
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, find_media, list_media
from hoso.script.model import Message
from hoso.voice.recorded_engine import ENDINGS

Kind = Literal["film", "image", "sound"]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of videos/."""

    name: str
    """As scripts call it."""
    kind: Kind
    """By its ending."""
    bytes: int
    changed: float
    """Seconds since 1970."""
    info: MediaInfo | None
    """None where nobody has looked at it yet."""
    traces: tuple[str, ...]
    """What its metadata tells of place, time, device or author, as far as somebody has looked."""
    used_by: tuple[str, ...]
    """Names of messages."""


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A line of a message that can be recorded."""

    key: str
    """Its id, or its number."""
    language: Language
    text: str
    recording: str | None
    """The file in videos/, where there is one."""


def media_files(project: Project, users: Mapping[str, Sequence[str]]) -> tuple[MediaFile, ...]:
    """All files that scripts could name, sorted; `users` are names of messages by names of files."""
    library = Library(project.state)
    found = []
    for name in list_media(project.videos, FOOTAGE + IMAGES + SOUNDS):
        path = project.videos / name
        try:
            stat = path.stat()
            info, traces = library.remembered(path)
        except FileNotFoundError:
            continue  # deleted just now
        used = tuple(users.get(name, ())) or _speaker(name, project)
        found.append(MediaFile(name, kind_of(name), stat.st_size, stat.st_mtime, info, traces, used))
    return tuple(found)


def kind_of(name: str) -> Kind:
    """What a file is, by its ending."""
    ending = PurePosixPath(name).suffix.lower()
    return "film" if ending in FOOTAGE else "image" if ending in IMAGES else "sound"


def media_path(project: Project, name: str) -> Path:
    """The file of videos/ that scripts call `name`. Raises InputError where there is none that they could."""
    path = find_media(project.videos, name)
    if path is None or path.suffix.lower() not in FOOTAGE + IMAGES + SOUNDS:
        raise InputError([Problem(f"there is no {name} in videos/", "Look at the list of files.")])
    return path


def delete_media(project: Project, name: str, by: str) -> Thrown:
    """Put a file of videos/ into the trash. Raises InputError where there is none."""
    path = media_path(project, name)
    return Trash(project).throw("file", path.relative_to(project.videos).as_posix(), [path], by)


def recorded_lines(project: Project, message: Message) -> tuple[RecordedLine, ...]:
    """Every line that a voice of the message speaks, in each language that is heard."""
    spoken = [line for scene in message.scenes for line in scene.say]
    voices = dict.fromkeys(edition.voice for edition in message.editions)
    folder = project.videos / message.name
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    found = []
    for language in voices:
        for number, line in enumerate(spoken, 1):
            key = line.id or str(number)
            file = next((name for end in ENDINGS if (name := f"{key}.{language}{end}") in there), None)
            place = f"{message.name}/{file}" if file else None
            found.append(RecordedLine(key, language, line.spoken(language) or "", place))
    return tuple(found)


def _speaker(name: str, project: Project) -> tuple[str, ...]:
    """The message whose recorded line a file is, by its place and name."""
    path = PurePosixPath(name)
    recording = path.suffix in ENDINGS and path.stem.rpartition(".")[2] in LANGUAGES
    message = path.parts[0]
    known = len(path.parts) == 2 and recording and (project.scripts / f"{message}.yaml").is_file()
    return (message,) if known else ()
