"""Jobs as pages show them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoso.base.keys import digest
from hoso.base.project import Project
from hoso.studio.access.roles import Person
from hoso.studio.jobs import changes, queue, wishing
from hoso.studio.jobs.queue import Job, Made
from hoso.studio.place import Studio
from hoso.studio.web.problems import ProblemOut, problems_out

FINISHED = 30
"""Finished jobs that are listed at first, and so many more at a time."""


@dataclass(frozen=True, slots=True)
class MadeShown:
    """A file that was made."""

    index: int
    made: Made
    length: str
    draft_voice: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A job, ready for a template."""

    job: Job
    status: str
    """Its state, or `stopping`, or `partly` where something failed and something was made."""
    took: str
    """How long it ran, as m:ss; empty before it ended."""
    made: tuple[MadeShown, ...]
    bytes: int
    problems: tuple[ProblemOut, ...]
    may_stop: bool
    may_again: bool

    @property
    def id(self) -> int:
        """The job's number."""
        return self.job.id

    @property
    def release(self) -> bool:
        """Whether what it makes belongs into the message's release."""
        return self.job.wish.kind == "render" and not self.job.wish.draft


@dataclass(frozen=True, slots=True)
class Running:
    """A job that is not done, with how far it is."""

    shown: Shown
    elapsed: str
    stages: Sequence[Mapping[str, Any]]
    ahead: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The queue, as far as it is of one message or of all."""

    running: tuple[Running, ...]
    waiting: tuple[Shown, ...]
    finished: tuple[Shown, ...]
    more: bool
    seen: str
    """Stands for all of it: the same while nothing has changed but the progress."""


def shown(job: Job, person: Person, project: Project) -> Shown:
    """`job` as `person` sees it."""
    made = tuple(_made(index, each) for index, each in enumerate(job.result.made))
    return Shown(
        job=job,
        status=_status(job),
        took=_clock(job.ended - job.begun) if job.begun and job.ended else "",
        made=made,
        bytes=sum(each.bytes for each in job.result.made),
        problems=tuple(problems_out(job.result.problems, project)),
        may_stop=job.open and not job.stopping and wishing.may_cancel(person, job),
        may_again=not job.open and wishing.may_wish(person, job.wish),
    )


def running(studio: Studio, job: Job, person: Person) -> Running:
    """A job with its progress."""
    progress = changes.progress(studio.database, job.id)
    message = f"{job.wish.message}/"
    stages = [_stage(stage, message) for stage in progress["stages"]]
    elapsed = time.time() - job.begun if job.state == "running" and job.begun else progress["elapsed"]
    ahead = changes.ahead(studio.database, job.id)
    return Running(shown(job, person, studio.project), _clock(elapsed), stages, ahead)


def listing(studio: Studio, person: Person, message: str, limit: int) -> Listing:
    """The queue: what runs, what waits, and the last `limit` that ended."""
    database = studio.database

    def chosen(jobs: Sequence[Job]) -> list[Job]:
        return [job for job in jobs if message in ("", job.wish.message)]

    runs, waits = chosen(queue.running(database)), chosen(queue.waiting(database))
    ended = queue.finished(database, limit + 1, message)
    seen = digest([[job.id, job.state, job.stopping] for job in (*runs, *waits, *ended)])[:16]
    return Listing(
        tuple(running(studio, job, person) for job in runs),
        tuple(shown(job, person, studio.project) for job in waits),
        tuple(shown(job, person, studio.project) for job in ended[:limit]),
        len(ended) > limit,
        seen,
    )


def _status(job: Job) -> str:
    if job.stopping:
        return "stopping"
    return "partly" if job.state == "failed" and job.result.made else job.state


def _made(index: int, made: Made) -> MadeShown:
    return MadeShown(index, made, _clock(made.duration_ms / 1000), made.grade == "draft")


def _stage(stage: Mapping[str, Any], message: str) -> Mapping[str, Any]:
    """`stage` without the name of the message that the page is about anyway."""
    of = str(stage["of"])
    left = stage["left"]
    return {
        **stage,
        "of": of.removeprefix(message) if of.startswith(message) else "" if f"{of}/" == message else of,
        "left": _clock(left) if left else "",
    }


def _clock(seconds: float) -> str:
    """Minutes and seconds, as 1:05; hours too where there are any."""
    minutes, rest = divmod(round(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
