"""One's own account: language, password, tokens, sessions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from hoso.studio.access import deeds, people, sessions, tokens
from hoso.studio.access.cookies import browser_of, give, take
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.pages.showing import shown
from hoso.studio.access.passwords import SHORTEST
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person
from hoso.studio.place import Studio

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

DAYS = (7, 30, tokens.DEFAULT_DAYS, 365)
"""How long the page offers to let a token be valid."""


@router.get("/account", name="account.show")
def account_page(request: Request, studio: StudioHere, person: Someone, done: str = "") -> Response:
    """All about oneself."""
    return _account(request, studio, person, done=done if done == "password" else "")


@router.post("/account/password", name="account.password")
def change_password(
    request: Request,
    studio: StudioHere,
    person: Someone,
    old: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    repeat: Annotated[str, Form()] = "",
) -> Response:
    """Set another password."""
    try:
        if password != repeat:
            raise RefusedError("repeat")
        secret = deeds.change_password(studio.database, person, old, password, browser_of(request))
    except RefusedError as error:
        return _account(request, studio, person, 422, wrong="password", refused=error)
    response = RedirectResponse("/account?done=password", 303)
    give(response, request, secret)
    return response


@router.post("/account/tokens", name="account.make_token")
def make_token(
    request: Request,
    studio: StudioHere,
    person: Someone,
    name: Annotated[str, Form()] = "",
    days: Annotated[int, Form()] = tokens.DEFAULT_DAYS,
) -> Response:
    """Make a token; this answer is the only one that shows it."""
    try:
        token, secret = deeds.make_token(studio.database, person, name, days)
    except RefusedError as error:
        return _account(request, studio, person, 422, wrong="token", refused=error)
    return _account(request, studio, person, 201, token=token, secret=secret)


@router.post("/account/tokens/{token}/revoke", name="account.revoke_token")
def revoke_token(studio: StudioHere, person: Someone, token: int) -> Response:
    """End a token."""
    deeds.revoke_token(studio.database, person, token)
    return RedirectResponse("/account", 303)


@router.post("/account/sign-out-everywhere", name="account.sign_out_everywhere")
def sign_out_everywhere(studio: StudioHere, person: Someone) -> Response:
    """End all sessions, this one too."""
    deeds.sign_out_everywhere(studio.database, person)
    response = RedirectResponse("/sign-in", 303)
    take(response)
    return response


def _account(request: Request, studio: Studio, person: Person, status: int = 200, **values: Any) -> Response:
    usual = {
        "done": "",
        "wrong": "",
        "refused": None,
        "token": None,
        "has_password": people.has_password(studio.database, person.id),
        "least": SHORTEST,
        "tokens": tokens.of_person(studio.database, person.id),
        "days": DAYS,
        "usual_days": tokens.DEFAULT_DAYS,
        "visits": sessions.of_person(studio.database, person.id, browser_of(request).cookie),
    }
    return shown(request, "access/account.html.jinja", status, **{**usual, **values})
