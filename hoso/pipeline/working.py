"""The film to work with: small, without burned subtitles, with the final sound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.keys import digest
from hoso.channels.model import Channel, PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.pipeline.picturing import Camera
from hoso.pipeline.sounding import delivered, heard, programme_of
from hoso.pipeline.workshop import Workshop
from hoso.render.join import RECIPE as JOIN_RECIPE
from hoso.render.join import join


@dataclass(frozen=True, slots=True)
class WorkingFilm:
    """A file in the store."""

    path: Path
    key: str
    """What stands for its content."""


def working_film(
    shop: Workshop, camera: Camera, cut: Cut, profile: PictureProfile, channel: Channel
) -> WorkingFilm:
    """`cut` at `profile`, small and without subtitles, with the sound of `channel`; made once.

    Raises HosoError, Cancelled.
    """
    clean = camera.clean(cut, profile)
    programme = programme_of(shop, heard(channel, cut.layout.timeline, None))
    sound = delivered(shop, channel, programme, "m4a")
    voice = cut.layout.edition.voice
    key = digest(["working film", JOIN_RECIPE, [key.key for key in clean.film.keys], sound.key, voice])

    def make(out: Path) -> None:
        join(clean.files, clean.film.segments, sound.path, voice, out, shop.token)

    return WorkingFilm(shop.store.make(key, ".mp4", make), key)
