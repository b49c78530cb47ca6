"""What a single rule says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hoso.subtitles.lint.sheet import Sheet


class Flaw(NamedTuple):
    """What is wrong with the cue of this index in the file, and what to do about it."""

    cue: int
    message: str
    remedy: str


Check = Callable[[Sheet], Iterator[Flaw]]


def spelled(ms: int) -> str:
    """A length of time for people, in seconds."""
    return f"{ms / 1000:.3f}".rstrip("0").rstrip(".") + " s"
