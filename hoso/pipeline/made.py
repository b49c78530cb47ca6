"""Which outputs are still what would be made again, or what another is, so that they need not be made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hoso.base.files import copy_file, write_text
from hoso.base.keys import digest
from hoso.pipeline.places import Places


class Making:
    """Makes what is missing among the staged files of an edition.

    What each was made of is remembered below `state`/made, one small file each.
    """

    def __init__(self, state: Path, places: Places) -> None:
        self._notes = state / "made"
        self._places = places
        self._names: dict[tuple[str, str], str] = {}

    def have(self, name: str, key: str, make: Callable[[Path], None]) -> None:
        """Have the file `name`, made of what `key` stands for: by `make`, unless it or its like is there.

        `make` gets the path to write to, whole or not at all.
        """
        out = self._places.folder / name
        if not self._holds(name, key):
            like = self._names.get((key, out.suffix))
            if like is not None and self._holds(like, key):
                copy_file(self._places.folder / like, out)
            else:
                make(out)
            write_text(self._note(name), json.dumps([key, *_state(out)]))
        self._names[key, out.suffix] = name

    def _holds(self, name: str, key: str) -> bool:
        """Whether the file `name` is there as it was made of what `key` stands for."""
        try:
            kept: object = json.loads(self._note(name).read_text("utf-8"))
            return kept == [key, *_state(self._places.folder / name)]
        except (FileNotFoundError, json.JSONDecodeError):
            return False

    def _note(self, name: str) -> Path:
        return self._notes / f"{digest(str(self._places.final(name)))}.json"


def _state(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
