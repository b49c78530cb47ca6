"""One attempt at a job: a process does it, and what it says is written down until it ends or is stopped."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress
from queue import Empty
from typing import Literal

from hoso.base.problems import Problem
from hoso.pipeline.workshop import default_workers
from hoso.studio.jobs import turns
from hoso.studio.jobs.child import GRACE_SECONDS
from hoso.studio.jobs.logs import log_path
from hoso.studio.jobs.process import Running, process
from hoso.studio.jobs.progress import Progress
from hoso.studio.jobs.queue import Job, Result
from hoso.studio.jobs.wire import End, Order
from hoso.studio.place import Studio

TICK_SECONDS = 0.25
"""Between two looks at the queue, and at least between two changes that are written down."""
KILL_SECONDS = GRACE_SECONDS + 2

Why = Literal["cancel", "yield", "leave"]
"""Why an attempt is stopped: cancelled, an urgent job waits, the server leaves."""


def attempt(studio: Studio, job: Job, descriptor: int, leaving: threading.Event) -> None:
    """Do `job`, which is `running`, as long as nothing stops it, and write down what came of it.

    The process shares the lock that `descriptor` holds. Where the server is `leaving`, the job goes back into
    the queue.
    """
    order = Order(studio.project.root, job.wish, default_workers())
    with log_path(studio, job.id).open("ab") as log:
        log.write(f"attempt {job.attempt} at job {job.id}, which {job.asker} asked for\n".encode())
        log.flush()
        with process(order, log, descriptor) as running:
            watch = _Watch(studio, job, running, leaving)
            end = watch.follow()
    _settle(studio, job, end, watch.why, running.code)


class _Watch:
    """Listens to the process and to who wants it stopped."""

    def __init__(self, studio: Studio, job: Job, running: Running, leaving: threading.Event) -> None:
        self.why: Why | None = None
        self._studio = studio
        self._job = job
        self._running = running
        self._leaving = leaving
        self._progress = Progress(studio.project)
        self._begun = time.monotonic()
        self._looked = self._begun
        self._kill_at = float("inf")

    def follow(self) -> End | None:
        """The last that the process says; None where it ended without a word."""
        while True:
            with suppress(Empty):
                line = self._running.lines.get(timeout=TICK_SECONDS)
                if line is None or isinstance(line, End):
                    self._write()
                    return line
                self._progress.hear(line, time.monotonic() - self._begun)
            if time.monotonic() - self._looked >= TICK_SECONDS:
                self._look()

    def _look(self) -> None:
        self._looked = time.monotonic()
        self._write()
        why = "leave" if self._leaving.is_set() else turns.told_to_stop(self._studio.database, self._job)
        if why is not None and self.why is None:
            self._kill_at = self._looked + KILL_SECONDS
            self._running.halt()
        if why == "cancel" or self.why is None:
            self.why = why
        if self._looked > self._kill_at:
            self._running.kill()

    def _write(self) -> None:
        if self._progress.changed:
            now = time.monotonic() - self._begun
            change, whole = self._progress.change(now), self._progress.whole(now)
            turns.advance(self._studio.database, self._job.id, change, whole)


def _settle(studio: Studio, job: Job, end: End | None, why: Why | None, code: int) -> None:
    """Write down what came of the attempt."""
    database = studio.database
    if end is not None and not end.stopped:
        wrong = any(problem.level == "error" for problem in end.result.problems)
        turns.finish(database, job.id, "failed" if wrong else "done", end.result)
    elif why == "cancel":
        turns.finish(database, job.id, "cancelled", Result())
    elif why is not None:
        turns.give_back(database, job.id)
    elif end is not None:
        # Told to stop, but not by us: the machine is going down.
        turns.broken_off(database, job.id)
    else:
        turns.finish(database, job.id, "failed", Result(problems=(_crash(code),)))


def _crash(code: int) -> Problem:
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    remedy = "Nothing that was finished is lost: start it again. "
    remedy += (
        "The machine may be short of memory: if it happens again, choose fewer channels."
        if code == -signal.SIGKILL
        else "If it happens again, report what its log says."
    )
    return Problem(f"the process that rendered this {how}", remedy)
