"""Files and ZIPs of a release handed to people who are signed in; who took what is written down."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import HTTPException, Request
from starlette.responses import Response

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.handing_out import NoReleaseError, open_version
from hoso.release.bundle import ABOUT
from hoso.release.manifest import FileEntry
from hoso.release.opened import OpenRelease
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.place import Studio
from hoso.studio.releases.sending import Sent
from hoso.studio.releases.sources import PLAYED, SHOWN, FileSource, ZipSource, label_of, picked, zip_label
from hoso.studio.web.errors import told
from hoso.studio.web.problems import problems_of


def found(project: Project, message: str, version: str | None = None) -> OpenRelease:
    """The release, held open; close it. Raises HTTPException 404 where there is none, InputError."""
    try:
        return open_version(project, message, version)
    except NoReleaseError:
        raise HTTPException(404) from None


def entry_of(release: OpenRelease, path: str) -> FileEntry:
    """The file at `path`. Raises HTTPException 404 where the manifest names none."""
    for entry in release.manifest.files:
        if entry.path == path:
            return entry
    raise HTTPException(404)


def send_file(
    request: Request, studio: Studio, release: OpenRelease, path: str, *, inline: bool = False
) -> Sent | Response:
    """What `request` wants of one file of `release`, which it closes; 409 where the file is not what it was.

    Raises HTTPException 404 where there is no such file, or none that pages show where it is `inline`.
    """
    with release:
        entry = entry_of(release, path)
        if inline and entry.kind not in SHOWN:
            raise HTTPException(404)
        try:
            return Sent(request, FileSource(release, entry), label_of(release, entry, inline=inline))
        except InputError as error:
            return told(request, 409, problems_of(error, studio.project), english=True)


def send_zip(
    request: Request,
    studio: Studio,
    release: OpenRelease,
    entries: Sequence[FileEntry],
    about: Sequence[str] = ABOUT,
) -> Sent | Response:
    """What `request` wants of the ZIP of `entries` of `release`, which it closes; 409 as `send_file`."""
    try:
        return Sent(request, ZipSource(release, entries, about), zip_label(release, entries))
    except InputError as error:
        return told(request, 409, problems_of(error, studio.project), english=True)


def download(
    request: Request, studio: Studio, person: Person, message: str, version: str, path: str
) -> Response:
    """A file, to be saved."""
    sent = send_file(request, studio, found(studio.project, message, version), path)
    if isinstance(sent, Sent) and sent.begins:
        audit.record(studio.database, person, "release.download", f"{message} {version}", path)
    return sent


def show(request: Request, studio: Studio, person: Person, message: str, version: str, path: str) -> Response:
    """A file, to be seen or heard in the page."""
    sent = send_file(request, studio, found(studio.project, message, version), path, inline=True)
    if isinstance(sent, Sent) and sent.begins and path.endswith(PLAYED):
        audit.record(studio.database, person, "release.play", f"{message} {version}", path)
    return sent


def download_zip(
    request: Request, studio: Studio, person: Person, message: str, version: str, picks: Sequence[str]
) -> Response:
    """All of a release, or what `picks` name of it, as one ZIP.

    Raises HTTPException 404 where they name nothing.
    """
    release = found(studio.project, message, version)
    try:
        entries = picked(release.manifest.files, picks)
    except KeyError:
        release.close()
        raise HTTPException(404) from None
    sent = send_zip(request, studio, release, entries)
    if isinstance(sent, Sent) and sent.begins:
        audit.record(
            studio.database,
            person,
            "release.download",
            f"{message} {version}",
            f"ZIP: {', '.join(picks) or 'all'}",
        )
    return sent
