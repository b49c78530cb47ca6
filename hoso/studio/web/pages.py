"""Pages from templates, in the reader's language."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.studio.web.words import INTERFACES


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("hoso.studio"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def language_of(request: Request) -> str:
    """The language of the pages: the person's, else the first one that the browser asks for, else English."""
    person = getattr(request.state, "person", None)
    if person is not None:
        return str(person.language)
    asked = request.headers.get("accept-language", "")
    wanted = [part.split(";")[0].strip().split("-")[0].lower() for part in asked.split(",")]
    return next((language for language in wanted if language in INTERFACES), INTERFACES[0])


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """`template` filled in with `values` and with what all pages share.

    Those are `say` (the words), `language`, `person` (None for nobody), `csrf`, `front` (built scripts and
    styles), `request`, `Role`.
    """
    studio: Studio = request.app.state.studio
    language = language_of(request)
    session = getattr(request.state, "session", None)
    shared = {
        "say": studio.words.say(language),
        "table": lambda prefix: studio.words.table(language, prefix),
        "language": language,
        "person": getattr(request.state, "person", None),
        "csrf": session.csrf if session is not None else "",
        "front": studio.front,
        "request": request,
        "Role": Role,
    }
    return HTMLResponse(_templates().get_template(template).render({**shared, **values}), status)
