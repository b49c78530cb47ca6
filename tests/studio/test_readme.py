"""The README's example for programs, run as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path

from hoso.studio.access import tokens
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import person
from tests.studio.jobs.jobs_material import QUICK, fill

README = Path(__file__).parents[2] / "README.md"


def test_a_program_posts_a_script_waits_and_downloads(studio: Studio, served: str, tmp_path: Path) -> None:
    """By curl alone, with a producer's token."""
    fill(studio.project)
    (studio.project.scripts / "quick.yaml").unlink()
    (studio.project.videos / "quick").rename(studio.project.videos / "hello")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "hello.yaml").write_text(QUICK, "utf-8")
    example = re.search(
        r"<!-- run by tests/studio/test_readme.py -->\n```bash\n(.*?)```", README.read_text(), re.DOTALL
    )
    assert example is not None
    token = tokens.make(studio.database, person(studio, "program", Role.PRODUCER), "README", 1)[1]
    done = subprocess.run(
        ["bash", "-e", "-c", example[1]],
        cwd=folder,
        env={**os.environ, "HOSO": served, "HOSO_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(folder / "hello.zip") as archive:
        assert archive.testzip() is None
        assert any(name.startswith("hello_ko_tiny_") and name.endswith(".mp4") for name in archive.namelist())
