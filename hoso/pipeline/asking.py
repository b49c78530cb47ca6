"""What may be asked for: messages' editions and channels, and what was asked for in vain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.reading import read_checked
from hoso.pipeline.request import Request
from hoso.script.reader import Script


@dataclass(frozen=True, slots=True)
class Asked:
    """Scripts without a mistake that have all that a request names."""

    scripts: tuple[Script, ...]
    catalog: Catalog
    warnings: tuple[Problem, ...]


def read_asked(project: Project, request: Request) -> Asked:
    """The scripts of `request`. Raises InputError with every problem of every script and of the request."""
    catalog = Catalog.load(project)
    scripts, warnings = read_checked(project, request.scripts, catalog, clips=request.clips)
    vain = [*_unknown_channels(scripts, request, catalog), *_unknown_editions(scripts, request)]
    if vain:
        raise InputError(vain)
    return Asked(scripts, catalog, warnings)


def _unknown_channels(scripts: Sequence[Script], request: Request, catalog: Catalog) -> Iterator[Problem]:
    there = sorted({name for script in scripts for name in script.message.channels})
    for name in request.channels:
        if name not in there:
            missing = Problem(
                f"no script here is for {name}", f"Add it to `channels`, or choose from: {', '.join(there)}."
            )
            yield catalog.unknown(name) or missing


def _unknown_editions(scripts: Sequence[Script], request: Request) -> Iterator[Problem]:
    there = sorted({edition.name for script in scripts for edition in script.message.editions})
    for name in request.editions:
        if name not in there:
            yield Problem(f"no script here has an edition {name}", f"There is: {', '.join(there)}.")
