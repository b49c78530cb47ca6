"""What the server and the process that does a job say to each other: JSON, a line each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from hoso.base.events import Miss, Notice, Stage, Step
from hoso.studio.jobs.queue import Result, Wish


@dataclass(frozen=True, slots=True)
class Order:
    """The first and only line to the process; the end of its standard input tells it to stop."""

    root: Path
    """The project."""
    wish: Wish
    workers: int


@dataclass(frozen=True, slots=True)
class End:
    """The last line from the process."""

    stopped: bool
    """It stopped because it was told to, before it was done."""
    result: Result


Line = Stage | Step | Notice | Miss | End

ORDER = TypeAdapter(Order)
# Which of them a line is shows in its keys: no two have the same.
LINE: TypeAdapter[Line] = TypeAdapter(Line)


def written(line: Line) -> bytes:
    """`line` for the wire."""
    return LINE.dump_json(line) + b"\n"
