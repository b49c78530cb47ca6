"""CPU seconds, wall seconds and the largest process of a command with all its children."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds of CPU (user and system, children included), of wall time, and MB."""

    cpu: float
    wall: float
    megabytes: float


def middle(costs: Sequence[Cost]) -> Cost:
    """The medians of `costs`, of which there is at least one; the largest process is that of all."""
    return Cost(
        median(cost.cpu for cost in costs),
        median(cost.wall for cost in costs),
        max(cost.megabytes for cost in costs),
    )


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder` to its end. Raises CalledProcessError with its output on failure."""
    log = folder / "bench.log"
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=_usual(), stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_text("utf-8", "replace"))
    # ru_maxrss is in KiB on Linux and in bytes on macOS.
    unit = 1024 if sys.platform == "linux" else 1
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6)


def _usual() -> dict[str, str]:
    """The environment as people have it: Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
