"""One edition laid out: its lines spoken (or estimated), its timeline, its cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoso.base.clock import format_clock
from hoso.base.problems import Problem
from hoso.pipeline.workshop import Workshop
from hoso.script.model import Edition, FootageScene
from hoso.script.reader import Script
from hoso.subtitles.cues import Cue
from hoso.timeline.cueing import generated_cues
from hoso.timeline.model import Timeline
from hoso.timeline.plan import Misfit, Spoken, plan


@dataclass(frozen=True, slots=True)
class Layout:
    """An edition's timeline, the cues that its lines give, and what does not fit."""

    script: Script
    edition: Edition
    timeline: Timeline
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]


def lay_out(shop: Workshop, script: Script, edition: Edition, spoken: Spoken) -> Layout:
    """Lay out `edition` with the lines as `spoken`."""

    def available(scene: FootageScene) -> int:
        return shop.library.info(shop.media(scene.footage)).duration_ms

    timeline, misfits = plan(script.message, spoken, available, shop.media)
    cues = generated_cues(timeline, spoken, edition.voice, edition.subtitles)
    return Layout(script, edition, timeline, cues, tuple(_misfit_problems(script, misfits)))


def _misfit_problems(script: Script, misfits: Sequence[Misfit]) -> Iterator[Problem]:
    for misfit in misfits:
        scene = script.message.scenes[misfit.scene]
        key = "to" if isinstance(scene, FootageScene) and scene.to is not None else "seconds"
        about = "about " if misfit.estimated else ""
        over = misfit.needed_ms - misfit.available_ms
        yield script.problem(
            ("scenes", misfit.scene, key),
            f"the words need {about}{format_clock(misfit.needed_ms)} and the scene lasts "
            f"{format_clock(misfit.available_ms)}",
            f"Give it {over / 1000:.1f} s more, shorten the words, or delete `{key}`: "
            "then the scene lasts as long as its words.",
        )
