"""A cue: timed text."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """Text shown over the half-open range [start_ms, end_ms) of the programme, or of what the context names.

    `text` has its line breaks as newlines.
    """

    start_ms: int
    end_ms: int
    text: str

    def shifted(self, by_ms: int) -> Cue:
        """The same cue, `by_ms` later."""
        return replace(self, start_ms=self.start_ms + by_ms, end_ms=self.end_ms + by_ms)
