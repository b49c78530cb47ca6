"""hoso.yaml as the studio's people may change it: whole, and without what lets programs run."""

from __future__ import annotations

from hoso.base.history import History
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.yaml_source import parse_yaml
from hoso.pipeline.reading import read_checked
from hoso.pipeline.writing import Sheet

NEVER_HERE = ("allow_clips", "notice")
"""Keys that let programs run: only who has the machine's files changes them."""

BARE = "title: {ko: 제목}\nscenes: [{card: title}]\n".encode()
"""A message that says nothing itself: what is wrong with it is wrong with what it shares."""


def settings_sheet(project: Project) -> Sheet:
    """hoso.yaml."""
    return Sheet(project.settings, History(project.state / "history"))


def settings_problems(project: Project, text: str) -> tuple[Problem, ...]:
    """What is wrong with `text` as hoso.yaml, also for the messages that will share it."""
    path = project.scripts / "nobody.yaml"
    unsaved = {project.settings: text.encode(), path: BARE}
    try:
        _, found = read_checked(project, [path], Catalog.load(project), unsaved)
    except InputError as error:
        found = error.problems
    return tuple(problem for problem in found if problem.path == project.settings)


def demand_whole(project: Project, text: str) -> None:
    """Raise InputError where `text` as hoso.yaml has an error, which every message would have then, or lets
    programs run that did not before."""
    errors = [problem for problem in settings_problems(project, text) if problem.level == "error"]
    if errors:
        raise InputError(errors)
    now = parse_yaml(text.encode(), project.settings)
    there = project.settings.is_file()
    before = parse_yaml(project.settings.read_bytes(), project.settings).data if there else {}
    words = "can't be changed here: it lets programs run on this machine"
    remedy = "Leave it as it is. Who has the project's files can change it in hoso.yaml itself."
    changed = [key for key in NEVER_HERE if now.data.get(key) != before.get(key)]
    if changed:
        raise InputError([now.problem((key,), f"`{key}` {words}", remedy, key=True) for key in changed])
