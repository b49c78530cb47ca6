"""What lists of messages tell: read once for each state of a message's files, then remembered.

No media file is opened and nothing is laid out: that is `check`'s.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from hoso.base.files import write_text
from hoso.base.keys import digest
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.yaml_source import read_yaml
from hoso.pipeline.naming import base_file, subtitle_files, subtitle_names
from hoso.script.check import check_message
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, find_media, list_media
from hoso.script.reader import Script, read_message
from hoso.script.scenes import ClipScene
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping.bases import Bases
from hoso.subtitles.keeping.conflicts import still_open

VERSION = 1
"""Of what is remembered; another one makes all be read anew."""


class Overview(BaseModel):
    """One message at a glance."""

    model_config = ConfigDict(frozen=True)

    name: str
    titles: dict[str, str] = {}
    """By language, as far as they can be read."""
    editions: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    """That are heard or shown."""
    channels: tuple[str, ...] = ()
    engine: str = ""
    """Who is to speak; empty where the script can't be read."""
    clips: bool = False
    """Whether a scene is made by the project's own code."""
    media: tuple[str, ...] = ()
    """Files of videos/ that it names, as they are called there."""
    errors: int = 0
    warnings: int = 0
    conflicts: int = 0
    """In its subtitles, that nobody has settled."""


@dataclass
class Overviews:
    """The messages of a project; made anew for every question, for files change."""

    project: Project

    def all(self, seconds: float) -> tuple[dict[str, Overview], bool]:
        """Every message by name, sorted, and whether all that is told is true now.

        When `seconds` are over, what was known before is told, or the name alone; at least one more is read
        each time that it is asked.
        """
        begun, learnt, whole = time.monotonic(), 0, True
        found = {}
        for path in sorted(self.project.scripts.glob("*.yaml")):
            key = self._key(path)
            kept = self._kept(path)
            if kept is not None and self._holds(kept, key):
                found[path.stem] = kept.overview
            elif not learnt or time.monotonic() - begun < seconds:
                found[path.stem], learnt = self._learn(path, key), learnt + 1
            else:
                found[path.stem], whole = Overview(name=path.stem) if kept is None else kept.overview, False
        return found, whole

    def one(self, path: Path) -> Overview:
        """The message of the script at `path`, which must be there."""
        key = self._key(path)
        kept = self._kept(path)
        return kept.overview if kept is not None and self._holds(kept, key) else self._learn(path, key)

    def _note(self, path: Path) -> Path:
        return self.project.state / "overview" / f"{path.stem}.json"

    def _kept(self, path: Path) -> _Note | None:
        try:
            return _note(self._note(path), self._note(path).stat().st_mtime_ns)
        except (FileNotFoundError, ValidationError):
            return None

    def _holds(self, note: _Note, key: str) -> bool:
        """Whether the message's files are as they were, and the files that it names as there or missing."""
        return note.key == key and note.missing == self._missing(note.overview)

    def _learn(self, path: Path, key: str) -> Overview:
        overview = self._read(path)
        note = _Note(key=key, missing=self._missing(overview), overview=overview)
        write_text(self._note(path), note.model_dump_json())
        return overview

    def _missing(self, overview: Overview) -> tuple[str, ...]:
        return tuple(name for name in overview.media if name not in self._there)

    def _key(self, path: Path) -> str:
        subtitles = [
            file for srt in subtitle_files(self.project, path.stem) for file in (srt, base_file(srt))
        ]
        return digest([VERSION, self._shared, [_stamp(file) for file in (path, *subtitles)]])

    @cached_property
    def _shared(self) -> str:
        """What stands for all that every message depends on."""
        folders = (self.project.channels, self.project.styles)
        files = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
        return digest([_stamp(path) for path in (self.project.settings, *files)])

    @cached_property
    def _subtitles(self) -> frozenset[str]:
        return subtitle_names(self.project)

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(list_media(self.project.videos, FOOTAGE + IMAGES + SOUNDS))

    @cached_property
    def _catalog(self) -> Catalog:
        return Catalog.load(self.project)

    def _read(self, path: Path) -> Overview:
        try:
            script = read_message(path, self.project)
            problems: Sequence[Problem] = check_message(script, self.project, self._catalog)
        except InputError as error:
            return self._broken(path, error.problems)
        message = script.message
        heard = {edition.voice for edition in message.editions}
        shown = {language for edition in message.editions for language in edition.languages}
        return Overview(
            name=message.name,
            titles={language: message.title.get(language) or "" for language in message.title.languages},
            editions=tuple(edition.name for edition in message.editions),
            languages=tuple(language for language in LANGUAGES if language in heard | shown),
            channels=message.channels,
            engine=message.voice.engine,
            clips=any(isinstance(scene, ClipScene) for scene in message.scenes),
            media=self._named(script.source.data, *_inherited(script)),
            errors=_count(problems, "error"),
            warnings=_count(problems, "warning"),
            conflicts=self._conflicts(message.name),
        )

    def _broken(self, path: Path, problems: Sequence[Problem]) -> Overview:
        """As much as can be told of a script with errors."""
        try:
            data = read_yaml(path).data
        except InputError:
            data = {}
        title = data.get("title")
        titles = (
            {str(key): text for key, text in title.items() if isinstance(text, str)}
            if isinstance(title, dict)
            else {}
        )
        return Overview(
            name=path.stem,
            titles={language: titles[language] for language in LANGUAGES if language in titles},
            media=self._named(data),
            errors=_count(problems, "error"),
            warnings=_count(problems, "warning"),
            conflicts=self._conflicts(path.stem),
        )

    def _named(self, data: Any, *more: str) -> tuple[str, ...]:
        """The files that a script's plain data names, by the names that they have on the disk."""
        found = dict.fromkeys((*_media_names(data), *more))
        paths = {name: find_media(self.project.videos, name) for name in found}
        return tuple(
            path.relative_to(self.project.videos).as_posix() if path is not None else name
            for name, path in paths.items()
        )

    def _conflicts(self, message: str) -> int:
        count = 0
        for path in subtitle_files(self.project, message):
            generations = Bases(path).read()
            if generations and generations[0].conflicts:
                language: Any = path.name.removeprefix(f"{message}.").split(".")[0]
                try:
                    count += len(still_open(generations[0], read(path, language).cues))
                except InputError:
                    count += len(generations[0].conflicts)
        return count


class _Note(BaseModel):
    """What is remembered of a message, and for which state of its files."""

    key: str
    missing: tuple[str, ...]
    """Of the files that it names."""
    overview: Overview


@lru_cache(maxsize=4096)
def _note(path: Path, changed_ns: int) -> _Note:
    del changed_ns  # only tells one state of the file from another
    return _Note.model_validate_json(path.read_bytes())


def users(overviews: Mapping[str, Overview]) -> dict[str, tuple[str, ...]]:
    """Which messages use a file of videos/."""
    found: dict[str, tuple[str, ...]] = {}
    for name, overview in overviews.items():
        for media in overview.media:
            found[media] = (*found.get(media, ()), name)
    return found


def _inherited(script: Script) -> Iterator[str]:
    if script.message.music is not None:
        yield script.message.music.file
    if script.message.logo is not None:
        yield script.message.logo


def _media_names(data: Any) -> Iterator[str]:
    """What a script names, right or wrong: its scenes' films and pictures, its logo, its music."""
    if not isinstance(data, dict):
        return
    scenes, music = data.get("scenes"), data.get("music")
    values = [data.get("logo"), music.get("file") if isinstance(music, dict) else None]
    for scene in scenes if isinstance(scenes, list) else ():
        if isinstance(scene, dict):
            values += [scene.get("footage"), scene.get("image")]
    yield from (value.strip() for value in values if isinstance(value, str))


def _count(problems: Sequence[Problem], level: str) -> int:
    return sum(1 for problem in problems if problem.level == level)


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return str(path), stat.st_mtime_ns, stat.st_size
