"""Releases and share links for programs."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from hoso.pipeline.handing_out import older
from hoso.release.manifest import Manifest
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.place import Studio
from hoso.studio.releases import handing, shares
from hoso.studio.releases.deciding import decide
from hoso.studio.releases.files import Picks
from hoso.studio.releases.models import (
    DecisionIn,
    ReleaseBrief,
    ReleaseOut,
    ShareIn,
    ShareMade,
    ShareOut,
)
from hoso.studio.releases.overview import rows

router = APIRouter(route_class=GuardedRoute, prefix="/api", tags=["releases"])

_CONTENT: dict[str, Any] = {"content": {"application/octet-stream": {}}}
BYTES: dict[int | str, dict[str, Any]] = {200: _CONTENT, 206: _CONTENT}


@router.get("/releases", name="releases.api_list")
def every(studio: StudioHere) -> list[ReleaseBrief]:
    """The current release of every message that has one, the newest first."""
    return [ReleaseBrief.of(row.manifest) for row in rows(studio.project) if row.manifest is not None]


@router.get("/releases/{message}", name="releases.api_show")
def one(studio: StudioHere, message: str, version: Annotated[str | None, Query()] = None) -> ReleaseOut:
    """A release with its files: the current one, or a kept one by its version."""
    return _told(studio, _manifest(studio, message, version))


@router.post("/releases/{message}/approve", name="releases.api_approve")
def approve(studio: StudioHere, person: Someone, message: str, asked: DecisionIn) -> ReleaseOut:
    """Approve the current release. 422 where something speaks against it and no reason is given."""
    handing.found(studio.project, message).close()
    return _told(studio, decide(studio, person, message, asked.version, "approve", asked.reason))


@router.post("/releases/{message}/withdraw", name="releases.api_withdraw")
def withdraw(studio: StudioHere, person: Someone, message: str, asked: DecisionIn) -> ReleaseOut:
    """Withdraw the current release, for a reason. Its share links stop working at once."""
    handing.found(studio.project, message).close()
    return _told(studio, decide(studio, person, message, asked.version, "withdraw", asked.reason))


@router.get(
    "/releases/{message}/{version}/files/{path:path}",
    name="releases.api_download",
    response_class=Response,
    responses=BYTES,
)
def download(
    request: Request, studio: StudioHere, person: Someone, message: str, version: str, path: str
) -> Response:
    """A file. `Range` and `If-Range` take up a download that broke off; the ETag is the SHA-256."""
    return handing.download(request, studio, person, message, version, path)


@router.get(
    "/releases/{message}/{version}/zip", name="releases.api_zip", response_class=Response, responses=BYTES
)
def download_zip(
    request: Request,
    studio: StudioHere,
    person: Someone,
    message: str,
    version: str,
    pick: Picks = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """The release as one ZIP with checksums; only what `pick` names: paths, `edition/channel`, kinds."""
    return handing.download_zip(request, studio, person, message, version, pick)


for path, name, function in (
    ("/releases/{message}/{version}/files/{path:path}", "releases.api_download", download),
    ("/releases/{message}/{version}/zip", "releases.api_zip", download_zip),
):
    router.add_api_route(path, function, name=name, methods=["HEAD"], include_in_schema=False)


@router.get("/releases/{message}/zip", name="releases.api_current_zip", status_code=307)
def current_zip(studio: StudioHere, message: str) -> RedirectResponse:
    """Leads to the ZIP of the current version."""
    with handing.found(studio.project, message) as release:
        version = release.manifest.version
    return RedirectResponse(f"/api/releases/{quote(message)}/{quote(version)}/zip")


@router.get("/releases/{message}/shares", name="releases.api_shares")
def shares_of(studio: StudioHere, message: str) -> list[ShareOut]:
    """The share links of a message, the newest first."""
    return [ShareOut.of(share) for share in shares.of_message(studio.database, message)]


@router.post("/releases/{message}/shares", name="releases.api_share", status_code=201)
def share(request: Request, studio: StudioHere, person: Someone, message: str, asked: ShareIn) -> ShareMade:
    """Make a share link. 422 where the release is withdrawn, or not approved and no reason is given."""
    manifest = _manifest(studio, message, asked.version)
    made, secret = shares.create(studio.database, manifest, asked.wish(), person)
    return ShareMade(share=ShareOut.of(made), url=f"{request.base_url}s/{secret}")


@router.get("/shares", name="releases.api_all_shares")
def all_shares(studio: StudioHere) -> list[ShareOut]:
    """All share links, the newest first."""
    return [ShareOut.of(share) for share in shares.everything(studio.database)]


@router.delete("/shares/{number}", name="releases.api_unshare")
def revoke(studio: StudioHere, person: Someone, number: int) -> ShareOut:
    """End a share link now. It stays in the list."""
    try:
        return ShareOut.of(shares.revoke(studio.database, number, person))
    except KeyError:
        raise HTTPException(404) from None


def _manifest(studio: Studio, message: str, version: str | None) -> Manifest:
    with handing.found(studio.project, message, version) as release:
        return release.manifest


def _told(studio: Studio, manifest: Manifest) -> ReleaseOut:
    current = _manifest(studio, manifest.message, None)
    versions = [current.version, *(each.version for each in older(studio.project, manifest.message))]
    return ReleaseOut.whole(manifest, versions)
