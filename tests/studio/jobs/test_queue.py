"""Wishes wait in their order and end as they should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from hoso.studio.jobs import queue
from hoso.studio.jobs.queue import Wish
from hoso.studio.place import Studio

ANNA = Person(1, "Anna", Role.PRODUCER)
RENDER = Wish("render", "winter", editions=("ko",), draft=True)


@pytest.fixture
def database(studio: Studio) -> Database:
    """The studio's."""
    return studio.database


def test_a_wish_comes_back_as_it_was(database: Database) -> None:
    """With who asked and when."""
    number = queue.enqueue(database, RENDER, ANNA)
    found = queue.job(database, number)
    assert found is not None
    assert (found.wish, found.asker, found.state, found.open) == (RENDER, "Anna", "queued", True)
    assert queue.jobs_of(database, "winter") == (found,)
    assert queue.jobs_of(database, "summer") == ()
    assert queue.job(database, number + 1) is None


def test_urgent_ones_wait_in_front(database: Database) -> None:
    """And among their like in order."""
    slow = queue.enqueue(database, RENDER, ANNA)
    quick = queue.enqueue(database, Wish("preview", "winter", urgent=True), ANNA)
    later = queue.enqueue(database, Wish("preview", "summer", urgent=True), ANNA)
    assert [job.id for job in queue.waiting(database)] == [quick, later, slow]


def test_the_same_wish_waits_once(database: Database) -> None:
    """Who presses twice gets one job; another wish is another job."""
    first = queue.enqueue(database, RENDER, ANNA)
    assert queue.enqueue(database, RENDER, ANNA) == first
    assert queue.enqueue(database, replace(RENDER, draft=False), ANNA) != first


def test_what_waits_goes_at_once(database: Database) -> None:
    """Cancelled before it began; the audit log has both."""
    number = queue.enqueue(database, RENDER, ANNA)
    queue.cancel(database, number, ANNA)
    queue.cancel(database, number, ANNA)
    found = queue.job(database, number)
    assert found is not None
    assert found.state == "cancelled"
    assert found.ended is not None
    assert queue.waiting(database) == ()
    told = database.connection.execute("SELECT action, subject FROM audit ORDER BY id").fetchall()
    assert [tuple(row) for row in told] == [("jobs.render", "winter"), ("jobs.cancel", "winter")]
