"""The page about the API."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from hoso.studio.access.guard import GuardedRoute
from hoso.studio.access.manual import groups, shapes
from hoso.studio.access.pages.showing import shown

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)


@router.get("/api/docs", name="access.docs")
def docs_page(request: Request) -> Response:
    """What programs can ask for."""
    schema = request.app.openapi()
    return shown(
        request,
        "access/api.html.jinja",
        groups=groups(schema),
        shapes=tuple(shapes(schema)),
        base=str(request.base_url).rstrip("/"),
    )
