"""What a whole release costs: every channel, beside its distinct encodes and beside one tall film."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.cut import fresh_copy, make_project
from bench.meter import Cost, measure, middle
from hoso.channels.catalog import Catalog

ROOT = Path(__file__).parent.parent
RENDER = [sys.executable, str(ROOT / "render.py"), "bench"]
MODULE = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m"]
ALL, ENCODES, ONE = (
    "release, all channels",
    "its distinct encodes alone",
    "release, one 1080x1920 film",
)


def rows(folder: Path, seconds: int, rounds: int) -> dict[str, Cost]:
    """Each from a cold cache with the voice already spoken; for the encodes, sounds are mastered too.

    The encodes are measured before and after each release, of which there are `rounds`: machines change
    their speed. What is returned are medians.
    """
    spoken, one = folder / "spoken", folder / "one"
    make_project(spoken, ROOT / "videos", seconds, Catalog.load().names)
    measure([*MODULE, "bench.voices", "."], spoken)
    make_project(one, ROOT / "videos", seconds, ("shorts",))
    shutil.copytree(spoken / ".hoso" / "voice", one / ".hoso" / "voice")
    releases, encodes = [], [_encodes(spoken)]
    for _ in range(max(1, rounds)):
        releases.append(_measured(RENDER, fresh_copy(spoken, "release")))
        encodes.append(_encodes(spoken))
    return {ALL: middle(releases), ENCODES: middle(encodes), ONE: measure(RENDER, one)}


def _encodes(spoken: Path) -> Cost:
    place = fresh_copy(spoken, "encodes")
    measure([*MODULE, "bench.encodes", ".", "masters"], place)
    return _measured([*MODULE, "bench.encodes", "."], place)


def _measured(command: Sequence[str], place: Path) -> Cost:
    """Of `command` in the project at `place`, which is no more needed then."""
    cost = measure(command, place)
    shutil.rmtree(place)
    return cost
