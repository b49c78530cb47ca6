"""A release's files and ZIPs as what can be sent: what was released, whatever comes meanwhile."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from hoso.base.keys import digest
from hoso.base.problems import InputError
from hoso.release.bundle import CHUNK, Archive, lay_out
from hoso.release.manifest import FileEntry, Kind, download_name
from hoso.release.opened import Identity, OpenRelease, identity_of
from hoso.studio.releases.sending import Label

MEDIA_TYPES = {
    ".mp4": "video/mp4",
    ".3gp": "video/3gpp",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".txt": "text/plain; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".pdf": "application/pdf",
}
SHOWN: frozenset[Kind] = frozenset({"video", "sound", "poster", "subtitles", "work"})
"""What pages show or play; everything else is only downloaded."""
PLAYED = (".mp4", ".3gp", ".wav", ".mp3")
LAYOUTS = 32
"""How many ZIPs are remembered (some kilobytes each), so that a resumed one goes on at once."""


class FileSource:
    """One file. Raises InputError where it is gone, or not what was released; closes `release` either way."""

    def __init__(self, release: OpenRelease, entry: FileEntry) -> None:
        with release:
            self._file = release.released(entry)
        self.size = entry.bytes
        self.digest = entry.sha256

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """As `sending.Source.read`."""
        self._file.seek(start)
        while start < end and (data := self._file.read(min(CHUNK, end - start))):
            start += len(data)
            yield data

    def close(self) -> None:
        """As `sending.Source.close`."""
        self._file.close()


class ZipSource:
    """`entries` as one ZIP, with `about` beside them; it closes `release`. Raises InputError as `lay_out`."""

    def __init__(self, release: OpenRelease, entries: Sequence[FileEntry], about: Sequence[str]) -> None:
        self._release = release
        try:
            self._archive = _laid_out(release, entries, about)
        except BaseException:
            release.close()
            raise
        self.size = self._archive.size
        self.digest = self._archive.digest

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """As `sending.Source.read`. Raises InputError where a file has changed meanwhile."""
        return self._archive.read(self._release, start, end)

    def close(self) -> None:
        """As `sending.Source.close`."""
        self._release.close()


def label_of(release: OpenRelease, entry: FileEntry, *, inline: bool = False) -> Label:
    """How the file of `entry` presents itself."""
    media_type = MEDIA_TYPES.get(PurePosixPath(entry.path).suffix, "application/octet-stream")
    return Label(download_name(release.manifest, entry), media_type, inline)


def zip_label(release: OpenRelease, entries: Sequence[FileEntry]) -> Label:
    """How the ZIP of `entries` presents itself: by what they have in common."""
    manifest = release.manifest
    editions = {entry.edition for entry in entries} if len(entries) < len(manifest.files) else set()
    channels = {entry.channel for entry in entries} if editions else set()
    common = [name for names in (editions, channels) if len(names) == 1 for name in names if name]
    return Label(
        "_".join([manifest.message, *common, manifest.version]) + ".zip", "application/zip", strict=True
    )


def picked(entries: Sequence[FileEntry], picks: Sequence[str]) -> tuple[FileEntry, ...]:
    """The entries that `picks` name: by path, as `edition/channel`, or by kind. Nothing picked is everything.

    Raises KeyError with what names none.
    """
    chosen: set[str] = set()
    for pick in picks:
        found = {
            entry.path
            for entry in entries
            if pick in (entry.path, f"{entry.edition}/{entry.channel}", entry.kind)
        }
        if not found:
            raise KeyError(pick)
        chosen |= found
    return tuple(entry for entry in entries if entry.path in chosen or not picks)


_layouts: OrderedDict[str, Archive] = OrderedDict()
_turn = threading.Lock()


def _laid_out(release: OpenRelease, entries: Sequence[FileEntry], about: Sequence[str]) -> Archive:
    names = [*about, *(entry.path for entry in entries)]
    key = digest([names, [_state(release, name) for name in names]])
    with _turn:  # whoever wants the same ZIP at the same time finds it made
        if key in _layouts:
            _layouts.move_to_end(key)
            return _layouts[key]
        _layouts[key] = lay_out(release, entries, about)
        while len(_layouts) > LAYOUTS:
            _layouts.popitem(last=False)
        return _layouts[key]


def _state(release: OpenRelease, name: str) -> Identity | None:
    try:
        with release.open(name) as file:
            return identity_of(file)
    except InputError:
        return None
