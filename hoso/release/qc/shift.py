"""How much later a sound is than the programme that it was made of. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float32]

WINDOW_SECONDS = 30
"""What is compared at the beginning and at the end."""
SEARCHED_SECONDS = 2
ALIKE = 0.5
"""Least correlation. Mastering turns sound up and limits its peaks: 0.9 and more is usual."""
AS_GOOD = 0.99
"""In sound that repeats itself, the least shift among those that fit as well."""


def shifts(sound: Wave, programme: Wave, rate: int) -> tuple[float | None, float | None]:
    """Ms by which `sound` is late at its beginning, and how much more so at its end; None: it is another."""
    window = WINDOW_SECONDS * rate
    first = shift(sound[:window], programme[:window], rate)
    if len(programme) <= window or first is None:
        return first, None
    begin = len(programme) - window
    last = shift(sound[begin : begin + window], programme[begin:], rate)
    return first, None if last is None else round(last - first, 3)


def shift(sound: Wave, programme: Wave, rate: int) -> float | None:
    """Ms by which `sound` is later than `programme`, within `SEARCHED_SECONDS`; None: they aren't alike."""
    strength = float(np.linalg.norm(sound) * np.linalg.norm(programme))
    if strength == 0:
        return None
    reach = SEARCHED_SECONDS * rate
    size = 1 << (len(sound) + len(programme)).bit_length()
    product = np.fft.irfft(np.fft.rfft(sound, size) * np.conj(np.fft.rfft(programme, size)), size)
    lags = np.concatenate([product[-reach:], product[: reach + 1]]) / strength
    best = float(lags.max())
    if best < ALIKE:
        return None
    fitting = np.flatnonzero(lags >= best * AS_GOOD) - reach
    nearest = fitting[np.argmin(np.abs(fitting))]
    peak = np.flatnonzero(lags == best)[0] - reach
    chosen = peak if abs(peak - nearest) < rate // 100 else nearest
    return round(float(chosen) / rate * 1000, 3)
