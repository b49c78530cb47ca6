"""Sound and facts under one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.shelf import Facts, known, learnt, shelved
from hoso.base.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")


def test_made_once(store: Store) -> None:
    """The second time neither the sound nor its facts are made again."""
    asked = []

    def make(path: Path) -> Facts:
        asked.append(path)
        path.write_bytes(b"sound")
        return {"lufs": -23.0}

    first = shelved(store, "ab", ".wav", make)
    assert shelved(store, "ab", ".wav", make) == first
    assert first[0].read_bytes() == b"sound"
    assert len(asked) == 1


def test_a_sound_without_facts_is_made_again(store: Store) -> None:
    """Where the store dropped one of the two, both are made."""

    def make(path: Path) -> Facts:
        path.write_bytes(b"sound")
        return {"lufs": -20.0}

    shelved(store, "ab", ".wav", make)
    store.place("ab", ".json").unlink()
    assert shelved(store, "ab", ".wav", make)[1] == {"lufs": -20.0}
    assert known(store, "ab") == {"lufs": -20.0}


def test_nothing_stays_of_a_failure(store: Store) -> None:
    """A sound that could not be made leaves neither file."""

    def make(path: Path) -> Facts:
        path.write_bytes(b"half")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        shelved(store, "ab", ".wav", make)
    assert known(store, "ab") is None
    assert not list(store.root.glob("??/*"))


def test_minus_infinity_is_remembered(store: Store) -> None:
    """The loudness of silence comes back as it was."""
    learnt(store, "cd", lambda: {"lufs": float("-inf")})
    assert learnt(store, "cd", lambda: {"lufs": 0.0}) == {"lufs": float("-inf")}


def test_what_does_not_last_is_found_out_again(store: Store) -> None:
    """A fault that may be gone the next time, for one."""
    answers: list[Facts] = [{"faults": ["disk full"]}, {"faults": []}, {"faults": ["never asked"]}]
    said = iter(answers)

    def lasting(facts: Facts) -> bool:
        return not facts["faults"]

    assert learnt(store, "ab", lambda: next(said), lasting) == {"faults": ["disk full"]}
    assert learnt(store, "ab", lambda: next(said), lasting) == {"faults": []}
    assert learnt(store, "ab", lambda: next(said), lasting) == {"faults": []}
