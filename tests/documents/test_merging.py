"""Two people's changes of a text: both, or nothing where they meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoso.documents.merging import merged

BASE = "title: a\n\nscenes:\n  - card: title\n  - card: text\n  - card: contact\n"


def test_both_changes_are_in_it() -> None:
    """One changed the top, the other the end."""
    mine, theirs = BASE.replace("title: a", "title: b"), BASE + "  - card: steps\n"
    assert merged(BASE, mine, theirs) == BASE.replace("title: a", "title: b") + "  - card: steps\n"


def test_the_same_line_is_nobodys_to_choose() -> None:
    """Different words for one line can't be merged, the same ones can."""
    mine, theirs = BASE.replace("title: a", "title: b"), BASE.replace("title: a", "title: c")
    assert merged(BASE, mine, theirs) is None
    assert merged(BASE, mine, mine) == mine


def test_neighbouring_lines_are_not_merged() -> None:
    """What stands together is read together."""
    mine, theirs = BASE.replace("card: title", "card: steps"), BASE.replace("card: text", "card: steps")
    assert merged(BASE, mine, theirs) is None


LINES = st.lists(st.sampled_from(["a", "b", "c", "", "  d"]), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_one_persons_change_alone_wins(base: str, other: str) -> None:
    """Where only one of them changed anything, that is the text."""
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
