"""Pages about the files of videos/."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from hoso.base.problems import HosoError, InputError
from hoso.pipeline.footage.listing import media_path, recorded_lines
from hoso.pipeline.footage.thumbnails import Thumbnails
from hoso.script.reader import read_message
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Person, may
from hoso.studio.messages.files import uploads
from hoso.studio.messages.files.keeping import delete, listed, looked_at
from hoso.studio.messages.names import script_path
from hoso.studio.messages.showing import shown
from hoso.studio.place import Studio
from hoso.studio.web.local import by_htmx
from hoso.studio.web.problems import problems_of

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

KINDS = ("film", "image", "sound")
SMALL = {"Cache-Control": "private, max-age=86400"}
ALONE = {
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; img-src 'self'; "
    "style-src 'unsafe-inline'; frame-ancestors 'none'"
}
"""A file that somebody brought does nothing but play, in the browser's own player with its own styles. (In a
sandbox it would not be of this site any more, and would not get itself.)"""


@router.get("/files", name="files.list")
def list_page(
    request: Request, studio: StudioHere, person: Someone, q: str = "", kind: str = ""
) -> HTMLResponse:
    """All files, or those that are looked for."""
    found = listed(studio)
    wanted = q.casefold().split()
    chosen = [
        file
        for file in found
        if (kind not in KINDS or file.kind == kind) and all(word in file.name.casefold() for word in wanted)
    ]
    values: dict[str, Any] = {"files": chosen, "total": len(found), "q": q, "kind": kind, "kinds": KINDS}
    values |= _common(studio, person)
    if by_htmx(request) and "hx-history-restore-request" not in request.headers:
        return shown(request, "messages/files/rows.html.jinja", **values)
    page = shown(request, "messages/files/list.html.jinja", entries=["files"], **values)
    page.headers["Vary"] = "HX-Request"
    return page


@router.get("/files/recordings/{name}", name="files.recordings")
def recordings_page(request: Request, studio: StudioHere, person: Someone, name: str) -> HTMLResponse:
    """The lines of a message, with the recordings that there are."""
    path = script_path(studio.project, name)
    try:
        lines, problems = recorded_lines(studio.project, read_message(path, studio.project).message), []
    except InputError as error:
        lines, problems = (), problems_of(error, studio.project)
    template = "lines" if by_htmx(request) else "recordings"
    return shown(
        request,
        f"messages/files/{template}.html.jinja",
        entries=["files"],
        name=name,
        lines=lines,
        problems=problems,
        **_common(studio, person),
    )


@router.get("/files/thumbnail/{name:path}", name="files.thumbnail")
def thumbnail(studio: StudioHere, name: str) -> Response:
    """A small picture of a film or a still."""
    small = Thumbnails(studio.project).of_file(_there(studio, name))
    if small is None:
        raise HTTPException(404)
    return FileResponse(small, media_type="image/jpeg", headers=SMALL)


@router.get("/files/open/{name:path}", name="files.open")
def open_file(studio: StudioHere, name: str) -> Response:
    """The file itself, to see or hear."""
    path = _there(studio, name)
    return FileResponse(path, headers=ALONE, content_disposition_type="inline", filename=path.name)


@router.get("/files/facts/{name:path}", name="files.facts")
def facts(request: Request, studio: StudioHere, name: str) -> HTMLResponse:
    """Length, size and traces of a file that nobody has looked at yet."""
    try:
        file, problem = looked_at(studio, name), ""
    except InputError:
        raise HTTPException(404) from None
    except HosoError as error:
        file, problem = None, problems_of(error, studio.project)[0].message
    return shown(request, "messages/files/facts.html.jinja", file=file, problem=problem)


@router.post("/files/delete", name="files.delete")
def delete_file(
    studio: StudioHere,
    person: Someone,
    name: Annotated[str, Form()],
    anyway: Annotated[bool, Form()] = False,
    back: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Put a file into the trash."""
    delete(studio, person, name, anyway=anyway)
    known = back and script_path(studio.project, back)
    return RedirectResponse(f"/files/recordings/{back}" if known else "/files", 303)


def _common(studio: Studio, person: Person) -> dict[str, Any]:
    may_upload = may(person, "uploads.begin")
    return {
        "may_upload": may_upload,
        "unfinished": uploads.unfinished(studio, person) if may_upload else (),
        "most_bytes": uploads.most_bytes(studio.project),
    }


def _there(studio: Studio, name: str) -> Any:
    try:
        return media_path(studio.project, name)
    except InputError:
        raise HTTPException(404) from None
