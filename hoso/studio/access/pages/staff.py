"""Who there is, for owners."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from hoso.studio.access import deeds, people
from hoso.studio.access.deeds import Invitation
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.pages.showing import shown
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

DONE = ("role", "remove")


@router.get("/people", name="people.list")
def people_page(request: Request, studio: StudioHere, done: str = "") -> Response:
    """Everybody."""
    return _people(request, studio, done=done if done in DONE else "")


@router.post("/people", name="people.add")
def add(
    request: Request,
    studio: StudioHere,
    owner: Someone,
    role: Annotated[Role, Form()],
    name: Annotated[str, Form()] = "",
) -> Response:
    """Add somebody; the answer shows the link to give them."""
    try:
        invitation = deeds.add_person(studio.database, owner, name, role)
    except RefusedError as error:
        return _people(request, studio, 422, refused=error, name=name, role=role)
    return _invited(request, studio, invitation)


@router.post("/people/{person}/role", name="people.role")
def change_role(
    request: Request, studio: StudioHere, owner: Someone, person: int, role: Annotated[Role, Form()]
) -> Response:
    """Let somebody be something else."""
    try:
        deeds.change_role(studio.database, owner, person, role)
    except RefusedError as error:
        return _people(request, studio, 422, refused=error)
    # An owner who steps down may not look at this page any more.
    still = person != owner.id or role is Role.OWNER
    return RedirectResponse("/people?done=role" if still else "/", 303)


@router.post("/people/{person}/invite", name="people.invite")
def invite(request: Request, studio: StudioHere, owner: Someone, person: int) -> Response:
    """Make a link to set a password; this answer is the only one that shows it."""
    try:
        return _invited(request, studio, deeds.invite(studio.database, owner, person))
    except RefusedError as error:
        return _people(request, studio, 422, refused=error)


@router.post("/people/{person}/remove", name="people.remove")
def remove(request: Request, studio: StudioHere, owner: Someone, person: int) -> Response:
    """Take an account away."""
    try:
        deeds.remove_person(studio.database, owner, person)
    except RefusedError as error:
        return _people(request, studio, 422, refused=error)
    return RedirectResponse("/people?done=remove" if person != owner.id else "/sign-in", 303)


def _invited(request: Request, studio: Studio, invitation: Invitation) -> Response:
    link = f"{request.base_url}enter/{invitation.secret}"
    return _people(request, studio, 201, invitation=invitation, link=link)


def _people(request: Request, studio: Studio, status: int = 200, **values: Any) -> Response:
    usual = {
        "done": "",
        "refused": None,
        "invitation": None,
        "name": "",
        "role": Role.EDITOR,
        "accounts": people.everyone(studio.database),
    }
    return shown(request, "access/people.html.jinja", status, **{**usual, **values})
