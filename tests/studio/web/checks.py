"""Checks of the front end: `python -m tests.studio.web.checks` (types, format, lint) or `... fix`.

The tests in TypeScript (*.test.ts beside what they test) are run by pytest, from test_front.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from hoso.studio.web.front import HIDDEN, SOURCES, installed, node

FRONT = Path(__file__).parents[3] / "hoso/studio/front"

Done = subprocess.CompletedProcess[str]


def types() -> Done:
    """What TypeScript says, of the tests too."""
    home = packages()
    with _copied(home) as work:
        return node(home / "node_modules/typescript/bin/tsc", "--project", str(work), folder=work)


def habits(*, mend: bool = False) -> Done:
    """What Biome says about format and lint; with `mend` it mends what it can without thinking."""
    biome = packages() / "node_modules/@biomejs/biome/bin/biome"
    asked = ["--write"] if mend else ["--error-on-warnings", "--max-diagnostics=50"]
    return node(biome, "check", *asked, "--colors=off", folder=FRONT)


def tests() -> Done:
    """What vitest says about the tests in TypeScript."""
    home = packages()
    with _copied(home) as work:
        return node(home / "node_modules/vitest/vitest.mjs", "run", "--root", str(work), folder=work)


def packages() -> Path:
    """The folder with the npm packages, those for checks too."""
    return installed(FRONT, user_cache_path("hoso") / SOURCES, print, checks=True)


@contextmanager
def _copied(home: Path) -> Iterator[Path]:
    """The sources where Node and TypeScript find the packages above them."""
    with tempfile.TemporaryDirectory(dir=home) as place:
        work = Path(place) / SOURCES
        shutil.copytree(FRONT, work, ignore=HIDDEN)
        yield work


def main(args: list[str]) -> int:
    """Say what is wrong; the exit code says whether anything is."""
    done = [habits(mend=True)] if args == ["fix"] else [types(), habits()]
    for each in done:
        if each.returncode:
            sys.stderr.write(each.stdout + each.stderr)
    return max(each.returncode for each in done)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
