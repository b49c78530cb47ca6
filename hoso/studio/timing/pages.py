"""The page of the timing editor."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from hoso.base.languages import Language
from hoso.base.problems import InputError
from hoso.script.reader import read_message
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.messages.names import script_path
from hoso.studio.timing.api import may_save
from hoso.studio.web.pages import page
from hoso.studio.web.problems import problems_of

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)


@router.get("/messages/{name}/timing", name="timing.editor")
def editor_page(
    request: Request,
    studio: StudioHere,
    person: Someone,
    name: str,
    lang: Language | None = None,
    voice: Language | None = None,
) -> HTMLResponse:
    """The editor of a message's subtitles; by default those of its first edition."""
    path = script_path(studio.project, name)
    try:
        first = read_message(path, studio.project).message.editions[0]
    except InputError as error:
        found = problems_of(error, studio.project)
        return page(request, "timing/editor.html.jinja", 422, name=name, problems=found, data=None)
    data = {
        "message": name,
        "language": lang or first.main,
        "voice": voice or first.voice,
        "api": f"/api/messages/{quote(name)}/timing",
        "can_save": may_save(person),
    }
    return page(request, "timing/editor.html.jinja", entries=["timing"], name=name, problems=[], data=data)
