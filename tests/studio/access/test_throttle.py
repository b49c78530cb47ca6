"""Guessing gets slower, for guessers more than for others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hoso.studio.access import throttle
from hoso.studio.access.throttle import ACCOUNT, FORGOTTEN_SECONDS, Patience
from hoso.studio.access.throttle import ADDRESS as PLACE
from hoso.studio.database import Database
from tests.studio.access.conftest import Forward

HOME, ELSEWHERE = "192.0.2.1", "192.0.2.2"


def test_waits_grow() -> None:
    """Some failures are free, each further one doubles the wait, up to the longest."""
    patience = Patience(free=3, longest=60)
    waits = [patience.wait(failures) for failures in range(1, 12)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert Patience(0, 900).wait(10_000) == 900


def fail(database: Database, times: int, name: str, address: str, forward: Forward) -> None:
    """So many failures, each after the wait before it."""
    for _ in range(times):
        if wait := throttle.begin(database, name, address):
            forward(wait + 0.001)
            assert throttle.begin(database, name, address) == 0


def test_an_account_is_guarded_from_everywhere(database: Database, forward: Forward) -> None:
    """Other addresses do not help; other accounts are not held up; the wait is in the database."""
    fail(database, ACCOUNT.free + 4, "Олена", HOME, forward)
    assert 0 < throttle.begin(database, "ОЛЕНА ", ELSEWHERE) <= 8
    assert 0 < throttle.begin(Database(database.path), "Олена", ELSEWHERE) <= 8
    assert throttle.begin(database, "Андрій", ELSEWHERE) == 0


def test_an_address_that_tries_many_names_is_held_up(database: Database) -> None:
    """Also the /64 that one household has of IPv6."""
    waits = [throttle.begin(database, f"name {number}", HOME) for number in range(PLACE.free + 2)]
    assert waits[: PLACE.free + 1] == [0] * (PLACE.free + 1)
    assert waits[-1] > 0
    waits = [throttle.begin(database, f"six {n}", f"2001:db8:1:2::{n}") for n in range(PLACE.free + 2)]
    assert waits[-1] > 0
    assert throttle.begin(database, "seven", "2001:db8:1:3::1") == 0


def test_the_right_person_starts_anew(database: Database, forward: Forward) -> None:
    """Success clears the account, but not what an address did to other accounts."""
    fail(database, ACCOUNT.free, "Олена", HOME, forward)
    assert throttle.begin(database, "Олена", HOME) == 0
    throttle.succeeded(database, "Олена", HOME)
    waits = [throttle.begin(database, "Олена", HOME) for _ in range(ACCOUNT.free)]
    assert waits == [0] * ACCOUNT.free
    for number in range(PLACE.free):
        throttle.begin(database, f"name {number}", ELSEWHERE)
        throttle.begin(database, "mine", ELSEWHERE)
        throttle.succeeded(database, "mine", ELSEWHERE)
    assert throttle.begin(database, "another", ELSEWHERE) == 0
    assert throttle.begin(database, "yet another", ELSEWHERE) > 0


def test_waiting_costs_nothing_more(database: Database, forward: Forward) -> None:
    """A try during the wait is not looked at and not counted: nobody is locked out by being tried."""
    fail(database, ACCOUNT.free + 3, "Олена", HOME, forward)
    wait = throttle.begin(database, "Олена", HOME)
    for _ in range(50):
        assert throttle.begin(database, "Олена", HOME) <= wait
    forward(wait + 0.001)
    assert throttle.begin(database, "Олена", HOME) == 0


def test_many_at_once_gain_nothing(database: Database) -> None:
    """Tries count before their password is looked at."""
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: throttle.begin(database, "Олена", HOME), range(40)))
    assert waits.count(0) == ACCOUNT.free + 1


def test_it_is_forgotten_after_a_day(database: Database, forward: Forward) -> None:
    """And cleared away."""
    fail(database, ACCOUNT.free + 6, "Олена", HOME, forward)
    forward(FORGOTTEN_SECONDS + 1)
    assert throttle.begin(database, "Андрій", ELSEWHERE) == 0
    assert database.connection.execute("SELECT count(*) FROM failures").fetchone()[0] == 2
