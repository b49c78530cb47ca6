"""Keys of cards and lower thirds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from hoso.cards.card_content import TitleCard
from hoso.cards.faces import PackagedFaces
from hoso.cards.keys import card_key, lower_third_key
from hoso.cards.model import frame_of
from hoso.channels.catalog import Catalog
from tests.cards.card_material import CARDS, Frames


def test_a_key_changes_with_whatever_changes_the_picture(frames: Frames, faces: PackagedFaces) -> None:
    """Words, language, frame, and when steps appear."""
    steps = CARDS["steps-ko"]
    keys = {
        card_key(steps, frames["hd"], faces, (0, 1000, 2000)),
        card_key(steps, frames["hd"], faces, (0, 1000, 2200)),
        card_key(steps, frames["sd"], faces, (0, 1000, 2000)),
        card_key(replace(steps, language="en"), frames["hd"], faces, (0, 1000, 2000)),
        card_key(replace(steps, heading="x"), frames["hd"], faces, (0, 1000, 2000)),
    }
    assert len(keys) == 5


def test_a_key_stays_when_nothing_that_is_drawn_changes(frames: Frames, faces: PackagedFaces) -> None:
    """Lines said over a title card move nothing; lines after the last step neither."""
    title, steps = CARDS["title-ko"], CARDS["steps-ko"]
    assert card_key(title, frames["hd"], faces, (0, 500)) == card_key(title, frames["hd"], faces)
    assert card_key(steps, frames["hd"], faces, (0, 1, 2, 3)) == card_key(
        steps, frames["hd"], faces, (0, 1, 2)
    )


def test_a_logo_counts_by_its_bytes(frames: Frames, faces: PackagedFaces, tmp_path: Path) -> None:
    """Not by where it is."""
    one, same, other = (tmp_path / name for name in ("one.png", "same.png", "other.png"))
    for path, colour in ((one, "red"), (same, "red"), (other, "blue")):
        Image.new("RGB", (8, 8), colour).save(path)
    keys = [
        card_key(TitleCard("ko", "x", None, None, path), frames["sd"], faces) for path in (one, same, other)
    ]
    assert keys[0] == keys[1] != keys[2]


def test_a_lower_thirds_key_changes_with_its_words(frames: Frames, faces: PackagedFaces) -> None:
    """Name, role and language."""
    keys = {
        lower_third_key("가", "나", frames["hd"], faces, "ko"),
        lower_third_key("가", None, frames["hd"], faces, "ko"),
        lower_third_key("다", "나", frames["hd"], faces, "ko"),
        lower_third_key("가", "나", frames["hd"], faces, "en"),
    }
    assert len(keys) == 4


def test_the_subtitle_band_holds_as_many_lines_as_a_cue_may_have() -> None:
    """Two in wide frames, three in tall ones, at the profile's size of type, with their leading."""
    for name in ("hd", "vertical"):
        profile = Catalog.load().profile(name)
        frame = frame_of(profile)
        type_height = profile.subtitle_lines * profile.subtitle_size * profile.height
        assert type_height * 1.2 < frame.subtitle_band < profile.safe.height / 2
        assert frame.free.bottom == profile.safe.bottom - frame.subtitle_band
