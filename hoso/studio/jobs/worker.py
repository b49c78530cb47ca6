"""The worker: a thread of the server that does one job after the other."""

from __future__ import annotations

import logging
import threading

from hoso.studio.jobs import turns
from hoso.studio.jobs.attempt import attempt
from hoso.studio.jobs.lock import lock
from hoso.studio.jobs.logs import drop_old_logs
from hoso.studio.place import Studio

IDLE_SECONDS = 0.25
TRY_SECONDS = 1.0
"""Between two tries to become the one server that runs jobs."""

log = logging.getLogger("hoso.studio")


class Worker:
    """Does the jobs of a studio while it is the only server that does."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hoso-jobs")

    def start(self) -> None:
        """Begin to do jobs; what another server left unfinished comes first."""
        self._thread.start()

    def stop(self) -> None:
        """Stop doing jobs. What runs is stopped and waits for the next server. Returns when that is done."""
        self._leaving.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._leaving.is_set():
            try:
                self._serve()
            except Exception:  # a full disk must not be the end of all jobs
                log.exception("the worker stumbled, and goes on")
            self._leaving.wait(TRY_SECONDS)

    def _serve(self) -> None:
        with lock(self._studio.folder / "jobs.lock") as descriptor:
            if descriptor is None:
                return
            turns.adopt(self._studio.database)
            while not self._leaving.is_set():
                job = turns.take(self._studio.database)
                if job is None:
                    self._leaving.wait(IDLE_SECONDS)
                else:
                    attempt(self._studio, job, descriptor, self._leaving)
                    drop_old_logs(self._studio)
