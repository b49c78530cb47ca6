"""What each placed scene shows on a raster: files found, cards and clips drawn where they are missing."""

from __future__ import annotations

from typing import assert_never

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards.model import frame_of
from hoso.channels.model import PictureProfile
from hoso.pipeline.drawing import card_plates, clip_footage, lower_third
from hoso.pipeline.workshop import Workshop
from hoso.render.pictures import FootagePicture, Framing, PlatesPicture, ScenePicture, StillPicture
from hoso.script.model import CardScene, ClipScene, FootageScene, ImageScene, Message
from hoso.script.reader import Script
from hoso.timeline.model import PlacedScene, Timeline


def gather(
    shop: Workshop, script: Script, timeline: Timeline, language: Language, profile: PictureProfile
) -> dict[int, ScenePicture]:
    """The picture of every scene of `timeline`, by index; words on cards are in `language`.

    Raises HosoError, with the scene's place in the script, where a file can't be read, words don't fit a
    card, or a user's clip fails.
    """
    return {placed.index: _picture(shop, script, placed, language, profile) for placed in timeline.scenes}


def _picture(
    shop: Workshop, script: Script, placed: PlacedScene, language: Language, profile: PictureProfile
) -> ScenePicture:
    try:
        base = _base(shop, script.message, placed, language, profile)
        return ScenePicture(base, lower_third(shop, placed, language, frame_of(profile)))
    except HosoError as error:
        if error.problem.path is not None:
            raise
        place = ("scenes", placed.index)
        raise HosoError.at(script.problem(place, error.problem.message, error.problem.remedy)) from error


def _base(
    shop: Workshop, message: Message, placed: PlacedScene, language: Language, profile: PictureProfile
) -> FootagePicture | StillPicture | PlatesPicture:
    scene = placed.scene
    match scene:
        case FootageScene():
            path = shop.media(scene.footage)
            framing = Framing(scene.fit, scene.focus)
            return FootagePicture(
                path, shop.library.content(path), shop.library.info(path), framing, placed.pieces
            )
        case ImageScene():
            path = shop.media(scene.image)
            return StillPicture(
                path,
                shop.library.content(path),
                shop.library.info(path),
                Framing("crop", scene.focus),
                scene.motion,
                placed.duration_ms,
            )
        case CardScene():
            return card_plates(shop, message, placed, scene, language, frame_of(profile))
        case ClipScene():
            return clip_footage(shop, placed, scene, profile)
        case _:
            assert_never(scene)
