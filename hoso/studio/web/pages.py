"""Pages from templates, in the reader's language."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from hoso.release.report.backticks import coded
from hoso.studio.access.roles import Role
from hoso.studio.jobs import queue
from hoso.studio.place import Studio
from hoso.studio.web.amounts import Amounts
from hoso.studio.web.local import here
from hoso.studio.web.navigation import links
from hoso.studio.web.words import INTERFACES

LANGUAGE_COOKIE = "hoso_language"
THEME_COOKIE = "hoso_theme"
"""Set by shared/theme.ts; "auto" where it is missing."""
THEMES = ("auto", "light", "dark")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("hoso.studio"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["coded"] = coded
    return environment


def language_of(request: Request) -> str:
    """The person's language, else the one chosen in this browser, else what it asks for, else English."""
    person = getattr(request.state, "person", None)
    chosen = person.language if person is not None else request.cookies.get(LANGUAGE_COOKIE)
    if chosen in INTERFACES:
        return str(chosen)
    asked = request.headers.get("accept-language", "")
    wanted = [part.split(";")[0].strip().split("-")[0].lower() for part in asked.split(",")]
    return next((language for language in wanted if language in INTERFACES), next(iter(INTERFACES)))


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """`template` filled in with `values` and with what all pages share.

    Those are `say` and `table` (the words), `amounts` (sizes, lengths and moments), `language`, `interfaces`
    (all languages by code), `theme`, `person` (None for nobody), `links` (where they may go), `running` (how
    many jobs are not done; None for nobody), `here` (this page's path), `csrf`, `csp_nonce`, `front` (built
    scripts and styles), `request` and `Role`.
    """
    studio: Studio = request.app.state.studio
    language = language_of(request)
    say = studio.words.say(language)
    session = getattr(request.state, "session", None)
    person = getattr(request.state, "person", None)
    theme = request.cookies.get(THEME_COOKIE)
    shared = {
        "say": say,
        "amounts": Amounts(say),
        "table": lambda *prefixes: studio.words.table(language, *prefixes),
        "language": language,
        "interfaces": INTERFACES,
        "theme": theme if theme in THEMES else THEMES[0],
        "person": person,
        "links": links(request, person),
        "running": None if person is None else queue.open_count(studio.database),
        "here": here(request),
        "csrf": session.csrf if session is not None else "",
        "csp_nonce": getattr(request.state, "csp_nonce", ""),
        "front": studio.front,
        "request": request,
        "Role": Role,
    }
    return HTMLResponse(_templates().get_template(template).render({**shared, **values}), status)
