"""Pictures inside the page: posters and contact sheets as small JPEGs in data URIs. Heavy: imports Pillow."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.store import Store
from hoso.fonts.faces import FontSet
from hoso.release.sheets import contact_sheet

SHEET_RECIPE = "report-sheet-3"
FRAMES = 8


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG as a data URI, with its size in pixels."""

    uri: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Weight:
    """How wide pictures may be, and their JPEG quality."""

    poster: int
    sheet: int
    quality: int


WEIGHTS = (Weight(360, 1080, 74), Weight(300, 900, 62), Weight(220, 760, 50), Weight(160, 600, 40))
"""From the best to the lightest."""
BUDGET = 2_400_000
"""Characters of all pictures together: the page stays under 3 MB."""


def pictures(posters: Sequence[Path], sheets: Sequence[Path], token: CancelToken) -> dict[Path, Picture]:
    """All of them by their paths, as good as the budget allows. Raises OSError where one is no picture."""
    made: dict[Path, Picture] = {}
    for weight in WEIGHTS:
        made = {}
        for paths, width in ((posters, weight.poster), (sheets, weight.sheet)):
            for path in paths:
                token.check()
                made[path] = _small(path, width, weight.quality)
        if sum(len(picture.uri) for picture in made.values()) <= BUDGET:
            break
    return made


def sheet(film: Path, sha256: str, faces: FontSet, store: Store, token: CancelToken) -> Path:
    """The contact sheet of `film`, whose digest is `sha256`. Raises HosoError where it can't be read."""
    key = digest([SHEET_RECIPE, sha256, faces.preferred("en").sha256])
    return store.make(key, ".jpg", lambda out: contact_sheet(film, FRAMES, out, faces, token))


def _small(path: Path, width: int, quality: int) -> Picture:
    """The picture at `path`, at most `width` pixels wide."""
    with Image.open(path) as opened:
        # A JPEG comes out of its decoder halved as often as leaves half as much again.
        opened.thumbnail((width, opened.height), Image.Resampling.LANCZOS, reducing_gap=1.5)
        picture = opened.convert("RGB")
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True)
    data = base64.b64encode(file.getvalue()).decode()
    return Picture(f"data:image/jpeg;base64,{data}", picture.width, picture.height)
