"""The documents are true: every key, command and example in them works, and none is missing."""

from __future__ import annotations

import io
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel
from rich.console import Console

from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.cli.app import app
from hoso.script import model, scenes, values
from hoso.script.check import check_message
from hoso.script.reader import read_message

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SUBTITLES = (ROOT / "docs" / "subtitles.md").read_text("utf-8")
SCRIPT = (ROOT / "docs" / "script.md").read_text("utf-8")
MODELS = [
    value
    for module in (values, scenes, model)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module.__name__
]


@pytest.mark.parametrize("described", MODELS, ids=lambda each: each.__name__)
def test_every_key_of_a_script_is_documented(described: type[BaseModel]) -> None:
    """docs/script.md names each key that a script or hoso.yaml can have."""
    keys = {field.alias or name for name, field in described.model_fields.items() if not field.exclude} - {
        "ko",
        "ru",
        "uk",
        "en",
        "name",
        "path",
    }
    missing = [key for key in keys if not re.search(rf"\b{key}\b", SCRIPT)]
    assert missing == []


def test_every_command_is_in_the_readme_or_the_script_page() -> None:
    """A command that nobody reads about is not there."""
    commands = {name for name in app if not name.startswith("-")}
    assert commands
    assert [name for name in commands if f"render.py {name}" not in README + SCRIPT] == []


def test_every_command_of_the_documents_exists() -> None:
    """Each `render.py …` in the documents is a command, a script or a message, with options that exist."""
    commands = {name for name in app if not name.startswith("-")}
    for words in re.findall(r"render\.py ([^`\n]+)", README + SCRIPT + SUBTITLES):
        first, second = [*words.split(), "", ""][:2]
        path = [first] if first in commands else []
        path += [second] if first == "subtitles" else []
        assert set(re.findall(r"--[a-z]+", words)) <= _options(*path), words


@cache
def _options(*command: str) -> set[str]:
    """The options that the command's own help names."""
    helped = io.StringIO()
    app.help_print([*command], console=Console(file=helped, width=200))
    return set(re.findall(r"--[a-z]+", helped.getvalue()))


def test_the_readmes_script_is_a_script(tmp_path: Path) -> None:
    """The example reads and checks without an error, with the samples' own footage."""
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    project = Project(tmp_path)
    project.scripts.mkdir()
    shutil.copytree(ROOT / "videos", project.videos)
    (project.scripts / "example.yaml").write_text(example, "utf-8")
    script = read_message(project.scripts / "example.yaml", project)
    problems = check_message(script, project, Catalog.load(project))
    assert [problem for problem in problems if problem.level == "error"] == []


def test_the_links_of_the_documents_lead_somewhere() -> None:
    """Every file that README, CONTRIBUTING and docs name is there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")]
    for page in pages:
        for name in re.findall(r"\]\(([^):#]+)\)", page.read_text("utf-8")):
            assert (page.parent / name).exists(), f"{page.name}: {name}"
