"""Labels: a few small words over the picture's top left."""

from __future__ import annotations

import pytest

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import HosoError
from hoso.cards.card_content import TitleCard
from hoso.cards.faces import PackagedFaces
from hoso.cards.label import lay_out_label
from hoso.cards.layout import lay_out
from hoso.cards.model import Box, frame_of
from hoso.cards.overlay import draw_overlay
from hoso.cards.typesetting import Typesetter
from hoso.channels.catalog import Catalog
from hoso.script.disclosure import LABELS
from hoso.styles.catalog import Styles
from hoso.styles.model import shape_of
from tests.cards.card_material import CARDS, SHAPES, Frames, pixels


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_at_the_top_left_of_the_safe_area(
    language: Language, shape: str, frames: Frames, faces: PackagedFaces
) -> None:
    """Small, in type that still reads, with the picture showing through around the words."""
    frame, type_ = frames[shape], Typesetter(faces, language)
    plate, elements = lay_out_label(LABELS[language], frame, type_)
    assert (plate.left, plate.top) == (frame.free.left, frame.free.top)
    assert frame.free.holds(plate)
    assert plate.height <= frame.short_side * 0.12
    assert all(Box(0, 0, plate.width, plate.height).holds(element.box) for element in elements)
    overlay = draw_overlay(plate, elements, type_)
    picture = pixels(overlay.png)
    assert (overlay.x, overlay.y) == (plate.left, plate.top)
    assert picture.shape == (plate.height, plate.width, 4)
    assert picture[..., 3].min() < 255 == picture[..., 3].max()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_card_leaves_it_room(shape: str, frames: Frames, faces: PackagedFaces) -> None:
    """A card that is laid out below the label never touches it."""
    frame, type_ = frames[shape], Typesetter(faces, "ko")
    plate, _ = lay_out_label(LABELS["ko"], frame, type_)
    card = CARDS["title-ko"]
    assert isinstance(card, TitleCard)
    for element in lay_out(card, frame.below(plate.bottom), type_):
        assert frame.free.holds(element.box)
        assert not element.box.meets(plate)


def test_it_keeps_clear_of_subtitles_at_the_top(faces: PackagedFaces) -> None:
    """Where the style has them there, the label is below their band, and a card below the label."""
    profile = Catalog.load().profile("wide")
    frame = frame_of(profile, Styles().style("top").look(shape_of(profile)))
    plate, _ = lay_out_label(LABELS["ru"], frame, Typesetter(faces, "ru"))
    assert plate.top == frame.safe.top + frame.subtitle_band
    assert frame.below(plate.bottom).free.top > plate.bottom


def test_an_endless_label_is_an_error(frames: Frames, faces: PackagedFaces) -> None:
    """It says what to shorten."""
    with pytest.raises(HosoError, match="Shorten"):
        lay_out_label("합성된 목소리 " * 30, frames["sd"], Typesetter(faces, "ko"))
