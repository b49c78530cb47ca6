"""What a whole release costs: every channel, beside its distinct encodes and beside one tall film."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.cut import make_project
from bench.meter import Cost, mean, measure
from hoso.channels.catalog import Catalog

ROOT = Path(__file__).parent.parent
RENDER = [sys.executable, str(ROOT / "render.py"), "bench"]
MODULE = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m"]
ALL, ENCODES, ONE = (
    "release, all channels",
    "its distinct encodes alone",
    "release, one 1080x1920 film",
)


def rows(folder: Path, seconds: int) -> dict[str, Cost]:
    """Each from a cold cache with the voice already spoken; for the encodes, sounds are mastered too.

    The encodes are measured before and after the release: machines change their speed.
    """
    every = Catalog.load().names
    first, whole, last, one = (folder / name for name in ("before", "whole", "after", "one"))
    for place in (first, whole, last, one):
        make_project(place, ROOT / "videos", seconds, ("shorts",) if place == one else every)
        if place == first:
            measure([*MODULE, "bench.voices", "."], place)
        else:
            shutil.copytree(first / ".hoso" / "voice", place / ".hoso" / "voice")
    for place in (first, last):
        measure([*MODULE, "bench.encodes", ".", "masters"], place)
    before = measure([*MODULE, "bench.encodes", "."], first)
    release = measure(RENDER, whole)
    after = measure([*MODULE, "bench.encodes", "."], last)
    return {ALL: release, ENCODES: mean(before, after), ONE: measure(RENDER, one)}
