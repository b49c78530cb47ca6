"""What goes wrong, told as JSON below /api, as a toast to htmx, and as a page elsewhere."""

from __future__ import annotations

import logging
import secrets
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoso.base.jobs import Cancelled
from hoso.base.problems import HosoError, InputError
from hoso.studio.access.guard import identify
from hoso.studio.access.refusal import RefusedError
from hoso.studio.place import Studio
from hoso.studio.web.local import by_htmx, shown_page, sign_in_path
from hoso.studio.web.pages import language_of, page
from hoso.studio.web.problems import ProblemOut, problems_of

log = logging.getLogger("hoso.studio")

TOLD = frozenset({401, 403, 404, 405, 409, 413, 422, 429, 500})
"""Statuses that the words have a title and advice for; others are told as 500 (or 4xx as 400)."""
OUTDATED = "csrf"
"""The detail of a 403 for a form or script without the right token."""


def install(app: FastAPI) -> None:
    """Tell every error of `app` so that a person can act on it. Call it before other middleware is added."""
    app.add_middleware(_Unexpected)
    app.add_exception_handler(InputError, _refused)
    app.add_exception_handler(HosoError, _refused)
    app.add_exception_handler(Cancelled, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(AnyHTTPException, _http)


async def _refused(request: Request, error: Exception) -> Response:
    studio: Studio = request.app.state.studio
    say = studio.words.say(language_of(request))
    if isinstance(error, RefusedError):
        return told(request, 422, [ProblemOut(message=error.told(say), remedy=error.remedy(say))])
    if isinstance(error, InputError | HosoError):
        status = 422 if isinstance(error, InputError) else 409
        return told(request, status, problems_of(error, studio.project), english=True)
    return told(request, 409, [ProblemOut(message=say("error-cancelled"))])


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    found = [
        ProblemOut(message=f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}".lstrip(": "))
        for each in error.errors()
    ]
    return told(request, 422, found, english=True)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, AnyHTTPException)  # noqa: S101 - what it is registered for
    if not hasattr(request.state, "person"):
        # No route did so: there is none at this address.
        await identify(request)
    if error.status_code == HTTPStatus.UNAUTHORIZED and not _api(request):
        return _to_sign_in(request)
    plain = HTTPStatus(error.status_code).phrase
    detail = "" if error.detail in (plain, "") else str(error.detail)
    if 300 <= error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    status = error.status_code
    problems = [ProblemOut(message=detail)] if detail and detail != OUTDATED else []
    outdated = detail == OUTDATED
    return told(request, status, problems, english=True, outdated=outdated, headers=dict(error.headers or {}))


def _to_sign_in(request: Request) -> Response:
    target = sign_in_path(shown_page(request))
    if by_htmx(request):
        return Response(status_code=401, headers={"HX-Redirect": target})
    return RedirectResponse(target, 303)


def told(
    request: Request,
    status: int,
    problems: list[ProblemOut],
    *,
    english: bool = False,
    outdated: bool = False,
    reference: str = "",
    headers: dict[str, str] | None = None,
) -> Response:
    """The answer for an error, in the reader's language; the texts of `problems` may be `english`."""
    studio: Studio = request.app.state.studio
    say = studio.words.say(language_of(request))
    kind = "outdated" if outdated else str(status if status in TOLD else 500 if status >= 500 else 400)
    title, advice = say(f"error-{kind}-title"), say(f"error-{kind}-advice")
    if _api(request):
        shown = problems or [ProblemOut(message=title, remedy=_with(reference, advice))]
        content = {"problems": [each.model_dump() for each in shown]}
        return JSONResponse(content, status, headers)
    values = {
        "code": status,
        "title": title,
        "advice": advice,
        "problems": problems,
        "english": english,
        "reference": reference,
    }
    if by_htmx(request):
        toast = page(request, "errors/toast.html.jinja", status, **values)
        toast.headers.update({"HX-Retarget": "#toasts", "HX-Reswap": "beforeend", **(headers or {})})
        return toast
    whole = page(request, "errors/page.html.jinja", status, **values)
    whole.headers.update(headers or {})
    return whole


def _with(reference: str, advice: str) -> str:
    return f"{advice} ({reference})" if reference else advice


def _api(request: Request) -> bool:
    return request.url.path == "/api" or request.url.path.startswith("/api/")


class _Unexpected:
    """Answers what nothing else caught: a reference number for the person, the traceback for the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("unexpected error %s at %s %s", reference, scope["method"], scope["path"])
            if begun:
                raise
            await told(Request(scope, receive), 500, [], reference=reference)(scope, receive, send)
