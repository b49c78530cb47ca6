"""Answers without an end: event streams, which must not keep the server from stopping."""

from __future__ import annotations

from anyio import CancelScope
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Streams:
    """Knows the event streams that are open, and ends them when asked. Browsers connect again."""

    def __init__(self) -> None:
        self._open: set[CancelScope] = set()
        self._closed = False

    def around(self, app: ASGIApp) -> ASGIApp:
        """`app`, whose event streams end with these."""

        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http":
                await self._answer(app, scope, receive, send)
            else:
                await app(scope, receive, send)

        return watched

    def close(self) -> None:
        """End what is open, and what begins from now on. To be called in the event loop's own thread."""
        self._closed = True
        for stream in tuple(self._open):
            stream.cancel()

    async def _answer(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        with CancelScope() as stream:

            async def noted(message: Message) -> None:
                await send(message)
                if message["type"] == "http.response.start" and _is_endless(message):
                    self._open.add(stream)
                    if self._closed:
                        stream.cancel()

            try:
                await app(scope, receive, noted)
            finally:
                self._open.discard(stream)
        if stream.cancelled_caught:
            await send({"type": "http.response.body", "body": b"", "more_body": False})


def _is_endless(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return kind.partition(";")[0].strip() == "text/event-stream"
