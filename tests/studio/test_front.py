"""The front end is sound, is built once, and goes into a wheel."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from hoso.base.problems import HosoError
from hoso.studio.web import front as fronts
from hoso.studio.web.front import Front
from tests.studio.web import checks

ROOT = Path(__file__).parents[2]


def test_the_tests_in_typescript_pass() -> None:
    """They run by vitest, in Node."""
    done = checks.tests()
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_entry_has_a_script_and_the_shared_look_comes_once(front: Front) -> None:
    """The manifest leads to files that are there."""
    for source in (checks.FRONT / "src/entries").glob("*.ts"):
        assert (front.folder / front.url(source.stem).removeprefix("/front/")).is_file()
    sheets = front.styles(["pages", "pages"])
    assert len(sheets) == 1
    assert (front.folder / sheets[0].removeprefix("/front/")).is_file()


def test_nothing_built_breaks_the_content_security_policy(front: Front) -> None:
    """No inline data that `default-src 'self'` refuses, and no eval."""
    for script in (front.folder / "assets").glob("*.js"):
        text = script.read_text("utf-8")
        assert "import(`data:" not in text
        assert 'import("data:' not in text
    for sheet in (front.folder / "assets").glob("*.css"):
        assert "http" not in sheet.read_text("utf-8").replace("http://www.w3.org/", "")


def test_what_is_built_is_kept(tmp_path: Path) -> None:
    """The same sources are not built again; tests among them do not count."""
    sources = tmp_path / "front"
    sources.mkdir()
    (sources / "package.json").write_text("{}")
    (sources / "main.ts").write_text("export {};")
    built = tmp_path / "cache/built" / fronts._fingerprint(sources)
    built.mkdir(parents=True)
    (built / fronts.MANIFEST).write_text("{}")
    (sources / "main.test.ts").write_text("export {};")
    told: list[str] = []
    assert fronts.build(sources, tmp_path / "cache", told.append) == built
    assert told == []
    (sources / "main.ts").write_text("export const changed = 1;")
    assert fronts._fingerprint(sources) != built.name


def test_a_build_that_fails_says_why(tmp_path: Path, front: Front) -> None:
    """The builder's own last lines, and what to do; nothing is left behind."""
    sources = tmp_path / "front"
    shutil.copytree(checks.FRONT, sources, ignore=fronts.HIDDEN)
    (sources / "src/entries/pages.ts").write_text('import "./nowhere";\n')
    cache = tmp_path / "cache"
    (cache / "packages").mkdir(parents=True)
    home = fronts.installed(checks.FRONT, user_cache_path("hoso") / fronts.SOURCES)
    (cache / "packages" / home.name).symlink_to(home)
    told: list[str] = []
    with pytest.raises(HosoError, match="nowhere"):
        fronts.build(sources, cache, told.append)
    assert len(told) == 1
    assert not list((cache / "built").iterdir())


@pytest.mark.skipif(shutil.which("uv") is None, reason="there is no uv to build a wheel with")
def test_a_wheel_carries_the_built_pages(tmp_path: Path, front: Front) -> None:
    """`just wheel` names them; a wheel without them says so and builds them at its first start."""
    wheel, told = _wheel(tmp_path / "with", str(front.folder))
    names = set(zipfile.ZipFile(wheel).namelist())
    manifest = json.loads(zipfile.ZipFile(wheel).read("hoso/studio/built/manifest.json"))
    assert {f"hoso/studio/built/{entry['file']}" for entry in manifest.values()} <= names
    assert not [name for name in names if "node_modules" in name or name.endswith(".test.ts")]
    wheel, told = _wheel(tmp_path / "without", "")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "just wheel" in told
    assert "hoso/studio/front/package.json" in names
    assert not [name for name in names if name.startswith("hoso/studio/built/")]


def _wheel(folder: Path, front: str) -> tuple[Path, str]:
    done = subprocess.run(
        ["uv", "build", "--wheel", "--out-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "HOSO_FRONT": front},
        capture_output=True,
        text=True,
        check=True,
    )
    return next(folder.glob("*.whl")), done.stderr
