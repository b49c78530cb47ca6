"""What each placed scene shows on a raster: files found, cards and clips drawn where they are missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards.model import Frame, frame_of
from hoso.channels.model import PictureProfile
from hoso.pipeline.captioning import style_name
from hoso.pipeline.drawing import card_plates, clip_footage, label, lower_third
from hoso.pipeline.framing import framing_of
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.render.pictures import FootagePicture, PlatesPicture, ScenePicture, StillPicture
from hoso.script.disclosure import disclosing_scene, disclosure_for, is_contact
from hoso.script.model import Message
from hoso.script.scenes import CardScene, ClipScene, FootageScene, ImageScene
from hoso.styles.model import Style, shape_of
from hoso.timeline.model import PlacedScene


def gather(
    shop: Workshop, layout: Layout, profile: PictureProfile, styles: Mapping[str, Style]
) -> dict[int, ScenePicture]:
    """The picture of every scene of `layout`, by index; words on cards are in the edition's main language.

    Cards and lower thirds keep clear of the subtitles in the scene's style, of which `styles` has all.
    Raises HosoError, with the scene's place in the script, where a file can't be read, words don't fit a
    card, or a user's clip fails.
    """
    return {
        placed.index: _picture(shop, layout, placed, profile, styles) for placed in layout.timeline.scenes
    }


def _picture(
    shop: Workshop, layout: Layout, placed: PlacedScene, profile: PictureProfile, styles: Mapping[str, Style]
) -> ScenePicture:
    script, edition = layout.script, layout.edition
    look = styles[style_name(script.message, placed.scene)].look(shape_of(profile))
    frame = frame_of(profile, look, paired=len(edition.languages) > 1)
    try:
        return _disclosing(shop, layout, placed, profile, frame)
    except HosoError as error:
        if error.problem.path is not None:
            raise
        place = ("scenes", placed.index)
        raise HosoError.at(script.problem(place, error.problem.message, error.problem.remedy)) from error


def _disclosing(
    shop: Workshop, layout: Layout, placed: PlacedScene, profile: PictureProfile, frame: Frame
) -> ScenePicture:
    """The scene, with the label of a synthetic voice where it is this one's to show."""
    message, language = layout.script.message, layout.edition.main
    third = lower_third(shop, placed, language, frame)
    overlays = () if third is None else (third,)
    disclosure = disclosure_for(message, layout.timeline.synthetic, language)
    if disclosure is None or placed.index != disclosing_scene(message, disclosure):
        return ScenePicture(_base(shop, message, placed, language, profile, frame, None), overlays)
    if disclosure.place == "end" and is_contact(placed.scene):
        return ScenePicture(_base(shop, message, placed, language, profile, frame, disclosure.text), overlays)
    over, bottom = label(shop, placed, disclosure.text, language, frame)
    free = frame.below(bottom)
    return ScenePicture(_base(shop, message, placed, language, profile, free, None), (*overlays, over))


def _base(
    shop: Workshop,
    message: Message,
    placed: PlacedScene,
    language: Language,
    profile: PictureProfile,
    frame: Frame,
    note: str | None,
) -> FootagePicture | StillPicture | PlatesPicture:
    scene = placed.scene
    match scene:
        case FootageScene():
            path = shop.media(scene.footage)
            framing = framing_of(shop, placed, scene, path, profile)
            return FootagePicture(
                path, shop.library.content(path), shop.library.info(path), framing, placed.pieces
            )
        case ImageScene():
            path = shop.media(scene.image)
            return StillPicture(
                path,
                shop.library.content(path),
                shop.library.info(path),
                framing_of(shop, placed, scene, path, profile),
                scene.motion,
                placed.duration_ms,
            )
        case CardScene():
            return card_plates(shop, message, placed, scene, language, frame, note)
        case ClipScene():
            return clip_footage(shop, placed, scene, profile)
        case _:
            assert_never(scene)
