"""Times for lines that have none: the speech, shared in order, parted at pauses."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hoso.media.speech import Stretch
from hoso.script.scenes import FootageScene, TimedLine
from hoso.timeline.proposing import Proposal, Unheard, in_scene, propose
from hoso.timeline.sharing import LEAST_MS

SHORT = "항복하십시오!"
LONG = "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다."


def said(*stretches: tuple[int, int]) -> list[Stretch]:
    """Stretches of speech."""
    return [Stretch(*stretch) for stretch in stretches]


def untimed(*texts: str) -> list[TimedLine]:
    """Lines without times."""
    return [TimedLine(ko=text) for text in texts]


def timed(start_ms: int, end_ms: int) -> TimedLine:
    """A line that the script has times for."""
    return TimedLine(ko=SHORT, at=start_ms / 1000, to=end_ms / 1000)  # type: ignore[arg-type]


def spans(proposal: Proposal) -> list[tuple[int, int] | None]:
    """The times of the lines."""
    return [line.span for line in proposal.lines]


def test_each_stretch_is_a_line() -> None:
    """As many stretches as lines, each about as long as its words: a line begins and ends with its speech."""
    speech = said((700, 1700), (2300, 6800), (7500, 8600))
    assert spans(propose(untimed(SHORT, LONG, SHORT), speech, 10_000)) == [
        (700, 1700),
        (2300, 6800),
        (7500, 8600),
    ]


def test_a_breath_within_a_line_does_not_part_it() -> None:
    """The long line has two breaths in it: lines part at the pauses that suit the words."""
    speech = said((500, 1500), (2100, 3500), (3750, 5200), (5450, 6800), (7400, 8400))
    assert spans(propose(untimed(SHORT, LONG, SHORT), speech, 9_000)) == [
        (500, 1500),
        (2100, 6800),
        (7400, 8400),
    ]


def test_lines_part_at_the_longer_of_two_near_pauses() -> None:
    """Half of the words and two pauses near the middle: a sentence ends at the long one."""
    early = said((0, 1900), (2600, 2900), (3100, 5000))
    late = said((0, 1900), (2100, 2400), (3100, 5000))
    assert spans(propose(untimed(SHORT, SHORT), early, 5_000)) == [(0, 1900), (2600, 5000)]
    assert spans(propose(untimed(SHORT, SHORT), late, 5_000)) == [(0, 2400), (3100, 5000)]


def test_one_stretch_is_cut_by_the_lines_shares() -> None:
    """Somebody who never pauses: the line of thrice the syllables has about thrice the time."""
    first, second = spans(propose(untimed(SHORT, LONG), said((1000, 9000)), 10_000))
    assert first is not None
    assert second is not None
    assert (first[0], first[1], second[1]) == (1000, second[0], 9000)
    assert 2.5 < (second[1] - second[0]) / (first[1] - first[0]) < 4


def test_a_pause_far_from_any_share_is_no_border() -> None:
    """Two equal lines, and a pause after nine tenths of the speech: the second is not squeezed behind it."""
    first, second = spans(propose(untimed(SHORT, SHORT), said((0, 9000), (9500, 10_500)), 11_000))
    assert first == (0, 5000)
    assert second == (5000, 10_500)


def test_times_of_the_script_stay() -> None:
    """Lines around a timed one use only the speech on their side; what it leaves of a stretch is its own."""
    speech = said((500, 2000), (3000, 5070), (6000, 7000))
    lines = [*untimed(SHORT), timed(2900, 5000), *untimed(SHORT)]
    assert spans(propose(lines, speech, 8000)) == [(500, 2000), (2900, 5000), (6000, 7000)]


def test_a_line_without_speech_is_named() -> None:
    """Nobody speaks before the timed line: the line before it is unheard, the line after it is not."""
    lines = [*untimed(SHORT), timed(2000, 4000), *untimed(SHORT)]
    proposal = propose(lines, said((2000, 4000), (5000, 6000)), 8000)
    assert spans(proposal) == [None, (2000, 4000), (5000, 6000)]
    assert proposal.unheard == (Unheard(0, 0, 2000, 0),)


def test_too_little_speech_is_none() -> None:
    """Three lines can't have been said in 0.7 s: all of them are unheard."""
    proposal = propose(untimed(SHORT, SHORT, SHORT), said((1000, 1700)), 3000)
    assert proposal.unheard == tuple(Unheard(line, 0, 3000, 700) for line in range(3))


def test_shares_go_by_a_language_that_all_lines_have() -> None:
    """One line lacks Korean: all are weighed in Russian, not one in syllables and one in letters."""
    lines = [TimedLine(ko="네.", ru="Сдавайтесь сейчас"), TimedLine(ru="Сдавайтесь сейчас")]
    assert spans(propose(lines, said((0, 4000)), 4000)) == [(0, 2000), (2000, 4000)]


def test_speech_is_moved_into_the_scene() -> None:
    """Footage from 0:10 at twice the pace: half as long, counted from the scene's start, cut at its ends."""
    scene = FootageScene.model_validate({"footage": "a.mp4", "from": 10, "speed": 2.0, "sound": "keep"})
    speech = said((1000, 4000), (9000, 12_000), (14_000, 15_000), (19_000, 30_000), (40_000, 50_000))
    assert in_scene(speech, scene, 6000) == said((0, 1000), (2000, 2500), (4500, 6000))


TEXTS = st.text("가나다 .,", min_size=1).filter(str.strip)
LINES = st.lists(st.tuples(TEXTS, st.booleans()), max_size=7)


@st.composite
def speeches(draw: st.DrawFn) -> list[Stretch]:
    """Stretches as a file has them: parted by pauses, none shorter than the least."""
    lengths = draw(st.lists(st.tuples(st.integers(1, 3000), st.integers(LEAST_MS, 6000)), max_size=12))
    speech: list[Stretch] = []
    for pause, length in lengths:
        start = (speech[-1].end_ms if speech else 0) + pause
        speech.append(Stretch(start, start + length))
    return speech


@given(speeches(), LINES, st.integers(100, 2000))
def test_every_line_has_a_time_or_is_named(
    speech: list[Stretch], wanted: list[tuple[str, bool]], tail: int
) -> None:
    """In order, without overlap, within the scene, each over enough speech; the script's own times stay."""
    end = (speech[-1].end_ms if speech else 0) + tail
    step = end // (len(wanted) + 1)
    lines = [
        timed(number * step, number * step + step // 2) if has_times else TimedLine(ko=text)
        for number, (text, has_times) in enumerate(wanted)
    ]
    proposal = propose(lines, speech, end)
    unheard = [gone.line for gone in proposal.unheard]
    assert unheard == [number for number, line in enumerate(proposal.lines) if line.span is None]
    found = [line.span for line in proposal.lines if line.span]
    assert all(0 <= at < to <= end for at, to in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    for old, new in zip(lines, proposal.lines, strict=True):
        assert old.ko == new.ko
        assert old.span in (None, new.span)
        if new.span and not old.span:
            assert sum(part.end_ms - part.start_ms for part in clipped(speech, *new.span)) >= LEAST_MS


@given(speeches(), st.lists(TEXTS, min_size=1, max_size=7))
def test_no_speech_is_lost(speech: list[Stretch], texts: list[str]) -> None:
    """Lines without times cover all speech: each border is a pause, or a cut without a gap."""
    proposal = propose(untimed(*texts), speech, 100_000)
    if proposal.unheard:
        assert sum(part.end_ms - part.start_ms for part in speech) < len(texts) * LEAST_MS
        return
    found = [line.span for line in proposal.lines if line.span]
    assert (found[0][0], found[-1][1]) == (speech[0].start_ms, speech[-1].end_ms)
    pauses = {(before.end_ms, after.start_ms) for before, after in pairwise(speech)}
    for before, after in pairwise(found):
        assert before[1] == after[0] or (before[1], after[0]) in pauses


def clipped(speech: list[Stretch], start: int, end: int) -> list[Stretch]:
    """What of `speech` lies within a time."""
    parts = [Stretch(max(part.start_ms, start), min(part.end_ms, end)) for part in speech]
    return [part for part in parts if part.start_ms < part.end_ms]
