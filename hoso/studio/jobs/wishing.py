"""Whether a wish can be granted: whether there is what it names, and whether who wishes may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.validation import nearest
from hoso.pipeline.asking import read_asked
from hoso.pipeline.request import Request
from hoso.script.reader import read_message
from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs.queue import Job, Wish

RENDERERS = frozenset({Role.PRODUCER, Role.OWNER})


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """An edition, and the languages in it."""

    name: str
    voice: Language
    subtitles: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a message can be rendered as: its editions, and its channels with their titles."""

    editions: tuple[EditionChoice, ...]
    channels: tuple[tuple[str, str], ...]

    @property
    def edition_names(self) -> tuple[str, ...]:
        """The editions' names, in the script's order."""
        return tuple(edition.name for edition in self.editions)

    @property
    def channel_names(self) -> tuple[str, ...]:
        """The channels' names, in the script's order."""
        return tuple(name for name, _ in self.channels)


def choices(project: Project, message: str) -> Choices:
    """What there is to choose from. Raises InputError where the script can't be read."""
    found = read_message(_script(project, message), project).message
    catalog = Catalog.load(project)
    channels = tuple((name, catalog.channel(name).title) for name in found.channels)
    editions = (EditionChoice(each.name, each.voice, each.languages) for each in found.editions)
    return Choices(tuple(editions), channels)


def demand_possible(project: Project, wish: Wish) -> None:
    """Raises InputError with every reason, known without rendering, why `wish` can't be granted.

    Those are no such message, edition or channel, mistakes in the script, and clips, which never run here.
    """
    path = _script(project, wish.message)
    read_asked(project, Request((path,), wish.channels, wish.editions, clips=False))


def may_wish(person: Person, wish: Wish) -> bool:
    """Whether `person` may have it: producers all; editors what they wait for while they adjust subtitles."""
    if person.role in RENDERERS:
        return True
    return person.role is Role.EDITOR and (wish.kind == "preview" or (wish.urgent and not wish.revoice))


def may_cancel(person: Person, job: Job) -> bool:
    """Whether `person` may stop `job`: producers any, others their own."""
    return person.role in RENDERERS or person.name == job.asker


def _script(project: Project, message: str) -> Path:
    found = {path.stem: path for path in project.scripts.glob("*.yaml")}
    if message not in found:
        guess = nearest(message, sorted(found))
        there = f"There is: {', '.join(sorted(found))}." if found else "There is none yet."
        raise InputError(
            [Problem(f"there is no message {message}", f"Did you mean {guess}?" if guess else there)]
        )
    return found[message]
