"""The one door: every request to a route passes it, and only those whom the table allows."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from hoso.studio.access import sessions
from hoso.studio.access.roles import ACCESS, Person
from hoso.studio.place import Studio

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "x-csrf-token"


class GuardedRoute(APIRoute):
    """A route behind the door. Nothing of a request is read before the door has let it in.

    Every router of the studio is an `APIRouter(route_class=GuardedRoute)`; the app takes no other.
    """

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the door refuses: HTTPException 401 for nobody, 403 for whom the table does not allow."""
        await _admit(Request(scope, receive), self.name)
        await super().handle(scope, receive, send)


async def _admit(request: Request, route: str) -> None:
    session = sessions.find(studio_of(request).database, request.cookies.get(sessions.COOKIE, ""))
    request.state.session = session
    request.state.person = session.person if session else None
    allowed = ACCESS[route]
    if allowed is None:
        return
    if session is None:
        raise HTTPException(401)
    if session.person.role not in allowed:
        raise HTTPException(403)
    if request.method not in SAFE and request.headers.get(CSRF_HEADER) != session.csrf:
        raise HTTPException(403, "csrf")


def studio_of(request: Request) -> Studio:
    """The studio that serves this request."""
    found: Studio = request.app.state.studio
    return found


StudioHere = Annotated[Studio, Depends(studio_of)]


def person_of(request: Request) -> Person:
    """Who is asking; only on routes that demand somebody."""
    found: Person = request.state.person
    return found


Someone = Annotated[Person, Depends(person_of)]
