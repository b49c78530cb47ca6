"""A caption: a cue as it is burned in, and which part of it a stretch of the programme shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hoso.base.languages import Language

Slot = Literal["only", "upper", "lower"]
"""Where a caption stands: alone, or as one of two languages."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue's text over the half-open range [start_ms, end_ms) of what the context names, and its look."""

    start_ms: int
    end_ms: int
    text: str
    language: Language = "ko"
    style: str = "clear"
    """The name of a style."""
    slot: Slot = "only"
    label: str = ""
    """The speaker's name with which the text begins; empty where it begins with none."""
    mark: str = ""
    """What its events bear as their name, for whoever looks them up; nothing is seen of it."""
    before_ms: int = 0
    """How long it has been shown before `start_ms`."""
    after_ms: int = 0
    """How long it stays after `end_ms`."""

    def shifted(self, by_ms: int) -> Caption:
        """The same caption, `by_ms` later."""
        return replace(self, start_ms=self.start_ms + by_ms, end_ms=self.end_ms + by_ms)

    def within(self, start_ms: int, end_ms: int) -> Caption:
        """The part of it within [start_ms, end_ms), counted from `start_ms`."""
        start, end = max(self.start_ms, start_ms), min(self.end_ms, end_ms)
        return replace(
            self,
            start_ms=start - start_ms,
            end_ms=end - start_ms,
            before_ms=self.before_ms + start - self.start_ms,
            after_ms=self.after_ms + self.end_ms - end,
        )


def seen(captions: Sequence[Caption], start_ms: int, end_ms: int) -> tuple[Caption, ...]:
    """The parts of `captions` within [start_ms, end_ms), counted from `start_ms`."""
    return tuple(
        caption.within(start_ms, end_ms)
        for caption in captions
        if caption.start_ms < end_ms and caption.end_ms > start_ms
    )
