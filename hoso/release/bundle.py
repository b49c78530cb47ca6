"""A release as one ZIP: files under names that say what they are, with a list of checksums.

The ZIP is laid out before it is made: its size is known, any part of it can be read, and nothing of it is
kept but what zipfile writes around the files. Sizes and checksums stand before each file's bytes, as readers
want them that can't look ahead; it is the same twice and tells nothing of the machine.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from hoso.base.files import replacing
from hoso.base.keys import digest
from hoso.base.problems import InputError, Problem
from hoso.release.manifest import NAME, FileEntry, download_name
from hoso.release.opened import Identity, OpenRelease, digest_of, identity_of
from hoso.release.report.writing import NAME as REPORT

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: a ZIP tells nothing of the machine, and is the same twice."""
SUMS = "SHA256SUMS"
ABOUT = (NAME, REPORT)
"""What tells of the release, beside its files."""
CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a ZIP, beginning at `start`: those of the release's file `name`, or else `data`."""

    start: int
    size: int
    name: str = ""
    identity: Identity | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP that is made while it is read. `digest` stands for its bytes."""

    size: int
    digest: str
    stretches: tuple[Stretch, ...]

    def read(self, release: OpenRelease, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` up to `end` of the ZIP of `release`, in pieces of at most `CHUNK`.

        Raises InputError where a file has changed since the ZIP was laid out.
        """
        stop = self.size if end is None else min(end, self.size)
        for stretch in self.stretches:
            low, high = max(start, stretch.start), min(stop, stretch.start + stretch.size)
            if low < high:
                yield from _bytes(release, stretch, low - stretch.start, high - low)


def lay_out(release: OpenRelease, entries: Sequence[FileEntry], about: Sequence[str] = ABOUT) -> Archive:
    """The ZIP of the files `entries` of `release`, of `about` as far as it is there, and of `SUMS`.

    Reads every file once. Raises InputError with everything that is gone or not what was released.
    """
    skeleton = _Skeleton()
    sums = "".join(f"{entry.sha256}  {download_name(release.manifest, entry)}\n" for entry in entries)
    with zipfile.ZipFile(skeleton, "w", zipfile.ZIP_STORED) as archive:
        parts: list[object] = [sums]
        for name, file in _about(release, about):
            with file:
                parts.append([name, digest_of(file)])
                _put(archive, skeleton, name, name, file)
        archive.writestr(_info(SUMS, len(sums)), sums)
        wrong: list[Problem] = []
        for entry in entries:
            try:
                with release.released(entry) as file:
                    _put(archive, skeleton, download_name(release.manifest, entry), entry.path, file)
            except InputError as error:
                wrong += error.problems
    if wrong:
        raise InputError(wrong)
    return Archive(skeleton.size, digest(parts), skeleton.stretches())


def bundle(release: OpenRelease, out: Path) -> Path:
    """Write `out`: all files of `release`, its manifest and report, and `SUMS`.

    Raises InputError where a file is not there any more, or is not what the manifest says.
    """
    archive = lay_out(release, release.manifest.files)
    with replacing(out) as beside, beside.open("wb") as file:
        for data in archive.read(release):
            file.write(data)
    return out


def _about(release: OpenRelease, names: Sequence[str]) -> Iterator[tuple[str, BufferedReader]]:
    for name in names:
        try:
            yield name, release.open(name)
        except InputError:
            continue  # a release without a report is one all the same


def _put(archive: zipfile.ZipFile, skeleton: _Skeleton, name: str, path: str, file: BufferedReader) -> None:
    size = os.fstat(file.fileno()).st_size
    with archive.open(_info(name, size), "w") as entry, skeleton.passing(path, file, size):
        while data := file.read(CHUNK):
            entry.write(data)


def _info(name: str, size: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o644 << 16
    info.file_size = size
    return info


def _bytes(release: OpenRelease, stretch: Stretch, at: int, size: int) -> Iterator[bytes]:
    if not stretch.name:
        yield stretch.data[at : at + size]
        return
    with release.open(stretch.name) as file:
        if identity_of(file) != stretch.identity:
            raise _changed(release, stretch)
        file.seek(at)
        while size:
            data = file.read(min(size, CHUNK))
            if not data:
                raise _changed(release, stretch)
            size -= len(data)
            yield data


def _changed(release: OpenRelease, stretch: Stretch) -> InputError:
    words = "the file changed while it was read"
    return InputError([Problem(words, "Take the ZIP once more.", release.folder / stretch.name)])


class _Skeleton(io.RawIOBase):
    """Takes what zipfile writes, and keeps all but the bytes of files: those are read again later."""

    def __init__(self) -> None:
        self._written: dict[int, Stretch] = {}
        self._at = 0
        self._passing = False

    @property
    def size(self) -> int:
        """Bytes of all that was written."""
        return max((stretch.start + stretch.size for stretch in self._written.values()), default=0)

    def stretches(self) -> tuple[Stretch, ...]:
        """All that was written, in order."""
        return tuple(self._written[start] for start in sorted(self._written))

    @contextmanager
    def passing(self, path: str, file: BufferedReader, size: int) -> Iterator[None]:
        """What is written in the block is that of the release's file at `path`, `size` bytes; not kept."""
        if size:
            self._written[self._at] = Stretch(self._at, size, path, identity_of(file))
        self._passing = True
        yield
        self._passing = False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = offset if whence == os.SEEK_SET else self._at + offset
        return self._at

    def write(self, data: ReadableBuffer) -> int:
        taken = bytes(data)
        if taken and not self._passing:
            self._written[self._at] = Stretch(self._at, len(taken), data=taken)
        self._at += len(taken)
        return len(taken)
