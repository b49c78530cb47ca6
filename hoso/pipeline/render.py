"""Rendering: every message, edition and channel that was asked for, in that order."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hoso.base.events import Listener, Stage, Step
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest, digest_file
from hoso.base.languages import Language
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.draft import draft
from hoso.channels.model import Channel, PictureProfile
from hoso.pipeline.filming import make_film
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.limits import length_problem, size_problem
from hoso.pipeline.made import Made
from hoso.pipeline.reading import read_checked
from hoso.pipeline.request import Outcome, Rendition, Request
from hoso.pipeline.sidecars import write_sidecars
from hoso.pipeline.titling import subtitle
from hoso.pipeline.voicing import speak
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.render.encode import STAGE, Encoder, Film
from hoso.render.explain import explain, remember
from hoso.render.join import RECIPE as JOIN_RECIPE
from hoso.render.join import join
from hoso.script.model import Edition
from hoso.script.reader import Script
from hoso.sound.coders import Coding
from hoso.sound.delivery import deliver
from hoso.sound.levels import Loudness
from hoso.sound.programme import Desk, Programme, mix
from hoso.subtitles.keeping.keeper import Settled
from hoso.voice.booth import Recording

SOUND = "sound"


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
                for made in EditionRender(shop, request, script, edition).run():
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


class EditionRender:
    """One edition on its way to every channel."""

    def __init__(self, shop: Workshop, request: Request, script: Script, edition: Edition) -> None:
        self._shop = shop
        self._request = request
        self._script = script
        self._edition = edition
        self._name = f"{script.message.name}/{edition.name}"

    def run(self) -> Iterator[Rendition | Problem]:
        """Speak, lay out, mix, encode and join; yields each channel's file, or why there is none.

        Raises HosoError where the edition as a whole can't be made, InputError for what only speaking could
        show, Cancelled.
        """
        recording, spoken = speak(self._shop, self._script, self._edition, revoice=self._request.revoice)
        layout = lay_out(self._shop, self._script, self._edition, spoken)
        if layout.problems:
            raise InputError(layout.problems)
        titles = subtitle(self._shop, layout)
        cues = {language: titles[language].cues for language in self._edition.languages}
        sidecars = self._sidecars(titles)
        channels = []
        for channel in self._channels():
            problem = length_problem(channel, layout.timeline.duration_ms)
            if problem is None:
                channels.append(channel)
            else:
                yield problem
        programme = self._mix(layout)
        self._shop.listen(Stage(SOUND, self._name, len(channels)))
        for profile, group in self._by_picture(channels):
            began = time.monotonic()
            film = make_film(self._shop, layout, cues, profile, f"{self._name} {profile.name}")
            files = self._encode(film)
            for channel in group:
                made = self._deliver(
                    channel, layout, recording, film, files, programme, self._texts(channel, sidecars)
                )
                yield replace(made, seconds=time.monotonic() - began) if isinstance(made, Rendition) else made
                began = time.monotonic()

    def _channels(self) -> list[Channel]:
        names = self._script.message.channels
        asked = self._request.channels
        return [self._shop.catalog.channel(name) for name in names if not asked or name in asked]

    def _by_picture(self, channels: Sequence[Channel]) -> Iterator[tuple[PictureProfile, list[Channel]]]:
        """Channels that share a picture profile share its encode."""
        groups: dict[str, list[Channel]] = {}
        for channel in channels:
            groups.setdefault(self._shop.catalog.picture(channel).name, []).append(channel)
        for name, group in groups.items():
            profile = self._shop.catalog.profile(name)
            yield (draft(profile) if self._request.draft else profile), group

    def _sidecars(self, titles: Mapping[Language, Settled]) -> Mapping[Language, Path]:
        """The SRT files beside the videos."""
        message = self._script.message
        named = {language: message.title.get(language) or "" for language in titles}
        written = write_sidecars(self._folder(), message.name, named, titles)
        return {language: srt for language, (srt, _) in written.items()}

    def _texts(self, channel: Channel, sidecars: Mapping[Language, Path]) -> Mapping[Language, Path]:
        """What goes into the channel's file as text tracks: where it shows any, what is not burned in."""
        if channel.soft_subtitles is None or not channel.soft_subtitles.value:
            return {}
        return {name: path for name, path in sidecars.items() if name not in self._edition.languages}

    def _mix(self, layout: Layout) -> Programme:
        shop = self._shop
        desk = Desk(shop.library, shop.store, shop.token, shop.media, shop.listen)
        return mix(layout.timeline, desk)

    def _encode(self, film: Film) -> list[Path]:
        shop = self._shop
        journal = shop.project.state / "journal" / f"{film.name.replace('/', '.').replace(' ', '.')}.json"
        if self._request.explain:
            for miss in explain(film, shop.store, journal):
                shop.listen(miss)
        shop.listen(Stage(STAGE, film.name, len(film.segments)))
        encoder = Encoder(shop.store, shop.executor, shop.workers, shop.token, shop.listen)
        files = encoder.encode(film)
        remember(film, journal)
        return files

    def _deliver(
        self,
        channel: Channel,
        layout: Layout,
        recording: Recording,
        film: Film,
        files: Sequence[Path],
        programme: Programme,
        texts: Mapping[Language, Path],
    ) -> Rendition | Problem:
        shop = self._shop
        target = Loudness(
            channel.sound.loudness.value, channel.sound.true_peak.value, channel.sound.channel_layout.value
        )
        coding = Coding("m4a", channel.sound.bitrate.value)
        sound = deliver(programme, target, coding, shop.store, shop.token, shop.listen)
        shop.listen(Step(SOUND, self._name))
        out = self._place(channel)
        shown = [[language, digest_file(path)] for language, path in texts.items()]
        key = digest([JOIN_RECIPE, [key.key for key in film.keys], sound.key, self._edition.voice, shown])
        made = Made(shop.project.state)
        if not made.holds(out, key):
            join(files, film.segments, sound.path, self._edition.voice, out, shop.token, texts)
            made.remember(out, key)
        size = out.stat().st_size
        problem = size_problem(channel, size)
        if problem is not None:
            out.unlink()
            return problem
        return Rendition(
            message=self._script.message.name,
            edition=self._edition.name,
            channel=channel.name,
            path=out,
            bytes=size,
            duration_ms=layout.timeline.duration_ms,
            lufs=sound.lufs,
            true_peak=sound.true_peak,
            engine=recording.engine,
            voice=recording.voice,
            grade=recording.grade,
            fallback_reason=recording.fallback_reason,
            seconds=0.0,
        )

    def _folder(self) -> Path:
        root = self._request.out or self._shop.project.outputs
        folder = root / "drafts" if self._request.draft else root
        return folder / self._script.message.name / self._edition.name

    def _place(self, channel: Channel) -> Path:
        return self._folder() / f"{channel.name}.mp4"


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
