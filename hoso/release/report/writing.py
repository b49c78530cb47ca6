"""report.html written into a release's folder."""

from __future__ import annotations

from pathlib import Path

from hoso.base.files import write_text
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.fonts.faces import FontSet
from hoso.release.manifest import FileEntry, Manifest
from hoso.release.report.gathering import (
    Channels,
    Former,
    Material,
    distinct_pictures,
    distinct_sounds,
    page,
)
from hoso.release.report.hearing import hear
from hoso.release.report.template import html

NAME = "report.html"
_PLAIN = (".srt", ".vtt")
"""Subtitle files that people can read as they are."""


def write_report(
    folder: Path,
    manifest: Manifest,
    previous: tuple[Path, Manifest] | None,
    channels: Channels,
    faces: FontSet,
    store: Store,
    token: CancelToken,
) -> Path:
    """Write report.html about the release in `folder`, and return where it is. The same twice.

    `previous` is the last release: its folder and manifest. `channels` are those of the release by their
    names, for their titles and limits. Contact sheets and what is heard are kept in `store`. Raises HosoError
    where a file of the release can't be read, Cancelled.
    """
    former = None if previous is None else Former(previous[1], _former_texts(*previous))
    try:
        material = _material(folder, manifest, channels, faces, store, token)
    except OSError as error:
        raise HosoError(
            f"the report can't be made ({error})", "Render the message again.", path=folder
        ) from error
    path = folder / NAME
    write_text(path, html(page(manifest, material, channels, former), faces))
    return path


def _material(
    folder: Path, manifest: Manifest, channels: Channels, faces: FontSet, store: Store, token: CancelToken
) -> Material:
    from hoso.release.report.pictures import pictures, sheet

    posters = [entry.path for entry in manifest.files if entry.kind == "poster"]
    files = {entry.path: entry for entry in manifest.files}
    sheets = {
        film: sheet(folder / film, files[film].sha256, faces, store, token)
        for film in distinct_pictures(manifest, channels)
    }
    small = pictures([folder / poster for poster in posters], list(sheets.values()), token)
    return Material(
        pictures={poster: small[folder / poster] for poster in posters},
        sheets={film: small[path] for film, path in sheets.items()},
        sounds={
            film: heard
            for film in distinct_sounds(manifest, channels)
            if (heard := hear(folder / film, _sound(files[film]), store, token)) is not None
        },
        texts={entry.path: _text(folder, entry) for entry in manifest.files if _is_text(entry)},
    )


def _sound(entry: FileEntry) -> str:
    """What stands for the sound of a file: QC's digest of it, or that of the file where there is none."""
    sound = (entry.qc or {}).get("sound") or {}
    return str(sound.get("content") or entry.sha256)


def _former_texts(folder: Path, manifest: Manifest) -> dict[str, str]:
    """The last release's texts, as far as they are still there."""
    return {
        entry.path: _text(folder, entry)
        for entry in manifest.files
        if _is_text(entry) and (folder / entry.path).is_file()
    }


def _is_text(entry: FileEntry) -> bool:
    return entry.kind == "caption" or (entry.kind == "subtitles" and entry.path.endswith(_PLAIN))


def _text(folder: Path, entry: FileEntry) -> str:
    return (folder / entry.path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
