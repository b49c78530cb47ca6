"""Jobs as streams: whole first, then every change, for many viewers, across broken connections."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.jobs import changes, turns
from hoso.studio.jobs.feeds import POLL_SECONDS
from hoso.studio.jobs.lock import lock
from hoso.studio.jobs.queue import Result
from tests.studio.conftest import serving, sign_in
from tests.studio.jobs.conftest import Shop
from tests.studio.jobs.jobs_material import Heard, heard

Open = Callable[..., list[Heard]]
CHANGES = 40


@pytest.fixture
def held(shop: Shop) -> Iterator[None]:
    """No server does jobs: the test says what happens to them."""
    with lock(shop.studio.folder / "jobs.lock") as descriptor:
        assert descriptor is not None
        yield


@pytest.fixture
def client(shop: Shop, held: None) -> Iterator[httpx2.Client]:
    """Somebody who is signed in at a real server."""
    with serving(shop.studio) as address:
        cookie = sign_in(shop.studio, Role.ADMIN).cookie
        with httpx2.Client(base_url=address, cookies={sessions.COOKIE: cookie}, timeout=30) as opened:
            yield opened


def listen(client: httpx2.Client, number: int, after: int | None = None, most: int = 10_000) -> list[Heard]:
    """The events of a job to the stream's end, or the first `most`."""
    headers = {} if after is None else {"Last-Event-ID": str(after)}
    found = []
    with client.stream("GET", f"/api/jobs/{number}/events", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        for event in heard(answer.iter_lines()):
            found.append(event)
            if len(found) == most:
                break
    return found


def drive(shop: Shop, number: int, count: int = CHANGES, pause: float = 0.01) -> None:
    """Let much happen to a job, then end it."""
    assert turns.take(shop.database) is not None
    for done in range(1, count + 1):
        stage = {"index": 0, "name": "segments", "of": "quick/ko", "total": count, "done": done}
        stage |= {"reused": 0, "seconds": float(done), "left": None}
        whole = {"elapsed": float(done), "stages": [stage], "notices": []}
        turns.advance(shop.database, number, whole, whole)
        time.sleep(pause)
    turns.finish(shop.database, number, "done", Result())


def together(events: list[Heard]) -> dict[str, Any]:
    """What a viewer knows in the end, as src/jobs/progress.ts puts it together."""
    known: dict[str, Any] = {}
    for event in events:
        if event.name == "snapshot":
            known = dict(event.data)
        elif event.name == "change":
            change = dict(event.data)
            stages = [] if change.pop("fresh", False) else list(known.get("stages", []))
            for stage in change.pop("stages", []):
                stages[stage["index"] : stage["index"] + 1] = [stage]
            known |= {**change, "stages": stages}
    return known


def numbers(events: list[Heard]) -> list[int]:
    """The ids of what changed something."""
    return [event.id for event in events if event.id is not None]


def test_nothing_is_dropped_however_many_watch(shop: Shop, client: httpx2.Client) -> None:
    """Each gets the whole first, every later change once and in order, and the end."""
    number = shop.wish("quick")
    with ThreadPoolExecutor(8) as pool:
        viewers = [pool.submit(listen, client, number) for _ in range(8)]
        time.sleep(0.5)
        drive(shop, number)
        heard_by = [viewer.result(30) for viewer in viewers]
    last = changes.snapshot(shop.database, number).sequence
    assert last == CHANGES + 2
    for events in heard_by:
        assert events[0].name == "snapshot"
        assert events[-1].name == "end"
        assert [event.name for event in events].count("end") == 1
        assert numbers(events) == list(range(events[0].id or 0, last + 1))
        known = together(events)
        assert (known["state"], known["stages"][0]["done"]) == ("done", CHANGES)


def test_a_broken_stream_is_taken_up_where_it_was(shop: Shop, client: httpx2.Client) -> None:
    """By Last-Event-ID: what was missed comes, and nothing twice."""
    number = shop.wish("quick")
    with ThreadPoolExecutor(1) as pool:
        driving = pool.submit(drive, shop, number, CHANGES, 0.05)
        seen: list[Heard] = []
        while not seen or seen[-1].name != "end":
            after = numbers(seen)[-1] if seen else None
            seen += listen(client, number, after, most=7)
        driving.result()
    assert [event.name for event in seen].count("snapshot") == 1
    first = numbers(seen)[0]
    assert numbers(seen) == list(range(first, CHANGES + 3))
    assert together(seen)["state"] == "done"


def test_it_survives_a_restart_of_the_server(shop: Shop, held: None) -> None:
    """Another server goes on at the same number; the first ends its streams when it is stopped."""
    number = shop.wish("quick")
    cookies = {sessions.COOKIE: sign_in(shop.studio, Role.ADMIN).cookie}
    assert turns.take(shop.database) is not None
    first: list[Heard] = []
    with httpx2.Client(cookies=cookies, timeout=30) as client:
        with serving(shop.studio) as client.base_url:
            watching = threading.Thread(target=lambda: first.extend(listen(client, number)))
            watching.start()
            time.sleep(1)
            turns.advance(shop.database, number, {"elapsed": 1.0}, dict(changes.NOTHING))
            time.sleep(0.7)
        watching.join(10)
        assert not watching.is_alive()
        assert "end" not in [event.name for event in first]
        turns.advance(shop.database, number, {"elapsed": 2.0}, dict(changes.NOTHING))
        turns.finish(shop.database, number, "failed", Result())
        with serving(shop.studio) as client.base_url:
            second = listen(client, number, numbers(first)[-1])
    assert numbers(first + second) == [1, 2, 3, 4]
    assert second[-1].name == "end"


def test_who_comes_late_gets_the_whole_and_the_end(shop: Shop, client: httpx2.Client) -> None:
    """Also with a number that there never was; with the last one, the end alone."""
    number = shop.wish("quick")
    drive(shop, number, 3, 0)
    assert [event.name for event in listen(client, number)] == ["snapshot", "end"]
    assert [event.name for event in listen(client, number, 999)] == ["snapshot", "end"]
    assert [event.name for event in listen(client, number, 5)] == ["end"]
    assert client.get(f"/api/jobs/{number + 1}/events").status_code == 404


def test_who_waits_is_told_how_many_go_before(shop: Shop, client: httpx2.Client) -> None:
    """And again when that changes, without a number that could be taken for a change."""
    first, second = shop.wish("quick"), shop.wish("long")
    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(listen, client, second, None, 3)
        time.sleep(0.7)
        shop.cancel(first)
        events = watching.result(10)
    assert [(event.name, event.id) for event in events] == [("snapshot", 0), ("queue", None), ("queue", None)]
    assert [event.data["ahead"] for event in events[1:]] == [1, 0]


def test_fifty_viewers_cost_one_look(
    shop: Shop, client: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is read as often as for one."""
    looks = 0
    since = changes.since

    def counted(*args: Any) -> Any:
        nonlocal looks
        looks += 1
        return since(*args)

    number = shop.wish("quick")
    most = httpx2.Limits(max_connections=60)
    many = httpx2.Client(base_url=client.base_url, cookies=client.cookies, limits=most, timeout=60)
    with many, ThreadPoolExecutor(50) as pool:
        viewers = [pool.submit(listen, many, number) for _ in range(50)]
        time.sleep(2)
        monkeypatch.setattr(changes, "since", counted)
        began = time.monotonic()
        drive(shop, number, 20, 0.1)
        heard_by = [viewer.result(30) for viewer in viewers]
        took = time.monotonic() - began
    assert all(numbers(events)[-1] == 22 for events in heard_by)
    assert looks <= took / POLL_SECONDS + 2


def test_a_silent_stream_gives_a_sign_of_life(
    shop: Shop, client: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comment now and then, so that no proxy takes it for dead."""
    monkeypatch.setattr("fastapi.routing._PING_INTERVAL", 0.1)
    number = shop.wish("quick")
    with client.stream("GET", f"/api/jobs/{number}/events") as answer:
        assert any(line == ": ping" for line in answer.iter_lines())
