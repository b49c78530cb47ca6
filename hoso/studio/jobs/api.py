"""Jobs for programs: /api/jobs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Query, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.jobs import changes, queue, wishing
from hoso.studio.jobs.feeds import Feeds
from hoso.studio.jobs.logs import read_log
from hoso.studio.jobs.queue import Job
from hoso.studio.jobs.views import JobNow, JobOut, WishIn

router = APIRouter(route_class=GuardedRoute, prefix="/api/jobs", tags=["jobs"])


def job_here(number: int, studio: StudioHere) -> Job:
    """The job of the address. Raises HTTPException 404 where there is none."""
    found = queue.job(studio.database, number)
    if found is None:
        raise HTTPException(404)
    return found


JobHere = Annotated[Job, Depends(job_here)]


def feeds_of(request: Request) -> Feeds:
    """The feeds of this server."""
    found: Feeds = request.app.state.feeds
    return found


@router.post("", name="jobs.add", status_code=201)
def add(asked: WishIn, studio: StudioHere, person: Someone, response: Response) -> JobOut:
    """Queue a render or a preview. The same wish that waits already is not queued twice.

    422 with every reason why it can't be made, before anything is queued.
    """
    wish = asked.wish()
    if not wishing.may_wish(person, wish):
        raise HTTPException(403)
    wishing.demand_possible(studio.project, wish)
    number = queue.enqueue(studio.database, wish, person)
    response.headers["Location"] = f"/api/jobs/{number}"
    return JobOut.of(job_here(number, studio), studio.project)


@router.get("", name="jobs.all")
def every(
    studio: StudioHere, message: str = "", limit: Annotated[int, Query(ge=1, le=500)] = 50
) -> list[JobOut]:
    """What runs, what waits in its order, and the last `limit` that ended; of one message, or of all."""
    database = studio.database
    going = [*queue.running(database), *queue.waiting(database)]
    found = [job for job in going if message in ("", job.wish.message)]
    found += queue.finished(database, limit, message)
    return [JobOut.of(job, studio.project) for job in found]


@router.get("/{number}", name="jobs.one")
def one(job: JobHere, studio: StudioHere) -> JobNow:
    """A job, how far it is, and what came of it."""
    return JobNow.now(job, changes.progress(studio.database, job.id), studio.project)


@router.get("/{number}/events", name="jobs.events", response_class=EventSourceResponse)
async def events(
    job: JobHere,
    feeds: Annotated[Feeds, Depends(feeds_of)],
    last_event_id: Annotated[str, Header()] = "",
) -> AsyncIterator[ServerSentEvent]:
    """Follow a job to its end by server-sent events.

    `snapshot` has its state and progress; then each `change` has what is new: `stages` take the place of
    those with the same index, `notices` come behind those there are, and `fresh` says to begin anew. `queue`
    says how many jobs go before it, `end` that nothing comes any more. A stream that breaks is taken up where
    it was by `Last-Event-ID`, which browsers do by themselves.
    """
    after = int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() else None
    async for event in feeds.follow(job.id, after):
        yield event


@router.post("/{number}/cancel", name="jobs.cancel")
def cancel(job: JobHere, studio: StudioHere, person: Someone) -> JobOut:
    """Stop a job, or take it out of the queue. One that has ended stays as it is."""
    if not wishing.may_cancel(person, job):
        raise HTTPException(403)
    queue.cancel(studio.database, job.id, person)
    return JobOut.of(job_here(job.id, studio), studio.project)


@router.get("/{number}/log", name="jobs.log", response_class=PlainTextResponse)
def log(job: JobHere, studio: StudioHere) -> str:
    """What the job's process said."""
    return read_log(studio, job.id)
