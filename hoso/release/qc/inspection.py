"""A finished file inspected: measured and judged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.problems import HosoError, Problem
from hoso.release.qc.checks import check
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Fault
from hoso.release.qc.means import Means
from hoso.release.qc.measure import measure
from hoso.release.qc.measured import Measured

READABLE = "readable"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was measured on a file, None where it can't be read, and what is wrong with it."""

    path: Path
    measured: Measured | None
    faults: tuple[Fault, ...]

    @property
    def passed(self) -> bool:
        """Whether the file may be handed out."""
        return not self.faults

    def problems(self, channel: str) -> tuple[Problem, ...]:
        """The faults as problems of the file for `channel`."""
        return tuple(
            Problem(f"QC withholds {channel} ({fault.rule}): {fault.message}", fault.remedy, self.path)
            for fault in self.faults
        )


def inspect(path: Path, expected: Expectation, means: Means) -> Inspection:
    """Open the file at `path` and hold it against `expected`. Raises Cancelled."""
    try:
        measured = measure(path, expected, means)
    except HosoError as error:
        return Inspection(path, None, (Fault(READABLE, error.problem.message, error.problem.remedy),))
    return Inspection(path, measured, check(expected, measured))
