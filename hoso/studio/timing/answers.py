"""What the timing editor gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, Self

from pydantic import BaseModel

from hoso.base.history import Version
from hoso.base.languages import Language
from hoso.base.problems import Level
from hoso.pipeline.shapes import Shape
from hoso.studio.web.problems import ProblemOut
from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.outcome import Conflict, Kept
from hoso.subtitles.lint.sheet import Finding


class CueOut(BaseModel):
    """A cue: ms of the programme, and text with `\\n` and `<b>`."""

    start: int
    end: int
    text: str

    @classmethod
    def all(cls, cues: Iterable[Cue]) -> list[Self]:
        """All of `cues`."""
        return [cls.model_construct(start=cue.start_ms, end=cue.end_ms, text=cue.text) for cue in cues]


class FindingOut(BaseModel):
    """What the lint says. `cue` is an index from 0; null where there is no cue that it is about."""

    cue: int | None
    rule: str
    level: Level
    message: str
    remedy: str

    @classmethod
    def all(cls, findings: Iterable[Finding], cues: Sequence[Cue]) -> list[Self]:
        """All of `findings` about `cues`."""
        return [
            cls.model_construct(
                cue=found.cue if cues else None,
                rule=found.rule,
                level=found.level,
                message=found.message,
                remedy=found.remedy,
            )
            for found in findings
        ]


class ConflictOut(BaseModel):
    """Two versions of the same: an editor's and the script's, or the later save and the one before it."""

    line: str
    reason: str
    kept: Kept
    edited: list[CueOut]
    generated: list[CueOut]

    @classmethod
    def all(cls, conflicts: Iterable[Conflict]) -> list[Self]:
        """All of `conflicts`."""
        return [
            cls(
                line=each.line,
                reason=each.reason,
                kept=each.kept,
                edited=CueOut.all(each.edited),
                generated=CueOut.all(each.generated),
            )
            for each in conflicts
        ]


class LineOut(BaseModel):
    """A line of the script, and when it is heard."""

    key: str
    start: int
    end: int
    text: str


class SceneOut(BaseModel):
    """A scene, and when it is seen; `number` from 1."""

    number: int
    start: int
    end: int
    name: str


class LimitsOut(BaseModel):
    """What readers can follow: characters a second and a line, lines, ms, frames between two cues."""

    cps: float
    width: float
    lines: int
    shortest: int
    longest: int
    gap_frames: int


class EditionOut(BaseModel):
    """An edition of the message."""

    name: str
    voice: Language
    subtitles: list[Language]


class ShapeOut(BaseModel):
    """A picture profile that channels of the message show; `video` is null until a preview has made it."""

    name: str
    title: str
    width: int
    height: int
    channels: list[str]
    video: str | None

    @classmethod
    def of(cls, shape: Shape, video: str | None) -> Self:
        """`shape`, with the address of its film."""
        return cls(
            name=shape.name,
            title=", ".join(channel.title for channel in shape.channels),
            width=shape.profile.width,
            height=shape.profile.height,
            channels=[channel.name for channel in shape.channels],
            video=video,
        )


class FontOut(BaseModel):
    """A face that subtitles are set in."""

    family: str
    bold: bool
    url: str


class VersionOut(BaseModel):
    """An earlier version of the file; `number` counts from 1, the latest."""

    id: str
    number: int
    seen: datetime

    @classmethod
    def all(cls, versions: Iterable[Version]) -> list[Self]:
        """All of `versions`, the latest first."""
        return [cls(id=each.path.stem, number=at, seen=each.seen) for at, each in enumerate(versions, 1)]


class TimingOut(BaseModel):
    """A message's subtitles in one language under one voice, and all that they are timed by."""

    message: str
    title: str
    language: Language
    voice: Language
    edition: str
    languages: list[Language]
    editions: list[EditionOut]
    can_save: bool
    version: str
    state: Literal["ready", "unspoken"]
    duration: int
    fps: int
    frame_ms: float
    cues: list[CueOut]
    lines: list[LineOut]
    scenes: list[SceneOut]
    shots: list[int]
    speech: list[tuple[int, int]]
    limits: LimitsOut
    findings: list[FindingOut]
    conflicts: list[ConflictOut]
    shapes: list[ShapeOut]
    peaks: str | None
    fonts: list[FontOut]
    history: list[VersionOut]
    problems: list[ProblemOut]


class SavedOut(BaseModel):
    """The file after a save."""

    version: str
    cues: list[CueOut]
    merged: bool
    findings: list[FindingOut]
    conflicts: list[ConflictOut]


class CheckedOut(BaseModel):
    """What the lint says of cues that are not saved, and how many characters a second each asks for."""

    findings: list[FindingOut]
    speeds: list[float]


class PictureOut(BaseModel):
    """The ASS that is burned in."""

    ass: str
    fonts_changed: bool = False


class NowOut(BaseModel):
    """What tells the file as it is now."""

    version: str


class EarlierOut(BaseModel):
    """The cues of an earlier version."""

    cues: list[CueOut]


class PeaksOut(BaseModel):
    """How loud the programme is: 0 to 127, `rate` a second."""

    rate: int
    peaks: list[int]
