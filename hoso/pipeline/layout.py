"""One edition laid out: its lines spoken (or estimated), its timeline, its cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hoso.base.clock import format_clock
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import Problem
from hoso.pipeline.listening import timed
from hoso.pipeline.workshop import Workshop
from hoso.script.model import Edition, Message
from hoso.script.reader import Script
from hoso.script.scenes import FootageScene
from hoso.subtitles.cues import CuedLine
from hoso.timeline.cueing import cued_lines
from hoso.timeline.model import Timeline
from hoso.timeline.plan import Misfit, Spoken, plan


@dataclass(frozen=True, slots=True)
class Layout:
    """An edition's timeline, what its lines give in every language that they are whole in, and what does not
    fit."""

    script: Script
    edition: Edition
    timeline: Timeline
    lines: Mapping[Language, tuple[CuedLine, ...]]
    problems: tuple[Problem, ...]


def lay_out(shop: Workshop, script: Script, edition: Edition, spoken: Spoken) -> Layout:
    """Lay out `edition` with the lines as `spoken`."""

    def available(scene: FootageScene) -> int:
        return shop.library.info(shop.media(scene.footage)).duration_ms

    script, unheard = timed(shop, script, available)
    timeline, misfits = plan(script.message, spoken, available, shop.media)
    lines = {
        language: cued_lines(timeline, spoken, edition.voice, language, shop.ties)
        for language in subtitle_languages(script.message, edition)
    }
    return Layout(script, edition, timeline, lines, (*unheard, *_misfit_problems(script, misfits)))


def subtitle_languages(message: Message, edition: Edition) -> tuple[Language, ...]:
    """What `edition` can be read in: the languages that it shows, and all others that every line has."""
    lines = [line for scene in message.scenes for line in (*scene.say, *getattr(scene, "lines", ()))]
    whole = [language for language in LANGUAGES if lines and all(line.get(language) for line in lines)]
    return tuple(dict.fromkeys([*edition.languages, *whole]))


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
