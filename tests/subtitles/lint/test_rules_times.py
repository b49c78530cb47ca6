"""Rules about cues in time: what is found, what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.languages import Language
from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue
from hoso.subtitles.lint.limits import Audience
from tests.subtitles.lint.lint_material import FRAME, found, sheet


def test_a_finding_says_what_where_and_what_to_do(fontset: FontSet) -> None:
    """The rule, its level, the cue's index and line, a message and a remedy; as a problem it has a place."""
    (finding,) = found("too-long", sheet(Cue(0, 2000, "가"), Cue(3000, 10_001, "나"), fontset=fontset))
    assert (finding.level, finding.cue, finding.line, finding.fixable) == ("warning", 1, 6, False)
    assert finding.message == "the cue is shown for 7.001 s; after 7 s people read it again"
    problem = finding.problem(Path("subtitles/m.ko.srt"))
    assert problem.place == "subtitles/m.ko.srt:6"
    assert (problem.level, problem.remedy) == ("warning", "Split it, or let it end sooner.")


@pytest.mark.parametrize("end", [1000, 999])
def test_a_cue_ends_after_it_has_begun(end: int, fontset: FontSet) -> None:
    """No length and a negative one are errors; a millisecond is not."""
    (finding,) = found("impossible", sheet(Cue(1000, end, "가"), fontset=fontset))
    assert finding.level == "error"
    assert found("impossible", sheet(Cue(1000, 1001, "가"), fontset=fontset)) == []


def test_a_cue_begins_with_the_film(fontset: FontSet) -> None:
    """0 is the earliest."""
    assert found("impossible", sheet(Cue(0, 2000, "가"), fontset=fontset)) == []
    assert len(found("impossible", sheet(Cue(-1, 2000, "가"), fontset=fontset))) == 1


def test_cues_stand_in_their_order(fontset: FontSet) -> None:
    """A cue that begins before the one above it is named; mending orders the cues."""
    early, late = Cue(0, 2000, "가"), Cue(3000, 5000, "나")
    assert found("order", sheet(early, late, fontset=fontset)) == []
    (finding,) = found("order", sheet(late, early, fontset=fontset))
    assert (finding.cue, finding.fixable) == (1, True)


def test_cues_do_not_overlap(fontset: FontSet) -> None:
    """Two at once are an error, on the later one; under 12 frames mending ends the first sooner."""
    first = Cue(0, 3000, "가")
    assert found("overlap", sheet(first, Cue(3000, 5000, "나"), fontset=fontset)) == []
    for start, fixable in ((3000 - 11 * FRAME, True), (3000 - 12 * FRAME, False)):
        (finding,) = found("overlap", sheet(first, Cue(start, 5000, "나"), fontset=fontset))
        assert (finding.level, finding.cue, finding.fixable) == ("error", 1, fixable)


def test_a_long_cue_overlaps_more_than_its_neighbour(fontset: FontSet) -> None:
    """Every cue that begins under it is named, in whatever order the file has them."""
    cues = (Cue(4000, 5000, "다"), Cue(0, 6000, "가"), Cue(1000, 2000, "나"))
    assert [finding.cue for finding in found("overlap", sheet(*cues, fontset=fontset))] == [0, 2]


def test_a_cue_ends_with_the_film(fontset: FontSet) -> None:
    """What lasts beyond the end is cut off; how long the film is, is not known while lines have no take."""
    assert found("beyond-end", sheet(Cue(58_000, 60_000, "가"), fontset=fontset)) == []
    assert len(found("beyond-end", sheet(Cue(58_000, 60_001, "가"), fontset=fontset))) == 1
    assert found("beyond-end", sheet(Cue(58_000, 60_001, "가"), fontset=fontset, guessed=True)) == []


def test_a_cue_stays_five_sixths_of_a_second(fontset: FontSet) -> None:
    """833 ms are enough; less can be mended where there is room before the next cue."""
    assert found("too-short", sheet(Cue(0, 833, "가"), fontset=fontset)) == []
    (finding,) = found("too-short", sheet(Cue(0, 832, "가"), Cue(913, 2000, "나"), fontset=fontset))
    assert finding.fixable
    (finding,) = found("too-short", sheet(Cue(0, 700, "가"), Cue(900, 2000, "나"), fontset=fontset))
    assert not finding.fixable


def test_a_cue_stays_seven_seconds_at_most(fontset: FontSet) -> None:
    """7000 ms are the limit."""
    assert found("too-long", sheet(Cue(0, 7000, "가"), fontset=fontset)) == []
    assert len(found("too-long", sheet(Cue(0, 7001, "가"), fontset=fontset))) == 1


@pytest.mark.parametrize(
    ("language", "audience", "speed"),
    [
        ("ko", "adults", 12),
        ("ko", "children", 9),
        ("ru", "adults", 17),
        ("uk", "children", 13),
        ("en", "adults", 17),
    ],
)
def test_a_cue_can_be_read(language: Language, audience: Audience, speed: int, fontset: FontSet) -> None:
    """So many characters a second, no more; marks of emphasis and line breaks are not read."""
    letters = ("가" if language == "ko" else "a") * speed
    text = f"<b>{letters}</b>\n{letters}"
    enough = sheet(Cue(0, 2000, text), fontset=fontset, language=language, audience=audience)
    assert found("too-fast", enough) == []
    little = sheet(Cue(0, 1999, text), fontset=fontset, language=language, audience=audience)
    (finding,) = found("too-fast", little)
    assert f"{speed:g} can be read" in finding.message


def test_korean_counts_half_for_what_is_no_hangul(fontset: FontSet) -> None:
    """11 syllables, a space and a full stop are 12 characters: one second."""
    text = "가" * 6 + " " + "가" * 5 + "."
    assert found("too-fast", sheet(Cue(0, 1000, text), fontset=fontset)) == []
    assert len(found("too-fast", sheet(Cue(0, 1000, text + "."), fontset=fontset))) == 1


@pytest.mark.parametrize(
    ("frames", "wrong"), [(0, True), (1, True), (2, False), (3, True), (11, True), (12, False)]
)
def test_a_gap_is_two_frames_or_a_pause(frames: int, wrong: bool, fontset: FontSet) -> None:
    """0, 1 and 3 to 11 frames are hints, on the cue that should end otherwise; mending makes them two."""
    cues = (Cue(0, 3000, "가"), Cue(3000 + frames * FRAME, 6000, "나"))
    findings = found("gap", sheet(*cues, fontset=fontset))
    assert [(item.level, item.cue, item.fixable) for item in findings] == [("hint", 0, True)] * wrong


def test_frames_are_counted_to_the_nearest(fontset: FontSet) -> None:
    """Files have milliseconds: 66 ms are two frames at 30 frames a second, and 33 ms at 60."""
    for fps, gap in ((30, 66), (30, 67), (60, 33), (50, 40)):
        cues = (Cue(0, 3000, "가"), Cue(3000 + gap, 6000, "나"))
        assert found("gap", sheet(*cues, fontset=fontset, fps=fps)) == []


def test_a_gap_with_a_cut_in_it_is_as_long_as_the_cut_asks(fontset: FontSet) -> None:
    """One cue ends two frames before the cut, the next begins a second pause after: neither is moved over."""
    cues = (Cue(0, 3000 - 2 * FRAME, "가"), Cue(3000, 5000, "나"))
    assert found("gap", sheet(*cues, fontset=fontset, shots=(3000,))) == []
    apart = (cues[0], Cue(3000 + 5 * FRAME, 5000, "나"))
    assert found("gap", sheet(*apart, fontset=fontset, shots=(3000,))) == []
    assert len(found("gap", sheet(*apart, fontset=fontset))) == 1
