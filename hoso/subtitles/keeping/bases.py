"""What was generated for a subtitle file and what the file became: the bases of later merges.

Kept beside the file in `.base/`, committed with it, so that every clone merges alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hoso.base import files
from hoso.base.keys import canonical
from hoso.base.problems import Problem
from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.outcome import Conflict
from hoso.voice.takes import Word

VERSION = 1
KEPT = 6
"""How many generations are kept: a save from an older one is taken for an edit of the latest."""
SAME = 2
"""Of the same lines: what was generated, and what became of it first."""


@dataclass(frozen=True, slots=True)
class Generation:
    """What was generated once, the file's cues after that, and the conflicts that nobody has settled yet."""

    lines: tuple[CuedLine, ...]
    settled: tuple[Cue, ...]
    conflicts: tuple[Conflict, ...] = ()


class Bases:
    """The generations of the subtitle file at `path`, the latest first."""

    def __init__(self, path: Path) -> None:
        self.path = path.parent / ".base" / f"{path.stem}.json"
        self.problem: Problem | None = None
        """Why what is kept can't be read; set by `read`."""

    def read(self) -> tuple[Generation, ...]:
        """The generations; none where none is kept, or where they can't be read."""
        self.problem = None
        try:
            return _parsed(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        except (ValueError, KeyError, TypeError):
            self.problem = Problem(
                "what was generated before can't be read, so the subtitle file is used as it is",
                "Take the file back from an earlier commit, or delete it: the next render writes it anew.",
                self.path,
                level="warning",
            )
            return ()

    def push(self, generation: Generation, older: Sequence[Generation]) -> None:
        """Make `generation` the latest before `older`, where it isn't already.

        Of generations of the same lines in a row only the first two stay beside it: a day of saves pushes out
        nothing that was generated before.
        """
        if older and older[0] == generation:
            return
        alike = 0
        while alike < len(older) and older[alike].lines == generation.lines:
            alike += 1
        self.write([generation, *older[max(0, alike - SAME) :]][:KEPT])

    def write(self, generations: Sequence[Generation]) -> None:
        """Keep just these, the latest first; whole or not at all."""
        bodies = ",\n".join(map(_body, generations))
        files.write_text(self.path, f'{{"version": {VERSION}, "generations": [\n{bodies}\n]}}\n')


@lru_cache(maxsize=16)
def _parsed(text: str) -> tuple[Generation, ...]:
    """The generations of a file with `text`. Raises ValueError, KeyError, TypeError where it has none."""
    document = json.loads(text)
    if document["version"] != VERSION:
        raise ValueError(document["version"])
    return tuple(_generations(document["generations"]))


@lru_cache(maxsize=32)
def _body(generation: Generation) -> str:
    """One generation, a line or a cue a row: people see in a diff what has changed."""
    parts = [
        f'"{name}": [{_rows(rows)}]'
        for name, rows in (
            ("lines", generation.lines),
            ("settled", generation.settled),
            ("conflicts", generation.conflicts),
        )
    ]
    return "{" + ",\n".join(parts) + "}"


@lru_cache(maxsize=32)
def _rows(values: tuple[object, ...]) -> str:
    rows = [json.dumps(_compact(canonical(value)), ensure_ascii=False) for value in values]
    return "\n" + ",\n".join(rows) + "\n" if rows else ""


def _compact(value: Any) -> Any:
    """Cues and words as lists: three quarters of the bytes were their field names."""
    if isinstance(value, list):
        return [_compact(item) for item in value]
    if isinstance(value, dict):
        if set(value) == {"start_ms", "end_ms", "text"}:
            return [value["start_ms"], value["end_ms"], value["text"]]
        return {name: _compact(item) for name, item in value.items()}
    return value


def _generations(bodies: list[dict[str, Any]]) -> Iterable[Generation]:
    for body in bodies:
        yield Generation(
            tuple(_line(row) for row in body["lines"]),
            _cues(body["settled"]),
            tuple(_conflict(row) for row in body["conflicts"]),
        )


def _line(row: dict[str, Any]) -> CuedLine:
    words = tuple(Word(text, start, end) for start, end, text in row["words"])
    return CuedLine(
        str(row["key"]), int(row["start_ms"]), int(row["end_ms"]), str(row["take"]), words, _cues(row["cues"])
    )


def _cues(rows: list[list[Any]]) -> tuple[Cue, ...]:
    return tuple(Cue(int(start), int(end), str(text)) for start, end, text in rows)


def _conflict(row: dict[str, Any]) -> Conflict:
    return Conflict(row["line"], row["reason"], row["kept"], _cues(row["edited"]), _cues(row["generated"]))
