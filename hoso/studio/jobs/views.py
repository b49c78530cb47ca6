"""Jobs as programs get them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from hoso.base.project import Project
from hoso.studio.jobs.queue import Job, Kind, Made, State, Wish
from hoso.studio.web.problems import ProblemOut, problems_out


class WishIn(BaseModel):
    """What somebody wants made. Empty `editions` or `channels` mean all that the script names."""

    model_config = ConfigDict(extra="forbid")

    message: str
    """The script's name in scripts/, without `.yaml`."""
    kind: Kind = "render"
    editions: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    draft: bool = False
    """Half the size, quickly; never touches a release."""
    revoice: bool = False
    """Speak every line anew."""
    urgent: bool = False
    """Somebody waits for it: it goes before all that is not urgent."""

    def wish(self) -> Wish:
        """The same as the queue takes it."""
        return Wish(**self.model_dump())


class MadeOut(BaseModel):
    """A file that was made. `path` is relative to the project."""

    path: str
    edition: str
    channel: str
    bytes: int
    duration_ms: int
    lufs: float
    engine: str
    """Which voice spoke."""
    grade: str
    """`draft` where a listener should judge the voice before it goes out."""


class JobOut(BaseModel):
    """A wish and what became of it."""

    id: int
    message: str
    kind: Kind
    editions: tuple[str, ...]
    channels: tuple[str, ...]
    draft: bool
    revoice: bool
    urgent: bool
    asker: str
    asked: datetime
    state: State
    stopping: bool
    """Somebody cancelled it, and it has not stopped yet."""
    attempt: int
    """How often it was begun: one that had to make way is begun again, and goes on from the cache."""
    begun: datetime | None
    ended: datetime | None
    made: list[MadeOut]
    problems: list[ProblemOut]

    @classmethod
    def of(cls, job: Job, project: Project) -> Self:
        """`job` without a word about where on the machine the project lies."""
        wish = WishIn.model_validate(job.wish, from_attributes=True)
        return cls(
            **wish.model_dump(),
            id=job.id,
            asker=job.asker,
            asked=_time(job.asked),
            state=job.state,
            stopping=job.stopping,
            attempt=job.attempt,
            begun=None if job.begun is None else _time(job.begun),
            ended=None if job.ended is None else _time(job.ended),
            made=[_made(each) for each in job.result.made],
            problems=problems_out(job.result.problems, project),
        )


def _made(made: Made) -> MadeOut:
    return MadeOut.model_validate(made, from_attributes=True)


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


class StageOut(BaseModel):
    """A stretch of work: `done` of `total` units, `reused` of them from before; seconds so far and left."""

    index: int
    name: str
    of: str
    total: int
    done: int
    reused: int
    seconds: float
    left: float | None


class ProgressOut(BaseModel):
    """How far a job is."""

    elapsed: float
    """Seconds since the attempt began, at the last change."""
    stages: list[StageOut]
    notices: list[ProblemOut]


class JobNow(JobOut):
    """A job, and how far it is."""

    progress: ProgressOut

    @classmethod
    def now(cls, job: Job, progress: Any, project: Project) -> Self:
        """`job` with `progress` as the queue keeps it."""
        known = JobOut.of(job, project).model_dump()
        return cls(**known, progress=ProgressOut.model_validate(progress))
