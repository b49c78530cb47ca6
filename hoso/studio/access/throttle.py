"""Guessing passwords gets slower and slower, for an account and for an address; a restart forgets nothing."""

from __future__ import annotations

import ipaddress
import sqlite3
import time
from dataclasses import dataclass

from hoso.studio.access.people import folded
from hoso.studio.access.secret import digest_of
from hoso.studio.database import Database

FORGOTTEN_SECONDS = 24 * 3600
"""After so long without a failure everybody begins anew."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many failures cost nothing, and how many seconds one costs at most. Each doubles the wait."""

    free: int
    longest: float

    def wait(self, failures: int) -> float:
        """Seconds until the next try after so many `failures` one after another."""
        paid = failures - self.free
        return float(min(2 ** min(paid - 1, 30), self.longest)) if paid > 0 else 0.0


ACCOUNT = Patience(5, 5 * 60)
"""Short at most: a stranger who keeps failing must not lock the right person out for long."""
ADDRESS = Patience(20, 15 * 60)
"""A whole team may share one address."""


def begin(database: Database, name: str, address: str) -> float:
    """Seconds to wait before the password of `name` is looked at, for a try from `address`.

    Where it is 0 the try counts as failed until `succeeded` takes it back, so that many at once gain nothing.
    """
    now = time.time()
    with database.writing() as writing:
        writing.execute("DELETE FROM failures WHERE latest <= ?", (now - FORGOTTEN_SECONDS,))
        wait = max(_until(writing, key) - now for key, _ in _keys(name, address))
        if wait > 0:
            return wait
        for key, patience in _keys(name, address):
            _count(writing, key, patience, now)
    return 0.0


def succeeded(database: Database, name: str, address: str) -> None:
    """It was the right person: the account's failures are forgotten, the address has failed once less."""
    (account, _), (place, _) = _keys(name, address)
    with database.writing() as writing:
        writing.execute("DELETE FROM failures WHERE digest = ?", (account,))
        writing.execute("UPDATE failures SET count = count - 1, until = 0 WHERE digest = ?", (place,))


def _until(writing: sqlite3.Connection, key: str) -> float:
    row = writing.execute("SELECT until FROM failures WHERE digest = ?", (key,)).fetchone()
    return float(row["until"]) if row is not None else 0.0


def _count(writing: sqlite3.Connection, key: str, patience: Patience, now: float) -> None:
    row = writing.execute("SELECT count FROM failures WHERE digest = ?", (key,)).fetchone()
    count = (row["count"] if row is not None else 0) + 1
    writing.execute(
        "INSERT OR REPLACE INTO failures (digest, count, latest, until) VALUES (?, ?, ?, ?)",
        (key, count, now, now + patience.wait(count)),
    )


def _keys(name: str, address: str) -> tuple[tuple[str, Patience], tuple[str, Patience]]:
    """Digests: somebody may have typed a password where the name goes."""
    account = digest_of(f"account {folded(name)}")
    return (account, ACCOUNT), (digest_of(f"address {_network(address)}"), ADDRESS)


def _network(address: str) -> str:
    """`address`; of IPv6 the /64 network, which one household has all of."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))
