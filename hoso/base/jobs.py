"""The job port: work goes to a `concurrent.futures.Executor` and stops when its token says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, as_completed, wait
from typing import TypeVar

Result = TypeVar("Result")


class Cancelled(Exception):  # noqa: N818 - a request that was followed, not an error
    """The work was stopped because somebody asked for it."""


class CancelToken:
    """Says whether to go on. The ffmpeg runner polls it; setting it stops every child.

    One that has another `above` it is cancelled with that, or alone.
    """

    def __init__(self, above: CancelToken | None = None) -> None:
        self._event = threading.Event()
        self._above = above

    def cancel(self) -> None:
        """Ask all work that holds this token to stop."""
        self._event.set()

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
