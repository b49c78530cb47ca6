"""The cues of an edition in every language that it can be read in: editors' where they changed any."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.subtitles.keeping.keeper import Keeper, Settled


def subtitle(shop: Workshop, layout: Layout) -> Mapping[Language, Settled]:
    """The subtitle files of `layout` by language, written, merged or left alone as the keeper does.

    What a person should know is told once a run. Raises InputError where a file can't be read.
    """
    keeper = Keeper(shop.project)
    found = {}
    for language, lines in layout.lines.items():
        settled = keeper.settle(lines, subtitle_file(keeper, layout, language), language)
        for problem in (*_merged(settled), *settled.problems):
            shop.tell(problem)
        found[language] = settled
    return found


def foresee(shop: Workshop, layout: Layout) -> Mapping[Language, Settled]:
    """What `subtitle` would find; nothing is written, and what can't be read is among the problems."""
    keeper = Keeper(shop.project)
    estimated = len(layout.timeline.takes) < sum(len(placed.scene.say) for placed in layout.timeline.scenes)
    return {
        language: keeper.foresee(
            lines, subtitle_file(keeper, layout, language), language, estimated=estimated
        )
        for language, lines in layout.lines.items()
    }


def subtitle_file(keeper: Keeper, layout: Layout, language: Language) -> Path:
    """Where the subtitles of `layout` in `language` are."""
    message = layout.script.message
    return keeper.path(message.name, language, layout.edition.voice, message.editions[0].voice)


def _merged(settled: Settled) -> tuple[Problem, ...]:
    if settled.state != "merged":
        return ()
    name = settled.path.name.split(".")[0]
    words = "an editor's changes were carried over to what the script gives now"
    remedy = f"`render.py subtitles history {name}` has the file as it was."
    return (Problem(words, remedy, settled.path, level="hint"),)
