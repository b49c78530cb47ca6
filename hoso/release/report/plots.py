"""Waveform and loudness as the numbers that an SVG draws. Pure.

Both lie one above the other in one drawing `WIDTH` x `HEIGHT` and share the axis of time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hoso.base.clock import format_clock
from hoso.release.report.hearing import Heard

WIDTH, HEIGHT = 720, 250
LEFT, RIGHT = 46, 712
WAVE_TOP, WAVE_BOTTOM = 6, 76
LOUD_TOP, LOUD_BOTTOM = 92, 226
LOUDEST, SOFTEST = 0, -50
"""LUFS at the top and the foot of the loudness plot; what is softer lies on the foot."""
MOMENTARY_MS, SHORT_TERM_MS = 400, 3000
"""A curve begins when there is as much sound as it looks back upon (EBU Tech 3341)."""
GRID = (-10, -20, -30, -40)
TICKS_MS = (1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000)
MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, in the drawing, and what stands there."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an SVG draws; paths as `d` takes them. `target` is a height, None where there is no target."""

    wave: str
    momentary: str
    short_term: str
    times: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    target: float | None


def drawing(heard: Heard, target: float | None) -> Drawing:
    """`heard` drawn, with the channel's loudness `target` in LUFS."""
    across = _across(heard.duration_ms)
    return Drawing(
        wave=_wave(heard.peaks),
        momentary=_line(
            (across(each.at_ms), height(each.momentary))
            for each in heard.moments
            if each.at_ms >= MOMENTARY_MS
        ),
        short_term=_line(
            (across(each.at_ms), height(each.short_term))
            for each in heard.moments
            if each.at_ms >= SHORT_TERM_MS
        ),
        times=tuple(Tick(across(at), format_clock(at)) for at in _tick_times(heard.duration_ms)),
        levels=tuple(Tick(height(level), minus(f"{level}")) for level in GRID),
        target=None if target is None else height(target),
    )


def height(lufs: float) -> float:
    """Where `lufs` lies in the drawing, from its top."""
    share = (LOUDEST - min(LOUDEST, max(SOFTEST, lufs))) / (LOUDEST - SOFTEST)
    return round(LOUD_TOP + share * (LOUD_BOTTOM - LOUD_TOP), 1)


def minus(number: str) -> str:
    """`number` with a real minus sign."""
    return number.replace("-", "\N{MINUS SIGN}")


def _across(duration_ms: int) -> Callable[[int], float]:
    """From a time in ms to where it lies in the drawing, from its left."""
    return lambda at: round(LEFT + min(1, at / duration_ms) * (RIGHT - LEFT), 1)


def _wave(peaks: tuple[float, ...]) -> str:
    """The outline of the peaks, there above the middle and back below it."""
    middle, half = (WAVE_TOP + WAVE_BOTTOM) / 2, (WAVE_BOTTOM - WAVE_TOP) / 2
    step = (RIGHT - LEFT) / len(peaks)
    above = [
        (round(LEFT + (at + 0.5) * step, 1), round(middle - peak * half, 1)) for at, peak in enumerate(peaks)
    ]
    below = [(x, round(2 * middle - y, 1)) for x, y in reversed(above)]
    return _line([*above, *below]) + "Z"


def _line(points: Iterable[tuple[float, float]]) -> str:
    """Through all points; empty where there are none."""
    joined = "L".join(f"{x:g},{y:g}" for x, y in points)
    return joined and f"M{joined}"


def _tick_times(duration_ms: int) -> range:
    fitting = (each for each in TICKS_MS if duration_ms / each <= MOST_TICKS)
    return range(0, duration_ms + 1, next(fitting, duration_ms))
