"""Releases after they are made: found, approved, withdrawn, taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hoso.base.jobs import CancelToken
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.fonts.faces import faces
from hoso.pipeline.releasing import channels_of
from hoso.release.bundle import bundle
from hoso.release.deciding import approve, withdraw
from hoso.release.manifest import Manifest, read_manifest, write_manifest
from hoso.release.report.writing import write_report
from hoso.release.staging import previous


def find_release(project: Project, message: str) -> tuple[Path, Manifest]:
    """The folder and the manifest of a message's release. Raises InputError where there is none."""
    folder = project.outputs / message
    manifest = read_manifest(folder)
    if manifest is None:
        words = f"there is no release of {message}"
        raise InputError([Problem(words, f"`render.py {message}` makes one; drafts are none.", folder)])
    return folder, manifest


def approve_release(project: Project, message: str, by: str, reason: str) -> Manifest:
    """Approve the release. Raises InputError as `deciding.approve` does."""
    return _decide(project, message, lambda manifest, now: approve(manifest, by, reason, now))


def withdraw_release(project: Project, message: str, by: str, reason: str) -> Manifest:
    """Withdraw the release. Raises InputError as `deciding.withdraw` does."""
    return _decide(project, message, lambda manifest, now: withdraw(manifest, by, reason, now))


def bundle_release(project: Project, message: str, out: Path | None = None) -> Path:
    """The release as a ZIP at `out`, by default outputs/<message>_<version>.zip."""
    folder, manifest = find_release(project, message)
    return bundle(folder, manifest, out or project.outputs / f"{message}_{manifest.version}.zip")


def _decide(project: Project, message: str, decide: Callable[[Manifest, datetime], Manifest]) -> Manifest:
    folder, manifest = find_release(project, message)
    decided = decide(manifest, datetime.now(UTC).replace(microsecond=0))
    write_manifest(folder, decided)
    _report(project, folder, decided)
    return decided


def _report(project: Project, folder: Path, manifest: Manifest) -> None:
    """The report as it is after a decision."""
    before = next(((old, found) for old in previous(folder) if (found := read_manifest(old))), None)
    channels = channels_of(Catalog.load(project), manifest)
    store = Store(project.state / "cache")
    write_report(folder, manifest, before, channels, faces(), store, CancelToken())
