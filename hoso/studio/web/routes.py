"""The first page, and what people choose about all pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from hoso.studio.access import people
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Role
from hoso.studio.web.local import local_path
from hoso.studio.web.pages import LANGUAGE_COOKIE, page
from hoso.studio.web.words import INTERFACES

YEAR_SECONDS = 365 * 24 * 3600

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)


@router.get("/", name="web.home")
def home(person: Someone) -> RedirectResponse:
    """Where each role's work is."""
    return RedirectResponse("/releases" if person.role is Role.ADMIN else "/messages", 303)


@router.get("/running", name="web.running", response_class=HTMLResponse)
def running(request: Request) -> HTMLResponse:
    """How many jobs are not done, for the bar of a page that stays open."""
    return page(request, "shared/running.html.jinja")


@router.post("/language", name="web.language")
def choose_language(
    request: Request,
    studio: StudioHere,
    language: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the field's name in every form
) -> RedirectResponse:
    """Keep the language of the pages: for the person, and for this browser while nobody is signed in."""
    if language not in INTERFACES:
        raise HTTPException(422)
    person = request.state.person
    if person is not None:
        people.set_language(studio.database, person.id, language)
    back = RedirectResponse(local_path(next), 303)
    back.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_SECONDS, httponly=True, samesite="lax")
    return back
