"""The cues that are burned: the editor's where there is an editor's file, else those that the voice gave."""

from __future__ import annotations

from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.subtitles.cues import Cue


def subtitle(shop: Workshop, layout: Layout) -> tuple[Cue, ...]:
    """The cues of `layout` as its subtitle file has them; the file is written where no editor has changed it."""
    return layout.cues
