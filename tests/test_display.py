"""What people see of problems."""

from __future__ import annotations

import io

from rich.console import Console

from hoso.base.problems import Problem
from hoso.display import print_problems


def test_errors_are_seen_last() -> None:
    """Hints come first, errors last, each named by its level; within a level the order is kept."""
    out = io.StringIO()
    problems = [
        Problem("one", level="error"),
        Problem("two", level="hint"),
        Problem("three", level="warning"),
        Problem("four", level="error"),
    ]
    print_problems(Console(file=out), problems)
    assert out.getvalue().split("\n")[:-1] == ["hint: two", "warning: three", "error: one", "error: four"]
