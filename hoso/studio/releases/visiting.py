"""What people without an account see behind a share link."""

from __future__ import annotations

import math
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from hoso.release.manifest import FileEntry
from hoso.release.opened import OpenRelease
from hoso.studio.access.audit import ADDRESS
from hoso.studio.access.guard import GuardedRoute, StudioHere, studio_of
from hoso.studio.place import Studio
from hoso.studio.releases import visits
from hoso.studio.releases.handing import send_file, send_zip
from hoso.studio.releases.paths import SharedPaths
from hoso.studio.releases.sending import Sent
from hoso.studio.releases.shares import Share, behind, shared_entries
from hoso.studio.releases.views import release_view
from hoso.studio.releases.visits import ClosedError, LockedError
from hoso.studio.web.pages import page

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

COOKIE = "hoso_visit"
METHODS = ["GET", "HEAD"]
UNSEEN = {"X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "no-store"}
STATUS = {"unknown": 404}
"""Other links have been: 410."""
Ticket = Annotated[str, Query()]


@router.get("/s/{secret}", name="shares.visit")
def visit(request: Request, studio: StudioHere, secret: str) -> Response:
    """What is shared, to be downloaded; or why it is not any more; or a question for the passphrase."""
    share = behind(studio.database, secret)
    ticket = _ticket(request, share)
    try:
        release = visits.open_shared(studio.project, studio.database, share, ticket)
    except ClosedError as error:
        return _closed(request, error)
    assert share is not None  # noqa: S101 - else it was closed
    with release:
        if share.passphrase is not None and not ticket:
            return _page(request, "releases/locked.html.jinja", wait=0, wrong=False)
        ticket = ticket or visits.new_ticket(share)
        entries = shared_entries(release.manifest, share.scope, share.part)
        shown = _page(
            request,
            "releases/visit.html.jinja",
            share=share,
            view=release_view(studio.project, release, entries),
            at=SharedPaths(secret, ticket),
            several=len(entries) > 1,
        )
    _keep(shown, request, secret, ticket)
    return shown


@router.post("/s/{secret}", name="shares.unlock")
def unlock(
    request: Request, studio: StudioHere, secret: str, passphrase: Annotated[str, Form()] = ""
) -> Response:
    """Let in who knows the passphrase."""
    share = behind(studio.database, secret)
    try:
        visits.open_shared(studio.project, studio.database, share).close()
    except ClosedError as error:
        return _closed(request, error)
    assert share is not None  # noqa: S101 - else it was closed
    try:
        visits.unlock(studio.database, share, passphrase, ADDRESS.get())
    except LockedError as error:
        status = 429 if error.seconds else 403
        wait = math.ceil(error.seconds)
        return _page(request, "releases/locked.html.jinja", status, wait=wait, wrong=True)
    back = RedirectResponse(SharedPaths(secret, "").page, 303, UNSEEN)
    _keep(back, request, secret, visits.new_ticket(share))
    return back


@router.api_route("/s/{secret}/files/{path:path}", name="shares.download", methods=METHODS)
def download(request: Request, studio: StudioHere, secret: str, path: str, t: Ticket = "") -> Response:
    """One of the shared files, to be saved."""
    try:
        share, ticket, release = _let_in(request, studio, secret, t)
        _shared(release, share, path)
        return _counted(studio, share, ticket, send_file(request, studio, release, path), path)
    except ClosedError as error:
        return _closed(request, error)


@router.api_route("/s/{secret}/view/{path:path}", name="shares.view", methods=METHODS)
def view(request: Request, studio: StudioHere, secret: str, path: str, t: Ticket = "") -> Response:
    """A poster, for the page; that is no download."""
    try:
        share, _, release = _let_in(request, studio, secret, t)
    except ClosedError as error:
        return _closed(request, error)
    if _shared(release, share, path).kind != "poster":
        release.close()
        raise HTTPException(404)
    return send_file(request, studio, release, path, inline=True)


@router.api_route("/s/{secret}/zip", name="shares.zip", methods=METHODS)
def download_zip(request: Request, studio: StudioHere, secret: str, t: Ticket = "") -> Response:
    """All that is shared; what the studio itself tells of the release stays here."""
    try:
        share, ticket, release = _let_in(request, studio, secret, t)
        entries = shared_entries(release.manifest, share.scope, share.part)
        return _counted(studio, share, ticket, send_zip(request, studio, release, entries, ()), "ZIP")
    except ClosedError as error:
        return _closed(request, error)


def _let_in(request: Request, studio: Studio, secret: str, sent: str) -> tuple[Share, str, OpenRelease]:
    """The share, the visit's ticket, and the release, held open.

    Raises ClosedError, and HTTPException 303 to the link's page for whom has no ticket (any more).
    """
    share = behind(studio.database, secret)
    ticket = sent if share is not None and visits.is_valid(share, sent) else _ticket(request, share)
    release = visits.open_shared(studio.project, studio.database, share, ticket)
    assert share is not None  # noqa: S101 - else it was closed
    if not ticket:
        release.close()
        raise HTTPException(303, headers={"Location": SharedPaths(secret, "").page, **UNSEEN})
    return share, ticket, release


def _shared(release: OpenRelease, share: Share, path: str) -> FileEntry:
    """The file at `path`. Raises HTTPException 404 where it is not shared; `release` is closed then."""
    for entry in shared_entries(release.manifest, share.scope, share.part):
        if entry.path == path:
            return entry
    release.close()
    raise HTTPException(404)


def _counted(studio: Studio, share: Share, ticket: str, sent: Sent | Response, what: str) -> Response:
    """`sent`, once the visit is counted. Raises ClosedError where there have been too many."""
    sent.headers.update(UNSEEN)
    if not isinstance(sent, Sent) or not sent.sends:
        return sent
    try:
        visits.count(studio.database, share, ticket)
    except ClosedError:
        sent.drop()
        raise
    if sent.begins:
        visits.told(studio.database, share, what)
    return sent


def _ticket(request: Request, share: Share | None) -> str:
    """The ticket that the browser was given, where it is a good one."""
    kept = request.cookies.get(COOKIE, "")
    return kept if share is not None and visits.is_valid(share, kept) else ""


def _keep(response: Response, request: Request, secret: str, ticket: str) -> None:
    response.set_cookie(
        COOKIE,
        ticket,
        max_age=visits.LASTS_SECONDS,
        path=SharedPaths(secret, "").page,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https" or studio_of(request).https,
    )


def _closed(request: Request, error: ClosedError) -> HTMLResponse:
    status = STATUS.get(error.refusal, 410)
    return _page(request, "releases/closed.html.jinja", status, refusal=error.refusal)


def _page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    shown = page(request, template, status, entries=["releases"], **values)
    shown.headers.update(UNSEEN)
    return shown
