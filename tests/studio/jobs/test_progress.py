"""Many events become a few numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.events import Miss, Notice, Stage, Step
from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.studio.jobs.progress import NOTICES, Progress

HERE = Project(Path("/somewhere/p"))


@pytest.fixture
def progress() -> Progress:
    """Of a render that has spoken and encodes."""
    found = Progress(HERE)
    found.hear(Stage("voice", "winter", 2), 1.0)
    found.hear(Step("voice", "winter", 2, reused=True), 1.0)
    found.hear(Stage("segments", "winter/ko wide", 10), 2.0)
    return found


def test_stages_are_counted(progress: Progress) -> None:
    """What is reused apart."""
    progress.hear(Step("segments", "winter/ko wide", 4, reused=True), 2.0)
    progress.hear(Step("segments", "winter/ko wide"), 5.0)
    voice, picture = progress.whole(5.0)["stages"]
    assert (voice["done"], voice["total"], voice["reused"], voice["left"]) == (2, 2, 2, 0)
    assert (picture["done"], picture["reused"], picture["seconds"]) == (5, 4, 3.0)


def test_the_estimate_goes_by_what_was_made(progress: Progress) -> None:
    """What came from the cache took no time and says nothing about the rest."""
    progress.hear(Step("segments", "winter/ko wide", 4, reused=True), 2.0)
    assert progress.whole(2.0)["stages"][1]["left"] is None
    progress.hear(Step("segments", "winter/ko wide"), 5.0)
    assert progress.whole(5.0)["stages"][1]["left"] == pytest.approx(3.0 * 5)
    progress.hear(Step("segments", "winter/ko wide", 2), 8.0)
    assert progress.whole(8.0)["stages"][1]["left"] == pytest.approx(2.0 * 3)


def test_a_change_has_what_is_new_and_no_more(progress: Progress) -> None:
    """All changes together lead to the whole."""
    first = progress.change(2.0)
    assert [stage["index"] for stage in first["stages"]] == [0, 1]
    assert not progress.changed
    progress.hear(Step("segments", "winter/ko wide"), 3.0)
    progress.hear(Notice(Problem("m", "r", HERE.root / "scripts/winter.yaml", 3)), 3.0)
    assert progress.changed
    second = progress.change(3.0)
    assert [stage["index"] for stage in second["stages"]] == [1]
    assert [notice["file"] for notice in second["notices"]] == ["scripts/winter.yaml"]
    whole = progress.whole(3.0)
    assert whole["stages"] == [first["stages"][0], second["stages"][0]]
    assert whole["notices"] == second["notices"]


def test_a_stage_that_comes_again_is_another_one(progress: Progress) -> None:
    """A coarser film has the same name; what was done stays."""
    progress.hear(Step("segments", "winter/ko wide", 10), 3.0)
    progress.hear(Stage("segments", "winter/ko wide", 10), 4.0)
    progress.hear(Step("segments", "winter/ko wide", 1), 5.0)
    assert [stage["done"] for stage in progress.whole(5.0)["stages"]] == [2, 10, 1]


def test_what_nobody_counts_is_left_out(progress: Progress) -> None:
    """Steps without a stage, reasons of misses, and the notices behind many others."""
    progress.change(2.0)
    progress.hear(Step("captions", "winter"), 3.0)
    progress.hear(Miss("segment", "its words changed"), 3.0)
    assert not progress.changed
    for number in range(NOTICES + 5):
        progress.hear(Notice(Problem(f"m{number}")), 3.0)
    assert len(progress.whole(3.0)["notices"]) == NOTICES
