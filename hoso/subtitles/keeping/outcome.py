"""What a merge works with and comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hoso.subtitles.cues import Cue

Kept = Literal["edited", "generated"]

GONE = "the line is no longer in the script"
APART = "the editor joined cues of lines that are no longer neighbours"
REWORDED = "the script's words have changed, and so have the editor's"
RETIMED = "the words have changed, and the editor's cues no longer fit them"
DROPPED = "the words have changed, and the editor had deleted the cue"
STALE = "the file was saved from an older version, and both have changed"
EMPTIED = "the editor had deleted every cue that is left, and a file needs one"
CLASHED = "two editors have changed the same, each in a way of their own"
REMOVED = "one editor has deleted what another has changed"
CROWDED = "the editor's times leave the cue no time of its own"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where both an editor and the script changed something. Cues are in the programme's time of now."""

    line: str
    """The line's key."""
    reason: str
    kept: Kept
    """Which of the two stands in the file."""
    edited: tuple[Cue, ...]
    generated: tuple[Cue, ...]

    @property
    def standing(self) -> tuple[Cue, ...]:
        """The version that is kept."""
        return self.edited if self.kept == "edited" else self.generated

    @property
    def other(self) -> tuple[Cue, ...]:
        """The version that is not."""
        return self.generated if self.kept == "edited" else self.edited


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue at its place of now."""

    cue: Cue
    source: Cue | None = None
    """The same cue in the editor's file, or as it was generated before; None where it is new."""
    edited: bool = False
    line: str = ""
    """The key of its line, where the cue alone tells."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cues in the order of time, and what could not be brought together."""

    cues: tuple[Cue, ...]
    conflicts: tuple[Conflict, ...]
