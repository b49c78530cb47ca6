"""A release held open: whatever takes its place meanwhile, these are its files, as its manifest says."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from hoso.base.problems import InputError, Problem
from hoso.release.manifest import NAME, FileEntry, parse_manifest

FORGET = 10_000
"""How many files' digests are remembered."""

Identity = tuple[int, int, int, int, int]
"""What changes when a file does: device, inode, size, and the times of its bytes and of itself (ns)."""

_DIGESTS: dict[Identity, str] = {}


class OpenRelease:
    """A release's folder, whatever it is called meanwhile; links in it are not followed. Close it.

    Raises FileNotFoundError where there is no release in `folder`, InputError where its manifest is none.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with open(NAME, "rb", opener=self._opener) as file:
                self.manifest = parse_manifest(file.read(), folder / NAME)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it; what was opened in it stays open. May be called twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def open(self, name: str) -> BufferedReader:
        """The file `name`, a path within the folder, to read.

        Raises InputError where there is none, or where it is a link or leads outside.
        """
        try:
            return open(name, "rb", opener=self._opener)
        except (OSError, ValueError) as error:
            words = "the file is gone from the release"
            raise InputError([Problem(words, "Render the message again.", self.folder / name)]) from error

    def released(self, entry: FileEntry) -> BufferedReader:
        """The file of `entry`, to read: byte for byte the one that was released.

        Raises InputError where it is gone, or another one by now.
        """
        file = self.open(entry.path)
        try:
            same = os.fstat(file.fileno()).st_size == entry.bytes and digest_of(file) == entry.sha256
        except BaseException:
            file.close()
            raise
        if same:
            return file
        file.close()
        words = "the file is not the one that was released: it was changed since"
        raise InputError([Problem(words, "Render the message again.", self.folder / entry.path)])

    def _opener(self, name: str, flags: int) -> int:
        """Open step by step, so that no part of the way is a link. Raises OSError, ValueError."""
        *folders, last = PurePosixPath(name).parts
        if any(part in ("..", "/") for part in (*folders, last)):
            raise FileNotFoundError(name)
        handle = os.dup(self._handle)
        try:
            for folder in folders:
                inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=handle)
                os.close(handle)
                handle = inner
            # Not waiting: a pipe would keep whoever opens it until somebody writes.
            found = os.open(last, flags | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=handle)
        finally:
            os.close(handle)
        if not stat.S_ISREG(os.fstat(found).st_mode):
            os.close(found)
            raise FileNotFoundError(name)
        return found


def open_release(folder: Path) -> OpenRelease | None:
    """The release in `folder`, held open; None where there is none. Raises InputError."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return OpenRelease(folder)
    return None


def identity_of(file: BufferedReader) -> Identity:
    """What stands for the open file as it is now."""
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def digest_of(file: BufferedReader) -> str:
    """SHA-256 of the open file, which then stands at its beginning; remembered until the file changes."""
    known = _DIGESTS.get(identity_of(file))
    if known is None:
        file.seek(0)
        identity, known = identity_of(file), hashlib.file_digest(file, "sha256").hexdigest()
        if len(_DIGESTS) >= FORGET:
            _DIGESTS.clear()
        _DIGESTS[identity] = known
    file.seek(0)
    return known
