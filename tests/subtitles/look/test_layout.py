"""Layout: every generated cue fits every shape of picture, at a readable size, inside the safe area."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.base.languages import LANGUAGES, Language
from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import LINE_HEIGHT
from hoso.subtitles.lines.split import split
from hoso.subtitles.look.layout import foot, lay_out, room, type_size
from hoso.subtitles.look.style import CLEAR

PROFILES = ("hd", "vertical", "sd")
ALPHABETS: dict[Language, str] = {
    "ko": "가각힣안못한는을뷁ㅋABg0-,.!…",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяЖШЩЮФ,.!—0",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяЖШЩЮФ,.!—0",
    "en": "abcdefghijklmnopqrstuvwxyzMW,.!—0",
}


@st.composite
def lines_said(draw: st.DrawFn) -> tuple[Language, str]:
    """A language and words of its letters."""
    language = draw(st.sampled_from(LANGUAGES))
    word = st.text(ALPHABETS[language], min_size=1, max_size=9 if language == "ko" else 18)
    return language, " ".join(draw(st.lists(word, min_size=1, max_size=12)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(said=lines_said(), name=st.sampled_from(PROFILES))
def test_every_generated_cue_fits_every_picture(
    said: tuple[Language, str], name: str, fontset: FontSet
) -> None:
    """Lines, width and height are the profile's, at 85 % of the type's size or more; no character is lost."""
    profile, (language, text) = Catalog.load().profile(name), said
    for cue in split(text, (), 60_000, language):
        layout = lay_out(cue.text, language, profile, fontset, CLEAR)
        assert layout.fits
        assert len(layout.lines) <= profile.subtitle_lines
        assert layout.size >= 0.85 * type_size(profile, language) - 1e-9
        assert "".join(layout.lines).replace(" ", "") == "".join(cue.text.split())
        edge = layout.size * CLEAR.edge
        for line in layout.lines:
            width = fontset.width(line, language, layout.size, bold=CLEAR.bold)
            assert width + 2 * edge <= room(profile) + 0.5
        height = len(layout.lines) * layout.size * LINE_HEIGHT + edge
        assert height <= foot(profile, language, CLEAR)[1] - profile.safe.top


def test_typed_breaks_hold_in_wide_pictures_alone(
    fontset: FontSet, wide: PictureProfile, vertical: PictureProfile
) -> None:
    """An editor's line break is kept at 16:9; 9:16 breaks anew."""
    text = "우크라이나는\n여러분에게 잠자리와 음식을"
    assert lay_out(text, "ko", wide, fontset, CLEAR).lines == tuple(text.split("\n"))
    assert lay_out(text, "ko", vertical, fontset, CLEAR).lines != tuple(text.split("\n"))
    joined = " ".join(lay_out(text, "ko", vertical, fontset, CLEAR).lines)
    assert joined == text.replace("\n", " ")


def test_a_typed_line_that_would_leave_the_picture_is_broken(fontset: FontSet, wide: PictureProfile) -> None:
    """Nothing runs off the frame, even where an editor's line does."""
    layout = lay_out("가 " * 60, "ko", wide, fontset, CLEAR)
    assert len(layout.lines) > 1
    assert all(fontset.width(line, "ko", layout.size, bold=True) <= room(wide) for line in layout.lines)


def test_a_long_word_is_set_smaller_before_it_is_parted(fontset: FontSet, vertical: PictureProfile) -> None:
    """12 syllables fit on a line at 90 %; 20 fit on none."""
    layout = lay_out("가" * 12, "ko", vertical, fontset, CLEAR)
    assert layout.lines == ("가" * 12,)
    assert layout.size == pytest.approx(0.9 * type_size(vertical, "ko"))
    layout = lay_out("가" * 20, "ko", vertical, fontset, CLEAR)
    assert (len(layout.lines), layout.size) == (2, type_size(vertical, "ko"))


def test_two_speakers_keep_their_lines(fontset: FontSet, vertical: PictureProfile) -> None:
    """A dash begins a line in every shape."""
    layout = lay_out("- 누구요?\n- 나요.", "ko", vertical, fontset, CLEAR)
    assert layout.lines == ("- 누구요?", "- 나요.")


def test_a_cue_that_is_too_long_says_so(fontset: FontSet, vertical: PictureProfile) -> None:
    """It comes at the smallest size, whole, and does not claim to fit."""
    text = " ".join(["이국땅에서"] * 30)
    layout = lay_out(text, "ko", vertical, fontset, CLEAR)
    assert not layout.fits
    assert " ".join(layout.lines) == text
    assert layout.size == pytest.approx(0.85 * type_size(vertical, "ko"))


def test_a_cue_of_the_usual_length_keeps_its_size(
    fontset: FontSet, wide: PictureProfile, vertical: PictureProfile
) -> None:
    """11 Korean characters a line at 9:16 and 16 at 16:9 need no smaller type."""
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4, 331)]
    for profile, width, lines in ((wide, 16, 2), (vertical, 11, 2)):
        text = " ".join("".join(syllables[width * n : width * (n + 1)]) for n in range(lines))
        layout = lay_out(text, "ko", profile, fontset, CLEAR)
        assert (len(layout.lines), layout.size) == (lines, type_size(profile, "ko"))


def test_subtitles_stand_low_and_in_the_middle(wide: PictureProfile, vertical: PictureProfile) -> None:
    """6 to 7 % above a wide picture's edge; above what the apps put over a vertical one."""
    assert foot(wide, "ko", CLEAR) == (960, 1010)
    edge = CLEAR.edge * type_size(vertical, "ko")
    assert foot(vertical, "ko", CLEAR) == (540, vertical.safe.bottom - math.ceil(edge))
    assert room(vertical) == 2 * (vertical.safe.right - 540)
