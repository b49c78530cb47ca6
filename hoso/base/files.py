"""Files appear by rename, whole or not at all."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path`, with the same suffix, to write to; renamed to `path` when the block ends well.

    The folder is made where it is missing. What was written is removed where the block fails.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.stem}.{uuid.uuid4().hex[:8]}{path.suffix}")
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all."""
    with replacing(path) as beside:
        beside.write_bytes(data)


def copy_file(source: Path, path: Path) -> None:
    """Put the bytes of `source` at `path`, whole or not at all."""
    with replacing(path) as beside:
        shutil.copyfile(source, beside)


def write_text(path: Path, text: str) -> None:
    """Put `text` at `path` as UTF-8 with the line ends it has, whole or not at all."""
    write_bytes(path, text.encode())


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """`folder`, which nobody else who asks for it gets meanwhile, in this process or in another.

    It is the folder that stands there once its turn has come, whatever stood there before. The lock is the
    system's: it ends with the process. Raises FileNotFoundError where there is no such folder.
    """
    import fcntl

    while True:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if os.path.samestat(os.fstat(handle), folder.stat()):
                yield
                return
        finally:
            os.close(handle)
