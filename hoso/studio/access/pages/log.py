"""The audit log, for owners."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response, StreamingResponse

from hoso.studio.access import audit
from hoso.studio.access.audit import Sought
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.pages.showing import shown

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

SoughtHere = Annotated[Sought, Depends()]


@router.get("/audit", name="audit.list")
def audit_page(
    request: Request, studio: StudioHere, sought: SoughtHere, before: int | None = None
) -> Response:
    """Who did what, the newest first."""
    found = audit.entries(studio.database, sought, before, audit.PAGE + 1)
    asked = {key: value for key, value in _plain(sought).items() if value}
    older = {**asked, "before": found[audit.PAGE - 1].id} if len(found) > audit.PAGE else None
    return shown(
        request,
        "access/audit.html.jinja",
        log=found[: audit.PAGE],
        sought=sought,
        names=audit.names(studio.database),
        actions=audit.actions(studio.database),
        older=urlencode(older) if older else None,
        newest=urlencode(asked) if before is not None else None,
        query=urlencode(asked),
    )


@router.get("/audit.csv", name="audit.download")
def audit_table(studio: StudioHere, person: Someone, sought: SoughtHere) -> Response:
    """The same as a table, all of it."""
    audit.record(studio.database, person, "audit.download", detail=urlencode(_plain(sought)))
    name = f"hoso-audit-{datetime.now(UTC):%Y%m%d-%H%M}.csv"
    return StreamingResponse(
        audit.table(studio.database, sought),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _plain(sought: Sought) -> dict[str, str]:
    return {"person": sought.person, "action": sought.action, "subject": sought.subject}
