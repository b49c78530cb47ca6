"""The places of the studio, as far as somebody may go there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute

from hoso.studio.access.roles import Person, may

WORK = (
    ("/messages", "nav-messages"),
    ("/files", "nav-files"),
    ("/jobs", "nav-jobs"),
    ("/releases", "nav-releases"),
)
OWN = (
    ("/account", "nav-account"),
    ("/people", "nav-people"),
    ("/audit", "nav-audit"),
    ("/api/docs", "nav-api"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place: `key` names it in the words; `work` are in the bar, others in the account's menu."""

    path: str
    key: str
    work: bool
    current: Literal["page", "true", ""]


def places(routers: Iterable[APIRouter]) -> Mapping[str, str]:
    """The name of the route behind each path that can be gone to."""
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    return {route.path: route.name for route in routes if "GET" in (route.methods or ())}


def links(request: Request, person: Person | None) -> tuple[Link, ...]:
    """Where `person` may go; nobody may go anywhere."""
    if person is None:
        return ()
    names: Mapping[str, str] = request.app.state.places
    return tuple(
        Link(path, key, (path, key) in WORK, _current(request.url.path, path))
        for path, key in (*WORK, *OWN)
        if path in names and may(person, names[path])
    )


def _current(here: str, path: str) -> Literal["page", "true", ""]:
    if here == path:
        return "page"
    return "true" if here.startswith(f"{path}/") else ""
