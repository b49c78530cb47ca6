"""Files appear by rename, whole or not at all; folders to work in go with whoever worked in them."""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

_ID = 8
"""Hexadecimal digits that tell one folder to work in from others of its name."""
_ABANDONED_SECONDS = 24 * 3600
"""Somebody on another machine, whose lock is not seen here, may still work in a younger folder."""


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
    while True:
        with _claimed(folder) as handle:
            if os.path.samestat(os.fstat(handle), folder.stat()):
                yield
                return


@contextmanager
def scratch(parent: Path, name: str = "") -> Iterator[Path]:
    """A new folder in `parent`, `name` and an id, to work in; removed when the block ends if it is there yet.

    What a process that was killed has left there under the same name is removed first, a day after.
    """
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent, name)
    folder = parent / f"{name}{uuid.uuid4().hex[:_ID]}"
    folder.mkdir()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        with suppress(OSError, ImportError):  # Windows and some network file systems have no such lock
            stack.enter_context(_claimed(folder))
        yield folder


def _sweep(parent: Path, name: str) -> None:
    """Remove the folders that `scratch` made and that nobody works in any more."""
    made = re.compile(re.escape(name) + f"[0-9a-f]{{{_ID}}}")
    for folder in parent.iterdir():
        if made.fullmatch(folder.name) and _abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    with suppress(OSError, ImportError), _claimed(folder, wait=False) as handle:
        return time.time() - os.fstat(handle).st_mtime > _ABANDONED_SECONDS
    return False


@contextmanager
def _claimed(folder: Path, *, wait: bool = True) -> Iterator[int]:
    """A handle of `folder` that holds its lock. Raises OSError, also if not to `wait` for another."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield handle
    finally:
        os.close(handle)
