"""A content-addressed store of files with a size cap; the least recently used go first.

Files are opened by path by ffmpeg, which is why a database of blobs would not do.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hoso.base.files import replacing

GIB = 1024**3


class Store:
    """Files by key below `root`. Safe to share between processes: files appear by rename.

    `cap` is in bytes and is kept by `trim`, never in the middle of work.
    """

    def __init__(self, root: Path, cap: int = 10 * GIB) -> None:
        self.root = root
        self.cap = cap

    def place(self, key: str, suffix: str) -> Path:
        """Where the file of `key` is or would be."""
        return self.root / key[:2] / f"{key}{suffix}"

    def find(self, key: str, suffix: str) -> Path | None:
        """The file of `key`, marked as used now, or None."""
        path = self.place(key, suffix)
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        return path

    def make(self, key: str, suffix: str, write: Callable[[Path], None]) -> Path:
        """The file of `key`; where it is missing, `write` makes it at the path that it is given."""
        found = self.find(key, suffix)
        if found is not None:
            return found
        path = self.place(key, suffix)
        with replacing(path) as beside:
            write(beside)
        return path

    def trim(self) -> int:
        """Remove the least recently used files over the cap. Returns how many bytes went."""
        entries = []
        for path in self.root.glob("??/*"):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            entries.append((stat.st_mtime_ns, stat.st_size, path))
        excess = sum(size for _, size, _ in entries) - self.cap
        gone = 0
        for _, size, path in sorted(entries):
            if gone >= excess:
                break
            path.unlink(missing_ok=True)
            gone += size
        return gone
