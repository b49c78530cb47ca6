"""What a reader of subtitle files has to say: what it repaired, and what it could not understand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hoso.base.problems import InputError, Problem

_LINES_SAID = 5


class Report:
    """Repairs and faults of one file, gathered while it is read; repairs in equal words become one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._repairs: dict[tuple[str, str], list[int]] = {}
        self._faults: list[Problem] = []

    def repaired(self, line: int, message: str, remedy: str = "") -> None:
        """Note that `line` (from 1) was read as `message` says."""
        self._repairs.setdefault((message, remedy), []).append(line)

    def fault(self, line: int, message: str, remedy: str) -> None:
        """Note that `line` (from 1) can't be understood."""
        self._faults.append(Problem(message, remedy, self._path, line))

    @property
    def repairs(self) -> tuple[Problem, ...]:
        """Every kind of repair as a warning at its first line, with the count and the other lines."""
        said = [
            Problem(message + _also(lines), remedy, self._path, min(lines), level="warning")
            for (message, remedy), lines in self._repairs.items()
        ]
        return tuple(sorted(said, key=lambda problem: problem.line or 0))

    def check(self) -> None:
        """Raise InputError with every fault so far, in the file's order, where there is one."""
        if self._faults:
            raise InputError(sorted(self._faults, key=lambda problem: problem.line or 0))


def _also(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return ""
    places = sorted(set(lines))
    named = ", ".join(map(str, places[:_LINES_SAID])) + (", …" if len(places) > _LINES_SAID else "")
    return f" ({len(lines)} times: line{'s' if len(places) > 1 else ''} {named})"
