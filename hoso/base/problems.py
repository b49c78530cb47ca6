"""What goes wrong, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

Level = Literal["error", "warning", "hint"]
"""A hint is about taste and habit: following it is up to whoever reads it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, where, and what to do about it.

    `line` and `column` count from 1 within `path`.
    """

    message: str
    remedy: str = ""
    path: Path | None = None
    line: int | None = None
    column: int | None = None
    level: Level = "error"

    @property
    def place(self) -> str:
        """`file:line:column` as far as it is known, else an empty string."""
        if self.path is None:
            return ""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  {self.remedy}" if self.remedy else head


class HosoError(Exception):
    """Work failed for a reason that a person can act on (exit code 1)."""

    def __init__(self, message: str, remedy: str = "", *, path: Path | None = None) -> None:
        self.problem = Problem(message, remedy, path)
        super().__init__(str(self.problem))

    @classmethod
    def at(cls, problem: Problem) -> Self:
        """The error that `problem`, which knows its place, is."""
        error = cls(problem.message, problem.remedy)
        error.problem = problem
        error.args = (str(problem),)
        return error


class InputError(Exception):
    """What was put in is wrong (exit code 2). Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
