"""Bytes sent so that a download can go on where it broke off: parts, and what they are parts of.

As RFC 9110 says in its sections 13 and 14. Who asks for several parts at once gets the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from fastapi import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

_RANGE = re.compile(r"(?i:bytes)= *(\d{0,18}) *- *(\d{0,18}) *")


class Source(Protocol):
    """Bytes that can be read from any place on."""

    @property
    def size(self) -> int:
        """How many."""

    @property
    def digest(self) -> str:
        """What no other bytes have."""

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """Those from `start` up to `end`, piece by piece."""

    def close(self) -> None:
        """Let go of what they are read from."""


@dataclass(frozen=True, slots=True)
class Label:
    """How what is sent presents itself."""

    name: str
    """What the file is called where it is saved."""
    media_type: str
    inline: bool = False
    """Whether a page shows it; else it is saved."""
    strict: bool = False
    """Whether a part goes only to whom says of which whole it is to be a part (If-Range)."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent: the bytes from `start` up to `end`, with the HTTP status."""

    status: int
    start: int = 0
    end: int = 0


class Sent(StreamingResponse):
    """What `request` wants of `source`, which is closed afterwards, however that ends."""

    def __init__(self, request: Request, source: Source, label: Label) -> None:
        self._source = source
        part = part_of(request.method, request.headers, source, strict=label.strict)
        with_body = request.method == "GET" and part.start < part.end
        body = source.read(part.start, part.end) if with_body else iter(())
        super().__init__(body, part.status, _headers(part, source, label), label.media_type)
        self.sends = request.method == "GET" and part.status in (200, 206)
        """Whether it sends (a part of) the source, and not only what there is to know about it."""
        self.begins = self.sends and part.start == 0
        """Whether this is the beginning of a download, and not how one goes on."""

    def drop(self) -> None:
        """Close the source of what is not sent after all."""
        self._source.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._source.close()


def part_of(method: str, headers: Mapping[str, str], source: Source, *, strict: bool) -> Part:
    """What of `source` a request with those `headers` (names in small letters) is to get."""
    tag, size = _tag(source), source.size
    if {part.strip().removeprefix("W/") for part in headers.get("if-none-match", "").split(",")} & {tag, "*"}:
        return Part(304)
    whole = Part(200, 0, size)
    asked = _RANGE.fullmatch(headers.get("range", ""))
    if method != "GET" or asked is None or headers.get("if-range", "" if strict else tag) != tag:
        return whole
    first, last = asked.groups()
    if (not first and not last) or (first and last and int(last) < int(first)):
        return whole
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    return Part(206, start, end) if start < size else Part(416)


def disposition(name: str, *, inline: bool = False) -> str:
    """Content-Disposition: the name in UTF-8 (RFC 6266), and in ASCII for what can't read that."""
    plain = re.sub(r'[^\x20-\x7e]|["\\%]', "_", name)
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _tag(source: Source) -> str:
    return f'"{source.digest}"'


def _headers(part: Part, source: Source, label: Label) -> dict[str, str]:
    headers = {
        "ETag": _tag(source),
        "Accept-Ranges": "bytes",
        # Kept by nobody on the way, and asked about each time: it may be withdrawn.
        "Cache-Control": "private, no-cache",
    }
    if part.status == 416:
        return {**headers, "Content-Range": f"bytes */{source.size}", "Content-Length": "0"}
    if part.status == 304:
        return headers
    headers["Content-Disposition"] = disposition(label.name, inline=label.inline)
    headers["Content-Length"] = str(part.end - part.start)
    if part.status == 206:
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{source.size}"
    return headers
