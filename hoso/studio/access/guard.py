"""The one door: every request to a route passes it, and only those whom the table allows."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request

from hoso.studio.access import sessions
from hoso.studio.access.roles import ACCESS, Person
from hoso.studio.place import Studio

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "x-csrf-token"


def studio_of(request: Request) -> Studio:
    """The studio that serves this request."""
    found: Studio = request.app.state.studio
    return found


StudioHere = Annotated[Studio, Depends(studio_of)]


async def guard(request: Request, studio: StudioHere) -> None:
    """Let the request pass, or raise HTTPException: 401 for nobody, 403 for whom the table does not allow."""
    session = sessions.find(studio.database, request.cookies.get(sessions.COOKIE, ""))
    request.state.session = session
    request.state.person = session.person if session else None
    allowed = ACCESS[request.scope["route"].name]
    if allowed is None:
        return
    if session is None:
        raise HTTPException(401)
    if session.person.role not in allowed:
        raise HTTPException(403)
    if request.method not in SAFE and request.headers.get(CSRF_HEADER) != session.csrf:
        raise HTTPException(403, "csrf")


def person_of(request: Request) -> Person:
    """Who is asking; only on routes that demand somebody."""
    found: Person = request.state.person
    return found


Someone = Annotated[Person, Depends(person_of)]
