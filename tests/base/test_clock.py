"""Time: milliseconds in, milliseconds out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.clock import (
    STEP_MS,
    ceil_to_step,
    floor_to_step,
    format_clock,
    frames,
    frames_ms,
    nearest_frames,
    parse_clock,
    seconds,
)

TIMES = st.integers(min_value=0, max_value=10 * 3600 * 1000)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0:02", 2000),
        ("1:05.5", 65_500),
        ("2.25", 2250),
        ("7", 7000),
        ("1:00:00.001", 3_600_001),
        (" 0:09 ", 9000),
    ],
)
def test_a_clock_is_read(text: str, ms: int) -> None:
    """`m:ss(.mmm)`, `h:mm:ss(.mmm)` and plain seconds are times."""
    assert parse_clock(text) == ms


@pytest.mark.parametrize("text", ["", "2s", "1:60", "1:60:00", "-1", "0:2.1234", "1:2:3:4", "٣"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """Anything else is an error, seconds and minutes past 59 included."""
    with pytest.raises(ValueError, match=r"time|minute|hour"):
        parse_clock(text)


@given(TIMES)
def test_what_is_written_is_read_back(ms: int) -> None:
    """A formatted time is the same time when read."""
    assert parse_clock(format_clock(ms)) == ms


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_seconds_are_exact(ms: int) -> None:
    """ffmpeg gets every millisecond, in plain decimals."""
    assert round(float(seconds(ms)) * 1000) == ms
    assert "e" not in seconds(ms)


@given(TIMES)
def test_steps_enclose(ms: int) -> None:
    """Rounding to the step goes down and up to the nearest multiples."""
    low, high = floor_to_step(ms), ceil_to_step(ms)
    assert low % STEP_MS == high % STEP_MS == 0
    assert low <= ms <= high
    assert high - low in (0, STEP_MS)


@given(TIMES.map(ceil_to_step), st.sampled_from([25, 30, 50, 60]))
def test_a_step_is_whole_frames(ms: int, fps: int) -> None:
    """Every multiple of the step is a whole number of frames at every rate that we render."""
    assert frames(ms, fps) * 1000 == ms * fps


def test_a_broken_frame_is_an_error() -> None:
    """A time that cuts a frame in two is refused, not rounded."""
    with pytest.raises(ValueError, match="whole number of frames"):
        frames(50, 25)


@given(st.integers(-100_000, 100_000), st.sampled_from([24, 25, 30, 50, 60]))
def test_frames_come_back(count: int, fps: int) -> None:
    """So many frames in ms are so many frames again, before and after the zero that they count from."""
    assert nearest_frames(frames_ms(count, fps), fps) == count
