"""The ASS document: explicit positions, exact frames, every character shown, the same text every time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.clock import nearest_frames
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.styles.catalog import Styles
from hoso.subtitles.look.ass import Painter, _before
from hoso.subtitles.look.captions import Caption
from hoso.subtitles.look.lettering import escape

CAPTIONS = (
    Caption(0, 1230, "항복하십시오!"),
    Caption(1230, 4000, "잠자리와 음식과\n온기를 드릴 것입니다."),
)
STYLES = {name: Styles().style(name) for name in Styles().names}


def _document(captions: Sequence[Caption], profile: PictureProfile, fontset: FontSet) -> pysubs2.SSAFile:
    return pysubs2.SSAFile.from_string(Painter(profile, fontset, STYLES).document(captions))


def _events(captions: Sequence[Caption], profile: PictureProfile, fontset: FontSet) -> list[str]:
    return [event.text for event in _document(captions, profile, fontset)]


def test_the_document_is_for_this_very_raster(fontset: FontSet, wide: PictureProfile) -> None:
    """Positions are pixels, borders scale, nothing wraps by itself, and colours are BT.709's."""
    document = _document(CAPTIONS, wide, fontset)
    assert document.info == {
        "ScriptType": "v4.00+",
        "PlayResX": "1920",
        "PlayResY": "1080",
        "LayoutResX": "1920",
        "LayoutResY": "1080",
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "TV.709",
    }
    style = document.styles["clear ko"]
    assert (style.fontname, style.bold) == ("Hoso KR", True)


def test_every_event_has_its_place_and_its_breaks(fontset: FontSet, wide: PictureProfile) -> None:
    """Nothing is left to the renderer's collision handling."""
    first, second = _events(CAPTIONS, wide, fontset)
    assert first.startswith("{\\an2\\pos(960,1010)")
    assert second.endswith("}잠자리와 음식과\\N온기를 드릴 것입니다.")


def test_the_family_changes_around_foreign_letters(fontset: FontSet, wide: PictureProfile) -> None:
    """And comes back after them."""
    assert _events((Caption(0, 1000, "«Їжа» 라는 말"),), wide, fontset)[0].endswith(
        "}«{\\fnHoso Sans}Їжа{\\fnHoso KR}» 라는 말"
    )
    assert _events((Caption(0, 1000, "Слово 말.", "uk"),), wide, fontset)[0].endswith(
        "}Слово {\\fnHoso KR}말{\\fnHoso Sans}."
    )


def test_a_shrunk_cue_shrinks_whole(fontset: FontSet, vertical: PictureProfile) -> None:
    """Type, outline and shadow together; a cue of the usual length says nothing about size."""
    long = Caption(0, 1000, "가" * 12)
    assert all(tag in _events((long,), vertical, fontset)[0] for tag in ("\\fs", "\\bord", "\\shad"))
    assert "\\fs" not in _events(CAPTIONS[:1], vertical, fontset)[0]


def test_braces_and_backslashes_are_words() -> None:
    """Nobody's text is taken for a tag."""
    assert escape("{\\b1}") == "\\{\\\u2060b1\\}"
    assert escape("C:\\N") == "C:\\\u2060N"


def test_a_cue_before_the_picture_is_refused(fontset: FontSet, wide: PictureProfile) -> None:
    """ASS has no negative times; clipping is the caller's decision."""
    with pytest.raises(ValueError, match="before the picture"):
        Painter(wide, fontset, STYLES).document((Caption(-40, 1000, "가"),))


def test_a_cue_that_shows_in_no_frame_is_left_out(fontset: FontSet, wide: PictureProfile) -> None:
    """10 ms at 25 frames a second."""
    assert _events((Caption(1000, 1010, "가"),), wide, fontset) == []


def test_the_text_is_the_same_in_another_process(fontset: FontSet, wide: PictureProfile) -> None:
    """It goes into a cache key: no date, no version, no order that changes."""
    code = (
        "import sys, pathlib; from hoso.channels.catalog import Catalog; from hoso.fonts.faces import faces;"
        "from hoso.subtitles.look.ass import Painter; from hoso.subtitles.look.captions import Caption;"
        "from hoso.styles.catalog import Styles; styles = {'clear': Styles().style('clear')};"
        "captions = (Caption(0, 1230, '항복하십시오!'), "
        "Caption(1230, 4000, '잠자리와 음식과\\n온기를 드릴 것입니다.'));"
        "fonts = faces(pathlib.Path(sys.argv[1]));"
        "text = Painter(Catalog.load().profile('hd'), fonts, styles).document(captions);"
        "sys.stdout.buffer.write(text.encode())"
    )
    args = [sys.executable, "-c", code, str(fontset.folder.parent)]
    other = subprocess.run(args, capture_output=True, check=True).stdout.decode()
    assert other == Painter(wide, fontset, STYLES).document(CAPTIONS)
    assert "pysubs2" not in other


@given(st.integers(0, 10**7), st.sampled_from([25, 30, 50, 60]))
def test_times_lie_between_frames(ms: int, fps: int) -> None:
    """Each is at least 3 ms after one frame and 3 ms before the next, so no rounding moves it over one."""
    frame = nearest_frames(ms, fps)
    assert abs(Fraction(frame, fps) - Fraction(ms, 1000)) <= Fraction(1, 2 * fps)
    if frame:
        time = Fraction(_before(frame, fps), 1000)
        assert (
            Fraction(frame - 1, fps) + Fraction(3, 1000) <= time <= Fraction(frame, fps) - Fraction(3, 1000)
        )


@given(st.integers(0, 10**6), st.integers(0, 500), st.sampled_from([25, 30, 50, 60]))
def test_frames_do_not_depend_on_where_a_segment_begins(ms: int, steps: int, fps: int) -> None:
    """A segment begins after a multiple of 0.2 s, which is whole frames."""
    assert nearest_frames(ms + 200 * steps, fps) == nearest_frames(ms, fps) + steps * fps // 5


def test_emphasis_is_a_colour_and_never_a_tag_on_the_screen(fontset: FontSet, wide: PictureProfile) -> None:
    """It goes on over a line break, and over a change of family."""
    caption = Caption(0, 1000, "자, <b>지금\n«Їжа»</b> 뿐!")
    (text,) = _events((caption,), wide, fontset)
    assert text.split("}", 1)[1] == (
        "자, {\\1c&H4FD8FF&}지금\\N«{\\fnHoso Sans}Їжа{\\fnHoso KR}»{\\1c&HF4F8F8&} 뿐!"
    )
    assert "<b>" not in text


def test_a_speakers_name_has_a_colour_of_its_own(fontset: FontSet, wide: PictureProfile) -> None:
    """As far as the name goes; what is stressed after it keeps its colour."""
    caption = Caption(0, 1000, "젊은 병사: <b>살았습니다</b>.", label="젊은 병사:")
    (text,) = _events((caption,), wide, fontset)
    assert text.split("}", 1)[1] == (
        "{\\1c&HFFD89A&}젊은 병사:{\\1c&HF4F8F8&} {\\1c&H4FD8FF&}살았습니다{\\1c&HF4F8F8&}."
    )


def test_only_styles_that_are_used_are_in_the_document(fontset: FontSet, wide: PictureProfile) -> None:
    """What another scene looks like does not change a segment's key."""
    pair = (Caption(0, 900, "가", slot="upper"), Caption(0, 900, "А", "ru", "box", "lower"))
    document = _document(pair, wide, fontset)
    assert sorted(document.styles) == ["box ru lower", "clear ko upper"]
    assert [(event.style, event.layer) for event in document] == [
        ("clear ko upper", 1),
        ("box ru lower", 0),
        ("box ru lower", 1),
    ]


def test_two_languages_meet_at_a_fixed_line(fontset: FontSet, wide: PictureProfile) -> None:
    """The upper stands on it, the lower hangs from it, however many lines either has."""

    def places(upper: str, lower: str) -> list[str]:
        pair = (Caption(0, 900, upper, slot="upper"), Caption(0, 900, lower, "ru", slot="lower"))
        return [text.split("\\blur")[0] for text in _events(pair, wide, fontset)]

    one, two = places("가", "А"), places("가\n나", "А\nБ")
    assert one == two
    (upper, above), (lower, below) = (re.findall(r"an(\d).pos\(960,(\d+)\)", place)[0] for place in one)
    assert (upper, lower) == ("2", "8")
    assert 0 < int(below) - int(above) < 20


def test_each_frame_of_a_fade_has_its_own_opacity(fontset: FontSet, wide: PictureProfile) -> None:
    """Three frames in and out at 25 a second, a fade's times all 0: no renderer's clock matters."""
    document = _document((Caption(0, 1000, "가", style="quiet"),), wide, fontset)
    levels = [
        (event.start, event.end, (re.findall(r"fade\((\d+),\1,\1,0,0,0,0\)", event.text) or ["0"])[0])
        for event in document
    ]
    assert levels == [
        (0, 20, "191"),
        (20, 60, "128"),
        (60, 100, "64"),
        (100, 860, "0"),
        (860, 900, "64"),
        (900, 940, "128"),
        (940, 980, "191"),
    ]


def test_a_painter_remembers_and_draws_the_same(wide: PictureProfile, fontset: FontSet) -> None:
    """Other times, other company, twice: each document is as by a painter who has drawn nothing yet."""
    painter = Painter(wide, fontset, STYLES)
    later = tuple(caption.shifted(5000) for caption in CAPTIONS)
    boxed = (
        Caption(0, 900, "가 나", style="box"),
        Caption(1000, 1900, "가 나"),
        Caption(2000, 2900, "가 나", "ru"),
    )
    for captions in (CAPTIONS, later, boxed, CAPTIONS, (*boxed, *later)):
        assert painter.document(captions) == Painter(wide, fontset, STYLES).document(captions)


def test_events_bear_the_mark_of_their_caption(wide: PictureProfile, fontset: FontSet) -> None:
    """Every one that is drawn of it: plates, and each step of a fade; nothing else changes."""
    plain = (Caption(0, 900, "가", style="box"), Caption(1000, 1900, "나", style="quiet"))
    marked = tuple(replace(caption, mark=str(number)) for number, caption in enumerate(plain))
    events = _document(marked, wide, fontset).events
    assert [event.name for event in events[:2]] == ["0", "0"]
    assert {event.name for event in events[2:]} == {"1"}
    assert len(events) > 4
    for event in events:
        event.name = ""
    assert events == _document(plain, wide, fontset).events
