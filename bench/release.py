"""What a whole release costs: every channel, beside its distinct encodes and beside one tall film."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.cut import make_project
from bench.meter import Cost, measure
from hoso.channels.catalog import Catalog

ROOT = Path(__file__).parent.parent
ALL, ENCODES, ONE = (
    "release, all channels",
    "its distinct encodes alone",
    "release, one 1080x1920 film",
)


def rows(folder: Path, seconds: int) -> dict[str, Cost]:
    """Each from a cold cache with the voice already spoken; for the encodes, sounds are mastered too."""
    render = [sys.executable, str(ROOT / "render.py")]
    module = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m"]
    made = {}
    for name, channels, command in (
        (ALL, Catalog.load().names, [*render, "bench"]),
        (ENCODES, Catalog.load().names, [*module, "bench.encodes", "."]),
        (ONE, ("shorts",), [*render, "bench"]),
    ):
        place = folder / name.replace(" ", "-")
        make_project(place, ROOT / "videos", seconds, channels)
        measure([*module, "bench.voices", "."], place)
        if name == ENCODES:
            measure([*module, "bench.encodes", ".", "masters"], place)
        made[name] = measure(command, place)
    return made
