"""One log file a job: what its process said, attempt after attempt."""

from __future__ import annotations

from pathlib import Path

from hoso.base.project import Project
from hoso.studio.place import Studio

KEPT = 500
SHOWN_BYTES = 1_000_000
"""Of a longer log only the end is shown."""


def log_path(studio: Studio, number: int) -> Path:
    """Where the log of a job is; its folder is there."""
    folder = studio.folder / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"job-{number}.log"


def read_log(studio: Studio, number: int) -> str:
    """The log of a job, without a word about where on the machine the project lies; empty before it began."""
    path = log_path(studio, number)
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - SHOWN_BYTES))
        text = file.read().decode("utf-8", "replace")
    return _without_root(text, studio.project)


def drop_old_logs(studio: Studio) -> None:
    """Delete all but the latest logs."""
    logs = sorted((studio.folder / "logs").glob("job-*.log"), key=lambda path: int(path.stem.split("-")[1]))
    for path in logs[:-KEPT]:
        path.unlink(missing_ok=True)


def _without_root(text: str, project: Project) -> str:
    return text.replace(f"{project.root}/", "").replace(str(project.root), ".")
