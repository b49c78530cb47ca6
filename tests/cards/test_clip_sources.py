"""What a user's clip is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import HosoError
from hoso.base.project import Project
from hoso.cards.clip_sources import ClipError, clip_key, sources
from hoso.script.scenes import ClipScene

SCENE = ClipScene(clip="snow.py:fall")


def write(project: Project, files: dict[str, str]) -> None:
    """Put files into videos/."""
    for name, text in files.items():
        path = project.videos / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(project: Project) -> set[str]:
    """The sources of snow.py, relative to videos/."""
    found = sources(project.videos / "snow.py", project.videos)
    return {file.relative_to(project.videos).as_posix() for file in found}


def key(project: Project, **change: object) -> str:
    """The key of the clip."""
    given = {"raster": (640, 360), "fps": 25, "duration_ms": 2000, **change}
    return clip_key(project, SCENE, **given)  # type: ignore[arg-type]


def test_modules_are_followed_wherever_they_are_imported(project: Project) -> None:
    """Also indirectly, from packages, relatively, within functions; only the project's own are counted."""
    write(
        project,
        {
            "snow.py": "import numpy\nfrom kit import flakes\ndef fall():\n    import wind.gust\n",
            "kit/__init__.py": "from . import colours\n",
            "kit/flakes.py": "from .deep import ice\n",
            "kit/colours.py": "",
            "kit/deep/__init__.py": "",
            "kit/deep/ice.py": "import snow\n",
            "wind/gust.py": "",
            "unused.py": "",
        },
    )
    assert names(project) == {
        "snow.py",
        "kit/__init__.py",
        "kit/flakes.py",
        "kit/colours.py",
        "kit/deep/__init__.py",
        "kit/deep/ice.py",
        "wind/gust.py",
    }


def test_files_that_strings_name_are_counted(project: Project) -> None:
    """From videos/ or beside the module; nothing outside videos/."""
    snow = 'import kit.art\nA = "logo.png"\nB = "../secret.txt"\n'
    write(project, {"snow.py": snow, "kit/art.py": 'C = "flake.png"\n'})
    for name in ("logo.png", "kit/flake.png", "../secret.txt"):
        (project.videos / name).write_bytes(b"x")
    assert names(project) == {"snow.py", "kit/art.py", "logo.png", "kit/flake.png"}


def test_assets_may_be_files_folders_and_patterns(project: Project) -> None:
    """For what is opened under a computed name."""
    write(project, {"snow.py": 'ASSETS = ["frames", "tiles/*.png"]\n'})
    for name in ("frames/deep/1.png", "frames/2.png", "tiles/a.png", "tiles/b.txt"):
        path = project.videos / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert names(project) == {"snow.py", "frames/deep/1.png", "frames/2.png", "tiles/a.png"}


def test_an_asset_that_is_missing_is_an_error_at_its_line(project: Project) -> None:
    """As is a list that can't be read without running it."""
    write(project, {"snow.py": '\nASSETS = ["none.png"]\n'})
    with pytest.raises(ClipError, match=r"none\.png") as caught:
        names(project)
    assert caught.value.problem.line == 2
    write(project, {"snow.py": "ASSETS = list(range(3)) + x\n"})
    with pytest.raises(ClipError, match="plain list"):
        names(project)


def test_a_key_changes_with_whatever_changes_the_frames(project: Project) -> None:
    """Helper, asset, raster, rate, length; not with a file that the clip doesn't use."""
    write(project, {"snow.py": 'import kit\nLOGO = "logo.png"\n', "kit.py": "A = 1\n"})
    logo = project.videos / "logo.png"
    logo.write_bytes(b"1")
    first = key(project)
    write(project, {"other.py": ""})
    assert key(project) == first
    seen = {first, key(project, raster=(320, 180)), key(project, fps=30), key(project, duration_ms=2200)}
    write(project, {"kit.py": "A = 2\n"})
    seen.add(key(project))
    logo.write_bytes(b"2")
    seen.add(key(project))
    assert len(seen) == 6


def test_code_that_is_not_python_is_an_error_at_its_line(project: Project) -> None:
    """Before anything is run."""
    write(project, {"snow.py": "a = 1\ndef fall(:\n"})
    with pytest.raises(ClipError, match="not Python") as caught:
        key(project)
    assert (caught.value.problem.path, caught.value.problem.line) == (project.videos / "snow.py", 2)


@pytest.mark.parametrize("name", ["none.py:f", "../outside.py:f"])
def test_a_file_that_is_not_in_videos_is_an_error(name: str, project: Project) -> None:
    """Missing, or outside."""
    Path(project.root / "outside.py").write_text("", encoding="utf-8")
    with pytest.raises(HosoError, match=r"missing|outside"):
        clip_key(project, ClipScene(clip=name), (640, 360), 25, 2000)
