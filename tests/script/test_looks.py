"""Styles that a script names: there, and readable."""

from __future__ import annotations

from pathlib import Path

from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.script.check import check_message
from hoso.script.reader import read_message

SCRIPT = """\
title: {ko: 가}
source: Проєкт
channels: [telegram]
style: box
scenes:
  - card: title
  - {card: title, style: %s}
"""


def said(folder: Path, scene_style: str, shared: str = "") -> list[str]:
    """`level file:line:column message` of what is wrong with a script."""
    project = Project(folder)
    project.settings.write_text(shared or "voice: {engine: gtts}\n", "utf-8")
    path = folder / "m.yaml"
    path.write_text(SCRIPT % scene_style, "utf-8")
    problems = check_message(read_message(path, project), project, Catalog.load(project))
    assert all(problem.remedy for problem in problems)
    return [f"{p.level} {p.path.name if p.path else ''}:{p.line}:{p.column} {p.message}" for p in problems]


def test_a_scene_can_have_a_style_of_its_own(tmp_path: Path) -> None:
    """It is used in place of the message's."""
    assert said(tmp_path, "large") == []
    message = read_message(tmp_path / "m.yaml", Project(tmp_path)).message
    assert message.style == "box"
    assert [scene.style for scene in message.scenes] == [None, "large"]


def test_an_unknown_style_is_told_the_nearest(tmp_path: Path) -> None:
    """At its place in the script, or in hoso.yaml."""
    assert said(tmp_path, "lagre") == ["error m.yaml:7:26 there is no style lagre"]
    text = SCRIPT.replace("style: box\n", "")
    (tmp_path / "n.yaml").write_text(text % "large", "utf-8")
    (tmp_path / "hoso.yaml").write_text("style: boxes\n", "utf-8")
    project = Project(tmp_path)
    problems = check_message(read_message(tmp_path / "n.yaml", project), project, Catalog.load(project))
    assert [(p.path, p.line, p.remedy.split("?")[0]) for p in problems] == [
        (project.settings, 1, "Did you mean box")
    ]


def test_what_is_weak_in_an_own_style_is_shown_in_its_file(tmp_path: Path) -> None:
    """Errors and warnings of the file of the style that is used."""
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text("name: mine\ntitle: Mine\nfill: '#8A8A8A'\n", "utf-8")
    (warning,) = said(tmp_path, "mine")
    assert warning.startswith("warning mine.yaml:3:7 `fill` #8A8A8A")
    (tmp_path / "styles" / "mine.yaml").write_text("name: mine\ntitle: Mine\nfill: '#303030'\n", "utf-8")
    (error,) = said(tmp_path, "mine")
    assert error.startswith("error mine.yaml:3:7 `fill` #303030")
