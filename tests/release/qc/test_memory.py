"""What was found out about a track serves for every file that holds the very same, and for no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hoso.base.jobs import CancelToken
from hoso.base.shelf import learnt
from hoso.base.store import Store
from hoso.release.qc.inspection import Inspection, inspect
from tests.release.qc.qc_material import Reel, spoil


class Notes:
    """A memory on disk, as the pipeline has it; counts what had to be found out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.made = 0

    def __call__(self, key: str, find_out: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """Look it up, or find it out."""

        def found() -> Mapping[str, Any]:
            self.made += 1
            return find_out()

        return learnt(self._store, key, found)

    def of(self, reel: Reel, path: Path) -> tuple[Inspection, int]:
        """QC of `path`, and how many tracks were decoded for it."""
        before = self.made
        return inspect(path, reel.expected, CancelToken(), self), self.made - before


def test_only_what_differs_is_decoded(reel: Reel, tmp_path: Path) -> None:
    """The same file again: nothing. Another sound: the sound. Another picture: the picture."""
    notes = Notes(Store(tmp_path / "store"))
    first, decoded = notes.of(reel, reel.path)
    assert (first.faults, decoded) == ((), 2)
    assert notes.of(reel, reel.path) == (first, 0)
    loud, decoded = notes.of(reel, spoil(reel.path, tmp_path / "loud.mp4", sound="volume=-2dB"))
    assert ({fault.rule for fault in loud.faults}, decoded) == ({"loudness"}, 1)
    dark = spoil(
        reel.path, tmp_path / "a.mp4", picture="drawbox=t=fill:c=black:enable=between(t\\,2.25\\,2.5)"
    )
    black, decoded = notes.of(reel, dark)
    assert ({fault.rule for fault in black.faults}, decoded) == ({"black"}, 1)


def test_a_byte_or_a_header_that_differs_is_looked_at(reel: Reel, tmp_path: Path) -> None:
    """Damage in the middle of the picture; and a matrix that makes players turn the same picture."""
    notes = Notes(Store(tmp_path / "store"))
    notes.of(reel, reel.path)
    data, path = bytearray(reel.path.read_bytes()), tmp_path / "film.mp4"
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    path.write_bytes(data)
    damaged, decoded = notes.of(reel, path)
    assert "damage" in {fault.rule for fault in damaged.faults}
    assert decoded >= 1
    turned = bytearray(reel.path.read_bytes())
    matrix = turned.index(b"tkhd") + 44
    turned[matrix : matrix + 20] = b"".join(
        number.to_bytes(4, "big", signed=True) for number in (-(1 << 16), 0, 0, 0, -(1 << 16))
    )
    path.write_bytes(turned)
    upside_down, decoded = notes.of(reel, path)
    assert decoded == 1
    assert upside_down.faults
