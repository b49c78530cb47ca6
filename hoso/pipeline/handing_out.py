"""Releases after they are made: found, approved, withdrawn, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hoso.base.files import held
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.fonts.faces import faces
from hoso.pipeline.releasing import channels_of
from hoso.release.bundle import bundle
from hoso.release.deciding import approve, withdraw
from hoso.release.manifest import NAME, Manifest, read_manifest, write_manifest
from hoso.release.opened import OpenRelease, open_release
from hoso.release.report.writing import NAME as REPORT
from hoso.release.report.writing import write_report
from hoso.release.staging import previous


class NoReleaseError(InputError):
    """There is no such release."""


def released(project: Project) -> tuple[str, ...]:
    """The names of all messages that have a release."""
    found = [path.parent.name for path in project.outputs.glob(f"*/{NAME}")]
    return tuple(sorted(name for name in found if not name.startswith(".")))


def find_release(project: Project, message: str) -> tuple[Path, Manifest]:
    """The folder and the manifest of a message's release. Raises NoReleaseError, InputError."""
    folder = _folder(project, message)
    manifest = read_manifest(folder)
    if manifest is None:
        raise _none(folder)
    return folder, manifest


def open_version(project: Project, message: str, version: str | None = None) -> OpenRelease:
    """The release of `message`, held open: `version`, by default the current one; close it.

    Raises NoReleaseError where it is not kept, InputError where its manifest can't be read.
    """
    folder = _folder(project, message)
    for place in (folder, *(previous(folder) if version is not None else ())):
        release = open_release(place)
        if release is None:
            continue
        if version in (None, release.manifest.version):
            return release
        release.close()
    raise _none(folder, version)


def older(project: Project, message: str) -> Iterator[Manifest]:
    """The releases of `message` before the current one, the latest first, as far as they can be read.

    Raises NoReleaseError where it has none at all.
    """
    return (manifest for _, manifest in _kept(_folder(project, message)))


def approve_release(
    project: Project, message: str, by: str, reason: str, version: str | None = None
) -> Manifest:
    """Approve the release. Raises InputError as `deciding.approve` does, and where it is not `version`."""
    return _decide(project, message, version, lambda manifest, now: approve(manifest, by, reason, now))


def withdraw_release(
    project: Project, message: str, by: str, reason: str, version: str | None = None
) -> Manifest:
    """Withdraw the release. Raises InputError as `deciding.withdraw` does, and where it is not `version`."""
    return _decide(project, message, version, lambda manifest, now: withdraw(manifest, by, reason, now))


def bundle_release(project: Project, message: str, out: Path | None = None) -> Path:
    """The release as a ZIP at `out`, by default outputs/<message>_<version>.zip."""
    with open_version(project, message) as release:
        name = f"{message}_{release.manifest.version}.zip"
        return bundle(release, out or project.outputs / name)


def _decide(
    project: Project, message: str, version: str | None, decide: Callable[[Manifest, datetime], Manifest]
) -> Manifest:
    folder = _folder(project, message)
    with held(folder):
        manifest = find_release(project, message)[1]
        if version not in (None, manifest.version):
            words = f"{manifest.version} has taken the place of {version}"
            raise InputError([Problem(words, "Look at it, then decide about it.", folder)])
        decided = decide(manifest, datetime.now(UTC).replace(microsecond=0))
        if decided.state == "approved":
            _whole(folder)
        write_manifest(folder, decided)
        _report(project, folder, decided)
    return decided


def _whole(folder: Path) -> None:
    """Raises InputError with every file that is gone, or not what was released."""
    wrong: list[Problem] = []
    with OpenRelease(folder) as release:
        for entry in release.manifest.files:
            try:
                release.released(entry).close()
            except InputError as error:
                wrong += error.problems
    if wrong:
        raise InputError(wrong)


def _folder(project: Project, message: str) -> Path:
    """Where the release of `message` is; only what is one, wherever the name comes from."""
    folder = project.outputs / message
    if message not in released(project):
        raise _none(folder)
    return folder


def _kept(folder: Path) -> Iterator[tuple[Path, Manifest]]:
    for old in previous(folder):
        with suppress(InputError):
            manifest = read_manifest(old)
            if manifest is not None:
                yield old, manifest


def _none(folder: Path, version: str | None = None) -> NoReleaseError:
    words = f"there is no release {version or ''} of {folder.name}".replace("  ", " ")
    return NoReleaseError([Problem(words, f"`render.py {folder.name}` makes one; drafts are none.", folder)])


def _report(project: Project, folder: Path, manifest: Manifest) -> None:
    """The report as it is after a decision; rather none than one that tells of another state."""
    before = next(_kept(folder), None)
    store = Store(project.state / "cache")
    try:
        channels = channels_of(Catalog.load(project), manifest)
        write_report(folder, manifest, before, channels, faces(), store, CancelToken())
    except (HosoError, InputError):
        (folder / REPORT).unlink(missing_ok=True)
