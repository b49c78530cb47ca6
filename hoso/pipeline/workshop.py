"""What every step of the pipeline works with, made once a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from hoso.base.events import Listener, Notice
from hoso.base.jobs import CancelToken
from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.base.store import GIB, Store
from hoso.channels.catalog import Catalog
from hoso.fonts.faces import FontSet, faces
from hoso.media.library import Library
from hoso.script.media import find_media
from hoso.script.model import Settings
from hoso.subtitles.lines.binding import GUESSED, Ties
from hoso.subtitles.lines.morphology import morphology


@dataclass
class Workshop:
    """One project's tools: its channels, known media, cache, workers and the wish to stop."""

    project: Project
    settings: Settings
    catalog: Catalog
    library: Library
    store: Store
    executor: Executor
    workers: int
    token: CancelToken
    listen: Listener
    told: set[Problem] = field(default_factory=set)

    def tell(self, problem: Problem) -> None:
        """Say what is no reason to stop, once a run."""
        if problem not in self.told:
            self.told.add(problem)
            self.listen(Notice(problem))

    @cached_property
    def fonts(self) -> FontSet:
        """The faces for subtitles and cards."""
        return faces()

    @cached_property
    def ties(self) -> Ties:
        """What says which words of a Korean text belong together. Raises HosoError where it is missing."""
        return morphology(self.store) if self.settings.korean_morphology else GUESSED

    def media(self, name: str) -> Path:
        """The path of a file that a script names."""
        return find_media(self.project.videos, name) or self.project.videos / name


def default_workers() -> int:
    """One encode a core; each encoder is pinned to one thread."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@contextmanager
def open_workshop(
    project: Project, settings: Settings, catalog: Catalog, workers: int, token: CancelToken, listen: Listener
) -> Iterator[Workshop]:
    """The workshop of `project`; its cache is brought back under its cap at the end."""
    store = Store(project.state / "cache", round(settings.cache_gib * GIB))
    with ThreadPoolExecutor(workers, thread_name_prefix="hoso") as executor:
        yield Workshop(
            project, settings, catalog, Library(project.state), store, executor, workers, token, listen
        )
    store.trim()
