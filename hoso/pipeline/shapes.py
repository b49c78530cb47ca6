"""The shapes that a message is seen in, and the small film of each that is kept for working on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from hoso import __version__
from hoso.base.keys import digest
from hoso.base.shelf import known
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.channels.draft import proxy
from hoso.channels.model import Channel, PictureProfile
from hoso.media.ffmpeg import binary
from hoso.pipeline.captioning import styles_of
from hoso.pipeline.gather import gather
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.render.join import RECIPE as JOIN_RECIPE
from hoso.render.keys import RECIPE as PICTURE_RECIPE
from hoso.render.segments import Span
from hoso.render.views import facets, view
from hoso.script.model import Message
from hoso.script.scenes import FootageScene, ImageScene


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture profile, and those of a message's channels that show it (or, in a pinch, are only heard)."""

    profile: PictureProfile
    channels: tuple[Channel, ...]
    """At least one."""

    @property
    def name(self) -> str:
        """The profile's."""
        return self.profile.name


HEARD = "wide"
"""The profile of a message whose channels are all only heard: subtitles want a picture to be timed on."""


def shapes_of(catalog: Catalog, message: Message) -> tuple[Shape, ...]:
    """The shapes of `message`, in the order of its channels; at least one."""
    channels: dict[str, list[Channel]] = {}
    every = [catalog.channel(name) for name in message.channels]
    for channel in every:
        if channel.picture is not None:
            channels.setdefault(channel.picture.value, []).append(channel)
    if not channels:
        channels[HEARD] = every
    return tuple(Shape(catalog.profile(name), tuple(found)) for name, found in channels.items())


def plan_key(shop: Workshop, layout: Layout, shape: Shape) -> str:
    """What stands for all that the film of `layout` in `shape` is made from. Nothing is drawn or decoded.

    More may change it than changes the film: a film is told apart by what it is encoded from.
    """
    message = layout.script.message
    names = sorted(set(_files(layout)))
    parts = {
        "version": [__version__, JOIN_RECIPE, PICTURE_RECIPE, Path(binary()).name],
        "message": message.model_dump(mode="json", exclude={"path"}),
        "edition": layout.edition.model_dump(mode="json"),
        "takes": [[placed.start_ms, placed.take.digest] for placed in layout.timeline.takes],
        "media": [[name, shop.library.content(shop.media(name))] for name in names],
        "styles": [style.model_dump(mode="json") for style in styles_of(shop.project, message).values()],
        "fonts": shop.fonts.hashes,
        "profile": shape.profile.model_dump(mode="json"),
        "sound": shape.channels[0].sound.model_dump(mode="json"),
    }
    return digest(["preview", parts])


def kept_video(store: Store, plan: str) -> Path | None:
    """The film that was made by a plan, where it is still kept."""
    facts = known(store, plan)
    return None if facts is None else store.find(facts["video"], ".mp4")


def look_of(shop: Workshop, layout: Layout, profile: PictureProfile) -> str:
    """What stands for the picture of `layout` at `profile`, scaled for working on it.

    Two profiles of one aspect share it where nothing is drawn whose place depends on the raster.
    """
    pictures = gather(shop, layout, profile, styles_of(shop.project, layout.script.message))
    scenes = [
        facets(view(pictures[placed.index], Span(placed.index, 0, placed.duration_ms)))
        for placed in layout.timeline.scenes
    ]
    aspect = Fraction(profile.width, profile.height)
    return digest([scenes, [aspect.numerator, aspect.denominator], profile.fps, proxy(profile)[1]])


def _files(layout: Layout) -> Iterator[str]:
    """What the pictures and the sound of `layout` are made from, by its names in videos/."""
    message = layout.script.message
    for placed in layout.timeline.scenes:
        if isinstance(placed.scene, FootageScene):
            yield placed.scene.footage
        if isinstance(placed.scene, ImageScene):
            yield placed.scene.image
    if message.music is not None:
        yield message.music.file
    if message.logo is not None:
        yield message.logo
