"""What stands on a release's page, for the person who asks."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from hoso.pipeline.handing_out import older
from hoso.studio.access.roles import Person, may
from hoso.studio.place import Studio
from hoso.studio.releases import shares
from hoso.studio.releases.forms import ShareForm
from hoso.studio.releases.handing import found
from hoso.studio.releases.measured import measures
from hoso.studio.releases.paths import Paths
from hoso.studio.releases.views import release_view
from hoso.studio.web.pages import page


def release_values(studio: Studio, person: Person, message: str, version: str | None) -> dict[str, Any]:
    """All that the page of a release, and the parts of it, are filled in with.

    Raises HTTPException 404 where there is no such release, InputError.
    """
    with found(studio.project, message) as current, found(studio.project, message, version) as release:
        view = release_view(studio.project, release)
        now = current.manifest
    may_share = may(person, "releases.share")
    return {
        "view": view,
        "release": view.manifest,
        "now": now,
        "is_current": view.manifest.version == now.version,
        "at": Paths(message, view.manifest.version),
        "versions": [now, *older(studio.project, message)],
        "has_script": (studio.project.scripts / f"{message}.yaml").is_file(),
        "may_decide": may(person, "releases.approve"),
        "may_share": may_share,
        "shares": shares.of_message(studio.database, message) if may_share else (),
        "form": ShareForm(),
        "asks_for_link": False,
        "measures": measures,
        # What a form that was sent comes back with.
        "act": "",
        "typed": "",
        "problems": (),
        "errors": {},
        "made": None,
        "link": "",
    }


def shown(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page about releases."""
    return page(request, template, status, entries=["releases"], paths_of=Paths, **values)
