"""Folders to work in go with whoever worked in them, however that ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hoso.base.files import scratch

WORKING = """
import sys, time
from pathlib import Path
from hoso.base.files import scratch
with scratch(Path(sys.argv[1]), ".film.") as folder:
    (folder / "half").write_text("made")
    print(folder.name, flush=True)
    time.sleep(600)
"""
OLD = 1_000_000_000


def working(parent: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another process that works in a folder in `parent`, and that folder, made long ago."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKING, str(parent)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    folder = parent / process.stdout.readline().strip()
    os.utime(folder, (OLD, OLD))
    return process, folder


def killed(process: subprocess.Popen[str]) -> None:
    """End it as the kernel does when memory runs out."""
    with process:
        process.send_signal(signal.SIGKILL)


def test_what_was_worked_in_goes(tmp_path: Path) -> None:
    """Also where the work failed; what was put elsewhere by then stays."""
    with scratch(tmp_path / "work", "a.") as folder:
        (folder / "half").write_text("made")
        assert folder.parent == tmp_path / "work"
    with pytest.raises(RuntimeError), scratch(tmp_path / "work"):
        raise RuntimeError
    assert list((tmp_path / "work").iterdir()) == []
    with scratch(tmp_path) as folder:
        folder.rename(tmp_path / "done")
    assert (tmp_path / "done").is_dir()


def test_what_the_killed_left_is_removed(tmp_path: Path) -> None:
    """By who makes the same next, but not what somebody still works in, or what is named otherwise."""
    others = [tmp_path / name for name in (".film.other", ".film2.12345678", "film", ".previous")]
    for other in others:
        other.mkdir()
        os.utime(other, (OLD, OLD))
    (tmp_path / ".film.87654321").write_text("a file")
    at_work, kept = working(tmp_path)
    dead, left = working(tmp_path)
    killed(dead)
    assert left.is_dir()
    try:
        with scratch(tmp_path, ".film."):
            assert not left.exists()
            assert (kept / "half").read_text() == "made"
    finally:
        killed(at_work)
    assert all(other.is_dir() for other in others)
    assert (tmp_path / ".film.87654321").read_text() == "a file"


def test_what_was_made_today_is_left_alone(tmp_path: Path) -> None:
    """Its maker may be on another machine."""
    (tmp_path / ".film.12345678").mkdir()
    with scratch(tmp_path, ".film."):
        assert (tmp_path / ".film.12345678").is_dir()


def test_no_lock_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system has none, there is a folder to work in all the same, and nobody's is removed."""

    def refused(handle: int, how: int) -> None:
        raise OSError(9, "Bad file descriptor")  # NFS, of a folder

    monkeypatch.setattr("fcntl.flock", refused)
    left = tmp_path / ".film.12345678"
    left.mkdir()
    os.utime(left, (OLD, OLD))
    with scratch(tmp_path, ".film.") as folder:
        assert folder.is_dir()
    assert not folder.exists()
    assert left.is_dir()
