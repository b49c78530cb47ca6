"""The job port: work goes to a `concurrent.futures.Executor` and stops when its token says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, as_completed, wait
from contextlib import contextmanager, nullcontext
from typing import TypeVar

Result = TypeVar("Result")


class Cancelled(Exception):  # noqa: N818 - a request that was followed, not an error
    """The work was stopped because somebody asked for it."""


class CancelToken:
    """Says whether to go on, and stops at once what can't ask.

    One that has another `above` it is cancelled with that, or alone.
    """

    def __init__(self, above: CancelToken | None = None) -> None:
        self._event = threading.Event()
        self._above = above
        self._stops: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Ask all work that holds this token to stop. May be called by a signal's handler."""
        self._event.set()
        for stop in tuple(self._stops):
            stop()

    @contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """Have `stop` called by whoever cancels, perhaps twice, within the block; at once where one has."""
        above = nullcontext() if self._above is None else self._above.stopping(stop)
        with above:
            self._stops.append(stop)
            try:
                if self._event.is_set():
                    stop()
                yield
            finally:
                self._stops.remove(stop)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set() or (self._above is not None and self._above.cancelled)

    def check(self) -> None:
        """Raise Cancelled where somebody asked to stop."""
        if self.cancelled:
            raise Cancelled


def run_all(
    executor: Executor, token: CancelToken, calls: Iterable[Callable[[CancelToken], Result]]
) -> list[Result]:
    """The results of all `calls`, in their order. Each is given a token to obey.

    The first failure cancels the rest, waits until they have stopped, and is raised; `token` itself is left
    alone, so that other work goes on.
    """
    together = CancelToken(token)
    futures = [executor.submit(call, together) for call in calls]
    try:
        for future in as_completed(futures):
            future.result()
    except BaseException:
        together.cancel()
        for future in futures:
            future.cancel()
        wait(futures)
        raise
    return [future.result() for future in futures]
