"""The cues that are burned: the editor's where there is an editor's file, else those that the voice gave."""

from __future__ import annotations

from pathlib import Path

from hoso.base.events import Notice
from hoso.base.problems import Problem
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.subtitles.cues import Cue, cues_of
from hoso.subtitles.keeping.keeper import foresee, settle, subtitle_path


def subtitle(shop: Workshop, layout: Layout) -> tuple[Cue, ...]:
    """The cues of `layout` as its subtitle file has them; the file is written where no editor has changed it.

    What a person should know about an editor's file is said as notices. Raises InputError where the file
    can't be read.
    """
    settled = settle(
        cues_of(layout.lines[layout.edition.main]), _path(shop, layout), layout.timeline.duration_ms
    )
    for problem in settled.problems:
        shop.listen(Notice(problem))
    return settled.cues


def subtitle_problems(shop: Workshop, layout: Layout) -> tuple[Problem, ...]:
    """What is wrong with the subtitle file of `layout`; nothing is written."""
    lines = sum(len(placed.scene.say) for placed in layout.timeline.scenes)
    estimated = len(layout.timeline.takes) < lines
    path = _path(shop, layout)
    return foresee(
        cues_of(layout.lines[layout.edition.main]), path, layout.timeline.duration_ms, estimated=estimated
    ).problems


def _path(shop: Workshop, layout: Layout) -> Path:
    message, edition = layout.script.message, layout.edition
    first = message.editions[0].voice
    return subtitle_path(shop.project, message.name, edition.main, edition.voice, first)
