"""Pages about messages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from hoso.studio.access.guard import GuardedRoute, StudioHere
from hoso.studio.web.pages import page

router = APIRouter(route_class=GuardedRoute)


@router.get("/messages", name="messages.list", response_class=HTMLResponse)
def messages_page(request: Request, studio: StudioHere) -> HTMLResponse:
    """All messages."""
    names = [path.stem for path in sorted(studio.project.scripts.glob("*.yaml"))]
    return page(request, "messages/list.html.jinja", names=names)
