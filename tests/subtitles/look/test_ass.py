"""The ASS document: explicit positions, exact frames, every character shown, the same text every time."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue
from hoso.subtitles.look.ass import _before, _frame, ass_document, escape

CUES = (Cue(0, 1230, "항복하십시오!"), Cue(1230, 4000, "잠자리와 음식과\n온기를 드릴 것입니다."))


def _events(
    cues: tuple[Cue, ...], language: Language, profile: PictureProfile, fontset: FontSet
) -> list[str]:
    return [
        event.text for event in pysubs2.SSAFile.from_string(ass_document(cues, language, profile, fontset))
    ]


def test_the_document_is_for_this_very_raster(fontset: FontSet, wide: PictureProfile) -> None:
    """Positions are pixels, borders scale, nothing wraps by itself, and colours are BT.709's."""
    document = pysubs2.SSAFile.from_string(ass_document(CUES, "ko", wide, fontset))
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
    style = document.styles["Default"]
    assert (style.fontname, style.bold) == ("Hoso KR", True)


def test_every_event_has_its_place_and_its_breaks(fontset: FontSet, wide: PictureProfile) -> None:
    """Nothing is left to the renderer's collision handling."""
    first, second = _events(CUES, "ko", wide, fontset)
    assert first.startswith("{\\an2\\pos(960,1010)")
    assert second.endswith("}잠자리와 음식과\\N온기를 드릴 것입니다.")


def test_the_family_changes_around_foreign_letters(fontset: FontSet, wide: PictureProfile) -> None:
    """And comes back after them."""
    assert _events((Cue(0, 1000, "«Їжа» 라는 말"),), "ko", wide, fontset)[0].endswith(
        "}«{\\fnHoso Sans}Їжа{\\fnHoso KR}» 라는 말"
    )
    assert _events((Cue(0, 1000, "Слово 말."),), "uk", wide, fontset)[0].endswith(
        "}Слово {\\fnHoso KR}말{\\fnHoso Sans}."
    )


def test_a_shrunk_cue_shrinks_whole(fontset: FontSet, vertical: PictureProfile) -> None:
    """Type, outline and shadow together; a cue of the usual length says nothing about size."""
    long = Cue(0, 1000, "가" * 12)
    assert all(tag in _events((long,), "ko", vertical, fontset)[0] for tag in ("\\fs", "\\bord", "\\shad"))
    assert "\\fs" not in _events(CUES[:1], "ko", vertical, fontset)[0]


def test_braces_and_backslashes_are_words() -> None:
    """Nobody's text is taken for a tag."""
    assert escape("{\\b1}") == "\\{\\\u2060b1\\}"
    assert escape("C:\\N") == "C:\\\u2060N"


def test_a_cue_before_the_picture_is_refused(fontset: FontSet, wide: PictureProfile) -> None:
    """ASS has no negative times; clipping is the caller's decision."""
    with pytest.raises(ValueError, match="before the picture"):
        ass_document((Cue(-40, 1000, "가"),), "ko", wide, fontset)


def test_a_cue_that_shows_in_no_frame_is_left_out(fontset: FontSet, wide: PictureProfile) -> None:
    """10 ms at 25 frames a second."""
    assert _events((Cue(1000, 1010, "가"),), "ko", wide, fontset) == []


def test_the_text_is_the_same_in_another_process(fontset: FontSet, wide: PictureProfile) -> None:
    """It goes into a cache key: no date, no version, no order that changes."""
    code = (
        "import sys, pathlib; from hoso.channels.catalog import Catalog; from hoso.fonts.faces import faces;"
        "from hoso.subtitles.look.ass import ass_document; from hoso.subtitles.cues import Cue;"
        "cues = (Cue(0, 1230, '항복하십시오!'), Cue(1230, 4000, '잠자리와 음식과\\n온기를 드릴 것입니다.'));"
        "text = ass_document(cues, 'ko', Catalog.load().profile('hd'), faces(pathlib.Path(sys.argv[1])));"
        "sys.stdout.buffer.write(text.encode())"
    )
    args = [sys.executable, "-c", code, str(fontset.folder.parent)]
    other = subprocess.run(args, capture_output=True, check=True).stdout.decode()
    assert other == ass_document(CUES, "ko", wide, fontset)
    assert "pysubs2" not in other


@given(st.integers(0, 10**7), st.sampled_from([25, 30, 50, 60]))
def test_times_lie_between_frames(ms: int, fps: int) -> None:
    """Each is at least 3 ms after one frame and 3 ms before the next, so no rounding moves it over one."""
    frame = _frame(ms, fps)
    assert abs(Fraction(frame, fps) - Fraction(ms, 1000)) <= Fraction(1, 2 * fps)
    if frame:
        time = Fraction(_before(frame, fps), 1000)
        assert (
            Fraction(frame - 1, fps) + Fraction(3, 1000) <= time <= Fraction(frame, fps) - Fraction(3, 1000)
        )


@given(st.integers(0, 10**6), st.integers(0, 500), st.sampled_from([25, 30, 50, 60]))
def test_frames_do_not_depend_on_where_a_segment_begins(ms: int, steps: int, fps: int) -> None:
    """A segment begins after a multiple of 0.2 s, which is whole frames."""
    assert _frame(ms + 200 * steps, fps) == _frame(ms, fps) + steps * fps // 5
