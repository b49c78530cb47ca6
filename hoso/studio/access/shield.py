"""What every answer has around it: the right host, headers that bind the browser, the caller's address."""

from __future__ import annotations

import ipaddress
import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoso.studio.access.audit import ADDRESS

YEAR_SECONDS = 365 * 24 * 3600
FRONT = "/front/"
"""The built front end: the same for everybody."""
BUILT = "/front/assets/"
"""What of it has a digest in its name: another content has another name."""

ALWAYS = {
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: over plain http browsers would then send `Origin: null` with our own forms, like a
    # stranger's. Addresses with secrets in them still go to nobody but the studio.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()",
    "x-frame-options": "DENY",
}


class Shield:
    """Around the whole application, and around what it says when it fails.

    A plain ASGI layer: streams pass through it piece by piece. A fresh nonce is `request.state.csp_nonce`.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in place of the application, or let it answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["csp_nonce"] = nonce
        ADDRESS.set((scope.get("client") or ("", 0))[0])

        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                _bind(MutableHeaders(scope=message), scope, nonce)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, bound)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """The answer to a request for another host: a name elsewhere may point here (DNS rebinding)."""
        sent = Headers(scope=scope).getlist("host")
        if len(sent) != 1:
            return PlainTextResponse("The request names no host, or several.\n", 400)
        host = re.sub(r":\d*$", "", sent[0]).lower()
        if host in self.hosts or _is_own_address(host, scope):
            return None
        said = f"This studio does not answer to this name. Start it with --name {host} if it should.\n"
        return PlainTextResponse(said if re.fullmatch(r"[\w.\-]+", host) else "No such host.\n", 421)


def policy(nonce: str) -> str:
    """The Content-Security-Policy of every page."""
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "font-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def _bind(headers: MutableHeaders, scope: Scope, nonce: str) -> None:
    for name, value in ALWAYS.items():
        headers[name] = value
    headers.setdefault("content-security-policy", policy(nonce))
    if scope["path"].startswith(BUILT):
        headers["cache-control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    elif scope["path"].startswith(FRONT):
        headers["cache-control"] = "public, no-cache"
    else:
        headers.setdefault("cache-control", "no-store")
    if scope["scheme"] == "https":
        headers["strict-transport-security"] = f"max-age={YEAR_SECONDS}"


def _is_own_address(host: str, scope: Scope) -> bool:
    """Whether `host` is the number that the connection came to: numbers can't be pointed elsewhere."""
    server = (scope.get("server") or ("", 0))[0]
    try:
        return ipaddress.ip_address(host.strip("[]")) == ipaddress.ip_address(server)
    except ValueError:
        return False
