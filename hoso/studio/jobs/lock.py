"""Who may run jobs of a project: one server, however many there are."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lock(path: Path) -> Iterator[int | None]:
    """A descriptor that holds the lock file at `path`; None where another process has it.

    The lock goes with its last holder, however that ends. A child that is to share it inherits the descriptor
    (`pass_fds`): then nobody else gets it before the child is gone too, even when its parent was killed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield descriptor
    finally:
        os.close(descriptor)
