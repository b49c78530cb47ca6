"""Jobs: results in order, the first failure stops the rest."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from hoso.base.jobs import Cancelled, CancelToken, run_all


def test_results_come_in_the_order_of_the_calls() -> None:
    """Whichever ends first, the order holds."""
    gate = threading.Event()

    def slow(_: CancelToken) -> str:
        gate.wait(10)
        return "slow"

    def fast(_: CancelToken) -> str:
        gate.set()
        return "fast"

    with ThreadPoolExecutor(2) as executor:
        assert run_all(executor, CancelToken(), [slow, fast]) == ["slow", "fast"]


def test_the_first_failure_stops_the_rest() -> None:
    """One call fails: the others are asked to stop, those not begun never run, and the failure is raised.

    Other work under the same token goes on.
    """
    token = CancelToken()
    begun = []

    def fail(_: CancelToken) -> None:
        raise OSError("no disk")

    def wait_for_stop(together: CancelToken) -> None:
        begun.append(1)
        while not together.cancelled:
            threading.Event().wait(0.01)
        together.check()

    with ThreadPoolExecutor(2) as executor, pytest.raises(OSError, match="no disk"):
        run_all(executor, token, [fail, wait_for_stop, *([wait_for_stop] * 50)])
    assert not token.cancelled
    assert len(begun) < 50


def test_who_cancels_all_cancels_each() -> None:
    """A token stops the work below it."""
    token = CancelToken()

    def wait_for_stop(together: CancelToken) -> None:
        token.cancel()
        while not together.cancelled:
            threading.Event().wait(0.01)
        together.check()

    with ThreadPoolExecutor(2) as executor, pytest.raises(Cancelled):
        run_all(executor, token, [wait_for_stop] * 2)


def test_a_cancelled_token_raises() -> None:
    """Work that checks its token stops."""
    token = CancelToken()
    token.check()
    token.cancel()
    with pytest.raises(Cancelled):
        token.check()


def test_what_cannot_ask_is_stopped_by_who_cancels() -> None:
    """At once, by the token or one above it; at the beginning where it was before; after it no more."""
    above = CancelToken()
    token = CancelToken(above)
    stopped: list[str] = []
    with token.stopping(lambda: stopped.append("before")):
        pass
    with token.stopping(lambda: stopped.append("within")):
        assert stopped == []
        above.cancel()
        assert stopped == ["within"]
    token.cancel()
    assert stopped == ["within"]
    with token.stopping(lambda: stopped.append("late")):
        assert set(stopped) == {"within", "late"}
