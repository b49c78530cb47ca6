"""What the subtitles of an edition are held against, put together from all that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.media.shots import shot_changes
from hoso.pipeline.captioning import PAIR, style_name, styles_of
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.script.scenes import FootageScene
from hoso.styles.model import shape_of
from hoso.subtitles.lint.limits import Audience
from hoso.subtitles.lint.room import Picture
from hoso.subtitles.lint.sheet import Entry, Sheet
from hoso.subtitles.look.captions import Slot
from hoso.timeline.model import PlacedScene, Timeline

FPS = 25
"""Of all of hoso's own picture profiles; where a message has no channel with a picture."""


def sheet_of(
    shop: Workshop,
    layout: Layout,
    language: Language,
    entries: Sequence[Entry],
    *,
    audience: Audience = "adults",
) -> Sheet:
    """`entries` with all that the subtitles of `layout` in `language` are held against.

    Where all lines have takes, footage that was not looked through yet is decoded. Raises HosoError where it
    can't be.
    """
    profiles = _profiles(shop, layout)
    guessed = is_guessed(layout.timeline)
    return Sheet(
        message=layout.script.message.name,
        language=language,
        entries=tuple(entries),
        duration_ms=layout.timeline.duration_ms,
        fps=max((profile.fps for profile in profiles), default=FPS),
        fontset=shop.fonts,
        lines=layout.lines.get(language, ()),
        guessed=guessed,
        shots=() if guessed else programme_shots(shop, layout.timeline),
        pictures=tuple(_pictures(shop, layout, language, profiles)),
        audience=audience,
    )


def programme_shots(shop: Workshop, timeline: Timeline) -> tuple[int, ...]:
    """When new shots begin, ms of the programme, in order: where scenes follow by a cut, and in footage."""
    scenes = {after.start_ms for after in timeline.scenes[1:] if after.fade_in_ms == 0}
    footage = {shot for placed in timeline.scenes for shot in _footage_shots(shop, placed)}
    return tuple(sorted(scenes | footage))


def _footage_shots(shop: Workshop, placed: PlacedScene) -> Iterator[int]:
    """The cuts within a scene's footage; footage that begins again cuts too."""
    if not isinstance(placed.scene, FootageScene):
        return
    path = shop.media(placed.scene.footage)
    content, length = shop.library.content(path), shop.library.info(path).duration_ms
    at = placed.start_ms
    for number, piece in enumerate(placed.pieces):
        if number:
            yield at
        end = min(length, piece.source_ms + round(piece.duration_ms * piece.speed))
        for cut in shot_changes(path, content, (piece.source_ms + 1, end), shop.store, shop.token):
            yield at + round((cut - piece.source_ms) / piece.speed)
        at += piece.duration_ms


def is_guessed(timeline: Timeline) -> bool:
    """Whether some lines have no take yet, so that every later time is a guess."""
    return len(timeline.takes) < sum(len(placed.scene.say) for placed in timeline.scenes)


def _profiles(shop: Workshop, layout: Layout) -> list[PictureProfile]:
    """The picture profiles of the message's channels, each once."""
    channels = (shop.catalog.channel(name) for name in layout.script.message.channels)
    pictures = (shop.catalog.picture(channel) for channel in channels if channel.picture is not None)
    return list({profile.name: profile for profile in pictures}.values())


def _pictures(
    shop: Workshop, layout: Layout, language: Language, profiles: Sequence[PictureProfile]
) -> Iterator[Picture]:
    """Every profile, for every stretch of the programme that has a style of its own."""
    styles = styles_of(shop.project, layout.script.message)
    slot = _slot(layout, language)
    for name, start, end in _stretches(layout):
        for profile in profiles:
            yield Picture(profile, styles[name].look(shape_of(profile)), slot, start, end)


def _slot(layout: Layout, language: Language) -> Slot:
    """Where `language` stands; one that the edition does not show stands alone, in players."""
    shown = layout.edition.languages
    return PAIR[shown.index(language)] if len(shown) > 1 and language in shown else "only"


def _stretches(layout: Layout) -> Iterator[tuple[str, int, int | None]]:
    """Styles by name, each with the time from which and until which cues that begin are set in it."""
    message = layout.script.message
    scenes = [
        (style_name(message, placed.scene), placed.start_ms + placed.fade_in_ms)
        for placed in layout.timeline.scenes
    ]
    runs = [next(group) for _, group in groupby(scenes, key=lambda scene: scene[0])]
    begins = [0, *(start for _, start in runs[1:]), None]
    for (name, _), (start, end) in zip(runs, pairwise(begins), strict=True):
        yield name, start or 0, end
