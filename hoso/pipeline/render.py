"""Rendering: every message, edition and channel that was asked for, in that order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hoso.base.events import Listener, Stage
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.pipeline.cutting import Cut, Cuts
from hoso.pipeline.delivering import SOUND, Dispatch
from hoso.pipeline.picturing import Camera
from hoso.pipeline.production import Production, produce
from hoso.pipeline.reading import read_checked
from hoso.pipeline.request import Outcome, Rendition, Request
from hoso.pipeline.sidecars import write_sidecars
from hoso.pipeline.voicing import speak_closing
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.script.model import Edition
from hoso.script.reader import Script


def render_all(project: Project, request: Request, token: CancelToken, listen: Listener) -> Outcome:
    """Render what `request` asks for.

    Raises InputError, before anything is rendered, with every problem of every script; Cancelled where the
    token says stop. What fails later fails alone: the outcome has it among its problems.
    """
    catalog = Catalog.load(project)
    scripts, warnings = read_checked(project, request.scripts, catalog)
    asked_in_vain = [*_unknown_channels(scripts, request, catalog), *_unknown_editions(scripts, request)]
    if asked_in_vain:
        raise InputError(asked_in_vain)
    jobs = [(script, edition) for script in scripts for edition in _editions(script, request)]
    renditions: list[Rendition] = []
    problems = list(warnings)
    with open_workshop(project, scripts[0].settings, catalog, request.workers, token, listen) as shop:
        for script, edition in jobs:
            try:
                for made in _render(shop, request, script, edition):
                    (renditions if isinstance(made, Rendition) else problems).append(made)  # type: ignore[arg-type]
            except HosoError as error:
                problems.append(error.problem)
    return Outcome(tuple(renditions), tuple(problems))


def _editions(script: Script, request: Request) -> list[Edition]:
    return [
        edition
        for edition in script.message.editions
        if not request.editions or edition.name in request.editions
    ]


def _render(
    shop: Workshop, request: Request, script: Script, edition: Edition
) -> Iterator[Rendition | Problem]:
    """Every channel's files of one edition, or why there are none.

    Raises HosoError where the edition as a whole can't be made, InputError for what only speaking could show,
    Cancelled.
    """
    production = produce(shop, script, edition, revoice=request.revoice)
    folder = _folder(shop, request, production)
    camera = Camera(shop, request, production)
    dispatch = Dispatch(shop, production, camera, folder, write_sidecars(folder, production))
    cues = {language: settled.cues for language, settled in production.titles.items()}
    cuts = Cuts(shop, production.layout, production.spoken, cues)
    chosen: list[tuple[Channel, Cut]] = []
    for channel in _channels(shop, request, script):
        cut = cuts.fitting(channel)
        if isinstance(cut, Cut):
            chosen.append((channel, cut))
        else:
            yield cut
    shop.listen(Stage(SOUND, production.name, sum(len(channel.formats) for channel, _ in chosen)))
    yield from _videos(shop, camera, dispatch, chosen)
    yield from _sounds(shop, production, dispatch, chosen)


def _videos(
    shop: Workshop, camera: Camera, dispatch: Dispatch, chosen: Sequence[tuple[Channel, Cut]]
) -> Iterator[Rendition | Problem]:
    """Channels that share a picture profile and a cut share one encode."""
    groups: dict[tuple[str, int], list[tuple[Channel, Cut]]] = {}
    for channel, cut in chosen:
        if channel.picture is not None:
            groups.setdefault((channel.picture.value, cut.upto), []).append((channel, cut))
    for (name, _), group in groups.items():
        try:
            picture = camera.picture(group[0][1], camera.profile(shop.catalog.profile(name)))
        except HosoError as error:
            yield error.problem
            continue
        for channel, cut in group:
            yield dispatch.video(channel, cut, picture)


def _sounds(
    shop: Workshop, production: Production, dispatch: Dispatch, chosen: Sequence[tuple[Channel, Cut]]
) -> Iterator[Rendition | Problem]:
    silent = [(channel, cut) for channel, cut in chosen if channel.picture is None]
    if silent:
        closing = speak_closing(shop, production.script, production.edition, production.recording)
        for channel, cut in silent:
            yield from dispatch.sounds(channel, cut, closing)


def _channels(shop: Workshop, request: Request, script: Script) -> list[Channel]:
    names = script.message.channels
    asked = request.channels
    return [shop.catalog.channel(name) for name in names if not asked or name in asked]


def _folder(shop: Workshop, request: Request, production: Production) -> Path:
    root = request.out or shop.project.outputs
    folder = root / "drafts" if request.draft else root
    return folder / production.script.message.name / production.edition.name


def _unknown_channels(scripts: Sequence[Script], request: Request, catalog: Catalog) -> Iterator[Problem]:
    there = sorted({name for script in scripts for name in script.message.channels})
    for name in request.channels:
        if name not in there:
            missing = Problem(
                f"no script here is for {name}", f"Add it to `channels`, or choose from: {', '.join(there)}."
            )
            yield catalog.unknown(name) or missing


def _unknown_editions(scripts: Sequence[Script], request: Request) -> Iterator[Problem]:
    there = sorted({edition.name for script in scripts for edition in script.message.editions})
    for name in request.editions:
        if name not in there:
            yield Problem(f"no script here has an edition {name}", f"There is: {', '.join(there)}.")
