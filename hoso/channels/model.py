"""A distribution channel and the picture profile it names.

Every number about a channel is a `Fact`: the value, where it comes from and when it was checked,
so that a channel admin can correct it without touching code.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Value = TypeVar("Value")
GRID_MS = 2000
"""Segments are cut on this grid, so a GOP divides it."""
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="Small letters, digits and `-`.")]
Words = Annotated[str, Field(pattern=r"\S")]


def _divides_grid(gop_ms: int) -> int:
    if GRID_MS % gop_ms:
        raise PydanticCustomError(
            "hoso",
            "a GOP of {gop} ms does not divide {grid} ms",
            {"gop": gop_ms, "grid": GRID_MS, "remedy": _GOPS},
        )
    return gop_ms


_GOPS = "Write 200, 400, 1000 or 2000."


class Model(BaseModel):
    """Read-only data; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Model, Generic[Value]):
    """A value with its evidence."""

    value: Value
    source: Words = Field(description="Where the value comes from.")
    checked: datetime.date = Field(description="The day on which somebody looked it up.")
    verified: bool = Field(default=True, description="False where the source is second-hand or a guess.")


class Evidence(Model):
    """Where several values of a picture profile come from."""

    of: tuple[str, ...] = Field(min_length=1, description="Their keys.")
    source: Words = Field(description="Where the values come from.")
    checked: datetime.date = Field(description="The day on which somebody looked them up.")
    verified: bool = Field(default=True, description="False where the source is second-hand or a guess.")


class SafeArea(Model):
    """The part of the raster that no app covers, in pixels from the top left; right, bottom are exclusive."""

    left: int = Field(ge=0)
    top: int = Field(ge=0)
    right: int = Field(gt=0)
    bottom: int = Field(gt=0)

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top


class Encoding(Model):
    """What x264 is told. Preset and CRF are chosen by VMAF: docs/decisions/ has the table."""

    profile: Literal["baseline", "main", "high"]
    level: str = Field(pattern=r"^[1-6](\.[0-2])?$")
    preset: Literal[
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"
    ]
    crf: int = Field(ge=0, le=51)
    bframes: int = Field(ge=0, le=16)
    gop_ms: Annotated[int, AfterValidator(_divides_grid)] = Field(
        gt=0, multiple_of=200, le=GRID_MS, description="Longest closed GOP in ms; divides 2000."
    )
    maxrate: int | None = Field(
        default=None, gt=0, description="VBV ceiling in bits a second; buffer of the same size."
    )


class PictureProfile(Model):
    """How a picture is made: channels that name the same profile share one encode."""

    name: Name
    width: int = Field(gt=0, multiple_of=2)
    height: int = Field(gt=0, multiple_of=2)
    fps: Literal[25, 30, 50, 60]
    encoding: Encoding
    safe: SafeArea = Field(description="Type, lower thirds and QR codes stay inside this.")
    subtitle_lines: int = Field(ge=1, le=3, description="Most lines that a cue may have.")
    subtitle_size: float = Field(
        gt=0, le=0.2, description="Height of the type as a share of the raster's height."
    )
    # Not in dumps: a better source does not change the picture, so it must not change a key.
    evidence: tuple[Evidence, ...] = Field(
        default=(), exclude=True, description="Where the values come from."
    )

    @model_validator(mode="after")
    def _holds_together(self) -> PictureProfile:
        safe = self.safe
        if not (safe.left < safe.right <= self.width and safe.top < safe.bottom <= self.height):
            words = "the safe area is not inside the picture of {width}x{height}"
            remedy = "It needs left < right <= width and top < bottom <= height."
            raise PydanticCustomError(
                "hoso", words, {"width": self.width, "height": self.height, "remedy": remedy}
            )
        known = [*type(self).model_fields, *Encoding.model_fields]
        for name in (name for item in self.evidence for name in item.of if name not in known):
            remedy = f"Evidence is about: {', '.join(known)}."
            raise PydanticCustomError(
                "hoso", "there is no value {name} to give evidence of", {"name": name, "remedy": remedy}
            )
        return self

    @property
    def vertical(self) -> bool:
        """Whether the picture is taller than wide."""
        return self.height > self.width


class Sound(Model):
    """What the channel's sound must be."""

    loudness: Fact[float] = Field(description="Programme loudness in LUFS (EBU R 128).")
    true_peak: Fact[float] = Field(description="Maximum true peak in dBTP.")
    bitrate: Fact[int] = Field(description="AAC bits a second.")
    channel_layout: Fact[Literal["mono", "stereo"]]


class Channel(Model):
    """A place where videos are published, and what it takes. A limit that nobody states is absent."""

    name: Name = Field(description="As scripts call it; the file has the same name.")
    title: Words = Field(description="As people call it.")
    picture: Fact[str] = Field(description="The name of a picture profile.")
    sound: Sound = Field(description="What the channel's sound must be.")
    max_seconds: Fact[float] | None = Field(default=None, description="Longest video.")
    min_seconds: Fact[float] | None = Field(default=None, description="Shortest video.")
    max_bytes: Fact[int] | None = Field(default=None, description="Largest file.")
    caption_units: Fact[int] | None = Field(default=None, description="Longest text beside the video.")
