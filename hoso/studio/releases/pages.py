"""Pages about releases."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from hoso.base.problems import InputError
from hoso.release.report.writing import NAME as REPORT
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Person, may
from hoso.studio.place import Studio
from hoso.studio.releases import shares
from hoso.studio.releases.comparing import compare
from hoso.studio.releases.deciding import Act, decide
from hoso.studio.releases.forms import ShareForm
from hoso.studio.releases.handing import found
from hoso.studio.releases.overview import rows, states
from hoso.studio.releases.paths import Paths
from hoso.studio.releases.shares import ShareRefusedError
from hoso.studio.releases.showing import release_values, shown
from hoso.studio.web.local import by_htmx
from hoso.studio.web.pages import language_of
from hoso.studio.web.problems import problems_of

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

Version = Annotated[str | None, Query()]
Text = Annotated[str, Form()]
WHOLE = "releases/show.html.jinja"
DECISION = "releases/decision.html.jinja"
SHARES = "releases/shares.html.jinja"
REPORT_POLICY = (
    "sandbox; default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The report is a page of its own, from people's words: it may show itself and do nothing."""


@router.get("/releases", name="releases.list")
def list_page(request: Request, studio: StudioHere, person: Someone) -> HTMLResponse:
    """Every message with a release."""
    found_rows = rows(studio.project)
    return shown(
        request,
        "releases/list.html.jinja",
        rows=found_rows,
        states=states(found_rows),
        wrong={row.message: problems_of(InputError(row.wrong), studio.project) for row in found_rows},
        open_shares=[each for each in shares.everything(studio.database) if each.standing == "open"],
        may_share=may(person, "releases.share"),
    )


@router.get("/releases/{message}", name="releases.show")
def release_page(
    request: Request,
    studio: StudioHere,
    person: Someone,
    message: str,
    version: Version = None,
    share: str = "",
) -> HTMLResponse:
    """One release, the current one or a kept one; `share` is what the form for a link begins with."""
    values = release_values(studio, person, message, version)
    if share:
        values |= {"form": ShareForm(what=share), "asks_for_link": True}
    return shown(request, WHOLE, **values)


@router.get("/releases/{message}/compare", name="releases.compare")
def compare_page(
    request: Request, studio: StudioHere, message: str, before: Annotated[str, Query()], after: Version = None
) -> HTMLResponse:
    """What changed from one release to another, by default the current one."""
    with found(studio.project, message, before) as old, found(studio.project, message, after) as new:
        compared = compare(old, new)
        paths = Paths(message, old.manifest.version), Paths(message, new.manifest.version)
        return shown(
            request,
            "releases/compare.html.jinja",
            message=message,
            old=old.manifest,
            new=new.manifest,
            compared=compared,
            paths=paths,
        )


@router.get("/releases/{message}/{version}/report", name="releases.report")
def report(studio: StudioHere, message: str, version: str) -> Response:
    """The report, alone in its sandbox."""
    with found(studio.project, message, version) as release:
        try:
            with release.open(REPORT) as file:
                content = file.read()
        except InputError:
            raise HTTPException(404) from None
    return HTMLResponse(content, headers={"Content-Security-Policy": REPORT_POLICY})


@router.post("/releases/{message}/approve", name="releases.approve")
def approve(
    request: Request, studio: StudioHere, person: Someone, message: str, version: Text, reason: Text = ""
) -> Response:
    """Approve what the person has looked at."""
    return _decided(request, studio, person, message, version, "approve", reason)


@router.post("/releases/{message}/withdraw", name="releases.withdraw")
def withdraw(
    request: Request, studio: StudioHere, person: Someone, message: str, version: Text, reason: Text = ""
) -> Response:
    """Withdraw it, for a reason."""
    return _decided(request, studio, person, message, version, "withdraw", reason)


@router.post("/releases/{message}/shares", name="releases.share")
def share(
    request: Request,
    studio: StudioHere,
    person: Someone,
    message: str,
    form: Annotated[ShareForm, Form()],
) -> Response:
    """Make a share link; it is shown this once."""
    with found(studio.project, message, form.version or None) as release:
        manifest = release.manifest
    more: dict[str, Any]
    try:
        made, secret = shares.create(studio.database, manifest, form.wish(), person)
    except ShareRefusedError as error:
        say = studio.words.say(language_of(request))
        told = {error.field: f"{error.told(say)} {error.remedy(say)}"}
        status, more = 422, {"form": form, "asks_for_link": True, "errors": told}
    else:
        status, more = 201, {"made": made, "link": f"{request.base_url}s/{secret}"}
    values = release_values(studio, person, message, manifest.version)
    return shown(request, SHARES if by_htmx(request) else WHOLE, status, **{**values, **more})


@router.get("/shares", name="releases.shares")
def shares_page(request: Request, studio: StudioHere) -> HTMLResponse:
    """All share links."""
    return shown(request, "releases/all_shares.html.jinja", shares=shares.everything(studio.database))


@router.post("/shares/{number}/revoke", name="releases.unshare")
def revoke(request: Request, studio: StudioHere, person: Someone, number: int, back: Text = "") -> Response:
    """End a share link now."""
    try:
        ended = shares.revoke(studio.database, number, person)
    except KeyError:
        raise HTTPException(404) from None
    if by_htmx(request):
        return shown(request, "releases/one_share.html.jinja", share=ended, back=back)
    return RedirectResponse("/shares" if back == "/shares" else Paths(ended.message, ended.version).page, 303)


def _decided(
    request: Request, studio: Studio, person: Person, message: str, version: str, act: Act, reason: str
) -> Response:
    found(studio.project, message).close()
    try:
        decide(studio, person, message, version, act, reason)
    except InputError as error:
        values = release_values(studio, person, message, None)
        values |= {"act": act, "typed": reason, "problems": problems_of(error, studio.project)}
        return shown(request, DECISION if by_htmx(request) else WHOLE, 422, **values)
    target = Paths(message, version).page
    if by_htmx(request):
        return Response(status_code=204, headers={"HX-Redirect": target})
    return RedirectResponse(target, 303)
