"""The session's cookie, and what a browser says of itself."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from hoso.studio.access.deeds import Browser
from hoso.studio.access.guard import studio_of
from hoso.studio.access.sessions import COOKIE, LASTS_SECONDS


def browser_of(request: Request) -> Browser:
    """The browser that asks."""
    return Browser(request.cookies.get(COOKIE, ""), request.headers.get("user-agent", ""))


def give(response: Response, request: Request, secret: str) -> None:
    """Let the browser keep the session's `secret`.

    `Lax`, not `Strict`: a link to the studio in a chat would else lead to the sign-in page. What changes
    something is held by the token that goes with every form.
    """
    response.set_cookie(
        COOKIE,
        secret,
        max_age=LASTS_SECONDS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https" or studio_of(request).https,
    )


def take(response: Response) -> None:
    """Let the browser forget its session."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")
