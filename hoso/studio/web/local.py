"""Paths that a browser may be sent to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import Request

HOME = "/"


def local_path(wanted: str | None) -> str:
    """`wanted` where it is a path on this studio, else the first page; never leads to another host."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return HOME
    if any(letter < " " or letter in "\\\x7f" for letter in wanted):
        return HOME
    parts = urlsplit(wanted)
    return HOME if parts.scheme or parts.netloc else wanted


def here(request: Request) -> str:
    """Where the person is, to come back to after something else; home where a form was sent to."""
    if request.method not in ("GET", "HEAD"):
        return HOME
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def shown_page(request: Request) -> str:
    """The page that a request came from: itself, or the page that htmx asks from."""
    return (
        local_path(_path_of(request.headers.get("hx-current-url", ""))) if by_htmx(request) else here(request)
    )


def by_htmx(request: Request) -> bool:
    """Whether a part of a page was asked for, not a page."""
    return request.headers.get("hx-request") == "true"


def sign_in_path(back: str) -> str:
    """The sign-in page that leads back to `back`."""
    return "/sign-in" if back == HOME else f"/sign-in?next={quote(back, safe='/')}"


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
