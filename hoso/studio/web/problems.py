"""Problems as the browser gets them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from pydantic import BaseModel

from hoso.base.problems import HosoError, InputError, Level, Problem
from hoso.base.project import Project


class ProblemOut(BaseModel):
    """One thing that is wrong: what, where, what to do. `line` and `column` count from 1 within `file`."""

    message: str
    remedy: str = ""
    file: str | None = None
    """Relative to the project; the bare name of what lies outside of it."""
    line: int | None = None
    column: int | None = None
    level: Level = "error"

    @classmethod
    def of(cls, problem: Problem, project: Project) -> Self:
        """`problem` without a word about where on the machine the project lies."""
        return cls(
            message=_inside(problem.message, project.root),
            remedy=_inside(problem.remedy, project.root),
            file=_shown(problem.path, project.root),
            line=problem.line,
            column=problem.column,
            level=problem.level,
        )


def problems_out(problems: Iterable[Problem], project: Project) -> list[ProblemOut]:
    """All of `problems`, for the browser."""
    return [ProblemOut.of(problem, project) for problem in problems]


def problems_of(error: InputError | HosoError, project: Project) -> list[ProblemOut]:
    """What `error` carries, for the browser."""
    return problems_out(error.problems if isinstance(error, InputError) else [error.problem], project)


def _shown(path: Path | None, root: Path) -> str | None:
    if path is None:
        return None
    if not path.is_absolute():
        return path.as_posix()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _inside(text: str, root: Path) -> str:
    """`text` with paths in the project made relative to it."""
    return text.replace(f"{root}{os.sep}", "").replace(str(root), ".")
