"""Cards keep clear of subtitles in any style, above or below, in one language or two."""

from __future__ import annotations

import pytest

from hoso.cards.faces import PackagedFaces
from hoso.cards.layout import lay_out
from hoso.cards.lower_third import lay_out_lower_third
from hoso.cards.model import frame_of
from hoso.cards.qr import symbol_of
from hoso.cards.typesetting import Typesetter
from hoso.channels.catalog import Catalog
from hoso.styles.catalog import Styles
from hoso.styles.model import shape_of
from tests.cards.card_material import CARDS


@pytest.mark.parametrize("paired", [False, True])
@pytest.mark.parametrize("style", Styles().names)
@pytest.mark.parametrize("name", ["hd", "vertical", "sd", "portrait"])
def test_cards_fit_beside_subtitles_in_every_style(
    name: str, style: str, paired: bool, faces: PackagedFaces
) -> None:
    """All that is drawn is inside the safe area without the band, whichever end that is at."""
    profile = Catalog.load().profile(name)
    frame = frame_of(profile, Styles().style(style).look(shape_of(profile)), paired=paired)
    assert frame.safe.holds(frame.free)
    assert frame.subtitles_above == (style == "top")
    assert frame.free.height == frame.safe.height - frame.subtitle_band
    for content in CARDS.values():
        target = getattr(content, "target", None)
        type_ = Typesetter(faces, content.language)
        for element in lay_out(content, frame, type_, symbol=symbol_of(target) if target else None):
            assert frame.free.holds(element.box), element
    plate, _ = lay_out_lower_third("김철수", "조선인민군 병사", frame, Typesetter(faces, "ko"))
    assert frame.free.holds(plate)
