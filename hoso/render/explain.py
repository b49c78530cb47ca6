"""Why segments could not be reused (`--explain`): their facets now against those of the last render."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from hoso.base.clock import format_clock
from hoso.base.events import Miss
from hoso.base.files import write_text
from hoso.base.store import Store
from hoso.render.encode import SUFFIX, Film
from hoso.render.keys import reason
from hoso.render.segments import Segment

Journal = Mapping[str, Mapping[str, str]]


def explain(film: Film, store: Store, journal: Path) -> list[Miss]:
    """A Miss for each segment of `film` that is not in `store`; `journal` is the last render's."""
    before = _read(journal)
    return [
        Miss(f"{film.name} {format_clock(segment.start_ms)}", reason(key, before.get(_place(segment))))
        for segment, key in zip(film.segments, film.keys, strict=True)
        if not store.place(key.key, SUFFIX).exists()
    ]


def remember(film: Film, journal: Path) -> None:
    """Keep the facets of `film` for the next render's explanation."""
    data = {_place(segment): dict(key.facets) for segment, key in zip(film.segments, film.keys, strict=True)}
    write_text(journal, json.dumps(data))


def _place(segment: Segment) -> str:
    """A name for the segment's place that stays when earlier scenes change length."""
    return "+".join(f"{span.scene}@{span.offset_ms}" for span in segment.spans)


def _read(journal: Path) -> Journal:
    try:
        data: dict[str, dict[str, str]] = json.loads(journal.read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return data
