"""The only place that starts ffmpeg: progress, cancel, a reason on failure, no process left behind."""

from __future__ import annotations

import ctypes
import os
import platform
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import IO, Any

import ffmpeg
import imageio_ffmpeg

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError

PR_SET_PDEATHSIG = 1
# Loaded here because nothing may be imported between fork and exec.
_LIBC = ctypes.CDLL(None)
# Scaled without AVX2's gathers, which are slow on AMD, and on Intel since Downfall: the same pixels, sooner.
_CPU = ("-cpuflags", "+slowgather") if platform.machine() in ("x86_64", "AMD64") else ()


@cache
def binary() -> str:
    """The path of the ffmpeg that comes with imageio-ffmpeg."""
    path: str = imageio_ffmpeg.get_ffmpeg_exe()
    return path


def arguments(stream: Any) -> list[str]:
    """The command line of an ffmpeg-python output node, without the program's name. Runs nothing."""
    args: list[str] = ffmpeg.get_args(stream)
    return args


def run(
    args: Sequence[str],
    *,
    token: CancelToken | None = None,
    env: Mapping[str, str] | None = None,
    on_progress: Callable[[int], None] | None = None,
    stdin: IO[bytes] | int | None = None,
) -> str:
    """Run ffmpeg with `args` to its end and return what it wrote to standard error.

    `env` is added to the environment. `on_progress` gets the output's time in ms, now and then. `stdin` is a
    pipe or file for ffmpeg to read as `pipe:0`; closing it stays the caller's business.
    Raises Cancelled when `token` is set meanwhile, HosoError with ffmpeg's own last words on failure.
    """
    command = [*_begun(), *args]
    if stdin is None:
        command[1:1] = ["-nostdin"]
    if on_progress is not None:
        command[1:1] = ["-progress", "pipe:1"]
    with tempfile.TemporaryFile() as log:
        process = _started(command, log, stdin, piped=on_progress is not None, env=env)
        try:
            with _reporting(process, on_progress):
                _await(process, token)
        finally:
            stop(process)
        return _told(process, command, log)


def read(args: Sequence[str], take: Callable[[IO[bytes]], None], *, token: CancelToken | None = None) -> str:
    """Run ffmpeg with `args`, have `take` read what it writes to `pipe:1`, and return its standard error.

    `take` reads to the end, or raises: then ffmpeg is stopped. Raises what `take` raises, and as `run` does.
    """
    command = [*_begun(), "-nostdin", *args]
    with tempfile.TemporaryFile() as log:
        process = _started(command, log, None, piped=True)
        try:
            if process.stdout is not None:
                take(process.stdout)
            _await(process, token)
        finally:
            stop(process)
            if process.stdout is not None:
                process.stdout.close()
        return _told(process, command, log)


def _begun() -> list[str]:
    """The program, and what every run of it is told."""
    return [binary(), *_CPU, "-hide_banner", "-nostats", "-y"]


def _started(
    command: Sequence[str],
    log: IO[bytes],
    stdin: IO[bytes] | int | None,
    *,
    piped: bool,
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL if stdin is None else stdin,
        stdout=subprocess.PIPE if piped else subprocess.DEVNULL,
        stderr=log,
        env={**os.environ, **(env or {})},
        start_new_session=True,
        # Only prepared system calls are made between fork and exec.
        preexec_fn=partial(_die_with, os.getpid()) if sys.platform == "linux" else None,  # noqa: PLW1509
    )


def _told(process: subprocess.Popen[bytes], command: Sequence[str], log: IO[bytes]) -> str:
    """What `process`, which has ended, wrote to its `log`. Raises HosoError where it failed."""
    log.seek(0)
    text = log.read().decode("utf-8", "replace")
    if process.returncode != 0:
        error = HosoError(
            f"ffmpeg failed: {_last_words(text)}", "Run with --debug to see its whole command line."
        )
        error.add_note(shlex.join(command))
        raise error
    return text


def stop(process: subprocess.Popen[bytes]) -> None:
    """End `process` at once if it still runs: what it was writing stays unfinished, and shows it."""
    if process.poll() is None:
        process.kill()
        process.wait()


def _await(process: subprocess.Popen[bytes], token: CancelToken | None) -> None:
    """Wait for the end of `process`, which `token` brings about. Raises Cancelled where it did."""
    if token is None:
        process.wait()
        return
    with token.stopping(process.kill):
        process.wait()
    if process.returncode != 0 and token.cancelled:
        raise Cancelled


@contextmanager
def _reporting(process: subprocess.Popen[bytes], on_progress: Callable[[int], None] | None) -> Iterator[None]:
    """Reads the progress of `process` on a thread of its own, to its last line."""
    if on_progress is None or process.stdout is None:
        yield
        return
    reader = threading.Thread(target=_report, args=(process.stdout, on_progress), daemon=True)
    reader.start()
    try:
        yield
    finally:
        stop(process)
        reader.join()
        process.stdout.close()


def _report(stream: IO[bytes], on_progress: Callable[[int], None]) -> None:
    for raw in stream:
        key, _, value = raw.decode("ascii", "replace").strip().partition("=")
        if key == "out_time_us" and value.lstrip("-").isdigit():
            on_progress(max(0, int(value) // 1000))


def _last_words(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(lines[-3:]) or "it said nothing"


def _die_with(parent: int) -> None:
    """Ask Linux to end this child when its parent dies, even by SIGKILL; end where it has died already."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
