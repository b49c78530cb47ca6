"""What is asked for and what comes of it: the pipeline's nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hoso.base.problems import Problem


@dataclass(frozen=True, slots=True)
class Request:
    """One render. Empty `channels` or `editions` mean all that the scripts name."""

    scripts: tuple[Path, ...]
    channels: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    out: Path | None = None
    workers: int = 1
    draft: bool = False
    revoice: bool = False
    explain: bool = False
    clips: bool = True
    """Whether `clip:` scenes may run at all: they are programs, and not all who may render may run those."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One finished file. Loudness in LUFS, true peak in dBTP, `seconds` of wall time that it took.

    Of the channels that share a picture, the first has the time of its encoding.
    """

    message: str
    edition: str
    channel: str
    path: Path
    bytes: int
    duration_ms: int
    lufs: float
    true_peak: float
    engine: str
    voice: str
    grade: str
    fallback_reason: str | None
    """Why the voice that the script chose did not speak; None where it did."""
    seconds: float
    content: str = ""
    """What stands for the file's bytes: of what they were made."""
    left_out: int = 0
    """What is `optional` up to this number is not in it."""
    qc: Mapping[str, Any] | None = None
    """What was measured on the finished file; None for drafts."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a render made, and what it could not make: a channel's fault withholds that channel alone."""

    renditions: tuple[Rendition, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether something that was asked for is missing."""
        return any(problem.level == "error" for problem in self.problems)
