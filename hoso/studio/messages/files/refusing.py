"""What is asked about a file before it comes, and why it may not come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from fastapi import HTTPException
from fastapi.responses import JSONResponse

from hoso.pipeline.footage.accepting import Brought, Clash
from hoso.studio.messages.files.uploads import DiskFullError, TakenError, TooBigError
from hoso.studio.messages.names import script_path
from hoso.studio.place import Studio
from hoso.studio.web.problems import ProblemOut

CLASHES: tuple[Clash, ...] = get_args(Clash)


def brought_of(studio: Studio, name: str, message: str | None, clash: str) -> Brought:
    """A file that somebody wants to bring.

    Raises HTTPException: 404 where there is no such message, 422 where the name is missing, or `clash` is
    none of CLASHES.
    """
    if not name.strip():
        raise HTTPException(422, "The file's name is missing.")
    chosen = next((known for known in CLASHES if known == clash), None)
    if chosen is None:
        raise HTTPException(422, f"clash is one of {', '.join(CLASHES)}.")
    whose = script_path(studio.project, message).stem if message else None
    return Brought(name, whose, chosen)


def refusal(
    error: TooBigError | DiskFullError | TakenError, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The answer to who would bring a file: 413, 507, or 409 with a `free` name."""
    more: dict[str, Any] = {}
    match error:
        case TooBigError():
            status, words = 413, f"a file may have {error.most / 2**30:g} GiB at most"
            remedy = "Export it smaller, or raise upload_gib in hoso.yaml."
        case DiskFullError():
            status, words = 507, "there is no room on the studio's disk"
            remedy = "Ask whoever runs the studio to make room."
        case TakenError():
            status, words = 409, f"there is a file of this name already: {error.name}"
            remedy = f"Keep both (this one as {error.free}), or replace it: the other goes to the trash."
            more = {"free": error.free}
    problems = [ProblemOut(message=words, remedy=remedy).model_dump()]
    return JSONResponse({"problems": problems, **more}, status, dict(headers or {}))
