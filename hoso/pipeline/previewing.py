"""A message made ready to be timed: spoken, subtitled, filmed small and without subtitles, in every shape.

Nothing here depends on the cues, so a moved cue makes nothing anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import Listener, Stage, Step
from hoso.base.files import write_text
from hoso.base.jobs import CancelToken
from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.pipeline.activity import voice_activity
from hoso.pipeline.asking import read_asked
from hoso.pipeline.cutting import Cut
from hoso.pipeline.picturing import Camera
from hoso.pipeline.production import Production, produce
from hoso.pipeline.request import Request
from hoso.pipeline.shapes import Shape, look_of, plan_key, shapes_of
from hoso.pipeline.sheets import programme_shots
from hoso.pipeline.sounding import heard, programme_of
from hoso.pipeline.voicing import rest
from hoso.pipeline.working import working_film
from hoso.pipeline.workshop import Workshop, default_workers, open_workshop
from hoso.sound.peaks import peaks

STAGE = "preview"


@dataclass(frozen=True, slots=True)
class Preview:
    """An edition that can be timed."""

    message: str
    edition: str
    duration_ms: int
    videos: Mapping[str, Path]
    """By shape, the small film without burned subtitles, with the final sound; kept in the store."""
    problems: tuple[Problem, ...]
    """What a person should know and what did not stop it."""


def preview(
    project: Project, script_path: Path, edition: str | None, token: CancelToken, listen: Listener
) -> Preview:
    """Speak, lay out, subtitle and film an edition of the script at `script_path`; None for its first.

    What was made before is used again. A user's clips are never run. Raises InputError for what is wrong with
    the script, with every problem, and for such a clip; HosoError where it can't be spoken or filmed,
    Cancelled.
    """
    wanted = () if edition is None else (edition,)
    request = Request((script_path,), editions=wanted, workers=default_workers(), clips=False)
    asked = read_asked(project, request)
    (script,) = asked.scripts
    editions = script.message.editions
    chosen = next(each for each in editions if edition in (None, each.name))
    with open_workshop(project, script.settings, asked.catalog, request.workers, token, listen) as shop:
        production = produce(shop, script, chosen, revoice=False)
        rest(shop, script, chosen, production.recording)
        shapes = shapes_of(asked.catalog, script.message)
        listen(Stage(STAGE, production.name, len(shapes) + 1))
        _look_and_listen(shop, production, shapes)
        listen(Step(STAGE, production.name))
        videos = _films(shop, request, production, shapes)
    duration_ms = production.layout.timeline.duration_ms
    return Preview(script.message.name, chosen.name, duration_ms, videos, asked.warnings)


def _look_and_listen(shop: Workshop, production: Production, shapes: Sequence[Shape]) -> None:
    """Find out, once, where shots change, when somebody speaks and how loud it is from moment to moment."""
    timeline = production.layout.timeline
    programme_shots(shop, timeline)
    voice_activity(shop, timeline)
    programme = programme_of(shop, heard(shapes[0].channels[0], timeline, None))
    peaks(programme, shop.store, shop.token)


def _films(
    shop: Workshop, request: Request, production: Production, shapes: Sequence[Shape]
) -> Mapping[str, Path]:
    """The film of each shape; shapes that look the same share one picture."""
    camera = Camera(shop, request, production)
    cut = Cut(0, production.layout, {language: made.cues for language, made in production.titles.items()})
    first: dict[str, Shape] = {}
    films = {}
    for shape in shapes:
        alike = first.setdefault(look_of(shop, production.layout, shape.profile), shape)
        film = working_film(shop, camera, cut, alike.profile, shape.channels[0])
        plan = shop.store.place(plan_key(shop, production.layout, shape), ".json")
        write_text(plan, json.dumps({"video": film.key}))
        films[shape.name] = film.path
        shop.listen(Step(STAGE, production.name))
    return films
