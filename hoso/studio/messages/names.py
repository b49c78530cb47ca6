"""Messages by name: what comes out of a URL never leads out of scripts/."""

from __future__ import annotations

from pathlib import Path

from fastapi import HTTPException

from hoso.base.project import Project


def script_path(project: Project, name: str) -> Path:
    """The script of the message `name`. Raises HTTPException 404 where there is none."""
    found = {path.stem: path for path in project.scripts.glob("*.yaml")}
    if name not in found:
        raise HTTPException(404)
    return found[name]
