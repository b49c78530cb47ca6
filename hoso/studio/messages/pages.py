"""Pages about messages: the list, one message, a new one."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from hoso.base.keys import digest
from hoso.base.problems import HosoError, InputError
from hoso.pipeline.footage.thumbnails import Thumbnails
from hoso.pipeline.writing import script_sheet
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, list_media
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Person, may
from hoso.studio.jobs import queue
from hoso.studio.messages import saving
from hoso.studio.messages.checking import check_text
from hoso.studio.messages.names import script_path
from hoso.studio.messages.outline import outline
from hoso.studio.messages.past import past
from hoso.studio.messages.reaching import reach_of
from hoso.studio.messages.showing import shown
from hoso.studio.messages.views import TAGS, matching, poster_source, view, views
from hoso.studio.place import Studio
from hoso.studio.web.local import by_htmx
from hoso.studio.web.problems import problems_of, problems_out

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

KEEP = {"Cache-Control": "private, max-age=31536000, immutable"}
"""For pictures whose address changes with them."""
JOBS = 5
"""Renders that a message's page tells of."""
FILM_AT_MS = 2500
"""Where a draft's picture is taken from."""

ONE = "messages/one.html.jinja"

Field = Annotated[str, Form()]


@router.get("/messages", name="messages.list")
def list_page(
    request: Request, studio: StudioHere, person: Someone, q: str = "", state: str = "", seen: str = ""
) -> Response:
    """All messages, or those that are looked for."""
    found, whole = views(studio.project, studio.database)
    chosen = matching(found, q, state if state in TAGS else "")
    values: dict[str, Any] = {
        "views": chosen,
        "total": len(found),
        "q": q,
        "state": state,
        "query": urlencode({"q": q, "state": state}),
        "tags": TAGS,
        "whole": whole,
        "moving": not whole or any(one.jobs for one in found),
        "reach": reach_of(request, person),
        "may_create": may(person, "messages.create"),
    }
    values["seen"] = _seen(chosen, whole)
    if by_htmx(request) and "hx-history-restore-request" not in request.headers:
        if seen == values["seen"]:
            return Response(status_code=204)
        return shown(request, "messages/rows.html.jinja", **values)
    page = shown(request, "messages/list.html.jinja", entries=["messages"], **values)
    page.headers["Vary"] = "HX-Request"
    return page


@router.get("/messages/new", name="messages.new")
def new_page(request: Request, studio: StudioHere, copied: str = "") -> HTMLResponse:
    """A message to begin."""
    return _new(request, studio, name="", copied=copied)


@router.post("/messages/new", name="messages.create")
def create(
    request: Request, studio: StudioHere, person: Someone, name: Field = "", copied: Field = ""
) -> Response:
    """Begin it, and go on with its script."""
    try:
        made = saving.create(studio, person, name.strip(), copied or None)
    except InputError as error:
        return _new(
            request, studio, 422, name=name, copied=copied, problems=problems_of(error, studio.project)
        )
    return RedirectResponse(f"/messages/{quote(made)}/script", 303)


@router.get("/messages/{name}", name="messages.one")
def message_page(request: Request, studio: StudioHere, person: Someone, name: str) -> HTMLResponse:
    """One message."""
    return shown(request, ONE, entries=["messages"], **_one(request, studio, person, name))


@router.get("/messages/{name}/problems", name="messages.problems")
def problems_part(request: Request, studio: StudioHere, name: str) -> HTMLResponse:
    """What the check finds, for the message's page."""
    found = check_text(studio.project, script_path(studio.project, name))
    return shown(
        request, "messages/problems.html.jinja", problems=problems_out(found, studio.project), name=name
    )


@router.get("/messages/{name}/poster", name="messages.poster")
def poster(studio: StudioHere, name: str) -> Response:
    """A small picture of the message's release or draft."""
    source = poster_source(studio.project, script_path(studio.project, name).stem)
    if source is None:
        raise HTTPException(404)
    thumbnails = Thumbnails(studio.project)
    try:
        film = source.suffix == ".mp4"
        small = thumbnails.of_film(source, FILM_AT_MS) if film else thumbnails.of_poster(source)
    except (HosoError, OSError):
        raise HTTPException(404) from None
    return FileResponse(small, media_type="image/jpeg", headers=KEEP)


@router.post("/messages/{name}/rename", name="messages.rename")
def rename(request: Request, studio: StudioHere, person: Someone, name: str, new: Field = "") -> Response:
    """Give a message another name."""
    try:
        renamed = saving.rename(studio, person, name, new.strip())
    except InputError as error:
        values = _one(request, studio, person, name)
        values |= {"problems": problems_of(error, studio.project), "new": new}
        return shown(request, ONE, 422, entries=["messages"], **values)
    return RedirectResponse(f"/messages/{quote(renamed)}", 303)


@router.post("/messages/{name}/delete", name="messages.delete")
def delete(studio: StudioHere, person: Someone, name: str) -> RedirectResponse:
    """Put a message into the trash."""
    saving.delete(studio, person, name)
    return RedirectResponse("/trash", 303)


def _new(
    request: Request, studio: Studio, status: int = 200, *, name: str, copied: str, problems: Any = ()
) -> HTMLResponse:
    videos = studio.project.videos
    return shown(
        request,
        "messages/new.html.jinja",
        status,
        name=name,
        copied=copied,
        problems=problems,
        names=sorted(path.stem for path in studio.project.scripts.glob("*.yaml")),
        media=[list_media(videos, endings) for endings in (FOOTAGE, IMAGES, SOUNDS)],
    )


def _one(request: Request, studio: Studio, person: Person, name: str) -> dict[str, Any]:
    path = script_path(studio.project, name)
    return {
        "view": view(studio.project, studio.database, path),
        "outline": outline(studio.project, name),
        "past": past(studio.database, script_sheet(studio.project, path), name),
        "jobs": queue.jobs_of(studio.database, name)[:JOBS],
        "reach": reach_of(request, person),
        "may_edit": may(person, "messages.api_save"),
        "may_see_files": may(person, "files.list"),
        "problems": (),
        "new": name,
    }


def _seen(chosen: list[Any], whole: bool) -> str:
    """What stands for a list as it is shown, so that it is not sent again."""
    told = [
        [
            one.name,
            one.tags,
            one.picture,
            one.overview.model_dump(mode="json"),
            [job.state for job in one.jobs],
            one.last.at if one.last else 0,
            one.release.version if one.release else "",
        ]
        for one in chosen
    ]
    return digest([told, whole])[:16]
