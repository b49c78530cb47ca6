"""What all commands share: consoles, options, finding the project and its scripts."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console

from hoso.base.jobs import CancelToken
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project, find_project

DONE, FAILED, WRONG_INPUT, STOPPED = 0, 1, 2, 130

LOG_WIDTH = 160
"""Columns where standard error is no terminal, which would tell its own."""

people = Console(stderr=True, width=None if sys.stderr.isatty() else LOG_WIDTH)

Debug = Annotated[bool, Parameter(help="Show the traceback of an error.", negative="")]
AsJson = Annotated[
    bool, Parameter(name="--json", help="Print one result object on standard output.", negative="")
]


def anchor(scripts: tuple[Path, ...]) -> Path:
    """Where to look for the project: beside the first script that exists, else here."""
    first = next((script for script in scripts if script.exists()), None)
    return first.parent if first is not None else Path.cwd()


def project_or_here() -> Project:
    """The project around this folder; outside of any, this folder itself."""
    try:
        return find_project(Path.cwd())
    except InputError:
        return Project(Path.cwd())


def script_paths(project: Project, scripts: tuple[Path, ...]) -> tuple[Path, ...]:
    """Script files from paths or bare names; all of the project's where none is given."""
    if not scripts:
        found = tuple(sorted(project.scripts.glob("*.yaml")))
        if not found:
            raise InputError(
                [
                    Problem(
                        "there is no script in scripts/", "`render.py new NAME` starts one.", project.scripts
                    )
                ]
            )
        return found
    return tuple(_path(project, script) for script in scripts)


def _path(project: Project, script: Path) -> Path:
    named = project.scripts / f"{script}.yaml"
    if not script.exists() and named.exists():
        return named
    return script.resolve()


@contextmanager
def stoppable() -> Iterator[CancelToken]:
    """A token that Ctrl-C and SIGTERM cancel; every child ends at once and what is finished is kept."""
    token = CancelToken()

    def stop(*_: Any) -> None:
        token.cancel()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield token
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def plain(data: dict[str, Any]) -> dict[str, Any]:
    """`data` with paths as text, ready for JSON."""
    return {key: str(value) if isinstance(value, Path) else value for key, value in data.items()}


def print_json(data: object) -> None:
    """The one result object, on standard output."""
    print_line(json.dumps(data, ensure_ascii=False, indent=2))


def print_line(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")
