"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from hoso.studio.access import deeds, links
from hoso.studio.access.cookies import browser_of, give, take
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.pages.showing import shown
from hoso.studio.access.passwords import SHORTEST
from hoso.studio.access.refusal import RefusedError
from hoso.studio.place import Studio
from hoso.studio.web.local import HOME, local_path

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

LINK_COMMAND = "uv run --extra studio render.py studio link"
TOO_EARLY = 425
GONE = 410


@router.get("/sign-in", name="access.sign_in_page")
def sign_in_page(request: Request, studio: StudioHere, next: str = HOME) -> Response:  # noqa: A002
    """Who are you?"""
    if request.state.person is not None:
        return RedirectResponse(local_path(next), 303)
    return _sign_in(request, studio, local_path(next))


@router.post("/sign-in", name="access.sign_in")
def sign_in(
    request: Request,
    studio: StudioHere,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = HOME,  # noqa: A002
) -> Response:
    """Begin a session by name and password."""
    try:
        secret = deeds.sign_in(studio.database, name, password, browser_of(request))
    except RefusedError as error:
        return _sign_in(request, studio, local_path(next), name, error)
    return _welcomed(request, secret, local_path(next))


@router.post("/sign-out", name="access.sign_out")
def sign_out(request: Request, studio: StudioHere, person: Someone) -> Response:
    """End this browser's session."""
    deeds.sign_out(studio.database, person, browser_of(request))
    response = RedirectResponse("/sign-in", 303)
    take(response)
    return response


@router.get("/enter/{secret}", name="access.enter")
def enter(request: Request, studio: StudioHere, secret: str) -> Response:
    """A one-time link: into the studio on this machine, or to a form for a password."""
    if "prefetch" in request.headers.get("sec-purpose", ""):
        # A browser that looks ahead while somebody types must not use the link up.
        return Response(status_code=TOO_EARLY)
    if links.invited(studio.database, secret) is not None:
        return _invitation(request, studio, secret)
    if studio.open_door:
        try:
            return _welcomed(request, deeds.enter(studio.database, secret, browser_of(request)), HOME)
        except RefusedError:
            pass
    return _used(request, studio)


@router.post("/enter/{secret}", name="access.accept")
def accept(
    request: Request,
    studio: StudioHere,
    secret: str,
    password: Annotated[str, Form()] = "",
    repeat: Annotated[str, Form()] = "",
) -> Response:
    """Set the password that an invitation asks for."""
    if links.invited(studio.database, secret) is None:
        return _used(request, studio)
    try:
        if password != repeat:
            raise RefusedError("repeat")
        session = deeds.accept(studio.database, secret, password, browser_of(request))
    except RefusedError as error:
        return _invitation(request, studio, secret, error)
    return _welcomed(request, session, HOME)


def _sign_in(
    request: Request, studio: Studio, back: str, name: str = "", refused: RefusedError | None = None
) -> Response:
    response = shown(
        request,
        "access/sign_in.html.jinja",
        _status(refused),
        next=back,
        name=name,
        refused=refused,
        open_door=studio.open_door,
        command=LINK_COMMAND,
    )
    if refused is not None and "seconds" in refused.values:
        response.headers["Retry-After"] = str(refused.values["seconds"])
    return response


def _invitation(
    request: Request, studio: Studio, secret: str, refused: RefusedError | None = None
) -> Response:
    invited = links.invited(studio.database, secret)
    return shown(
        request,
        "access/accept.html.jinja",
        _status(refused),
        invited=invited,
        least=SHORTEST,
        refused=refused,
    )


def _used(request: Request, studio: Studio) -> Response:
    values = {"open_door": studio.open_door, "command": LINK_COMMAND}
    return shown(request, "access/used.html.jinja", GONE, **values)


def _status(refused: RefusedError | None) -> int:
    if refused is None:
        return 200
    return 429 if refused.key == "wait" else 422


def _welcomed(request: Request, secret: str, target: str) -> Response:
    response = RedirectResponse(target, 303)
    give(response, request, secret)
    return response
