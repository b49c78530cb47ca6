"""The files of videos/ as JSON."""

from __future__ import annotations

from math import inf
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from hoso.pipeline.footage.listing import Kind, MediaFile
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.messages.files import uploads
from hoso.studio.messages.files.keeping import delete, listed
from hoso.studio.messages.files.receiving import TooMuchError, receive
from hoso.studio.messages.files.refusing import brought_of, refusal
from hoso.studio.messages.files.uploads import Outcome

router = APIRouter(route_class=GuardedRoute, prefix="/api/files", tags=["files"])


class FileOut(BaseModel):
    """A file of videos/."""

    name: str
    """As scripts call it."""
    kind: Kind
    bytes: int
    duration_ms: int | None
    """None where nobody has looked at it yet, 0 for a picture."""
    width: int | None
    height: int | None
    traces: list[str]
    """What its metadata tells of place, time, device or author, as far as somebody has looked."""
    used_by: list[str]
    """Names of messages."""

    @classmethod
    def of(cls, file: MediaFile) -> FileOut:
        """What `file` is."""
        info = file.info
        return cls(
            name=file.name,
            kind=file.kind,
            bytes=file.bytes,
            duration_ms=None if info is None else info.duration_ms,
            width=None if info is None else info.width,
            height=None if info is None else info.height,
            traces=list(file.traces),
            used_by=list(file.used_by),
        )


class ThrownOut(BaseModel):
    """What is in the trash now."""

    id: str


@router.get("", name="files.api_list")
def list_files(studio: StudioHere) -> list[FileOut]:
    """All files that scripts can name."""
    return [FileOut.of(file) for file in listed(studio, seconds=inf)]


@router.put("/{name}", name="files.api_put", status_code=201, response_model=Outcome)
async def put_file(
    request: Request,
    studio: StudioHere,
    person: Someone,
    name: str,
    message: str | None = None,
    clash: str = "refuse",
) -> Any:
    """Bring a file in one go, as `curl -T` does; /api/uploads goes on where a connection broke.

    It is looked at before it gets into videos/, under a name like the one that you give. With `message` it is
    a recorded line, called as hello.ko.wav. `clash` says what to do where the name is taken: `refuse`,
    `number` or `replace`.
    """
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411, "Say how long it is: Content-Length is missing.")
    brought = await run_in_threadpool(brought_of, studio, name, message, clash)
    try:
        upload = await run_in_threadpool(uploads.begin, studio, person, brought, int(length))
    except (uploads.TooBigError, uploads.DiskFullError, uploads.TakenError) as error:
        return refusal(error)
    try:
        come = await receive(request, upload.part, upload.size)
    except TooMuchError:
        come = -1
    if come != upload.size:
        await run_in_threadpool(uploads.abandon, studio, upload)
        raise HTTPException(400, "It did not come whole.")
    return await run_in_threadpool(uploads.finish, studio, person, upload)


@router.delete("/{name:path}", name="files.api_delete")
def delete_file(studio: StudioHere, person: Someone, name: str, anyway: bool = False) -> ThrownOut:
    """Put a file into the trash; with `anyway` also one that messages use."""
    return ThrownOut(id=delete(studio, person, name, anyway=anyway).id)
