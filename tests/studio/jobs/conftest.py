"""Fixtures of the tests of jobs: a project to render, and a worker for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hoso.base.project import Project
from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs import queue
from hoso.studio.jobs.queue import Job, Wish
from hoso.studio.jobs.worker import Worker
from hoso.studio.place import Studio
from hoso.studio.web.front import Front
from tests.studio.jobs.jobs_material import fill, until


class Shop:
    """A studio with messages, and what tests do with its jobs."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.project = studio.project
        self.database = studio.database
        self.anna = Person(1, "Anna", Role.PRODUCER)

    def wish(self, message: str, kind: queue.Kind = "render", **more: object) -> int:
        """Queue something; its number."""
        return queue.enqueue(self.database, Wish(kind, message, **more), self.anna)  # type: ignore[arg-type]

    def job(self, number: int) -> Job:
        """The job as it is."""
        found = queue.job(self.database, number)
        assert found is not None
        return found

    def ended(self, number: int, seconds: float = 300) -> Job:
        """The job when it has ended."""
        return until(lambda: self.job(number) if not self.job(number).open else None, seconds)

    def cancel(self, number: int) -> None:
        """Ask that it stop."""
        queue.cancel(self.database, number, self.anna)

    def log(self, number: int) -> str:
        """The job's log file."""
        return (self.studio.folder / "logs" / f"job-{number}.log").read_text("utf-8")


@pytest.fixture
def shop(project: Project, front: Front) -> Shop:
    """A studio with messages; nothing does its jobs yet."""
    return Shop(Studio(fill(project), front))


@pytest.fixture
def worker(shop: Shop) -> Iterator[Worker]:
    """What does the jobs of `shop`."""
    made = Worker(shop.studio)
    made.start()
    yield made
    made.stop()
