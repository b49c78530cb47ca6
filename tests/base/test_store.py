"""The store: content by key, capped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hoso.base.keys import digest
from hoso.base.store import Store


def test_a_file_is_made_once(tmp_path: Path) -> None:
    """What is there is not made again."""
    store = Store(tmp_path)
    made = []

    def write(path: Path) -> None:
        made.append(path)
        path.write_text("x")

    key = digest("a")
    assert store.make(key, ".txt", write) == store.make(key, ".txt", write) == store.find(key, ".txt")
    assert len(made) == 1


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """A file appears whole or not at all."""
    store = Store(tmp_path)

    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        store.make(digest("a"), ".txt", fail)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    """Trimming brings the store under its cap and spares what was used last."""
    store = Store(tmp_path, cap=250)

    def hundred(path: Path) -> None:
        path.write_bytes(bytes(100))

    keys = [digest(number) for number in range(4)]
    for age, key in enumerate(keys):
        path = store.make(key, ".bin", hundred)
        os.utime(path, (1000 + age, 1000 + age))
    assert store.find(keys[0], ".bin") is not None
    assert store.trim() == 200
    assert [store.find(key, ".bin") is not None for key in keys] == [True, False, False, True]
