"""Texts checked while somebody writes them, as the command line would check the file."""

from __future__ import annotations

import threading
from pathlib import Path

from hoso.base.problems import HosoError, Problem
from hoso.base.project import Project
from hoso.pipeline.check import check_all

_AT_ONCE = threading.BoundedSemaphore(2)
"""Checks take half a second of a core each, and every pause in typing asks for one."""


def check_text(project: Project, path: Path, text: str | None = None) -> tuple[Problem, ...]:
    """What is wrong with `text` as the script at `path`; without `text`, with the file."""
    unsaved = {} if text is None else {path: text.encode()}
    with _AT_ONCE:
        try:
            return check_all(project, [path], unsaved)
        except HosoError as error:
            return (error.problem,)
