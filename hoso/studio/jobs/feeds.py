"""Jobs as streams of events: each is read from the database once, for however many watch it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from fastapi.concurrency import run_in_threadpool
from fastapi.sse import ServerSentEvent

from hoso.studio.database import Database
from hoso.studio.jobs import changes
from hoso.studio.jobs.changes import Change, Snapshot

POLL_SECONDS = 0.25
RETRY_MS = 1000
"""After how long a browser whose stream broke connects again."""


@dataclass(frozen=True, slots=True)
class _News:
    """What a look at the database found."""

    changes: tuple[Change, ...] | None
    """None where some are gone."""
    open: bool
    ahead: int | None


class Feed:
    """What has happened to one job since somebody began to watch it."""

    def __init__(self, database: Database, number: int) -> None:
        self.viewers = 0
        self.changes: dict[int, Change] = {}
        self.last = 0
        """The number of the last change that is known here."""
        self.ahead: int | None = None
        self.ready = asyncio.Event()
        """Set when all changes from then on will be known here."""
        self.over = False
        """Nothing comes any more: the job has ended, or its changes are lost to us."""
        self.news = asyncio.Event()
        """Set, and replaced by another, when there is something new. Take it before you look."""
        self._database = database
        self._number = number

    async def run(self) -> None:
        """Look again and again until the job has ended."""
        try:
            begun = await run_in_threadpool(changes.snapshot, self._database, self._number)
            self.last, going = begun.sequence, True
            self.ready.set()
            while going:
                found = await run_in_threadpool(self._look)
                going = found.open and found.changes is not None
                self._take(found)
                await asyncio.sleep(POLL_SECONDS if going else 0)
        finally:
            self.over = True
            self.ready.set()
            self._tell()

    def _look(self) -> _News:
        # Whether it is open first: what is read after that is all there will be where it is not.
        going = changes.snapshot(self._database, self._number).open
        found = changes.since(self._database, self._number, self.last)
        return _News(found, going, changes.ahead(self._database, self._number))

    def _take(self, found: _News) -> None:
        new = found.changes or ()
        self.changes |= {change.sequence: change for change in new}
        if new:
            self.last = new[-1].sequence
        if new or found.ahead != self.ahead:
            self.ahead = found.ahead
            self._tell()

    def _tell(self) -> None:
        self.news.set()
        self.news = asyncio.Event()


class Feeds:
    """The feeds that somebody watches. To be used in one event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._feeds: dict[int, tuple[Feed, asyncio.Task[None]]] = {}

    async def follow(self, number: int, after: int | None) -> AsyncIterator[ServerSentEvent]:
        """The events of a job that exists, to its end.

        First all of it (`snapshot`), or where the viewer saw the change numbered `after` and all later ones
        are kept, those. Then each `change`. Both have the change's number as id. `queue` has how many jobs go
        before this one, and no id; `end` comes last. A stream that breaks off without it is to be taken up
        again.
        """
        with self._watched(number) as feed:
            await feed.ready.wait()
            # Read after the feed has begun, which therefore has whatever is not in this.
            begun = await run_in_threadpool(self._begin, number, after)
            for event in _beginning(begun):
                yield event
            seen = begun.sequence if isinstance(begun, Snapshot) else max([after or 0, *_numbers(begun)])
            ahead: int | None = None
            while True:
                news = feed.news
                while (change := feed.changes.get(seen + 1)) is not None:
                    seen = change.sequence
                    yield _event("change", change)
                if feed.ahead is not None and feed.ahead != ahead:
                    ahead = feed.ahead
                    yield ServerSentEvent(event="queue", data={"ahead": ahead})
                if not feed.over:
                    await news.wait()
                elif seen + 1 not in feed.changes:
                    break
        if seen >= feed.last and await run_in_threadpool(self._ended, number):
            yield ServerSentEvent(event="end", data={})

    def _begin(self, number: int, after: int | None) -> Snapshot | tuple[Change, ...]:
        missed = None if after is None else changes.since(self._database, number, after)
        return changes.snapshot(self._database, number) if missed is None else missed

    def _ended(self, number: int) -> bool:
        return not changes.snapshot(self._database, number).open

    @contextmanager
    def _watched(self, number: int) -> Iterator[Feed]:
        """The feed of a job, which runs while somebody watches."""
        if number not in self._feeds or self._feeds[number][0].over:
            feed = Feed(self._database, number)
            self._feeds[number] = feed, asyncio.create_task(feed.run())
        feed, task = self._feeds[number]
        feed.viewers += 1
        try:
            yield feed
        finally:
            feed.viewers -= 1
            if not feed.viewers:
                task.cancel()
                if self._feeds.get(number) == (feed, task):
                    del self._feeds[number]


def _beginning(begun: Snapshot | tuple[Change, ...]) -> Iterator[ServerSentEvent]:
    if isinstance(begun, Snapshot):
        yield ServerSentEvent(event="snapshot", raw_data=begun.text, id=str(begun.sequence), retry=RETRY_MS)
    else:
        yield from (_event("change", change) for change in begun)


def _event(name: str, change: Change) -> ServerSentEvent:
    return ServerSentEvent(event=name, raw_data=change.text, id=str(change.sequence))


def _numbers(found: tuple[Change, ...]) -> list[int]:
    return [change.sequence for change in found]
