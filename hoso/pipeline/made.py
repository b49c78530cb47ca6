"""Which outputs are still what would be made again, so that they need not be."""

from __future__ import annotations

import json
from pathlib import Path

from hoso.base.files import write_text
from hoso.base.keys import digest


class Made:
    """Remembers what each output was made of, below `state`/made, one small file each."""

    def __init__(self, state: Path) -> None:
        self._folder = state / "made"

    def holds(self, out: Path, key: str, staged: Path) -> bool:
        """Whether the file at `staged`, which is to be `out`, is the one made of what `key` stands for."""
        try:
            kept: object = json.loads(self._note(out).read_text("utf-8"))
            return kept == [key, *_state(staged)]
        except (FileNotFoundError, json.JSONDecodeError):
            return False

    def remember(self, out: Path, key: str, staged: Path) -> None:
        """Keep that the file at `staged`, which is to be `out`, was made of what `key` stands for."""
        write_text(self._note(out), json.dumps([key, *_state(staged)]))

    def _note(self, out: Path) -> Path:
        return self._folder / f"{digest(str(out))}.json"


def _state(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
