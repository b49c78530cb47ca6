"""The one door: every request to a route passes it, and only those whom the table allows."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from hoso.studio.access import crossing, sessions, tokens
from hoso.studio.access.roles import ACCESS, Person
from hoso.studio.place import Studio

STRANGERS_BYTES = 64 * 1024
"""The most that somebody who is not signed in may send."""

ELSEWHERE = (
    "Another site asked for this. If you did: does the proxy before the studio pass the Host header on?"
)


class GuardedRoute(APIRoute):
    """A route behind the door. Nothing of a request is read before the door has let it in.

    Every router of the studio is an `APIRouter(route_class=GuardedRoute)`; the app takes no other.
    """

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the door refuses: HTTPException 401 for nobody, 403 for whom the table does not
        allow and for a change that another site asks for by somebody's browser.
        """
        request = Request(scope, receive)
        await identify(request)
        await super().handle(scope, await _admitted(request, self.name), send)


async def identify(request: Request) -> None:
    """Find out who asks, by the token or else by the cookie: `request.state.person`, None for nobody.

    `request.state.session` is the browser's session, None for nobody and for programs.
    """
    request.state.session = None
    request.state.person = None
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        await _by_token(request, token.strip())
    else:
        await _by_cookie(request, request.cookies.get(sessions.COOKIE, ""))


async def _by_token(request: Request, token: str) -> None:
    database = studio_of(request).database
    bearer = tokens.bearer(database, token)
    if bearer is None:
        return
    request.state.person = bearer.person
    if (bearer.used or 0) < time.time() - tokens.USED_SECONDS:
        await run_in_threadpool(tokens.touch, database, token)


async def _by_cookie(request: Request, secret: str) -> None:
    database = studio_of(request).database
    session = sessions.find(database, secret)
    if session is None:
        return
    request.state.session = session
    request.state.person = session.person
    if session.seen < time.time() - sessions.SEEN_SECONDS:
        # A write may have to wait for another; nobody else's request should.
        await run_in_threadpool(sessions.touch, database, secret)


async def _admitted(request: Request, route: str) -> Receive:
    """What to read the body by. Raises HTTPException."""
    allowed = ACCESS[route]
    person: Person | None = request.state.person
    if allowed is not None and person is None:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    if allowed is not None and person is not None and person.role not in allowed:
        raise HTTPException(403)
    by_token = person is not None and request.state.session is None
    if request.method in crossing.SAFE or by_token:
        return request.receive
    if not crossing.same_site(request.headers):
        raise HTTPException(403, ELSEWHERE)
    if allowed is None:
        return crossing.limited(request.receive, STRANGERS_BYTES)
    return await crossing.checked(request, request.state.session.csrf)


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
