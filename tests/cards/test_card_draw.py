"""Drawn cards, looked at pixel by pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards import palette
from hoso.cards.card_content import ContactCard, TextCard, TitleCard
from hoso.cards.draw import draw_card
from hoso.cards.elements import Words
from hoso.cards.faces import PackagedFaces
from hoso.cards.layout import lay_out
from hoso.cards.model import Box, Frame
from hoso.cards.typesetting import Typesetter
from hoso.media.ffmpeg import run
from tests.cards.card_material import CARDS, Frames, pixels


@pytest.mark.parametrize("shape", ["wide", "vertical", "sd"])
def test_plates_have_the_frames_size(shape: str, frames: Frames, faces: PackagedFaces) -> None:
    """One plate a moment; the ground shows at every edge."""
    frame = frames[shape]
    plates = draw_card(CARDS["steps-ko"], frame, faces, (400, 2000, 4000))
    assert [plate.at_ms for plate in plates] == [0, 400, 2000, 4000]
    for plate in plates:
        picture = pixels(plate.png)
        assert picture.shape == (frame.height, frame.width, 3)
        outside = np.ones(picture.shape[:2], dtype=bool)
        free = frame.free
        outside[free.top : free.bottom, free.left : free.right] = False
        assert (picture[outside] == palette.GROUND).all()


def test_plates_are_the_same_bytes_every_time(frames: Frames, faces: PackagedFaces) -> None:
    """So that a cache may keep them under a key."""
    first, second = (draw_card(CARDS["contact-ko"], frames["sd"], faces) for _ in range(2))
    assert first == second


def test_each_step_looks_different_when_its_turn_comes(frames: Frames, faces: PackagedFaces) -> None:
    """The plates of a steps card differ only in the steps."""
    plates = draw_card(CARDS["steps-ko"], frames["sd"], faces, (0, 1000, 2000))
    assert len({plate.png for plate in plates}) == 3


@pytest.mark.parametrize("language", ["ko", "uk"])
def test_no_stroke_is_cut(language: Language, frames: Frames, faces: PackagedFaces) -> None:
    """Tall accents and deep tails are drawn whole: as much ink as type set with room to spare has."""
    text = "ЙЇҐ Åg(|) ру" if language == "uk" else "뷁쓀 (g|j) 《한》 Й"
    frame = Frame(1280, 720, Box(64, 36, 1216, 684), 80)
    content = TextCard(language, None, text)
    typesetter = Typesetter(faces, language)
    (line,) = [e for e in lay_out(content, frame, typesetter) if isinstance(e, Words)]
    picture = pixels(draw_card(content, frame, faces)[0].png).astype(int)
    box = line.box
    ink = np.abs(picture - palette.GROUND).sum(axis=2)
    ink[:, : box.left - 8] = 0
    rows, columns = np.nonzero(ink > 20)
    # The line's own ink, measured apart, is all there.
    free = typesetter.ink(line.text, line.weight, line.size)
    assert rows.min() == pytest.approx(line.baseline - free.rise, abs=1)
    assert rows.max() + 1 == pytest.approx(line.baseline + free.fall, abs=1)
    assert columns.min() == pytest.approx(box.left, abs=1)
    assert columns.max() + 1 == pytest.approx(box.left + free.width, abs=1)


@pytest.mark.parametrize("name", ["contact-ko", "contact-ru"])
@pytest.mark.parametrize("shape", ["sd", "vertical"])
def test_the_code_is_read_after_a_small_encode(
    name: str, shape: str, frames: Frames, faces: PackagedFaces, tmp_path: Path
) -> None:
    """H.264 at a poor quality: a reader that is not ours finds the address in the decoded frame."""
    content = CARDS[name]
    assert isinstance(content, ContactCard)
    (plate,) = draw_card(content, frames[shape], faces)
    card, film, back = tmp_path / "card.png", tmp_path / "card.mp4", tmp_path / "back.png"
    card.write_bytes(plate.png)
    still = ["-loop", "1", "-framerate", "25", "-i", str(card), "-t", "0.4", "-vf", "format=yuv420p"]
    run([*still, "-c:v", "libx264", "-profile:v", "baseline", "-crf", "30", str(film)])
    run(["-i", str(film), "-frames:v", "1", str(back)])
    with Image.open(back) as picture:
        found = zxingcpp.read_barcodes(np.asarray(picture.convert("RGB")))
    assert [code.text for code in found] == [content.target]


def test_a_source_in_another_script_is_drawn_in_a_face_that_has_it(
    frames: Frames, faces: PackagedFaces
) -> None:
    """A Korean card names a Ukrainian source, even glued to a Korean particle."""
    runs = Typesetter(faces, "ko").runs("Проєкт «Їжак»의 글", "regular", 40)
    assert "".join(run.text for run in runs) == "Проєкт «Їжак»의 글"
    by_face = {run.face for run in runs if "є" in run.text or "Ї" in run.text}
    assert by_face == {faces.regular("uk")}
    assert next(run for run in runs if "글" in run.text).face == faces.regular("ko")


def test_a_character_that_no_font_has_is_named(frames: Frames, faces: PackagedFaces) -> None:
    """Never an empty box."""
    with pytest.raises(HosoError, match=r"U\+1F600"):
        draw_card(TextCard("ko", None, "안녕 😀"), frames["sd"], faces)


def test_a_logo_is_scaled_into_its_place(frames: Frames, faces: PackagedFaces, tmp_path: Path) -> None:
    """A transparent logo stands on the card's ground and keeps its shape."""
    logo = tmp_path / "logo.png"
    picture = Image.new("RGBA", (400, 100), (0, 0, 0, 0))
    picture.paste((0, 200, 0, 255), (100, 0, 300, 100))
    picture.save(logo)
    (plate,) = draw_card(TitleCard("ko", "제목", None, None, logo), frames["wide"], faces)
    green = np.argwhere((np.abs(pixels(plate.png).astype(int) - (0, 200, 0)) < 12).all(axis=2))
    height, width = green.max(axis=0) - green.min(axis=0) + 1
    assert width / height == pytest.approx(2, rel=0.1)


@pytest.mark.parametrize("bytes_", [None, b"<svg/>"])
def test_a_logo_that_cannot_be_read_is_an_error(
    bytes_: bytes | None, frames: Frames, faces: PackagedFaces, tmp_path: Path
) -> None:
    """It names the file."""
    logo = tmp_path / "logo.svg"
    if bytes_ is not None:
        logo.write_bytes(bytes_)
    with pytest.raises(HosoError, match="logo") as caught:
        draw_card(TitleCard("ko", "제목", None, None, logo), frames["sd"], faces)
    assert caught.value.problem.path == logo
