"""Two files under one key: the sound, and what was found out while it was made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hoso.base.files import replacing, write_text
from hoso.base.store import Store

Facts = Mapping[str, Any]


def shelved(store: Store, key: str, suffix: str, make: Callable[[Path], Facts]) -> tuple[Path, Facts]:
    """The file of `key` and its facts; where one is missing, `make` writes the file and returns the facts."""
    kept = known(store, key)
    path = store.find(key, suffix)
    if kept is not None and path is not None:
        return path, kept
    path = store.place(key, suffix)
    with replacing(path) as beside:
        facts = make(beside)
        keep(store, key, facts)
    return path, facts


def known(store: Store, key: str) -> Facts | None:
    """The facts of `key`, or None."""
    path = store.find(key, ".json")
    if path is None:
        return None
    facts: Facts = json.loads(path.read_text("utf-8"))
    return facts


def keep(store: Store, key: str, facts: Facts) -> None:
    """Keep `facts` under `key`."""
    write_text(store.place(key, ".json"), json.dumps(facts))


class Notes:
    """The facts in a store, for who asks first and finds out later."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, key: str) -> Facts | None:
        """The facts of `key`, or None."""
        return known(self._store, key)

    def keep(self, key: str, facts: Facts) -> None:
        """Keep `facts` under `key`."""
        keep(self._store, key, facts)


def learnt(
    store: Store, key: str, find_out: Callable[[], Facts], lasting: Callable[[Facts], bool] = lambda _: True
) -> Facts:
    """The facts of `key`; where they are missing, `find_out` is asked. What it says is kept if `lasting`."""
    facts = known(store, key)
    if facts is None:
        facts = find_out()
        if lasting(facts):
            keep(store, key, facts)
    return facts
