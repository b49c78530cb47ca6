"""A release's files for pages: to be saved, to be seen or heard, together as a ZIP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.releases import handing

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

METHODS = ["GET", "HEAD"]
Picks = Annotated[list[str], Query(max_length=1000)]


@router.api_route(
    "/releases/{message}/{version}/files/{path:path}", name="releases.download", methods=METHODS
)
def download(
    request: Request, studio: StudioHere, person: Someone, message: str, version: str, path: str
) -> Response:
    """A file, to be saved."""
    return handing.download(request, studio, person, message, version, path)


@router.api_route("/releases/{message}/{version}/view/{path:path}", name="releases.view", methods=METHODS)
def view(
    request: Request, studio: StudioHere, person: Someone, message: str, version: str, path: str
) -> Response:
    """A poster, a film, a sound or subtitles, for the page."""
    return handing.show(request, studio, person, message, version, path)


@router.api_route("/releases/{message}/{version}/zip", name="releases.zip", methods=METHODS)
def download_zip(
    request: Request,
    studio: StudioHere,
    person: Someone,
    message: str,
    version: str,
    pick: Picks = [],  # noqa: B006
) -> Response:
    """All of it, or what is picked."""
    return handing.download_zip(request, studio, person, message, version, pick)
