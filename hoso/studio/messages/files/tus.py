"""Resumable uploads by tus 1.0.0 (https://tus.io): core, creation, termination, expiration."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from email.utils import formatdate
from http import HTTPStatus
from typing import Annotated

from anyio import CancelScope
from fastapi import APIRouter, Header, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from hoso.base.problems import InputError
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import Person
from hoso.studio.messages.files import uploads
from hoso.studio.messages.files.receiving import HOLDS, HeldError, TooMuchError, receive
from hoso.studio.messages.files.refusing import brought_of, refusal
from hoso.studio.messages.files.uploads import Outcome, Upload
from hoso.studio.place import Studio
from hoso.studio.web.problems import problems_of

VERSION = "1.0.0"
TUS = {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}
PIECE = "application/offset+octet-stream"
BUSY = "Another request is busy with this upload."

router = APIRouter(route_class=GuardedRoute, prefix="/api/uploads", tags=["files"])

Resumable = Annotated[str, Header(alias="Tus-Resumable")]


class UploadOut(BaseModel):
    """An upload as it stands."""

    id: str
    name: str
    message: str | None
    size: int
    offset: int
    """How many bytes have come."""
    file: Outcome | None
    """What became of it, once it was accepted."""

    @classmethod
    def of(cls, upload: Upload) -> UploadOut:
        """How `upload` stands."""
        brought = upload.brought
        return cls(
            id=upload.id,
            name=brought.name,
            message=brought.message,
            size=upload.size,
            offset=upload.offset,
            file=upload.outcome,
        )


@router.options("", name="uploads.options", status_code=204)
def options(studio: StudioHere) -> Response:
    """What this server can."""
    told = {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,expiration",
        "Tus-Max-Size": str(uploads.most_bytes(studio.project)),
    }
    return Response(status_code=204, headers={**TUS, **told})


@router.get("", name="uploads.list")
def list_uploads(studio: StudioHere, person: Someone) -> list[UploadOut]:
    """Your uploads of which something is missing."""
    uploads.sweep(studio)
    return [UploadOut.of(upload) for upload in uploads.unfinished(studio, person)]


@router.post("", name="uploads.begin", status_code=201)
def begin(
    studio: StudioHere,
    person: Someone,
    tus_resumable: Resumable = "",
    upload_length: Annotated[int | None, Header(ge=0)] = None,
    upload_metadata: Annotated[str, Header()] = "",
) -> Response:
    """Begin an upload.

    Upload-Metadata has `filename`, and may have `message` (whose recorded line it is) and `clash` (`refuse`,
    `number` or `replace`: what to do where the name is taken).
    """
    _demand_version(tus_resumable)
    if upload_length is None:
        raise HTTPException(400, "Upload-Length is missing.", TUS)
    told = _metadata(upload_metadata)
    brought = brought_of(studio, told.get("filename", ""), told.get("message"), told.get("clash", "refuse"))
    try:
        upload = uploads.begin(studio, person, brought, upload_length)
    except (uploads.TooBigError, uploads.DiskFullError, uploads.TakenError) as error:
        return refusal(error, TUS)
    headers = {"Location": f"/api/uploads/{upload.id}", "Upload-Expires": _expires(upload)}
    return Response(status_code=201, headers={**TUS, **headers})


@router.head("/{id_}", name="uploads.offset")
async def offset(studio: StudioHere, person: Someone, id_: str, tus_resumable: Resumable = "") -> Response:
    """How much has come. 410 where all has come, and it could not be used."""
    _demand_version(tus_resumable)
    try:
        # Whoever asks goes on in a moment: what came by a connection that broke is written first.
        async with HOLDS.holding(id_):
            upload = await run_in_threadpool(_settled, studio, person, id_)
    except HeldError:
        raise HTTPException(423, BUSY, TUS) from None
    told = {"Upload-Offset": str(upload.offset), "Upload-Length": str(upload.size)}
    return Response(headers={**TUS, **told, "Upload-Expires": _expires(upload)})


@router.get("/{id_}", name="uploads.one")
def one(studio: StudioHere, person: Someone, id_: str) -> UploadOut:
    """How an upload stands, and what became of it."""
    return UploadOut.of(_found(studio, person, id_))


@router.patch("/{id_}", name="uploads.append", status_code=204)
async def append(
    request: Request,
    studio: StudioHere,
    person: Someone,
    id_: str,
    tus_resumable: Resumable = "",
    upload_offset: Annotated[int, Header(ge=0)] = -1,
    content_type: Annotated[str, Header()] = "",
) -> Response:
    """Send a piece. The last one is answered when the file was looked at: 204 where it is in videos/ now."""
    _demand_version(tus_resumable)
    if content_type != PIECE:
        raise HTTPException(415, f"Send the piece as {PIECE}.", TUS)
    upload = await run_in_threadpool(_found, studio, person, id_)
    try:
        async with HOLDS.holding(id_):
            return await _appended(request, studio, person, upload, upload_offset)
    except HeldError:
        raise HTTPException(423, BUSY, TUS) from None
    # The block was cancelled: another connection goes on with it.
    raise HTTPException(423, BUSY, TUS)


@router.delete("/{id_}", name="uploads.end", status_code=204)
async def end(studio: StudioHere, person: Someone, id_: str, tus_resumable: Resumable = "") -> Response:
    """Forget an upload. A file that was accepted stays."""
    _demand_version(tus_resumable)
    upload = await run_in_threadpool(_found, studio, person, id_)
    try:
        async with HOLDS.holding(id_):
            await run_in_threadpool(uploads.abandon, studio, upload)
    except HeldError:
        raise HTTPException(423, BUSY, TUS) from None
    return Response(status_code=204, headers=TUS)


async def _appended(
    request: Request, studio: Studio, person: Person, upload: Upload, wanted: int
) -> Response:
    if upload.outcome is not None or wanted != upload.offset:
        raise HTTPException(409, f"{upload.offset} bytes have come.", TUS)
    try:
        come = await receive(request, upload.part, upload.size)
    except TooMuchError:
        raise HTTPException(413, "More came than Upload-Length said.", TUS) from None
    with CancelScope(shield=True):
        await run_in_threadpool(uploads.touch, studio, upload)
        if come == upload.size:
            try:
                await run_in_threadpool(uploads.finish, studio, person, upload)
            except InputError as error:
                problems = [problem.model_dump() for problem in problems_of(error, studio.project)]
                return JSONResponse({"problems": problems}, HTTPStatus.UNPROCESSABLE_ENTITY, TUS)
    return Response(status_code=204, headers={**TUS, "Upload-Offset": str(come)})


def _settled(studio: Studio, person: Person, id_: str) -> Upload:
    """An upload; where all of it has come and the server went down before it looked, it looks now."""
    upload = _found(studio, person, id_)
    if upload.outcome is not None or upload.offset < upload.size:
        return upload
    try:
        uploads.finish(studio, person, upload)
    except InputError as error:
        raise HTTPException(410, str(error).splitlines()[0], TUS) from None
    return _found(studio, person, id_)


def _found(studio: Studio, person: Person, id_: str) -> Upload:
    upload = uploads.find(studio, person, id_)
    if upload is None:
        raise HTTPException(404, "There is no such upload: it was discarded, refused or swept.", TUS)
    return upload


def _demand_version(told: str) -> None:
    if told != VERSION:
        raise HTTPException(412, "This is tus 1.0.0.", {**TUS, "Tus-Version": VERSION})


def _metadata(header: str) -> Mapping[str, str]:
    """Upload-Metadata: pairs of a key and base64, parted by commas."""
    found = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            raise HTTPException(400, f"Upload-Metadata: {key} is not base64 of UTF-8.", TUS) from None
    return found


def _expires(upload: Upload) -> str:
    return formatdate(upload.expires, usegmt=True)
