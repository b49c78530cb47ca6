"""Requests that another site makes a person's browser send: told by where they come from and by a token."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from email.message import Message as Header
from urllib.parse import parse_qs, urlsplit

from fastapi import HTTPException, Request
from starlette.types import Message, Receive

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HEADER = "x-csrf-token"
FIELD = "csrf"
FORM_BYTES = 2**20
"""The most that a form without files may have."""
FIRST_FIELD_BYTES = 4096


def same_site(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something was made by a page of the studio, as far as the browser says.

    Sec-Fetch-Site says it best, but browsers send it over https and to loopback alone; Origin comes with
    every form and script elsewhere. Programs that are no browsers send neither.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


async def checked(request: Request, token: str) -> Receive:
    """What to read the body of `request` by, once it has shown that it knows the session's `token`.

    The token is in the header, or in the field `csrf` of a form; in a form with files that field comes first.
    Raises HTTPException 403 where it is missing or another, and 413 for a form that is too big.
    """
    sent = request.headers.get(HEADER)
    receive = request.receive
    if sent is None:
        kind = Header()
        kind["content-type"] = request.headers.get("content-type", "")
        if kind.get_content_type() == "application/x-www-form-urlencoded":
            sent, receive = await _of_form(receive)
        elif kind.get_content_type() == "multipart/form-data":
            sent, receive = await _of_files(receive, str(kind.get_param("boundary", "")))
    if not secrets.compare_digest((sent or "").encode(), token.encode()):
        raise HTTPException(403, "csrf")
    return receive


def limited(receive: Receive, most: int) -> Receive:
    """`receive` that raises HTTPException 413 after `most` bytes."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return counted


async def _of_form(receive: Receive) -> tuple[str, Receive]:
    receive = limited(receive, FORM_BYTES)
    seen: list[Message] = []
    while not seen or seen[-1].get("more_body"):
        seen.append(await receive())
    body = b"".join(message.get("body", b"") for message in seen)
    try:
        fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=1000)
    except ValueError:
        raise HTTPException(413) from None
    return fields.get(FIELD, [""])[0], _again(seen, receive)


async def _of_files(receive: Receive, boundary: str) -> tuple[str, Receive]:
    """The first field, read ahead; the files after it are left where they are."""
    end = f"\r\n--{boundary}".encode("latin-1", "replace")
    seen: list[Message] = []
    body = b"\r\n"
    while body.count(end) < 2 and len(body) < FIRST_FIELD_BYTES and (not seen or seen[-1].get("more_body")):
        seen.append(await receive())
        body += seen[-1].get("body", b"")
    head, _, value = body.partition(b"\r\n\r\n")
    first = re.search(rb'(?i)content-disposition: *form-data; *name="csrf" *(?:\r|$)', head)
    return value.partition(end)[0].decode("ascii", "replace") if first else "", _again(seen, receive)


def _again(seen: list[Message], receive: Receive) -> Receive:
    """`receive` that begins with the messages `seen` already."""
    left = list(reversed(seen))

    async def replayed() -> Message:
        return left.pop() if left else await receive()

    return replayed
