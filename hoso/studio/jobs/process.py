"""The process that does a job, as the server sees it: started, heard, stopped, and never left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO

import hoso
from hoso.studio.jobs.child import GRACE_SECONDS
from hoso.studio.jobs.wire import LINE, ORDER, Line, Order


class Running:
    """A process at work. `lines` has what it says, then None."""

    def __init__(self, child: subprocess.Popen[bytes], to: IO[bytes], of: IO[bytes]) -> None:
        self.lines: SimpleQueue[Line | None] = SimpleQueue()
        self._child = child
        self._to = to
        self._of = of
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def code(self) -> int:
        """How it ended: its exit code, or a signal's number below zero. Only after its block has ended."""
        code: int = self._child.returncode
        return code

    def order(self, order: Order) -> None:
        """Tell it what to do."""
        with suppress(BrokenPipeError):
            self._to.write(ORDER.dump_json(order) + b"\n")
            self._to.flush()

    def halt(self) -> None:
        """Ask it to stop at once, by all ways there are."""
        self._hang_up()
        self._child.terminate()

    def kill(self) -> None:
        """End it, whatever it does."""
        self._child.kill()

    def end(self) -> None:
        """Wait until it is gone; where it does not go by itself, end it."""
        self._hang_up()
        try:
            self._child.wait(GRACE_SECONDS + 1)
        except subprocess.TimeoutExpired:
            self.kill()
            self._child.wait()
        self._reader.join()
        self._of.close()

    def _hang_up(self) -> None:
        with suppress(BrokenPipeError):
            self._to.close()

    def _read(self) -> None:
        try:
            for raw in self._of:
                if raw.endswith(b"\n"):  # not where it was killed in the middle of one
                    self.lines.put(LINE.validate_json(raw))
        finally:
            self.lines.put(None)


@contextmanager
def process(order: Order, log: IO[bytes], descriptor: int) -> Iterator[Running]:
    """A process that carries out `order` and writes to `log`; gone when the block ends.

    It shares the lock that `descriptor` holds.
    """
    child = subprocess.Popen(
        # -P: nothing is imported from the project's folder.
        [sys.executable, "-P", "-m", "hoso.studio.jobs.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        cwd=order.root,
        env=_environment(),
        pass_fds=(descriptor,),
        start_new_session=True,
    )
    assert child.stdin is not None  # noqa: S101 - PIPE
    assert child.stdout is not None  # noqa: S101 - PIPE
    running = Running(child, child.stdin, child.stdout)
    try:
        running.order(order)
        yield running
    finally:
        running.end()


def _environment() -> dict[str, str]:
    """Ours, with this very hoso in reach."""
    paths = [str(Path(hoso.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
