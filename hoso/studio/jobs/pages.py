"""Jobs for people: the queue, one job, the form to render."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from hoso.base.problems import InputError, Problem
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Person
from hoso.studio.jobs import queue, wishing
from hoso.studio.jobs.api import JobHere
from hoso.studio.jobs.queue import Wish
from hoso.studio.jobs.shown import FINISHED, listing, running
from hoso.studio.messages.names import script_path
from hoso.studio.place import Studio
from hoso.studio.web.local import local_path
from hoso.studio.web.pages import page
from hoso.studio.web.problems import problems_out

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

Limit = Annotated[int, Query(ge=1, le=1000)]


@router.get("/jobs", name="jobs.list")
def list_page(
    request: Request, studio: StudioHere, person: Someone, message: str = "", limit: Limit = FINISHED
) -> HTMLResponse:
    """What runs, what waits, what is finished."""
    names = sorted({path.stem for path in studio.project.scripts.glob("*.yaml")} | {message} - {""})
    found = listing(studio, person, message, limit)
    values: dict[str, Any] = {"listing": found, "message": message, "names": names, "limit": limit}
    return page(request, "jobs/list.html.jinja", entries=["jobs"], **values)


@router.get("/jobs/queue", name="jobs.queue")
def queue_part(
    request: Request,
    studio: StudioHere,
    person: Someone,
    message: str = "",
    limit: Limit = FINISHED,
    seen: str = "",
) -> Response:
    """The same without the frame around it; nothing where it still is what was `seen`."""
    found = listing(studio, person, message, limit)
    if found.seen == seen:
        return Response(status_code=204)
    return page(request, "jobs/queue.html.jinja", listing=found, message=message, limit=limit)


@router.get("/jobs/{number}", name="jobs.show")
def job_page(request: Request, job: JobHere, studio: StudioHere, person: Someone) -> HTMLResponse:
    """One job: its progress as it goes, then what came of it."""
    return page(request, "jobs/job.html.jinja", entries=["jobs"], now=running(studio, job, person))


@router.get("/jobs/{number}/outcome", name="jobs.outcome")
def outcome_part(request: Request, job: JobHere, studio: StudioHere, person: Someone) -> Response:
    """What is known of a job besides its progress."""
    return page(request, "jobs/outcome.html.jinja", now=running(studio, job, person))


@router.get("/jobs/{number}/files/{index}", name="jobs.file")
def draft_file(job: JobHere, index: int, studio: StudioHere) -> FileResponse:
    """A draft that a job made, to look at; what belongs to a release is handed out by the release."""
    made = job.result.made
    if not job.wish.draft or not 0 <= index < len(made):
        raise HTTPException(404)
    path = studio.project.root / made[index].path
    if not path.is_file():
        raise HTTPException(404)
    return FileResponse(path, content_disposition_type="inline", filename=path.name)


@router.post("/jobs/{number}/cancel", name="jobs.stop")
def stop(
    job: JobHere,
    studio: StudioHere,
    person: Someone,
    next: Annotated[str, Form()] = "",  # noqa: A002 - the field's name in every form
) -> RedirectResponse:
    """Cancel a job, and show it or what `next` names."""
    if not wishing.may_cancel(person, job):
        raise HTTPException(403)
    queue.cancel(studio.database, job.id, person)
    return RedirectResponse(local_path(next or f"/jobs/{job.id}"), 303)


@router.post("/jobs/{number}/again", name="jobs.again")
def again(job: JobHere, studio: StudioHere, person: Someone) -> RedirectResponse:
    """Queue the same wish once more."""
    return _queued(studio, job.wish, person)


@router.get("/messages/{name}/render", name="jobs.form")
def form_page(request: Request, name: str, studio: StudioHere) -> HTMLResponse:
    """What of a message is to be rendered, and how."""
    script_path(studio.project, name)
    going = [job for job in queue.jobs_of(studio.database, name) if job.open]
    values: dict[str, Any] = {"message": name, "going": going, "choices": None, "wrong": []}
    try:
        wishing.demand_possible(studio.project, Wish("render", name))
        values["choices"] = wishing.choices(studio.project, name)
    except InputError as error:
        values["wrong"] = problems_out(error.problems, studio.project)
    return page(request, "jobs/render.html.jinja", entries=["jobs"], **values)


@router.post("/messages/{name}/render", name="jobs.render")
def render(
    name: str,
    studio: StudioHere,
    person: Someone,
    quality: Annotated[str, Form(pattern="^(draft|full)$")],
    editions: Annotated[tuple[str, ...], Form()] = (),
    channels: Annotated[tuple[str, ...], Form()] = (),
    revoice: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Queue what the form says, and show the job."""
    script_path(studio.project, name)
    there = wishing.choices(studio.project, name)
    wish = Wish(
        "render",
        name,
        editions=_chosen(editions, there.edition_names, "edition"),
        channels=_chosen(channels, there.channel_names, "channel"),
        draft=quality == "draft",
        revoice=revoice,
    )
    return _queued(studio, wish, person)


def _queued(studio: Studio, wish: Wish, person: Person) -> RedirectResponse:
    if not wishing.may_wish(person, wish):
        raise HTTPException(403)
    wishing.demand_possible(studio.project, wish)
    return RedirectResponse(f"/jobs/{queue.enqueue(studio.database, wish, person)}", 303)


def _chosen(ticked: tuple[str, ...], there: tuple[str, ...], what: str) -> tuple[str, ...]:
    """What is ticked; nothing in particular where all is. Raises InputError where nothing is ticked."""
    if not ticked:
        raise InputError(
            [Problem(f"no {what} is chosen, so nothing would be made", f"Tick at least one {what}.")]
        )
    return () if set(ticked) == set(there) else ticked
