"""hoso.yaml from the browser: checked as messages would be, and never a way to run a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.settings import demand_whole, settings_problems

WHOLE = "source: Проєкт\nchannels: [telegram]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with settings."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "videos").mkdir()
    (tmp_path / "hoso.yaml").write_text(WHOLE + "notice: {command: [echo]}\n")
    return Project(tmp_path)


def test_what_messages_would_find_is_found(project: Project) -> None:
    """Keys, names of channels, files; nothing about the message that there is not."""
    assert settings_problems(project, WHOLE) == ()
    text = "source: Проєкт\nchannels: [telegramm]\nmusic: {file: none.wav}\n"
    found = settings_problems(project, text)
    assert [(problem.line, problem.message) for problem in found] == [
        (2, "there is no channel telegramm"),
        (3, "there is no none.wav in videos/"),
    ]
    assert [problem.line for problem in settings_problems(project, "sorce: a\n")] == [1]
    assert [problem.line for problem in settings_problems(project, "a: b: c\n")] == [1]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (WHOLE + "notice: {command: [rm, -rf, /]}\n", "notice"),
        (WHOLE, "notice"),
        (WHOLE + "notice: {command: [echo]}\nallow_clips: true\n", "allow_clips"),
        (WHOLE + '"notice": {webhook: "https://example.org", command: [echo]}\n', "notice"),
    ],
)
def test_programs_are_not_let_run_from_here(project: Project, text: str, key: str) -> None:
    """Neither brought in, nor changed, nor taken out."""
    with pytest.raises(InputError, match=f"`{key}` can't be changed here"):
        demand_whole(project, text)


def test_what_is_as_it_was_may_stay(project: Project) -> None:
    """Whatever the file lets run, its other keys can be changed."""
    demand_whole(project, "source: Інший\nnotice:\n  command:\n    - echo\nchannels: [x]\n")


def test_a_file_with_an_error_would_stop_every_message(project: Project) -> None:
    """So it is not written."""
    with pytest.raises(InputError, match="written twice"):
        demand_whole(project, WHOLE + "notice: {command: [echo]}\nsource: a\n")
