"""Rules about cues and what is said."""

from __future__ import annotations

import unicodedata

import pytest

from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue
from hoso.voice.takes import Word
from tests.subtitles.lint.lint_material import found, line, sheet

ONE = Cue(1000, 3000, "죽지 마십시오.")
TWO = Cue(3080, 5000, "살아야 합니다.")
THREE = Cue(6000, 8000, "항복하십시오!")
SCRIPT = (line(ONE, TWO), line(THREE))


def test_the_scripts_words_are_the_scripts(fontset: FontSet) -> None:
    """Times, line breaks, emphasis, how words are cut into cues, Unicode's forms: none is a difference."""
    words = "죽지\n<b>마십시오.</b> 살아야 합니다."
    joined = Cue(900, 5000, unicodedata.normalize("NFD", words))
    for cues in ((ONE, TWO, THREE), (joined, THREE)):
        assert found("other-words", sheet(*cues, fontset=fontset, lines=SCRIPT)) == []


@pytest.mark.parametrize(
    ("cues", "cue", "said"),
    [
        (
            (ONE, Cue(3080, 5000, "꼭 살아야 합니다."), THREE),
            1,
            "“꼭” is not in the script",
        ),
        ((ONE, Cue(3080, 5000, "합니다."), THREE), 1, "the script's “살아야” is missing here"),
        ((ONE, THREE), 1, "the script's “살아야 합니다.” is missing here"),
        ((ONE, TWO), 1, "the script's “항복하십시오!” is missing here"),
        (
            (ONE, TWO, Cue(6000, 8000, "손을 드십시오!")),
            2,
            "“손을 드십시오!” stands here, and the script says “항복하십시오!”",
        ),
        ((ONE, TWO, THREE, Cue(9000, 10_000, "끝.")), 3, "“끝.” is not in the script"),
    ],
)
def test_other_words_are_named_with_the_scripts(
    cues: tuple[Cue, ...], cue: int, said: str, fontset: FontSet
) -> None:
    """One finding a place, with both wordings, on the cue; the remedy is a command."""
    (finding,) = found("other-words", sheet(*cues, fontset=fontset, lines=SCRIPT))
    assert (finding.level, finding.cue, finding.message) == ("warning", cue, said)
    assert "`render.py subtitles adopt m`" in finding.remedy


def test_every_differing_place_is_one_finding(fontset: FontSet) -> None:
    """Two edits apart are two, in the order of the file, even where its cues are in disorder."""
    cues = (Cue(6000, 8000, "손을 드십시오!"), Cue(1000, 3000, "죽지 맙시다."), TWO)
    findings = found("other-words", sheet(*cues, fontset=fontset, lines=SCRIPT))
    assert [finding.cue for finding in findings] == [0, 1]
    assert "“맙시다.”" in findings[1].message


def test_a_long_wording_is_shown_in_part(fontset: FontSet) -> None:
    """A message stays readable."""
    cues = (ONE, TWO, Cue(6000, 8000, "가나다 " * 40))
    (finding,) = found("other-words", sheet(*cues, fontset=fontset, lines=SCRIPT))
    assert len(finding.message) < 140


def test_without_a_script_nothing_differs(fontset: FontSet) -> None:
    """A file by itself is held against no words and no voice."""
    for rule in ("other-words", "voice-uncovered", "off-voice"):
        assert found(rule, sheet(ONE, fontset=fontset)) == []


def test_the_voice_has_a_cue(fontset: FontSet) -> None:
    """A line while which nothing is shown, and more than 1.5 s of one, are found, on the cue before."""
    assert found("voice-uncovered", sheet(ONE, TWO, THREE, fontset=fontset, lines=SCRIPT)) == []
    (finding,) = found("voice-uncovered", sheet(ONE, TWO, fontset=fontset, lines=SCRIPT))
    assert (finding.level, finding.cue) == ("warning", 1)
    assert "heard from 0:06 to 0:08 without a cue" in finding.message
    late = Cue(7500, 8000, THREE.text)
    assert found("voice-uncovered", sheet(ONE, TWO, late, fontset=fontset, lines=SCRIPT)) == []
    later = Cue(7501, 8000, THREE.text)
    assert len(found("voice-uncovered", sheet(ONE, TWO, later, fontset=fontset, lines=SCRIPT))) == 1


def test_a_pause_within_a_line_needs_no_cue(fontset: FontSet) -> None:
    """Where words have times, only from the first to the last one that is heard without a cue counts."""
    words = (Word("죽지", 0, 600), Word("마십시오.", 700, 1500), Word("살아야", 6000, 6500))
    said = (line(Cue(1000, 9000, "죽지 마십시오. 살아야"), words=words),)
    cues = (Cue(1000, 2500, "죽지 마십시오."), Cue(7000, 8000, "살아야"))
    assert found("voice-uncovered", sheet(*cues, fontset=fontset, lines=said)) == []
    short = (Cue(1000, 2200, "죽지 마십시오."), Cue(7500, 8000, "살아야"))
    (finding,) = found("voice-uncovered", sheet(*short, fontset=fontset, lines=said))
    assert "from 0:02.200 to 0:07.500" in finding.message


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (4500, 8000, None),
        (4499, 8000, "comes 1.501 s before the voice"),
        (6000, 9500, None),
        (6000, 9501, "stays 1.501 s after the voice"),
        (8000, 9400, "apart from the voice"),
        (5000, 6000, "apart from the voice"),
    ],
)
def test_a_cue_is_shown_with_its_words(start: int, end: int, said: str | None, fontset: FontSet) -> None:
    """It leads and trails the voice that speaks its words by 1.5 s at most."""
    cues = (ONE, TWO, Cue(start, end, THREE.text))
    findings = found("off-voice", sheet(*cues, fontset=fontset, lines=SCRIPT))
    assert [finding.cue for finding in findings] == [2] * (said is not None)
    assert all(said in finding.message for finding in findings if said)


def test_a_cue_over_other_words_is_off_its_voice(fontset: FontSet) -> None:
    """Words decide, not speech alone: a cue that stands on another line's voice is found."""
    cues = (Cue(6000, 8000, ONE.text), Cue(1000, 5000, "살아야 합니다. 항복하십시오!"))
    findings = found("off-voice", sheet(*cues, fontset=fontset, lines=SCRIPT))
    assert 0 in [finding.cue for finding in findings]


def test_words_that_nobody_speaks_belong_to_the_voice_around_them(fontset: FontSet) -> None:
    """An editor's own words are held against the speech that is nearest."""
    beside = sheet(ONE, TWO, THREE, Cue(7900, 9400, "끝"), fontset=fontset, lines=SCRIPT)
    assert found("off-voice", beside) == []
    (finding,) = found(
        "off-voice", sheet(ONE, TWO, THREE, Cue(20_000, 22_000, "끝"), fontset=fontset, lines=SCRIPT)
    )
    assert "the voice nearby is heard from 0:06 to 0:08" in finding.message


def test_word_times_are_used_where_the_voice_gives_them(fontset: FontSet) -> None:
    """The second half of a line shown with its first half comes too early for its own words."""
    words = (Word("죽지", 0, 600), Word("마십시오.", 700, 1500), Word("살아야", 6000, 6500))
    said = (line(Cue(1000, 7500, "죽지 마십시오. 살아야"), words=words),)
    cues = (Cue(1000, 3000, "죽지 마십시오."), Cue(3080, 7500, "살아야"))
    (finding,) = found("off-voice", sheet(*cues, fontset=fontset, lines=said))
    assert (finding.cue, "comes 3.92 s before" in finding.message) == (1, True)


def test_a_speakers_name_is_heard_with_the_first_word(fontset: FontSet) -> None:
    """It is shown and not spoken: the words keep their own times."""
    words = (Word("죽지", 2000, 2600), Word("마십시오.", 2700, 3500))
    said = (line(Cue(0, 4000, "김 소위: 죽지 마십시오."), words=words),)
    late, early = Cue(2000, 4000, said[0].cues[0].text), Cue(400, 4000, said[0].cues[0].text)
    assert found("off-voice", sheet(late, fontset=fontset, lines=said)) == []
    (finding,) = found("off-voice", sheet(early, fontset=fontset, lines=said))
    assert "comes 1.6 s before" in finding.message


def test_guessed_times_are_held_against_nothing(fontset: FontSet) -> None:
    """While lines have no take, only their words are known."""
    cues = (Cue(20_000, 22_000, "죽지 맙시다."),)
    looked_at = sheet(*cues, fontset=fontset, lines=SCRIPT, guessed=True)
    assert found("off-voice", looked_at) == found("voice-uncovered", looked_at) == []
    assert len(found("other-words", looked_at)) >= 1
