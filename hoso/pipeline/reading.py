"""Scripts read and checked before any work begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.media.library import Library
from hoso.script.check import check_message
from hoso.script.reader import Script, Unsaved, read_messages


def read_checked(
    project: Project,
    paths: Sequence[Path],
    catalog: Catalog,
    unsaved: Unsaved | None = None,
    *,
    clips: bool = True,
) -> tuple[tuple[Script, ...], tuple[Problem, ...]]:
    """The scripts at `paths` and the warnings about them. Raises InputError with every error of them all.

    Without `clips`, a `clip:` scene is an error even where the project allows it.
    """
    scripts = read_messages(paths, project, unsaved)
    probe = Library(project.state).info
    checked = (check_message(script, project, catalog, probe, clips=clips) for script in scripts)
    found = tuple(dict.fromkeys(problem for each in checked for problem in each))
    errors = [problem for problem in found if problem.level == "error"]
    if errors:
        raise InputError(found)
    return scripts, found
