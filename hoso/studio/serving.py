"""The studio on a port: who reaches it, and how it stops."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from hoso.base.files import write_text
from hoso.base.problems import HosoError
from hoso.base.project import Project
from hoso.studio.access import links, people
from hoso.studio.app import create_app
from hoso.studio.database import Database, state_folder
from hoso.studio.place import Studio
from hoso.studio.web.front import Front

PORT = 8600
LAST_PORT = 65535
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PROXIES = ("127.0.0.1", "::1")
STOP_SECONDS = 5
"""How long downloads have to end before the server stops over them; they can be resumed."""
ANSWER_SECONDS = 2

Ready = Callable[[str, str | None], None]
"""Told once requests are answered: the studio's address, and the one-time link where there is one."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How browsers get to the studio."""

    host: str = "127.0.0.1"
    """The address, or a name of it, to listen at."""
    port: int = PORT
    """0: any that is free."""
    names: tuple[str, ...] = ()
    """What else the studio is called in the browser."""
    behind_proxy: bool = False
    """Whether a proxy before it speaks https with the browsers and says who they are (X-Forwarded-*)."""
    proxies: tuple[str, ...] = PROXIES
    """Addresses or networks that such a proxy asks from."""


def listen(reach: Reach) -> socket.socket:
    """A socket at the address. Raises HosoError where there is none, or somebody else has the port."""
    if not 0 <= reach.port <= LAST_PORT:
        # getaddrinfo would take another one.
        raise HosoError(f"there is no port {reach.port}", f"Choose a --port from 1 to {LAST_PORT}.")
    try:
        found = socket.getaddrinfo(reach.host, reach.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server(found[0][4][:2], family=found[0][0])
    except OSError as error:
        raise HosoError(
            f"the studio can't listen at {reach.host}, port {reach.port}: {error}",
            "Choose another --port, or another --host.",
        ) from None


def is_local(listening: socket.socket, reach: Reach) -> bool:
    """Whether nobody but this machine gets to the studio."""
    address = ipaddress.ip_address(listening.getsockname()[0])
    return address.is_loopback and not reach.behind_proxy


def demand_accounts(database: Database) -> None:
    """Raises HosoError where nobody could sign in by a password."""
    if not people.anyone_with_password(database):
        raise HosoError(
            "others could reach this studio, and there is no account yet",
            "Make the first one: `render.py studio user add NAME --role owner`.",
        )


def serve(project: Project, front: Front, listening: socket.socket, reach: Reach, ready: Ready) -> None:
    """Answer requests at `listening` until SIGTERM or Ctrl-C. Raises HosoError where accounts are missing."""
    local = is_local(listening, reach)
    studio = Studio(project, front, _hosts(listening, reach), open_door=local, https=reach.behind_proxy)
    address = _address(listening, reach)
    if local:
        write_text(_local_address(project), address)
        link = f"{address}/enter/{links.let_in(studio.database)}"
    else:
        demand_accounts(studio.database)
        _local_address(project).unlink(missing_ok=True)
        people.send_local_out(studio.database)
        link = None
    Server(studio, reach, lambda: ready(address, link)).run(sockets=[listening])


def fresh_link(project: Project, database: Database) -> str:
    """Another one-time link into the studio that runs. Raises HosoError where none does that has them."""
    file = _local_address(project)
    address = file.read_text("utf-8") if file.is_file() else ""
    if not _answers(address):
        raise HosoError(
            "no studio runs here that one enters by a link",
            "Start it: `uv run --extra studio render.py studio`. Where others can reach it, one signs in by "
            "name and password; `render.py studio user password NAME` sets a new one.",
        )
    return f"{address}/enter/{links.let_in(database)}"


class Server(uvicorn.Server):
    """Uvicorn that says when it answers, and ends event streams before it waits for requests to end."""

    def __init__(self, studio: Studio, reach: Reach, ready: Callable[[], None]) -> None:
        self._app = create_app(studio)
        self._ready = ready
        super().__init__(
            uvicorn.Config(
                self._app,
                log_level="warning",
                # Addresses have one-time links in them; who did what stands in the audit log.
                access_log=False,
                server_header=False,
                proxy_headers=reach.behind_proxy,
                forwarded_allow_ips=list(reach.proxies),
                lifespan="on",
                timeout_graceful_shutdown=STOP_SECONDS,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: streams at once, other requests when they are done or out of time."""
        self._app.streams.close()
        await super().shutdown(sockets)


def _local_address(project: Project) -> Path:
    """The file that says where the studio is that one enters by a link."""
    return state_folder(project) / "address"


def _hosts(listening: socket.socket, reach: Reach) -> tuple[str, ...]:
    """What the studio answers to, besides the number that a connection comes to."""
    own = (socket.gethostname(),) if _is_everywhere(listening) else (_written(reach.host),)
    return (*LOOPBACK, *own, *reach.names)


def _address(listening: socket.socket, reach: Reach) -> str:
    """Where a browser finds the studio."""
    host, port = listening.getsockname()[:2]
    own = socket.gethostname() if _is_everywhere(listening) else _written(host)
    if reach.behind_proxy:
        return f"https://{reach.names[0] if reach.names else own}"
    return f"http://{own}:{port}"


def _is_everywhere(listening: socket.socket) -> bool:
    return ipaddress.ip_address(listening.getsockname()[0]).is_unspecified


def _written(host: str) -> str:
    """`host` as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def _answers(address: str) -> bool:
    parts = urlsplit(address)
    if parts.hostname is None or parts.port is None:
        return False
    try:
        socket.create_connection((parts.hostname, parts.port), ANSWER_SECONDS).close()
    except OSError:
        return False
    return True
