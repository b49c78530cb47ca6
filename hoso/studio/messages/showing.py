"""Pages about messages and files: what all of them are filled in with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from hoso.studio.place import Studio
from hoso.studio.web.pages import language_of, page
from hoso.studio.web.words import Say


def shown(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """`template` with `did` besides what all pages have."""
    studio: Studio = request.app.state.studio
    say = studio.words.say(language_of(request))
    return page(request, template, status, did=_doing(say), **values)


def _doing(say: Say) -> Callable[[str], str]:
    def did(action: str) -> str:
        """What somebody did, one of DEEDS, in words."""
        return say("did-" + action.replace(".", "-"))

    return did
