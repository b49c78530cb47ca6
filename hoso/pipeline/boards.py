"""Laid-out editions, kept in memory as long as nothing that they are made from changes.

For whoever asks again and again about one message, as an editor's page does: a layout costs parsing and
planning, and for a long message seconds.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.base.store import GIB, Store
from hoso.channels.catalog import Catalog
from hoso.media.library import Library
from hoso.pipeline.activity import Span, voice_activity
from hoso.pipeline.captioning import styles_of
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.reading import read_checked
from hoso.pipeline.shapes import Shape, shapes_of
from hoso.pipeline.sheets import is_guessed, sheet_of
from hoso.pipeline.voicing import foresee
from hoso.pipeline.workshop import Workshop
from hoso.script.media import find_media
from hoso.script.model import Edition, Message
from hoso.script.reader import read_message
from hoso.script.scenes import FootageScene, ImageScene
from hoso.subtitles.lint.sheet import Sheet

if TYPE_CHECKING:
    from hoso.subtitles.look.ass import Painter

MOST = 8
"""Boards that are kept; the one that was not asked for longest goes."""

Stamp = tuple[tuple[str, int, int], ...]


@dataclass
class Board:
    """An edition laid out by its kept takes, and by estimates where there are none; nothing is spoken."""

    shop: Workshop
    layout: Layout
    problems: tuple[Problem, ...]
    """What keeps it from being what a render shows; what `check` warns of is told elsewhere."""

    @property
    def message(self) -> Message:
        """The script's message."""
        return self.layout.script.message

    @property
    def edition(self) -> Edition:
        """What is laid out."""
        return self.layout.edition

    @property
    def guessed(self) -> bool:
        """Whether lines have no take yet: all times are guesses then."""
        return is_guessed(self.layout.timeline)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes that the message is seen in."""
        return shapes_of(self.shop.catalog, self.message)

    @cached_property
    def activity(self) -> tuple[Span, ...]:
        """When somebody is heard to speak; nothing where that is a guess. Raises HosoError."""
        return () if self.guessed else voice_activity(self.shop, self.layout.timeline)

    def sheet(self, language: Language) -> Sheet:
        """What subtitles in `language` are held against, without cues. Raises HosoError."""
        if language not in self._sheets:
            self._sheets[language] = sheet_of(self.shop, self.layout, language, ())
        return self._sheets[language]

    def painter(self, shape: Shape) -> Painter:
        """Who draws subtitles into the message's pictures of `shape`, as they are burned."""
        if shape.name not in self._painters:
            from hoso.subtitles.look.ass import Painter

            styles = styles_of(self.shop.project, self.message)
            self._painters[shape.name] = Painter(shape.profile, self.shop.fonts, styles)
        return self._painters[shape.name]

    @cached_property
    def _painters(self) -> dict[str, Painter]:
        return {}

    @cached_property
    def _sheets(self) -> dict[Language, Sheet]:
        return {}


class Boards:
    """The boards of one project. Safe to share between threads."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: OrderedDict[tuple[Path, str], tuple[Stamp, list[Path], Board]] = OrderedDict()
        self._editions: dict[Path, tuple[Stamp, tuple[Edition, ...]]] = {}
        self._locks: dict[tuple[Path, str], threading.Lock] = {}
        self._lock = threading.Lock()

    def board(self, script_path: Path, voice: Language | None, language: Language | None) -> Board:
        """The edition of the script at `script_path` that is spoken in `voice` and shows `language`.

        Where none shows it, the first that is spoken so; without `voice`, in the first edition's. Raises
        InputError where the script is wrong or no edition is spoken so.
        """
        key = script_path, self._edition(script_path, voice, language)
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            kept = self._kept.get(key)
            if kept is None or _stamp(kept[1]) != kept[0]:
                kept = self._made(*key)
            with self._lock:
                self._kept[key] = kept
                self._kept.move_to_end(key)
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            return kept[2]

    def _edition(self, script_path: Path, voice: Language | None, language: Language | None) -> str:
        """The name of the edition that is meant; the script is read where it has changed."""
        stamp = _stamp([script_path, self._project.settings])
        known = self._editions.get(script_path)
        if known is None or known[0] != stamp:
            editions = read_message(script_path, self._project).message.editions
            known = self._editions[script_path] = stamp, editions
        return _chosen(script_path, known[1], voice, language).name

    def _made(self, script_path: Path, name: str) -> tuple[Stamp, list[Path], Board]:
        project = self._project
        shared = _stamp(list(_shared(project, script_path)))
        catalog = Catalog.load(project)
        (script,), _ = read_checked(project, [script_path], catalog)
        editions = script.message.editions
        edition = next((each for each in editions if each.name == name), editions[0])
        watched = [*_shared(project, script_path), *_own(project, script.message)]
        # What is read from here on is what these stamps tell of; the script was read just before.
        stamp = _stamp(watched)
        store = Store(project.state / "cache", round(script.settings.cache_gib * GIB))
        shop = Workshop(
            project,
            script.settings,
            catalog,
            Library(project.state),
            store,
            ThreadPoolExecutor(1),
            1,
            CancelToken(),
            ignore,
        )
        spoken, missing = foresee(shop, script, edition)
        layout = lay_out(shop, script, edition, spoken)
        if stamp[: len(shared)] != shared:
            stamp = ()
        return stamp, watched, Board(shop, layout, (*missing, *layout.problems))


def _chosen(
    path: Path, editions: Sequence[Edition], voice: Language | None, language: Language | None
) -> Edition:
    spoken = [edition for edition in editions if edition.voice == (voice or editions[0].voice)]
    if not spoken:
        there = ", ".join(sorted({edition.voice for edition in editions}))
        raise InputError([Problem(f"no edition is spoken in {voice}", f"There is: {there}.", path)])
    return next((edition for edition in spoken if language in (None, *edition.languages)), spoken[0])


def _shared(project: Project, script_path: Path) -> Iterator[Path]:
    """The script and what all scripts share; folders, whose time changes as files come and go."""
    yield from (script_path, project.settings)
    for folder in (project.channels, project.channels / "profiles", project.styles):
        yield folder
        yield from sorted(folder.glob("*.yaml"))


def _own(project: Project, message: Message) -> Iterator[Path]:
    """The footage and recordings of `message`, and where takes are kept."""
    names = [scene.footage for scene in message.scenes if isinstance(scene, FootageScene)]
    names += [scene.image for scene in message.scenes if isinstance(scene, ImageScene)]
    names += [] if message.music is None else [message.music.file]
    for name in dict.fromkeys(names):
        yield find_media(project.videos, name) or project.videos / name
    yield project.videos / message.name
    yield from sorted((project.videos / message.name).glob("*"))
    # A take appears by rename, which its folder's time tells.
    yield project.state / "voice"
    yield from sorted((project.state / "voice").glob("*"))


def _stamp(paths: list[Path]) -> Stamp:
    """What changes when any of `paths` does."""
    found = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            found.append((str(path), 0, 0))
        else:
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
