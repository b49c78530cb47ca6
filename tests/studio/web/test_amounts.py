"""Amounts are short, exact enough, and in the reader's own writing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hoso.studio.web.amounts import Amounts
from hoso.studio.web.words import Dictionary

ENGLISH = Amounts(Dictionary().say("en"))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (12_340, "12.3 kB"),
        (987_600_000, "988 MB"),
        (2.5e9, "2.5 GB"),
    ],
)
def test_sizes_have_three_digits_at_most(size: float, said: str) -> None:
    """Decimal, as stores count."""
    assert ENGLISH.size(size) == said


def test_sizes_are_written_as_the_language_writes_numbers() -> None:
    """A comma in Ukrainian, and its units."""
    assert Amounts(Dictionary().say("uk")).size(33_600_000) == "33,6 МБ"


def test_a_share_is_all_or_nothing_only_when_it_is() -> None:
    """99.9 percent are not 100, a byte is not nothing."""
    assert [ENGLISH.share(part, 1000) for part in (0, 1, 500, 999, 1000)] == [
        "0 %",
        "1 %",
        "50 %",
        "99 %",
        "100 %",
    ]


def test_lengths_and_moments() -> None:
    """To the millisecond, to the tenth; in UTC from both kinds of time."""
    assert (ENGLISH.clock(65_200), ENGLISH.length(65_249)) == ("1:05.200", "1:05.2")
    when = datetime(2026, 11, 22, 8, 40, 59, tzinfo=UTC)
    assert ENGLISH.moment(when) == ENGLISH.moment(when.timestamp()) == "2026-11-22 08:40 UTC"
    assert ENGLISH.iso(when) == "2026-11-22T08:40:59+00:00"
