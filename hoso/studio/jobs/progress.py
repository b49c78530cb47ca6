"""How far a job is: the many events of a render, folded into a few numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hoso.base.events import Event, Miss, Notice, Stage, Step
from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.studio.web.problems import ProblemOut

NOTICES = 50
"""More than that nobody reads while it runs; the outcome has them all."""


@dataclass
class Track:
    """One stage. Times in seconds since the attempt began."""

    index: int
    name: str
    of: str
    total: int
    begun: float
    last: float
    done: int = 0
    reused: int = 0

    def left(self) -> float | None:
        """Seconds until it is done if it goes on as so far; None while nobody can say.

        By what was made, as what is reused takes no time.
        """
        if self.done >= self.total:
            return 0.0
        made = self.done - self.reused
        return (self.last - self.begun) / made * (self.total - self.done) if made else None

    def shown(self) -> Mapping[str, Any]:
        """As the browser gets it."""
        left = self.left()
        return {
            "index": self.index,
            "name": self.name,
            "of": self.of,
            "total": self.total,
            "done": self.done,
            "reused": self.reused,
            "seconds": round(self.last - self.begun, 1),
            "left": None if left is None else round(left, 1),
        }


@dataclass
class Progress:
    """What an attempt at a job has done so far."""

    project: Project
    tracks: list[Track] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    _current: dict[tuple[str, str], Track] = field(default_factory=dict)
    _changed: dict[int, Track] = field(default_factory=dict)
    _told: int = 0

    def hear(self, event: Event, now: float) -> None:
        """Take in what happened `now`, in seconds since the attempt began."""
        match event:
            case Stage(name, of, total):
                track = Track(len(self.tracks), name, of, total, now, now)
                self.tracks.append(track)
                self._current[name, of] = self._changed[track.index] = track
            case Step(stage, of, count, reused) if (stage, of) in self._current:
                track = self._current[stage, of]
                track.done = min(track.total, track.done + count)
                track.reused += count if reused else 0
                track.last = now
                self._changed[track.index] = track
            case Step() | Miss():
                pass
            case Notice(problem) if len(self.notices) < NOTICES:
                self.notices.append(problem)
            case Notice():
                pass

    @property
    def changed(self) -> bool:
        """Whether there is something that no change has told yet."""
        return bool(self._changed) or self._told < len(self.notices)

    def change(self, now: float) -> Mapping[str, Any]:
        """What is new since the last change."""
        told, self._told = self._told, len(self.notices)
        changed, self._changed = self._changed, {}
        return self._shown(now, list(changed.values()), self.notices[told:])

    def whole(self, now: float) -> Mapping[str, Any]:
        """Everything."""
        return self._shown(now, self.tracks, self.notices)

    def _shown(self, now: float, tracks: list[Track], notices: list[Problem]) -> Mapping[str, Any]:
        return {
            "elapsed": round(now, 1),
            "stages": [track.shown() for track in tracks],
            "notices": [ProblemOut.of(problem, self.project).model_dump() for problem in notices],
        }
