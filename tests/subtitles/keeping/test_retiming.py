"""Cues moved in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.retiming import scale, shift

CUES = (Cue(1000, 2000, "하나"), Cue(2000, 3000, "둘"), Cue(4000, 5000, "셋"))


def test_shift_from_a_cue_on() -> None:
    """What comes before stays."""
    assert shift(CUES, 250, 2) == (CUES[0], Cue(2250, 3250, "둘"), Cue(4250, 5250, "셋"))
    assert shift(CUES, -1000)[0] == Cue(0, 1000, "하나")


def test_scale_about_the_beginning_or_a_cue() -> None:
    """All cues stretch from 0; from one on they stretch from its start."""
    assert scale(CUES, 25 / 24)[2] == Cue(4167, 5208, "셋")
    assert scale(CUES, 2.0, 2) == (CUES[0], Cue(2000, 4000, "둘"), Cue(6000, 8000, "셋"))


@pytest.mark.parametrize(
    "change",
    [
        lambda: shift(CUES, -1001),
        lambda: shift(CUES, 10, 0),
        lambda: shift(CUES, 10, 4),
        lambda: scale(CUES, 0.0),
        lambda: scale(CUES, 0.0001),
    ],
)
def test_what_cannot_be(change: Callable[[], object]) -> None:
    """A start before the video, a cue that is not there, no time left."""
    with pytest.raises(ValueError, match=r"cue|factor"):
        change()
