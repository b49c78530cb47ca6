"""The three-way merge: an editor's work meets a script that has moved on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.keeping.aligning import align
from hoso.subtitles.keeping.merging import merge, words_of_all
from hoso.subtitles.keeping.outcome import APART, CROWDED, DROPPED, GONE, RETIMED, REWORDED
from tests.subtitles.keeping.scripts import edits, line, rewritten, scripts

HELLO = line("hello", 0, "조선인민군 군인 여러분!")
LIVE = line("live", 1500, "여러분은 살 수 있습니다.", "무기를 버리십시오.")
HOME = line("home", 4000, "집으로 돌아갈 수 있습니다.")
BEFORE = (HELLO, LIVE, HOME)
CUES = cues_of(BEFORE)


def moved(entry: CuedLine, by_ms: int) -> CuedLine:
    """`entry`, heard later."""
    return replace(
        entry,
        start_ms=entry.start_ms + by_ms,
        end_ms=entry.end_ms + by_ms,
        cues=tuple(cue.shifted(by_ms) for cue in entry.cues),
    )


def edit(number: int, **changes: object) -> list[Cue]:
    """The file with one cue changed."""
    cues = list(CUES)
    cues[number] = replace(cues[number], **changes)  # type: ignore[arg-type]
    return cues


def test_what_nobody_touched_follows_the_script() -> None:
    """Without edits the merge is what is generated now."""
    now = (
        moved(HELLO, 200),
        line("live", 2000, "다른 말입니다."),
        moved(HOME, -500),
        line("new", 9000, "끝"),
    )
    merged = merge(BEFORE, now, CUES)
    assert merged.cues == cues_of(now)
    assert merged.conflicts == ()


def test_an_edit_moves_with_its_line() -> None:
    """A line that is heard 700 ms later takes the editor's times and words along."""
    now = (HELLO, moved(LIVE, 700), moved(HOME, 700))
    merged = merge(BEFORE, now, edit(1, start_ms=1400, text="살 수 있습니다."))
    assert merged.cues[1] == Cue(2100, CUES[1].end_ms + 700, "살 수 있습니다.")
    assert merged.cues[2:] == tuple(cue.shifted(700) for cue in CUES[2:])
    assert merged.conflicts == ()


def test_an_edit_goes_where_its_line_goes() -> None:
    """Lines that change places keep their edits."""
    now = (moved(HOME, -4000), moved(HELLO, 1500), moved(LIVE, 1500))
    merged = merge(BEFORE, now, edit(3, end_ms=4800))
    assert merged.cues[0] == Cue(0, 800, CUES[3].text)
    assert merged.conflicts == ()


def test_new_words_take_the_editors_offsets() -> None:
    """Where a line still has as many cues, a cue whose words changed has them, at the editor's offsets."""
    now = (HELLO, line("live", 1500, "여러분은 살아야 합니다.", "무기를 버리십시오."), HOME)
    merged = merge(BEFORE, now, edit(1, start_ms=1430, end_ms=2380))
    assert merged.cues[1] == Cue(1430, 2380, "여러분은 살아야 합니다.")
    assert merged.conflicts == ()


def test_offsets_stop_at_the_neighbour() -> None:
    """An edge that the editor moved gives way where it would newly run into the next cue."""
    tight = replace(LIVE, cues=(replace(CUES[1], end_ms=2090), replace(CUES[2], start_ms=2100)))
    merged = merge(BEFORE, (HELLO, tight, HOME), edit(1, end_ms=2490))
    assert merged.cues[1].end_ms == merged.cues[2].start_ms == 2100


def test_offsets_stop_at_the_beginning() -> None:
    """No cue begins before the programme does."""
    before = (line("hello", 300, "여러분!"),)
    (cue,) = merge(before, (line("hello", 0, "여러분!"),), [Cue(200, 1200, "여러분!")]).cues
    assert cue == Cue(0, 900, "여러분!")


def test_other_cues_for_new_words_are_a_conflict() -> None:
    """New words that fall into another number of cues are shown; the editor's times are in the conflict."""
    now = (HELLO, line("live", 1500, "여러분은 살 수 있습니다.", "총을 내려놓고", "손을 드십시오."), HOME)
    merged = merge(BEFORE, now, edit(1, start_ms=1430))
    assert merged.cues == cues_of(now)
    (conflict,) = merged.conflicts
    assert (conflict.line, conflict.reason, conflict.kept) == ("live", RETIMED, "generated")
    assert [cue.text for cue in conflict.edited] == [CUES[1].text]
    assert conflict.generated == now[1].cues


def test_the_same_words_in_other_cues_keep_the_editors() -> None:
    """Words that only fall into other cues now were never wrong in the editor's: no conflict."""
    now = (HELLO, line("live", 1500, "여러분은 살 수 있습니다. 무기를 버리십시오.", length_ms=2000), HOME)
    mine = edit(1, start_ms=1430)
    merged = merge(BEFORE, now, mine)
    assert merged.cues == tuple(mine)
    assert merged.conflicts == ()


def test_words_against_words() -> None:
    """Both changed the words: the editor's stand, and both are in the conflict."""
    now = (HELLO, line("live", 1500, "여러분은 살아야 합니다.", "무기를 버리십시오."), HOME)
    merged = merge(BEFORE, now, edit(1, text="동무들은 살 수 있소."))
    assert merged.cues[1].text == "동무들은 살 수 있소."
    (conflict,) = merged.conflicts
    assert (conflict.reason, conflict.kept) == (REWORDED, "edited")
    assert conflict.generated == (now[1].cues[0],)


def test_both_came_to_the_same_words() -> None:
    """The author took the editor's words over: nothing is in conflict, and the editor's line break stays."""
    now = (HELLO, line("live", 1500, "여러분은 살아야 합니다.", "무기를 버리십시오."), HOME)
    merged = merge(BEFORE, now, edit(1, text="여러분은\n살아야 합니다."))
    assert merged.cues[1].text == "여러분은\n살아야 합니다."
    assert merged.conflicts == ()


def test_a_split_stays_split() -> None:
    """Two cues of one stay two, also at another pace."""
    cue = CUES[3]
    mine = [*CUES[:3], Cue(4000, 4400, "집으로"), Cue(4400, cue.end_ms, "돌아갈 수 있습니다.")]
    merged = merge(BEFORE, (HELLO, LIVE, line("home", 4500, cue.text, length_ms=1920)), mine)
    assert merged.cues[3:] == (Cue(4500, 5300, "집으로"), Cue(5300, 6340, "돌아갈 수 있습니다."))
    assert merged.conflicts == ()


def test_joined_cues_stay_joined() -> None:
    """One cue of two stays one."""
    joined = Cue(1500, CUES[2].end_ms, f"{CUES[1].text}\n{CUES[2].text}")
    merged = merge(BEFORE, (HELLO, moved(LIVE, 100), HOME), [CUES[0], joined, CUES[3]])
    assert merged.cues == (CUES[0], joined.shifted(100), CUES[3])


def test_a_deleted_cue_stays_deleted() -> None:
    """Unless its words have changed: then the deletion stands and is a conflict."""
    mine = [CUES[0], CUES[1], CUES[3]]
    assert merge(BEFORE, (HELLO, moved(LIVE, 100), HOME), mine).cues == (
        CUES[0],
        CUES[1].shifted(100),
        CUES[3],
    )
    now = (HELLO, line("live", 1500, CUES[1].text, "총을 내려놓으십시오."), HOME)
    merged = merge(BEFORE, now, mine)
    assert merged.cues == tuple(mine)
    assert [(found.reason, found.kept) for found in merged.conflicts] == [(DROPPED, "edited")]


def test_an_added_cue_moves_with_the_line_beside_it() -> None:
    """A note between two lines goes with the nearer one."""
    note = Cue(3500, 3900, "(음악)")
    merged = merge(BEFORE, (HELLO, moved(LIVE, 700), moved(HOME, 700)), [*CUES[:3], note, CUES[3]])
    assert note.shifted(700) in merged.cues


def test_a_line_that_is_gone_takes_its_edits_to_the_conflicts() -> None:
    """The words are no longer spoken, so they are not shown; the editor's work on them is told."""
    merged = merge(BEFORE, (HELLO, HOME), edit(1, text="살 수 있소."))
    assert merged.cues == cues_of((HELLO, HOME))
    (conflict,) = merged.conflicts
    assert (conflict.reason, conflict.kept) == (GONE, "generated")
    assert [cue.text for cue in conflict.edited] == ["살 수 있소."]


def test_cues_joined_over_lines_that_parted() -> None:
    """A cue over two lines that are no longer neighbours is a conflict; both lines are shown as they are."""
    joined = Cue(CUES[2].start_ms, CUES[3].end_ms, f"{CUES[2].text} {CUES[3].text}")
    now = (moved(HOME, -4000), moved(HELLO, 2000), moved(LIVE, 2000))
    merged = merge(BEFORE, now, [CUES[0], CUES[1], joined])
    assert [found.reason for found in merged.conflicts] == [APART]
    assert set(merged.cues) == set(cues_of(now))


def test_times_that_leave_nothing_are_a_conflict() -> None:
    """Offsets that would end a cue before it begins are dropped, and told."""
    now = (HELLO, line("live", 1500, "살 수 있습니다.", "버리십시오.", length_ms=300), HOME)
    merged = merge(BEFORE, now, edit(1, start_ms=1900))
    assert merged.cues[1] == now[1].cues[0]
    assert [found.reason for found in merged.conflicts] == [CROWDED]


def test_a_line_without_an_id_is_known_by_its_words() -> None:
    """Its key changes with its words; the line between the same neighbours that shares words is the one."""
    before = (HELLO, replace(LIVE, key="~1"), HOME)
    now = (HELLO, replace(line("~2", 1500, "여러분은 살아야 합니다.", "무기를 버리십시오.")), HOME)
    merged = merge(before, now, edit(2, start_ms=2600))
    assert merged.cues[2].start_ms == 2600
    assert merged.conflicts == ()


@given(st.data())
def test_no_edit_vanishes(data: st.DataObject) -> None:
    """Whatever author and editor did: each thing that the editor did stands, or is in a conflict."""
    before = data.draw(scripts())
    now, mine = data.draw(rewritten(before)), data.draw(edits(before))
    merged = merge(before, now, mine)
    shown = [*merged.cues, *(cue for conflict in merged.conflicts for cue in conflict.edited)]
    there = words_of_all(sorted(shown))
    old = cues_of(before)
    for group in align(old, sorted(mine)):
        made = sorted(mine)[group.new_from : group.new_to]
        if words_of_all(made) != words_of_all(old[group.old_from : group.old_to]):
            for cue in made:
                assert cue.text in {other.text for other in shown}, (cue, there)


@given(st.data())
def test_times_survive_where_words_stay(data: st.DataObject) -> None:
    """Under a script that only moved, every cue of the editor's is there, moved with its line."""
    before = data.draw(scripts())
    mine = data.draw(edits(before))
    by = data.draw(st.integers(0, 5000))
    merged = merge(before, tuple(moved(entry, by) for entry in before), mine)
    assert merged.cues == tuple(sorted(cue.shifted(by) for cue in mine))
    assert merged.conflicts == ()


@given(st.data())
def test_merging_again_changes_nothing(data: st.DataObject) -> None:
    """What was merged is the editor's version of what is generated now: a second merge leaves it alone."""
    before = data.draw(scripts())
    now, mine = data.draw(rewritten(before)), data.draw(edits(before))
    merged = merge(before, now, mine)
    again = merge(now, now, merged.cues)
    assert again.cues == merged.cues
    assert again.conflicts == ()


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_merge(count: int) -> None:
    """No lines before, or none now, and an empty file: all are merged without an error."""
    some = BEFORE[:count]
    assert merge((), some, ()).cues == cues_of(some)
    assert merge(some, (), CUES[:0]).cues == ()
    assert merge((), (), ()).cues == ()
