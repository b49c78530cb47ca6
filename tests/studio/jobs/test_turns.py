"""Turns are taken in order, given back, and taken over from a server that is no more."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from hoso.base.problems import Problem
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from hoso.studio.jobs import changes, queue, turns
from hoso.studio.jobs.queue import Job, Made, Result, Wish
from hoso.studio.place import Studio

ANNA = Person(1, "Anna", Role.PRODUCER)
RENDER = Wish("render", "winter")
PREVIEW = Wish("preview", "winter", urgent=True)


@pytest.fixture
def database(studio: Studio) -> Database:
    """The studio's."""
    return studio.database


def now(database: Database, number: int) -> Job:
    """The job as it is."""
    found = queue.job(database, number)
    assert found is not None
    return found


def test_a_job_is_taken_once_and_ends_once(database: Database) -> None:
    """With what came of it."""
    number = queue.enqueue(database, RENDER, ANNA)
    taken = turns.take(database)
    assert taken is not None
    assert (taken.id, taken.state, taken.attempt) == (number, "running", 1)
    assert turns.take(database) is None
    made = Made("outputs/winter/ko/x.mp4", "ko", "x", 1000, 2800, -14.0, "gtts", "approved")
    result = Result((made,), (Problem("m", "r", None, level="warning"),))
    turns.finish(database, number, "done", result)
    ended = now(database, number)
    assert (ended.state, ended.result, ended.open) == ("done", result, False)
    assert queue.finished(database, 5) == (ended,)
    assert queue.finished(database, 5, "summer") == ()


def test_an_urgent_job_makes_a_batch_stop_and_not_another_urgent_one(database: Database) -> None:
    """A batch goes back to the front of its like."""
    number = queue.enqueue(database, RENDER, ANNA)
    later = queue.enqueue(database, Wish("render", "summer"), ANNA)
    batch = turns.take(database)
    assert batch is not None
    assert turns.told_to_stop(database, batch) is None
    quick = queue.enqueue(database, PREVIEW, ANNA)
    assert turns.told_to_stop(database, batch) == "yield"
    turns.give_back(database, number)
    urgent = turns.take(database)
    assert urgent is not None
    assert urgent.id == quick
    queue.enqueue(database, Wish("preview", "summer", urgent=True), ANNA)
    assert turns.told_to_stop(database, urgent) is None
    turns.finish(database, quick, "done", Result())
    assert [job.id for job in queue.waiting(database)][1:] == [number, later]


def test_cancelling_goes_before_making_way(database: Database) -> None:
    """What somebody cancelled does not come back."""
    number = queue.enqueue(database, RENDER, ANNA)
    batch = turns.take(database)
    assert batch is not None
    queue.enqueue(database, PREVIEW, ANNA)
    queue.cancel(database, number, ANNA)
    assert now(database, number).stopping
    assert turns.told_to_stop(database, batch) == "cancel"


def test_what_a_dead_server_left_is_taken_over(database: Database) -> None:
    """What ran waits again; what somebody had cancelled is cancelled."""
    first = queue.enqueue(database, RENDER, ANNA)
    turns.take(database)
    second = queue.enqueue(database, Wish("render", "summer"), ANNA)
    turns.take(database)
    queue.cancel(database, second, ANNA)
    turns.adopt(database)
    assert now(database, first).state == "queued"
    assert now(database, second).state == "cancelled"
    assert not now(database, second).stopping


def test_a_job_that_kills_the_server_is_not_begun_for_ever(database: Database) -> None:
    """After some deaths it has failed, with the reason."""
    number = queue.enqueue(database, RENDER, ANNA)
    for _ in range(turns.DEATHS):
        assert turns.take(database) is not None
        turns.adopt(database)
    ended = now(database, number)
    assert ended.state == "failed"
    assert ended.result.problems == (turns.DEADLY,)
    assert turns.take(database) is None


def test_changes_are_numbered_without_a_gap(database: Database) -> None:
    """All that happens is one, and the whole is what they lead to."""
    number = queue.enqueue(database, RENDER, ANNA)
    turns.take(database)
    whole = {"elapsed": 1.0, "stages": [], "notices": []}
    turns.advance(database, number, {"elapsed": 0.5}, whole)
    turns.advance(database, number, {"elapsed": 1.0}, whole)
    queue.cancel(database, number, ANNA)
    turns.finish(database, number, "cancelled", Result())
    all_of_them = changes.since(database, number, 0)
    assert all_of_them is not None
    assert [change.sequence for change in all_of_them] == [1, 2, 3, 4, 5]
    assert changes.since(database, number, 3) == all_of_them[3:]
    assert changes.since(database, number, 5) == ()
    assert changes.since(database, number, 6) is None
    found = changes.snapshot(database, number)
    assert (found.sequence, found.open) == (5, False)
    assert '"elapsed":1.0' in found.text
    assert '"state":"cancelled"' in found.text
    with pytest.raises(KeyError):
        changes.snapshot(database, number + 1)


def test_who_reads_while_it_is_written_misses_nothing(database: Database) -> None:
    """However the two fall together."""
    number = queue.enqueue(database, RENDER, ANNA)
    turns.take(database)

    def write() -> None:
        for _ in range(300):
            turns.advance(database, number, {"elapsed": 1.0}, {"elapsed": 1.0})
        turns.finish(database, number, "done", Result())

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        seen = 0
        while changes.snapshot(database, number).open or seen < changes.snapshot(database, number).sequence:
            found = changes.since(database, number, seen)
            assert found is not None
            assert [change.sequence for change in found] == list(range(seen + 1, seen + 1 + len(found)))
            seen += len(found)
        writing.result()
    assert seen == 302


def test_changes_of_old_jobs_are_dropped(database: Database) -> None:
    """Who asks for them gets the whole instead."""
    ended = list(_ended(database, changes.KEPT_JOBS + 1))
    assert changes.since(database, ended[0], 0) is None
    assert changes.since(database, ended[1], 0) is not None


def _ended(database: Database, count: int) -> Iterator[int]:
    for _ in range(count):
        number = queue.enqueue(database, RENDER, ANNA)
        turns.take(database)
        turns.finish(database, number, "done", Result())
        yield number


def test_it_is_known_how_many_go_before(database: Database) -> None:
    """What runs counts too; urgent ones go before."""
    queue.enqueue(database, Wish("render", "spring"), ANNA)
    turns.take(database)
    slow = queue.enqueue(database, RENDER, ANNA)
    assert changes.ahead(database, slow) == 1
    quick = queue.enqueue(database, PREVIEW, ANNA)
    assert changes.ahead(database, slow) == 2
    assert changes.ahead(database, quick) == 1
