"""Logs are kept for a while, and shown without where on the machine the project lies."""

from __future__ import annotations

from hoso.studio.jobs import logs
from hoso.studio.place import Studio


def test_a_log_says_nothing_of_the_machine(studio: Studio) -> None:
    """Paths are the project's; what never began has none."""
    root = studio.project.root
    logs.log_path(studio, 3).write_text(f"read {root}/scripts/a.yaml in {root}\n", "utf-8")
    assert logs.read_log(studio, 3) == "read scripts/a.yaml in .\n"
    assert logs.read_log(studio, 4) == ""


def test_of_a_long_log_the_end_is_shown(studio: Studio) -> None:
    """Also where that begins in the middle of a letter."""
    logs.log_path(studio, 3).write_text("я" * logs.SHOWN_BYTES + "!", "utf-8")
    shown = logs.read_log(studio, 3)
    assert shown.endswith("яя!")
    assert len(shown) <= logs.SHOWN_BYTES // 2 + 2


def test_old_logs_go(studio: Studio) -> None:
    """By number, not by name."""
    for number in (1, 2, *range(10, 10 + logs.KEPT)):
        logs.log_path(studio, number).touch()
    logs.drop_old_logs(studio)
    left = {path.name for path in (studio.folder / "logs").iterdir()}
    assert len(left) == logs.KEPT
    assert "job-2.log" not in left
    assert "job-10.log" in left
