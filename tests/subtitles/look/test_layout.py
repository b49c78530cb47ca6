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
from hoso.styles.catalog import Styles
from hoso.styles.model import CLEAR, Look, shape_of
from hoso.subtitles.lines.breaking import tears
from hoso.subtitles.lines.marks import plain
from hoso.subtitles.lines.split import split
from hoso.subtitles.look.captions import Slot
from hoso.subtitles.look.layout import Anchor, Layout, anchor, band, gap_ems, lay_out, room, type_size, width
from hoso.subtitles.look.plate import plate

CATALOG = Catalog.load()
PROFILES = ("hd", "sd", "vertical", "story", "portrait", "qvga", "note")
"""16:9 large and small, 9:16, a part of 9:16, 4:5, 4:3 and a square of which only the circle is seen."""
STYLES = {name: Styles().style(name) for name in Styles().names}
SLOTS: tuple[Slot, ...] = ("only", "upper", "lower")
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


def extent(
    layout: Layout, language: Language, profile: PictureProfile, fontset: FontSet, look: Look, slot: Slot
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn for a layout, by measured widths."""
    where = anchor(profile, language, look, slot)
    wide = width(layout, language, fontset, look)
    if look.box is not None:
        drawn = plate(layout, wide, where, look.box)
        return drawn.left, drawn.top, drawn.left + drawn.width, drawn.top + drawn.height
    edge = layout.size * look.edge
    block = len(layout.lines) * layout.size * LINE_HEIGHT
    top = where.y if where.hangs else where.y - block
    return where.x - wide / 2 - edge, top - edge, where.x + wide / 2 + edge, top + block + edge


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(
    said=lines_said(),
    name=st.sampled_from(PROFILES),
    style=st.sampled_from(sorted(STYLES)),
    slot=st.sampled_from(SLOTS),
)
def test_every_generated_cue_is_inside_the_safe_area(
    said: tuple[Language, str], name: str, style: str, slot: Slot, fontset: FontSet
) -> None:
    """In any shape, style and place: all of it is inside, in no more lines than allowed, no letter lost."""
    profile, (language, text) = CATALOG.profile(name), said
    look = STYLES[style].look(shape_of(profile))
    safe = profile.safe
    for cue in split(text, (), 60_000, language):
        layout = lay_out(cue.text, language, profile, fontset, look, slot)
        assert layout.fits
        assert len(layout.lines) <= profile.subtitle_lines
        assert "".join(layout.lines).replace(" ", "") == "".join(cue.text.split())
        left, top, right, bottom = extent(layout, language, profile, fontset, look, slot)
        assert safe.left - 1 <= left < right <= safe.right + 1
        assert safe.top - 1 <= top < bottom <= safe.bottom + 1
        high = band(profile, look, paired=slot != "only")
        if look.position == "top":
            assert bottom <= safe.top + high + 1
        else:
            assert top >= safe.bottom - high - 1


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("name", PROFILES)
def test_type_has_a_readable_size(name: str, style: str) -> None:
    """One language: the profile's by the style's factor; two: 85 % of the profile's at most, 70 at least."""
    profile = CATALOG.profile(name)
    look = STYLES[style].look(shape_of(profile))
    own = profile.subtitle_size * profile.height
    assert type_size(profile, "ko", look) == pytest.approx(own * look.scale)
    for slot in ("upper", "lower"):
        assert 0.7 * own < type_size(profile, "ko", look, slot) < 0.851 * own


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    upper=lines_said(),
    lower=lines_said(),
    name=st.sampled_from(PROFILES),
    style=st.sampled_from(sorted(STYLES)),
)
def test_two_languages_never_touch(
    upper: tuple[Language, str], lower: tuple[Language, str], name: str, style: str, fontset: FontSet
) -> None:
    """However long each is, and with their plates: the upper ends where the lower has not begun."""
    profile = CATALOG.profile(name)
    look = STYLES[style].look(shape_of(profile))
    drawn = []
    said: tuple[tuple[tuple[Language, str], Slot], ...] = ((upper, "upper"), (lower, "lower"))
    for (language, text), slot in said:
        cue = split(text, (), 60_000, language)[0]
        layout = lay_out(cue.text, language, profile, fontset, look, slot)
        drawn.append(extent(layout, language, profile, fontset, look, slot))
    letters = 2 * look.letters_edge * type_size(profile, "ko", look, "upper")
    assert drawn[0][3] - (0 if look.box else letters) < drawn[1][1]
    assert gap_ems(look) > 0


@pytest.mark.parametrize("style", sorted(STYLES))
def test_what_is_inside_the_safe_area_of_a_round_note_is_in_its_circle(style: str) -> None:
    """The whole band is: its corners are no farther from the middle than the circle's edge."""
    profile = CATALOG.profile("note")
    look = STYLES[style].look("square")
    high = band(profile, look, paired=True)
    safe = profile.safe
    rows = (safe.top, safe.top + high) if look.position == "top" else (safe.bottom - high, safe.bottom)
    for y in rows:
        for x in (safe.left, safe.right):
            assert math.hypot(x - 320, y - 320) <= 320


def test_emphasis_is_looked_through(fontset: FontSet, wide: PictureProfile, vertical: PictureProfile) -> None:
    """Marks take up no room: lines break where they would without, and keep their marks."""
    marked = "우크라이나는 여러분에게 <b>잠자리와 음식과 온기를</b> 드릴 것입니다."
    for profile in (wide, vertical):
        layout = lay_out(marked, "ko", profile, fontset, CLEAR)
        bare = lay_out(plain(marked), "ko", profile, fontset, CLEAR)
        assert tuple(plain(line) for line in layout.lines) == bare.lines
        assert layout.size == bare.size
        assert " ".join(layout.lines).count("<b>") == 1


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
    for profile, count, lines in ((wide, 16, 2), (vertical, 11, 2)):
        text = " ".join("".join(syllables[count * n : count * (n + 1)]) for n in range(lines))
        layout = lay_out(text, "ko", profile, fontset, CLEAR)
        assert (len(layout.lines), layout.size) == (lines, type_size(profile, "ko"))


def test_subtitles_stand_low_and_in_the_middle(wide: PictureProfile, vertical: PictureProfile) -> None:
    """6 to 7 % from a wide picture's edge; clear of what apps put over a vertical one; the top likewise."""
    assert anchor(wide, "ko", CLEAR) == Anchor(960, 1010, hangs=False)
    edge = math.ceil(CLEAR.edge * type_size(vertical, "ko"))
    assert anchor(vertical, "ko", CLEAR) == Anchor(540, vertical.safe.bottom - edge, hangs=False)
    assert room(vertical) == 2 * (vertical.safe.right - 540)
    top = STYLES["top"]
    assert anchor(wide, "ko", top.look("wide")) == Anchor(960, 70, hangs=True)
    assert anchor(vertical, "ko", top.look("tall")) == Anchor(540, vertical.safe.top + edge, hangs=True)


def test_large_type_gives_way_before_it_does_not_fit(fontset: FontSet, vertical: PictureProfile) -> None:
    """A short cue is a quarter larger than usual; a long one as small as the usual style would set it."""
    large = STYLES["large"].look("tall")
    short = lay_out("항복하십시오!", "ko", vertical, fontset, large)
    assert short.size == pytest.approx(1.25 * type_size(vertical, "ko"))
    long = lay_out(" ".join(["가나다라마바사아자차카"] * 3), "ko", vertical, fontset, large)
    assert long.fits
    assert long.size < short.size
    assert long.size >= 0.85 * type_size(vertical, "ko") - 1e-9


def test_words_that_belong_together_are_worth_a_line_and_a_little_size(
    fontset: FontSet, vertical: PictureProfile
) -> None:
    """A third line where two would strand an ending; type smaller by up to a tenth where three would."""
    usual = type_size(vertical, "ko")
    third = lay_out("배고픈 병사에게는 나누어 줄 것입니다.", "ko", vertical, fontset, CLEAR)
    assert third.size == usual
    assert not tears(third.lines, "ko")
    smaller = lay_out(
        "수술을 받은 병사는 두 달 만에 다시 걸을 수 있게 되었습니다.", "ko", vertical, fontset, CLEAR
    )
    assert not tears(smaller.lines, "ko")
    assert 0.899 * usual <= smaller.size < usual
