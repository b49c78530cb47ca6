"""Messages as lists and pages show them: their files, their release, their renders, who did what last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from hoso.base.keys import digest
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.overview import Overview, Overviews
from hoso.release.manifest import NAME as MANIFEST
from hoso.release.manifest import Manifest, read_manifest
from hoso.studio.database import Database
from hoso.studio.jobs import queue
from hoso.studio.jobs.queue import Job

READING_SECONDS = 0.4
"""How long a list may take to read messages that changed; the rest follows when it is asked for again."""

Tag = Literal["rendering", "errors", "conflicts", "ready", "approved", "withdrawn", "draft"]
TAGS: tuple[Tag, ...] = get_args(Tag)

DEEDS = (
    "messages.create",
    "messages.save",
    "messages.restore",
    "messages.rename",
    "subtitles.save",
    "subtitles.resolve",
    "subtitles.restore",
    "jobs.render",
    "jobs.preview",
    "jobs.cancel",
    "release.approve",
    "release.withdraw",
    "share.create",
    "trash.restore",
)
"""Work on a message, as the audit log calls it. The words have `did-` for each."""

POSTERS = ("telegram", "youtube", "x", "vk", "facebook")
"""Channels with a wide picture: its poster stands for the message, if there is one."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did."""

    person: str
    action: str
    at: float
    """Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class View:
    """One message."""

    overview: Overview
    release: Manifest | None
    jobs: tuple[Job, ...]
    """That something still comes of."""
    last: Event | None
    changed: float
    """When its script was, in seconds since 1970."""
    picture: str
    """What stands for its poster's state; empty where there is none."""

    @property
    def name(self) -> str:
        """The message's."""
        return self.overview.name

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What it is, the most pressing first: never empty."""
        found: dict[Tag, bool] = {
            "rendering": bool(self.jobs),
            "errors": self.overview.errors > 0,
            "conflicts": self.overview.conflicts > 0,
        }
        state: Tag = self.release.state if self.release is not None else "draft"
        return (*(tag for tag, holds in found.items() if holds), state)


def views(project: Project, database: Database, seconds: float = READING_SECONDS) -> tuple[list[View], bool]:
    """All messages, the one that was changed last first; and whether all that is told is true now.

    Reading those that changed takes about `seconds` at most.
    """
    overviews, whole = Overviews(project).all(seconds)
    jobs = defaultdict(list)
    for job in (*queue.running(database), *queue.waiting(database)):
        jobs[job.wish.message].append(job)
    events = _last_events(database)
    found = [
        _view(project, overview, jobs.get(name, ()), events.get(name)) for name, overview in overviews.items()
    ]
    return sorted(found, key=lambda view: (-view.changed, view.name)), whole


def view(project: Project, database: Database, script: Path) -> View:
    """The message of the script at `script`."""
    name = script.stem
    jobs = [job for job in queue.jobs_of(database, name) if job.open]
    return _view(project, Overviews(project).one(script), jobs, _last_events(database, name).get(name))


def matching(found: Sequence[View], words: str, tag: str) -> list[View]:
    """Those with all `words` in their name or a title, and with `tag`, where one is given."""
    wanted = words.casefold().split()
    return [
        one
        for one in found
        if (not tag or tag in one.tags)
        and all(word in " ".join((one.name, *one.overview.titles.values())).casefold() for word in wanted)
    ]


def poster_source(project: Project, message: str) -> Path | None:
    """The file that a message's picture is made of: its release's poster, else its draft's film."""
    manifest = release_of(project, message)
    posters = {
        entry.channel: entry.path for entry in (manifest.files if manifest else ()) if entry.kind == "poster"
    }
    chosen = next((posters[channel] for channel in POSTERS if channel in posters), None)
    chosen = chosen or next(iter(posters.values()), None)
    if chosen is not None and (project.outputs / message / chosen).is_file():
        return project.outputs / message / chosen
    return next(iter(sorted((project.outputs / "drafts" / message).glob("*/*.mp4"))), None)


def release_of(project: Project, message: str) -> Manifest | None:
    """The manifest of the message's release; None where there is none that can be read."""
    path = project.outputs / message / MANIFEST
    try:
        stat = path.stat()
    except OSError:
        return None
    return _manifest(path.parent, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1024)
def _manifest(folder: Path, changed_ns: int, size: int) -> Manifest | None:
    del changed_ns, size  # only tell one state of the file from another
    try:
        return read_manifest(folder)
    except InputError:
        return None


def _view(project: Project, overview: Overview, jobs: Sequence[Job], last: Event | None) -> View:
    script = project.scripts / f"{overview.name}.yaml"
    return View(
        overview,
        release_of(project, overview.name),
        tuple(jobs),
        last,
        script.stat().st_mtime if script.exists() else 0.0,
        _picture(project, overview.name),
    )


def _picture(project: Project, message: str) -> str:
    source = poster_source(project, message)
    if source is None:
        return ""
    stat = source.stat()
    return digest([stat.st_mtime_ns, stat.st_size])[:12]


def _last_events(database: Database, message: str = "") -> Mapping[str, Event]:
    """Which of DEEDS was done last, by whom, of every message or of one."""
    marks = ", ".join("?" * len(DEEDS))
    # Of releases the log has the version behind the name, which has no space in it. The other columns are
    # those of the row with the greatest id: SQLite promises that.
    rows = database.connection.execute(
        "SELECT max(id), person, action, at, substr(subject, 1, instr(subject || ' ', ' ') - 1) AS message "  # noqa: S608 - our own words
        f"FROM audit WHERE action IN ({marks}) AND (? = '' OR subject = ? OR subject LIKE ? || ' %') "
        "GROUP BY message",
        (*DEEDS, message, message, message),
    )
    return {row["message"]: Event(row["person"], row["action"], row["at"]) for row in rows}
