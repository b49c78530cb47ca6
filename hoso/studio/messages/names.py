"""Messages by name: what comes out of a URL never leads out of scripts/."""

from __future__ import annotations

from pathlib import Path

from fastapi import HTTPException

from hoso.base.project import Project
from hoso.script.template import checked_name


def script_path(project: Project, name: str) -> Path:
    """The script of the message `name`. Raises HTTPException 404 where there is none."""
    found = {path.stem: path for path in project.scripts.glob("*.yaml")}
    if name not in found:
        raise HTTPException(404)
    return found[name]


def new_path(project: Project, name: str) -> Path:
    """The script of the message `name`, or where it would be. Raises InputError where none is called so."""
    found = {path.stem: path for path in project.scripts.glob("*.yaml")}
    return found.get(name) or project.scripts / f"{checked_name(name)}.yaml"
