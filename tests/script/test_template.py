"""`new`: a script that passes `check` from its first minute."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.yaml_source import parse_yaml
from hoso.script.check import check_message
from hoso.script.model import Settings
from hoso.script.reader import Script, read_message, read_settings
from hoso.script.scenes import FootageScene, ImageScene
from hoso.script.template import MOST_SCENES, message_text, new_message


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A folder with nothing in it."""
    return Project(tmp_path)


def started(project: Project) -> Script:
    """The message `first`, begun from the template; only placeholders may be wrong with it."""
    path = new_message("first", project, read_settings(project))
    script = read_message(path, project)
    problems = check_message(script, project, Catalog.load(project))
    assert all(problem.level == "warning" and "is a placeholder" in problem.message for problem in problems)
    return script


def test_an_empty_folder_gets_a_message_of_cards(project: Project) -> None:
    """Without footage there is still something to render, in Korean and Russian."""
    script = started(project)
    assert {edition.name for edition in script.message.editions} == {"ko", "ko-ru"}
    assert len(script.message.scenes) == 3


def test_what_lies_in_videos_is_used(project: Project) -> None:
    """Footage first, then pictures, each in alphabetical order, and the first music."""
    (project.videos / "more").mkdir(parents=True)
    for name in (
        "b.mp4",
        "it's: {odd}.MOV",
        "겨울 들판.mp4",
        "more/c.mkv",
        "z.jpg",
        "m.wav",
        "a.mp3",
        ".x.mp4",
        "n.txt",
    ):
        (project.videos / name).touch()
    message = started(project).message
    footage = [scene.footage for scene in message.scenes if isinstance(scene, FootageScene)]
    assert footage == ["b.mp4", "it's: {odd}.MOV", "more/c.mkv", "겨울 들판.mp4"]
    assert [scene.image for scene in message.scenes if isinstance(scene, ImageScene)] == ["z.jpg"]
    assert message.music is not None
    assert message.music.file == "a.mp3"


def test_many_files_are_named_in_a_comment(project: Project) -> None:
    """A folder of twenty clips does not make twenty scenes."""
    project.videos.mkdir()
    for number in range(20):
        (project.videos / f"{number:02}.mp4").touch()
    script = started(project)
    assert sum(isinstance(scene, FootageScene) for scene in script.message.scenes) == MOST_SCENES
    assert '"19.mp4"' in script.source.path.read_text("utf-8")


def test_what_the_project_shares_is_not_repeated(project: Project) -> None:
    """Contacts, source and channels stay in hoso.yaml, and so does the logo."""
    project.videos.mkdir()
    (project.videos / "logo.png").touch()
    project.settings.write_text(
        "source: Проєкт\nchannels: [x]\nlogo: logo.png\ncontact: {phone: '+1 555 0100'}\n", "utf-8"
    )
    script = started(project)
    assert not {"source", "channels", "contact", "music"} & set(script.source.data)
    assert not any(isinstance(scene, ImageScene) for scene in script.message.scenes)
    assert check_message(script, project, Catalog.load(project)) == []


def test_the_schema_lies_beside(project: Project) -> None:
    """The first line leads an editor to the schema, which is written once."""
    path = new_message("first", project, Settings())
    schema = path.with_name("message.schema.json")
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=message.schema.json\n")
    schema.write_text("{}")
    new_message("second", project, Settings())
    assert schema.read_text() == "{}"


def test_nothing_is_overwritten(project: Project) -> None:
    """A name that is taken is refused, with or without its ending."""
    path = new_message("first", project, Settings())
    path.write_text("mine")
    with pytest.raises(InputError, match="there is such a script already"):
        new_message("first.yaml", project, Settings())
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", "-x", ".x", "drafts", "a:b"])
def test_names_that_folders_cannot_have(project: Project, name: str) -> None:
    """A message's name becomes the name of files and folders."""
    with pytest.raises(InputError, match="can't be called"):
        new_message(name, project, Settings())


def test_korean_names_are_names(project: Project) -> None:
    """Letters of any alphabet may be used."""
    assert new_message("호소-2024", project, Settings()).name == "호소-2024.yaml"


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\x85\u2028\u2029"),
        min_size=1,
        max_size=20,
    )
)
def test_any_file_name_is_quoted_well(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Whatever a file is called, the script names that very file."""
    videos = tmp_path_factory.mktemp("videos")
    (videos / f"a{name}.mp4").touch()
    source = parse_yaml(message_text(videos, Settings()).encode(), Path("m.yaml"))
    assert source.at(("scenes", 1, "footage")) == f"a{name}.mp4"
