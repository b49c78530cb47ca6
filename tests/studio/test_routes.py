"""Every route lets in whom ACCESS says, and nobody else: as people, as their programs, and as nobody."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fastapi import FastAPI
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from hoso.studio.access import crossing, sessions, tokens
from hoso.studio.access.guard import GuardedRoute
from hoso.studio.access.roles import ACCESS, Role
from hoso.studio.app import create_app, guarded_routes
from hoso.studio.place import Studio
from tests.studio.conftest import person

DUMMY = "999999"
"""What every route gets for its path parameters: nothing has this name or number."""
BROKEN = b'{"broken'
"""A body that is no JSON: who may not enter must not hear that it was looked at."""
SECONDS = 30
Result = TypeVar("Result")


def run(asking: Coroutine[Any, Any, Result]) -> Result:
    """What `asking` comes to, in a thread of its own: Playwright's event loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asking).result()


@dataclass(frozen=True)
class Call:
    """One way to ask for a route."""

    route: GuardedRoute
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.route.path} ({self.route.name})"

    @property
    def safe(self) -> bool:
        """Whether it changes nothing."""
        return self.method in crossing.SAFE


@dataclass(frozen=True)
class Answer:
    """What came back; the body is not waited for."""

    status: int
    headers: Mapping[str, str]

    @property
    def asks_to_sign_in(self) -> bool:
        """Programs are told 401, browsers are led to the sign-in page."""
        return self.status == 401 or (
            self.status == 303 and self.headers.get("location", "").startswith("/sign-in")
        )


@dataclass
class Caller:
    """Somebody who asks: by cookie, by token, or as nobody."""

    studio: Studio
    app: FastAPI
    people: dict[Role, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for role in Role:
            self.people[role] = person(self.studio, role.value, role)

    def by_cookie(self, role: Role, *, csrf: bool = True) -> dict[str, str]:
        """The headers of somebody's browser, in a session of its own: some routes end sessions."""
        secret = sessions.begin(self.studio.database, self.people[role])
        session = sessions.find(self.studio.database, secret)
        assert session is not None
        sent = {"cookie": f"{sessions.COOKIE}={secret}"}
        return sent | ({crossing.HEADER: session.csrf} if csrf else {})

    def by_token(self, role: Role) -> dict[str, str]:
        """The headers of somebody's program."""
        _, secret = tokens.make(self.studio.database, self.people[role], "test", 1)
        return {"authorization": f"Bearer {secret}"}

    async def ask(self, call: Call, headers: dict[str, str], body: bytes = b"") -> Answer:
        """Ask as a server would, and go away as soon as the answer begins: some never end."""
        sent = {"host": "testserver", "content-type": "application/json"} | headers
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": call.method,
            "scheme": "http",
            "path": call.path,
            "raw_path": call.path.encode(),
            "root_path": "",
            "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": ("192.0.2.1", 50000),
            "server": ("testserver", 80),
        }
        begun: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> Any:
            return next(messages, None) or await asyncio.Event().wait()

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start" and not begun.done():
                heads = {name.decode(): value.decode() for name, value in message["headers"]}
                begun.set_result(Answer(message["status"], heads))

        answering = asyncio.create_task(self._answer(scope, receive, send, begun))
        try:
            return await asyncio.wait_for(begun, SECONDS)
        finally:
            answering.cancel()
            await asyncio.gather(answering, return_exceptions=True)

    async def _answer(self, scope: Any, receive: Any, send: Any, begun: asyncio.Future[Answer]) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            if begun.done():
                raise
            begun.set_exception(error)


def calls() -> Iterator[Call]:
    """All routes with all their methods."""
    for route in guarded_routes():
        for method in sorted(route.methods or ()):
            yield Call(route, method, re.sub(r"\{[^}]*\}", DUMMY, route.path))


@pytest.fixture
def caller(studio: Studio) -> Caller:
    """One person of each role."""
    return Caller(studio, create_app(studio))


def told(wrong: Iterable[str]) -> None:
    """Fails with all that is wrong, not with the first of it."""
    found = list(wrong)
    assert not found, "\n".join(found)


def test_nobody_is_let_in_anywhere_else(caller: Caller) -> None:
    """Without a session or a token, with a wrong one of each, and whatever the body is."""
    strangers: tuple[dict[str, str], ...] = (
        {},
        {"cookie": f"{sessions.COOKIE}=wrong"},
        {"authorization": "Bearer hoso_wrong"},
        {"authorization": "Basic b3duZXI6b3duZXI="},
    )

    async def wrong() -> list[str]:
        found = []
        for call in calls():
            for stranger in strangers:
                answer = await caller.ask(call, stranger, b"" if call.safe else BROKEN)
                everybody = ACCESS[call.route.name] is None
                if everybody and answer.status == 401:
                    found.append(f"{call} asks to sign in")
                if not everybody and not answer.asks_to_sign_in:
                    found.append(f"{call} answers {answer.status} to nobody ({stranger})")
        return found

    told(run(wrong()))


@pytest.mark.parametrize("way", ["cookie", "token"])
def test_each_role_is_let_in_where_the_table_says(caller: Caller, way: str) -> None:
    """And nowhere else: 403, before anything of the request is looked at."""

    async def wrong() -> list[str]:
        found = []
        for call in calls():
            allowed = ACCESS[call.route.name]
            for role in Role:
                headers = caller.by_cookie(role) if way == "cookie" else caller.by_token(role)
                may = allowed is None or role in allowed
                answer = await caller.ask(call, headers, b"" if may else BROKEN)
                if may and (
                    answer.status in (401, 403) or (answer.asks_to_sign_in and "sign" not in call.path)
                ):
                    found.append(f"{call} refuses {role.value} with {answer.status}")
                if not may and answer.status != 403:
                    found.append(f"{call} answers {answer.status} to {role.value}")
        return found

    told(run(wrong()))


def test_no_change_without_the_sessions_token(caller: Caller) -> None:
    """A cookie alone changes nothing: not without a token, nor with another session's."""

    async def wrong() -> list[str]:
        found = []
        for call in calls():
            allowed = ACCESS[call.route.name]
            if call.safe or allowed is None:
                continue
            role = max(allowed)
            another = caller.by_cookie(role)[crossing.HEADER]
            for headers in (
                caller.by_cookie(role, csrf=False),
                caller.by_cookie(role, csrf=False) | {"authorization": "Basic b3duZXI6b3duZXI="},
                caller.by_cookie(role) | {crossing.HEADER: another},
                caller.by_cookie(role) | {crossing.HEADER: ""},
            ):
                answer = await caller.ask(call, headers, BROKEN)
                if answer.status != 403:
                    found.append(f"{call} answers {answer.status} without the token")
        return found

    told(run(wrong()))


def test_no_change_that_another_site_asks_for(caller: Caller) -> None:
    """Also where everybody may: nobody is signed in as somebody else by a foreign page."""
    foreign = (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    )

    async def wrong() -> list[str]:
        found = []
        for call in calls():
            if call.safe:
                continue
            allowed = ACCESS[call.route.name]
            own = {} if allowed is None else caller.by_cookie(max(allowed))
            for headers in foreign:
                answer = await caller.ask(call, own | headers, BROKEN)
                if answer.status != 403:
                    found.append(f"{call} answers {answer.status} to {headers}")
        return found

    told(run(wrong()))


def test_the_table_has_no_route_that_there_is_not() -> None:
    """What is left over in it would one day let somebody in by mistake."""
    assert set(ACCESS) - {route.name for route in guarded_routes()} == {"front"}


def test_what_is_not_behind_the_door_holds_nothing_secret(studio: Studio, tmp_path: Path) -> None:
    """That is the built front end alone: the same files for every studio, and nothing of a project."""
    app = create_app(studio)
    mounts = [route for route in app.routes if isinstance(route, Mount)]
    assert [mount.path for mount in mounts] == ["/front"]
    others = [route for route in app.routes if type(route).__name__ not in ("Mount", "_IncludedRouter")]
    assert [route for route in others if not isinstance(route, GuardedRoute)] == []
    (mount,) = mounts
    assert isinstance(mount.app, StaticFiles)
    assert not mount.app.follow_symlink
    assert mount.app.directory == studio.front.folder
    assert not studio.front.folder.is_relative_to(tmp_path)
    kinds = {path.suffix for path in studio.front.folder.rglob("*") if path.is_file()}
    assert kinds <= {".js", ".css", ".svg", ".json", ".wasm", ".woff2", ".md"}


@pytest.mark.parametrize(
    "path", ["/front/../studio.db", "/front/%2e%2e/studio.db", "/front//etc/passwd", "/front/"]
)
def test_nothing_else_is_got_by_the_front_end(caller: Caller, path: str) -> None:
    """No way leads out of its folder."""
    call = Call(guarded_routes()[0], "GET", path)
    assert run(caller.ask(call, {})).status == 404
