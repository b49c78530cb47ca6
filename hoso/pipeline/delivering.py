"""Finished files: one for a channel with a picture, one a format for a channel that is only heard."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from hoso.base.events import Step
from hoso.base.files import copy_file
from hoso.base.keys import digest, digest_file
from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.channels.model import Channel, FileFormat, PictureProfile
from hoso.pipeline.budget import CORRECTIONS, budget, coarser
from hoso.pipeline.cutting import Cut
from hoso.pipeline.limits import size_problem
from hoso.pipeline.made import Making
from hoso.pipeline.picturing import Camera, Picture
from hoso.pipeline.places import Places
from hoso.pipeline.production import Production
from hoso.pipeline.request import Rendition
from hoso.pipeline.sounding import delivered, heard, programme_of
from hoso.pipeline.working import working_film
from hoso.pipeline.workshop import Workshop
from hoso.render.join import RECIPE as JOIN_RECIPE
from hoso.render.join import join
from hoso.sound.coders import Format
from hoso.sound.delivery import Delivery
from hoso.voice.takes import Take

SOUND = "sound"
WORKING = "work.mp4"


class Dispatch:
    """Writes the films and sounds of one production."""

    def __init__(
        self,
        shop: Workshop,
        production: Production,
        camera: Camera,
        places: Places,
        sidecars: Mapping[Language, Path],
    ) -> None:
        self._shop = shop
        self._production = production
        self._camera = camera
        self._places = places
        self._sidecars = sidecars
        self._making = Making(shop.project.state, places)

    def video(self, channel: Channel, cut: Cut, picture: Picture) -> tuple[Rendition, Picture] | Problem:
        """The channel's film and its picture: `picture`, or a coarser one where the bytes ask for that.

        Raises HosoError, Cancelled.
        """
        began = time.monotonic()
        sound = self._sound(channel, cut, "m4a", None)
        name = f"{channel.name}.{channel.formats[0]}"
        limit = budget(channel)
        for _ in range(CORRECTIONS + 1):
            key = self._join(name, channel, picture, sound)
            size = (self._places.folder / name).stat().st_size
            if limit is None or size <= limit:
                break
            profile = coarser(picture.film.profile, picture.bytes, size, limit)
            if profile is None:
                break
            picture = self._camera.picture(cut, profile)
        made = self._rendition(channel, cut, cut.layout.timeline.duration_ms, name, sound, key, began)
        return made if isinstance(made, Problem) else (made, picture)

    def sounds(self, channel: Channel, cut: Cut, closing: Take | None) -> Iterator[Rendition | Problem]:
        """The files of a channel that is only heard; `closing` is spoken at the end. Raises as `video`."""
        length = heard(channel, cut.layout.timeline, closing).duration_ms
        for format_ in channel.formats:
            began = time.monotonic()
            sound = self._sound(channel, cut, _sound_format(format_), closing)
            name = f"{channel.name}.{format_}"
            key = digest(["sound alone", sound.key])
            self._making.have(name, key, partial(copy_file, sound.path))
            yield self._rendition(channel, cut, length, name, sound, key, began)

    def working_video(self, channel: Channel, cut: Cut, profile: PictureProfile) -> None:
        """The editors' working video: small, without burned subtitles, with the sound of `channel`."""
        film = working_film(self._shop, self._camera, cut, profile, channel)
        self._making.have(WORKING, film.key, partial(copy_file, film.path))

    def _sound(self, channel: Channel, cut: Cut, format_: Format, closing: Take | None) -> Delivery:
        programme = programme_of(self._shop, heard(channel, cut.layout.timeline, closing))
        sound = delivered(self._shop, channel, programme, format_)
        self._shop.listen(Step(SOUND, self._production.name))
        return sound

    def _join(self, name: str, channel: Channel, picture: Picture, sound: Delivery) -> str:
        """Write the film, unless it is there; returns what stands for its content."""
        voice, texts = self._production.edition.voice, self._texts(channel)
        shown = [[language, digest_file(path)] for language, path in texts.items()]
        key = digest([JOIN_RECIPE, [key.key for key in picture.film.keys], sound.key, voice, shown])

        def make(out: Path) -> None:
            join(picture.files, picture.film.segments, sound.path, voice, out, self._shop.token, texts)

        self._making.have(name, key, make)
        return key

    def _texts(self, channel: Channel) -> Mapping[Language, Path]:
        """What goes into the channel's file as text tracks: where it shows any, what is not burned in."""
        if channel.soft_subtitles is None or not channel.soft_subtitles.value:
            return {}
        burned = self._production.edition.languages
        return {language: path for language, path in self._sidecars.items() if language not in burned}

    def _rendition(
        self,
        channel: Channel,
        cut: Cut,
        duration_ms: int,
        name: str,
        sound: Delivery,
        key: str,
        began: float,
    ) -> Rendition | Problem:
        staged = self._places.folder / name
        size = staged.stat().st_size
        problem = size_problem(channel, size)
        if problem is not None and problem.level == "error":
            staged.unlink()
            return problem
        if problem is not None:
            self._shop.tell(problem)
        recording = self._production.recording
        return Rendition(
            message=self._production.script.message.name,
            edition=self._production.edition.name,
            channel=channel.name,
            path=self._places.final(name),
            bytes=size,
            duration_ms=duration_ms,
            lufs=sound.lufs,
            true_peak=sound.true_peak,
            engine=recording.engine,
            voice=recording.voice,
            grade=recording.grade,
            fallback_reason=recording.fallback_reason,
            seconds=time.monotonic() - began,
            content=key,
            left_out=cut.upto,
        )


def _sound_format(format_: FileFormat) -> Format:
    return "wav" if format_ == "wav" else "mp3"
