"""A cue, timed text; and a line of the script as it is heard, with its cues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hoso.voice.takes import Word


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """Text shown over the half-open range [start_ms, end_ms) of the programme, or of what the context names.

    `text` has its line breaks as newlines; the only marks in it are `<b>` and `</b>` around what is stressed.
    """

    start_ms: int
    end_ms: int
    text: str

    def shifted(self, by_ms: int) -> Cue:
        """The same cue, `by_ms` later."""
        return replace(self, start_ms=self.start_ms + by_ms, end_ms=self.end_ms + by_ms)


@dataclass(frozen=True, slots=True)
class CuedLine:
    """One line of the script, heard over [start_ms, end_ms) of the programme, and its cues in order."""

    key: str
    """What stays when the line moves: its id, or a digest of its words."""
    start_ms: int
    end_ms: int
    take: str
    """The digest of its take; empty where none is kept yet, and for what is said in footage."""
    words: tuple[Word, ...]
    """In ms from `start_ms`; empty where no voice gave them."""
    cues: tuple[Cue, ...]


def cues_of(lines: Iterable[CuedLine]) -> tuple[Cue, ...]:
    """The cues of all `lines`, in their order."""
    return tuple(cue for line in lines for cue in line.cues)
