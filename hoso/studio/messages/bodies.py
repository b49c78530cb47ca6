"""Texts as they come in the body of a request."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request

from hoso.documents.yaml_source import MAX_BYTES


async def text_of(request: Request) -> str:
    """The body as text. Raises HTTPException 413 where it is too long, 422 where it is not UTF-8."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise HTTPException(413, "A script has at most 1 MB.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise HTTPException(422, "The text is not UTF-8: save it as UTF-8 and send it again.") from None


Text = Annotated[str, Depends(text_of)]


def stamp_in(header: str | None) -> str | None:
    """The stamp in an If-Match header; None where there is none, or any will do."""
    if header is None or header.strip() == "*":
        return None
    return header.strip().removeprefix("W/").strip('"')
