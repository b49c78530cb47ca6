"""Rendering: every message, edition and channel that was asked for, in that order."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hoso.base.events import Listener, Stage
from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import HosoError, Problem
from hoso.base.project import Project
from hoso.channels.model import Channel
from hoso.pipeline.asking import read_asked
from hoso.pipeline.cutting import Cut, Cuts
from hoso.pipeline.delivering import SOUND, Dispatch
from hoso.pipeline.finishing import Finisher
from hoso.pipeline.notifying import notify
from hoso.pipeline.picturing import Camera, Picture
from hoso.pipeline.places import Places
from hoso.pipeline.production import Production, produce
from hoso.pipeline.releasing import Batch, complete
from hoso.pipeline.request import Outcome, Rendition, Request
from hoso.pipeline.sidecars import write_sidecars
from hoso.pipeline.sounding import heard as timeline_for
from hoso.pipeline.voicing import rest
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.release.manifest import read_manifest
from hoso.release.staging import Overtaken, staging
from hoso.script.model import Edition
from hoso.script.reader import Script

ATTEMPTS = 3
"""How often a release is put together whose place another render takes meanwhile."""


def render_all(project: Project, request: Request, token: CancelToken, listen: Listener) -> Outcome:
    """Render what `request` asks for, each message into its release.

    Raises InputError, before anything is rendered, with every problem of every script; Cancelled where the
    token says stop. What fails later fails alone: the outcome has it among its problems.
    """
    asked = read_asked(project, request)
    renditions: list[Rendition] = []
    problems = list(asked.warnings)
    settings = asked.scripts[0].settings
    with open_workshop(project, settings, asked.catalog, request.workers, token, listen) as shop:
        for script in asked.scripts:
            made, failed = _render_message(shop, request, script)
            renditions += made
            problems += failed
    return Outcome(tuple(renditions), tuple(problems))


def _render_message(
    shop: Workshop, request: Request, script: Script
) -> tuple[Sequence[Rendition], Sequence[Problem]]:
    """All editions of one message that were asked for, as a release where anything was made.

    Where another render was done with it first, it is put together again, on top of that: all is made by now.
    """
    final = _outputs(shop, request) / script.message.name
    for _ in range(ATTEMPTS):
        with suppress(Overtaken):
            return _release_message(shop, request, script, final)
    words = f"{script.message.name} is rendered by others too: each time one of them was done first"
    return (), [Problem(words, "Wait for them, then render again: nothing is made twice.", path=final)]


def _release_message(
    shop: Workshop, request: Request, script: Script, final: Path
) -> tuple[Sequence[Rendition], Sequence[Problem]]:
    """Raises Overtaken."""
    batch, problems = Batch(script), list[Problem]()
    with staging(final) as stage:
        before = None if request.draft else read_manifest(final)
        stage.label = None if before is None else before.version
        problems += _speak(shop, request, batch)
        for production in batch.productions:
            try:
                for found in _render(shop, request, batch, production, Places(stage.folder, final)):
                    _sort(found, batch, problems)
            except HosoError as error:
                problems.append(error.problem)
        stage.wanted = bool(batch.renditions)
        if batch.renditions and not request.draft:
            problems += complete(shop, batch, stage, final, before)
    if stage.wanted and not request.draft:
        problems += _told(script, final)
    return batch.renditions, problems


def _speak(shop: Workshop, request: Request, batch: Batch) -> Iterator[Problem]:
    """Have every edition spoken before any picture is made: a voice's model and pictures are large."""
    script = batch.script
    heard_alone = any(channel.picture is None for channel in _channels(shop, request, script))
    by_voice: dict[Language, Production] = {}
    for edition in _editions(script, request):
        like = by_voice.get(edition.voice)
        try:
            made = produce(shop, script, edition, revoice=request.revoice, heard_alone=heard_alone, like=like)
        except HosoError as error:
            yield error.problem
            continue
        by_voice.setdefault(edition.voice, made)
        batch.productions.append(made)
    for made in by_voice.values():
        rest(shop, script, made.edition, made.recording)


def _sort(found: Rendition | Problem, batch: Batch, problems: list[Problem]) -> None:
    if isinstance(found, Rendition):
        batch.renditions.append(found)
    else:
        problems.append(found)


def _told(script: Script, folder: Path) -> list[Problem]:
    """Tell whom hoso.yaml names that the release in `folder` is ready; what does not work is a warning."""
    manifest = read_manifest(folder)
    return [] if manifest is None else list(notify(script.settings.notice, manifest, folder))


def _editions(script: Script, request: Request) -> list[Edition]:
    return [
        edition
        for edition in script.message.editions
        if not request.editions or edition.name in request.editions
    ]


def _render(
    shop: Workshop, request: Request, batch: Batch, production: Production, message: Places
) -> Iterator[Rendition | Problem]:
    """Every channel's files of one edition, or why there are none.

    Raises HosoError where the edition as a whole can't be made, Cancelled.
    """
    edition = production.edition
    places = message.below(edition.name)
    camera = Camera(shop, request, production)
    dispatch = Dispatch(shop, production, camera, places, write_sidecars(places.folder, production))
    cues = {language: settled.cues for language, settled in production.titles.items()}
    cuts = Cuts(shop, production.layout, production.spoken, cues)
    chosen: list[tuple[Channel, Cut]] = []
    for channel in _channels(shop, request, batch.script):
        cut = cuts.fitting(channel)
        if isinstance(cut, Cut):
            chosen.append((channel, cut))
        else:
            batch.withhold(edition, channel, [cut])
            yield cut
    shop.listen(Stage(SOUND, production.name, sum(len(channel.formats) for channel, _ in chosen)))
    finisher = None if request.draft else Finisher(shop, camera, places)
    whole = None if request.draft else _first_whole(chosen)
    if whole is not None:
        camera.work_on(shop.catalog.picture(whole[0]))
    for channel, found in (
        *_videos(shop, camera, dispatch, finisher, chosen),
        *_sounds(production, dispatch, finisher, chosen),
    ):
        if isinstance(found, Rendition):
            yield found
        else:
            batch.withhold(edition, channel, found)
            yield from found
    if whole is not None:
        dispatch.working_video(*whole, shop.catalog.picture(whole[0]))


def _first_whole(chosen: Sequence[tuple[Channel, Cut]]) -> tuple[Channel, Cut] | None:
    """The first channel that has the whole picture: in its shape editors get their working video."""
    seen = ((channel, cut) for channel, cut in chosen if channel.picture is not None and not cut.upto)
    return next(seen, None)


_Found = tuple[Channel, Rendition | Sequence[Problem]]
"""What came of a channel: its file, or why there is none."""


def _videos(
    shop: Workshop,
    camera: Camera,
    dispatch: Dispatch,
    finisher: Finisher | None,
    chosen: Sequence[tuple[Channel, Cut]],
) -> Iterator[_Found]:
    """Channels that share a picture profile and a cut share one encode."""
    groups: dict[tuple[str, int], list[tuple[Channel, Cut]]] = {}
    for channel, cut in chosen:
        if channel.picture is not None:
            groups.setdefault((channel.picture.value, cut.upto), []).append((channel, cut))
    profiles = {key: camera.profile(shop.catalog.profile(key[0])) for key in groups}
    for key, group in groups.items():
        profile = profiles[key]
        others = [profiles[other] for other in groups if other[1] == key[1]]
        for channel, cut in group:
            try:
                began = time.monotonic()
                picture = camera.picture(cut, profile, others)
                yield channel, _video(dispatch, finisher, channel, cut, picture, began)
            except HosoError as error:
                yield channel, (error.problem,)


def _video(
    dispatch: Dispatch,
    finisher: Finisher | None,
    channel: Channel,
    cut: Cut,
    picture: Picture,
    began: float,
) -> Rendition | Sequence[Problem]:
    delivered = dispatch.video(channel, cut, picture)
    if isinstance(delivered, Problem):
        return (delivered,)
    made, picture = replace(delivered[0], seconds=time.monotonic() - began), delivered[1]
    return made if finisher is None else finisher.video(made, channel, picture.film.profile, cut)


def _sounds(
    production: Production,
    dispatch: Dispatch,
    finisher: Finisher | None,
    chosen: Sequence[tuple[Channel, Cut]],
) -> Iterator[_Found]:
    closing = production.closing
    for channel, cut in chosen:
        if channel.picture is not None:
            continue
        for made in dispatch.sounds(channel, cut, closing):
            if isinstance(made, Problem):
                yield channel, (made,)
            elif finisher is None:
                yield channel, made
            else:
                yield (
                    channel,
                    finisher.sound(made, channel, timeline_for(channel, cut.layout.timeline, closing)),
                )


def _channels(shop: Workshop, request: Request, script: Script) -> list[Channel]:
    names = script.message.channels
    asked = request.channels
    return [shop.catalog.channel(name) for name in names if not asked or name in asked]


def _outputs(shop: Workshop, request: Request) -> Path:
    root = request.out or shop.project.outputs
    return root / "drafts" if request.draft else root
