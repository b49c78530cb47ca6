"""The studio on a real port: who gets in, and that it stops."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest
from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from hoso.base.problems import HosoError
from hoso.base.project import Project
from hoso.studio import app as application
from hoso.studio import serving
from hoso.studio.access import audit, people, sessions
from hoso.studio.access.audit import Sought
from hoso.studio.access.guard import GuardedRoute
from hoso.studio.access.roles import ACCESS, SIGNED_IN, Role
from hoso.studio.database import open_database
from hoso.studio.place import Studio
from hoso.studio.serving import Reach, Server, fresh_link, is_local, listen
from hoso.studio.web.front import Front
from tests.studio.conftest import sign_in

PASSWORD = "correct horse battery"  # noqa: S105 - nobody's


@contextmanager
def running(server: Server, listening: socket.socket) -> Iterator[http.client.HTTPConnection]:
    """A connection to the server while it runs; it has ended after the block."""
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1], timeout=20)
    try:
        yield connection
    finally:
        connection.close()
        server.should_exit = True
        thread.join()


def test_an_open_event_stream_does_not_keep_it_from_stopping(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stream ends whole, so that the browser knows and comes again; nobody waits for the time limit."""
    monkeypatch.setattr(serving, "STOP_SECONDS", 3600)
    ended = threading.Event()
    router = APIRouter(route_class=GuardedRoute)

    @router.get("/try/events", name="try.events")
    async def events() -> StreamingResponse:
        async def endless() -> AsyncIterator[str]:
            try:
                yield "data: hello\n\n"
                await asyncio.Event().wait()
            finally:
                ended.set()

        return StreamingResponse(endless(), media_type="text/event-stream")

    monkeypatch.setattr(application, "ROUTERS", (*application.ROUTERS, router))
    stated = {**ACCESS, "try.events": SIGNED_IN}
    monkeypatch.setattr(application, "ACCESS", stated)
    monkeypatch.setattr("hoso.studio.access.guard.ACCESS", stated)
    listening = listen(Reach(port=0))
    server = Server(studio, Reach(), lambda: None)
    cookie = {"Cookie": f"{sessions.COOKIE}={sign_in(studio, Role.EDITOR).cookie}"}
    with running(server, listening) as connection:
        connection.request("GET", "/try/events", headers=cookie)
        answer = connection.getresponse()
        assert answer.readline() == b"data: hello\n"
        server.should_exit = True
        assert answer.read() == b"\n"
    assert ended.is_set()


def test_a_proxy_says_who_asks_only_where_it_was_said(studio: Studio) -> None:
    """Elsewhere anybody could say so, and escape the throttle."""
    for behind, address in ((False, "127.0.0.1"), (True, "203.0.113.9")):
        listening = listen(Reach(port=0))
        server = Server(studio, Reach(behind_proxy=behind), lambda: None)
        headers = {
            "X-Forwarded-For": "198.51.100.1, 203.0.113.9",
            "X-Forwarded-Proto": "https",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        with running(server, listening) as connection:
            connection.request("POST", "/sign-in", "name=x&password=y", headers)
            answer = connection.getresponse()
            answer.read()
        assert answer.status == 422
        assert (answer.headers["strict-transport-security"] is not None) is behind
        assert answer.headers["server"] is None
        assert audit.entries(studio.database, Sought())[0].address == address


@pytest.mark.parametrize(
    ("reach", "local"),
    [
        (Reach("127.0.0.1", 0), True),
        (Reach("localhost", 0), True),
        (Reach("127.0.0.1", 0, behind_proxy=True), False),
        (Reach("0.0.0.0", 0), False),  # noqa: S104 - what is tested
    ],
)
def test_what_others_reach(reach: Reach, local: bool) -> None:
    """Only loopback without a proxy before it is this machine's alone."""
    with listen(reach) as listening:
        assert is_local(listening, reach) is local


def test_a_port_that_is_taken() -> None:
    """One is told to choose another."""
    with listen(Reach(port=0)) as listening, pytest.raises(HosoError, match="--port"):
        listen(Reach(port=listening.getsockname()[1]))
    with pytest.raises(HosoError, match="port 70000"):
        listen(Reach(port=70000)).close()


def test_nobody_else_gets_in_before_there_is_an_account(project: Project, front: Front) -> None:
    """It does not even begin to answer; the local owner's link is no account."""
    database = open_database(project)
    people.local_owner(database)
    reach = Reach("127.0.0.1", 0, behind_proxy=True)
    with listen(reach) as listening, pytest.raises(HosoError, match="user add NAME --role owner"):
        serving.serve(project, front, listening, reach, lambda *_: None)
    people.add(database, "Olena", Role.OWNER, PASSWORD)
    serving.demand_accounts(database)


def test_no_link_where_no_studio_runs(project: Project) -> None:
    """Neither before the first start nor after the last."""
    database = open_database(project)
    with pytest.raises(HosoError, match="no studio runs"):
        fresh_link(project, database)
    with listen(Reach(port=0)) as listening:
        port = listening.getsockname()[1]
    (project.state / "studio" / "address").write_text(f"http://127.0.0.1:{port}", "utf-8")
    with pytest.raises(HosoError, match="no studio runs"):
        fresh_link(project, database)
