"""Problems say where in the project, and nothing about the machine."""

from __future__ import annotations

from pathlib import Path

from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.studio.web.problems import ProblemOut, problems_of

PROJECT = Project(Path("/srv/secret/place"))


def test_a_place_is_told_relative_to_the_project() -> None:
    """Also where a message names a file itself."""
    problem = Problem(
        "cannot read /srv/secret/place/videos/a.mp4",
        "look into /srv/secret/place",
        PROJECT.scripts / "a.yaml",
        3,
        5,
        "warning",
    )
    assert ProblemOut.of(problem, PROJECT).model_dump() == {
        "message": "cannot read videos/a.mp4",
        "remedy": "look into .",
        "file": "scripts/a.yaml",
        "line": 3,
        "column": 5,
        "level": "warning",
    }


def test_what_lies_elsewhere_is_only_named() -> None:
    """A face or a model outside of the project."""
    assert ProblemOut.of(Problem("no", path=Path("/usr/share/x.ttf")), PROJECT).file == "x.ttf"
    assert ProblemOut.of(Problem("no", path=Path("videos/x.mp4")), PROJECT).file == "videos/x.mp4"
    assert ProblemOut.of(Problem("no"), PROJECT).file is None


def test_an_error_carries_all_of_its_problems() -> None:
    """One or many."""
    assert [each.message for each in problems_of(InputError([Problem("a"), Problem("b")]), PROJECT)] == [
        "a",
        "b",
    ]
    assert [each.remedy for each in problems_of(HosoError("a", "do b"), PROJECT)] == ["do b"]
