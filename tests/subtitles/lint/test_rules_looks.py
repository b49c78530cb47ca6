"""Rules about what cues look like."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.base.languages import LANGUAGES, Language
from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.styles.catalog import Styles
from hoso.styles.model import shape_of
from hoso.subtitles.cues import Cue
from hoso.subtitles.lint.room import Picture, ems_across, surely_fits
from hoso.subtitles.look.layout import lay_out
from tests.subtitles.lint.lint_material import found, sheet

LETTERS: dict[Language, str] = {
    "ko": "가힣뷁뵯Ag1.,!…",
    "ru": "абжшщЮФМ,.!—1",
    "uk": "абжїєґЩЮФМ,.!—1",
    "en": "ailmwMW,.!—1",
}


def test_a_cue_has_words(fontset: FontSet) -> None:
    """White space and marks alone show nothing."""
    assert found("no-words", sheet(Cue(0, 2000, "가"), fontset=fontset)) == []
    for text in ("", " \n", "<b></b>"):
        (finding,) = found("no-words", sheet(Cue(0, 2000, text), fontset=fontset))
        assert finding.level == "error"


def test_every_character_has_a_glyph(fontset: FontSet) -> None:
    """What no font has would be a box: an error that names it; Hangul, Cyrillic and emphasis are fine."""
    good = Cue(0, 2000, "안녕 <b>Привіт</b>\n…«»—№")
    assert found("no-glyph", sheet(good, fontset=fontset)) == []
    (finding,) = found("no-glyph", sheet(good, Cue(3000, 5000, "가 😀🕊 😀"), fontset=fontset))
    assert (finding.level, finding.cue) == ("error", 1)
    assert "😀 🕊:" in finding.message


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ko", "가" * 16 + "\n" + "나" * 16, None),
        ("ko", "가" * 15 + " 1", None),
        ("ko", "가" * 16 + ".", "16.5 characters long; 16"),
        ("ru", "я" * 42, None),
        ("ru", "я" * 43, "43 characters long; 42"),
        ("ko", "가\n나\n다", "3 lines; 2"),
        ("ko", "<b>" + "가" * 16 + "</b>", None),
    ],
)
def test_lines_are_as_long_as_the_guides_allow(
    language: Language, text: str, said: str | None, fontset: FontSet
) -> None:
    """Two lines: of 16 in Korean, where what is no Hangul counts half, of 42 in other languages."""
    findings = found("wide-line", sheet(Cue(0, 5000, text), fontset=fontset, language=language))
    assert [said in finding.message for finding in findings if said] == [True] * len(findings)
    assert len(findings) == (said is not None)


def test_a_cue_stays_inside_the_safe_area(
    fontset: FontSet, wide: PictureProfile, vertical: PictureProfile
) -> None:
    """Too long for the upright picture's three lines, clear of the apps' buttons: an error that names it."""
    pictures = (Picture(wide), Picture(vertical))
    good = Cue(0, 5000, "우크라이나는 여러분에게\n잠자리와 음식을 드립니다.")
    assert found("no-room", sheet(good, fontset=fontset, pictures=pictures)) == []
    bad = Cue(0, 5000, "이국땅에서 " * 9)
    (finding,) = found("no-room", sheet(bad, fontset=fontset, pictures=pictures))
    assert finding.level == "error"
    assert "safe area of hd, vertical," in finding.message
    typed = Cue(0, 5000, "\n".join(["이국땅에서 " * 4] * 2))
    (finding,) = found("no-room", sheet(typed, fontset=fontset, pictures=pictures))
    assert "safe area of vertical," in finding.message


def test_two_speakers_each_have_their_line(fontset: FontSet, vertical: PictureProfile) -> None:
    """A dash begins a line: two speakers with two lines each are one line too many upright."""
    half = "- " + "이국땅에서 " * 3
    cue = Cue(0, 5000, f"{half}\n{half}")
    assert len(found("no-room", sheet(cue, fontset=fontset, pictures=(Picture(vertical),)))) == 1
    joined = Cue(0, 5000, cue.text.replace("- ", ""))
    assert found("no-room", sheet(joined, fontset=fontset, pictures=(Picture(vertical),))) == []


def test_a_cue_is_held_against_the_style_of_its_scene(fontset: FontSet, vertical: PictureProfile) -> None:
    """What looks otherwise from 5 s on is held against that only where it begins later."""
    quiet = Styles().style("quiet").look("tall")
    pictures = (Picture(vertical, quiet, end_ms=5000), Picture(vertical, start_ms=5000))
    text = ("가" * 14 + " ") * 3
    cues = (Cue(4999, 7000, text), Cue(5000, 7000, text))
    findings = found("no-room", sheet(*cues, fontset=fontset, pictures=pictures))
    assert [finding.cue for finding in findings] == [1]


@st.composite
def cues_of_any_length(draw: st.DrawFn) -> tuple[Language, str]:
    """A language and words of its letters, on one line or more."""
    language = draw(st.sampled_from(LANGUAGES))
    word = st.text(LETTERS[language], min_size=1, max_size=14)
    words = draw(st.lists(word, min_size=1, max_size=14))
    breaks = draw(st.lists(st.sampled_from(" \n"), min_size=len(words), max_size=len(words)))
    return language, "".join(word + gap for word, gap in zip(words, breaks, strict=True)).strip()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    cue=cues_of_any_length(),
    name=st.sampled_from(("hd", "vertical", "sd")),
    style=st.sampled_from(("clear", "box", "large", "quiet", "top")),
    slot=st.sampled_from(("only", "upper", "lower")),
)
def test_the_quick_bound_never_lets_through_what_does_not_fit(
    cue: tuple[Language, str], name: str, style: str, slot: str, fontset: FontSet
) -> None:
    """What is said to fit without opening a font has room in the true layout, in every picture and style."""
    language, text = cue
    profile = Catalog.load().profile(name)
    look = Styles().style(style).look(shape_of(profile))
    picture = Picture(profile, look, slot)  # type: ignore[arg-type]
    if surely_fits(text, language, ems_across(picture, language), profile.subtitle_lines):
        assert lay_out(text, language, profile, fontset, look, picture.slot).fits
