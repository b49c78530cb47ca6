"""What a lint looks at, and what it finds. Data alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from hoso.base.languages import Language
from hoso.base.problems import Level, Problem
from hoso.fonts.faces import FontSet
from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.lint.limits import Audience
from hoso.subtitles.lint.mending import mended
from hoso.subtitles.lint.room import Picture
from hoso.subtitles.lint.timing import Timing, in_order
from hoso.subtitles.lint.wording import Wording, compare


class Entry(Protocol):
    """A cue as a file has it."""

    @property
    def cue(self) -> Cue:
        """Its times and words."""
        ...

    @property
    def line(self) -> int:
        """Where it stands in the file, counted from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue and the line of the file that it stands on, counted from 1."""

    cue: Cue
    line: int


@dataclass(frozen=True)
class Sheet:
    """The cues of one edition in one language, and what they are held against; ms of the programme."""

    message: str
    """The message's name, as commands take it."""
    language: Language
    entries: tuple[Entry, ...]
    """In the file's order."""
    duration_ms: int
    fps: int
    """Of the finest picture profile."""
    fontset: FontSet
    lines: tuple[CuedLine, ...] = ()
    """The script's lines as heard, in order, with the cues that they give; empty where nothing is known."""
    guessed: bool = False
    """Whether some lines have no take yet: then times are guesses, and only words are compared."""
    shots: tuple[int, ...] = ()
    """When new shots begin, in order; the first one's beginning is none."""
    pictures: tuple[Picture, ...] = ()
    """What the cues are shown in."""
    audience: Audience = "adults"

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The cues, in the file's order."""
        return tuple(entry.cue for entry in self.entries)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The indices of the cues by when they begin."""
        return in_order(self.cues)

    @cached_property
    def timing(self) -> Timing:
        """What the cues' times are held against."""
        shots = () if self.guessed else self.shots
        return Timing(self.language, self.audience, self.fps, shots, self.duration_ms)

    @cached_property
    def mended(self) -> tuple[Cue, ...]:
        """The cues in `order`, mended where that is safe."""
        return mended(self.cues, self.timing)

    @cached_property
    def wording(self) -> Wording:
        """The cues' words beside the script's."""
        return compare([self.cues[index] for index in self.order], self.lines)

    def with_cues(self, cues: Sequence[Cue]) -> Sheet:
        """The same with other cues, one a line."""
        return replace(self, entries=tuple(Placed(cue, line) for line, cue in enumerate(cues, start=1)))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has found about a cue."""

    rule: str
    level: Level
    cue: int
    """The cue's index in the file; of what is about no cue, the one shown before it, or the first."""
    message: str
    remedy: str
    line: int
    """Of the cue, in the file, counted from 1."""
    fixable: bool
    """Whether mending removes it."""

    def problem(self, path: Path) -> Problem:
        """For people, about the file at `path`."""
        return Problem(self.message, self.remedy, path, self.line, level=self.level)
