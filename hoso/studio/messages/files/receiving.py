"""Bytes from a connection into a file: what has come stays, whatever becomes of the connection."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from anyio import CancelScope, Event, move_on_after
from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

BUFFER_BYTES = 2**20
YIELD_SECONDS = 5.0
"""How long somebody who goes on with an upload waits for the connection before to let go of it."""


class TooMuchError(Exception):
    """More came than was promised."""


class HeldError(Exception):
    """Another request is busy with the upload and does not let go."""


@dataclass
class _Hold:
    scope: CancelScope
    free: Event = field(default_factory=Event)


class Holds:
    """Who writes to which upload: one at a time, the latest. A connection that broke may not know it yet."""

    def __init__(self) -> None:
        self._held: dict[str, _Hold] = {}

    @asynccontextmanager
    async def holding(self, id_: str) -> AsyncIterator[None]:
        """Have the upload alone; whoever had it before stops. Raises HeldError where that takes too long.

        The block is cancelled when somebody else asks for it; what must not be, is shielded.
        """
        before = self._held.get(id_)
        if before is not None:
            before.scope.cancel()
            with move_on_after(YIELD_SECONDS):
                await before.free.wait()
            if id_ in self._held:
                raise HeldError
        with CancelScope() as scope:
            hold = self._held[id_] = _Hold(scope)
            try:
                yield
            finally:
                del self._held[id_]
                hold.free.set()


HOLDS = Holds()


async def receive(request: Request, part: Path, size: int) -> int:
    """Append the request's body to the file `part`, which may become `size` bytes; its length after that.

    Where the connection breaks, what came is kept. Raises TooMuchError where more comes; it is not written.
    """
    offset = part.stat().st_size
    with part.open("ab") as file:
        waiting = bytearray()
        try:
            async for chunk in request.stream():
                if offset + len(waiting) + len(chunk) > size:
                    raise TooMuchError
                waiting += chunk
                if len(waiting) >= BUFFER_BYTES:
                    offset += await _written(file, waiting)
        except ClientDisconnect:
            pass
        finally:
            # A megabyte at most, also where this is being cancelled.
            file.write(waiting)
    return part.stat().st_size


async def _written(file: BinaryIO, waiting: bytearray) -> int:
    data = bytes(waiting)
    waiting.clear()
    await run_in_threadpool(file.write, data)
    return len(data)
