"""A distribution channel and the picture profile it names.

Every number about a channel is a `Fact`: the value, where it comes from and when it was checked,
so that a channel admin can correct it without touching code.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Value = TypeVar("Value")


class Model(BaseModel):
    """Read-only data; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Model, Generic[Value]):
    """A value with its evidence."""

    value: Value
    source: str = Field(min_length=1, description="Where the value comes from.")
    checked: datetime.date = Field(description="The day on which somebody looked it up.")
    verified: bool = Field(default=True, description="False where the source is second-hand or a guess.")


class SafeArea(Model):
    """The part of the raster that no app covers, in pixels from the top left; right and bottom are exclusive."""

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
    preset: str
    crf: int = Field(ge=0, le=51)
    bframes: int = Field(ge=0, le=16)
    gop_ms: int = Field(gt=0, multiple_of=200, le=2000, description="Longest closed GOP; divides 2000.")
    maxrate: int | None = Field(default=None, description="VBV ceiling in bits a second; buffer of the same size.")


class PictureProfile(Model):
    """How a picture is made: channels that name the same profile share one encode."""

    name: str
    width: int = Field(gt=0, multiple_of=2)
    height: int = Field(gt=0, multiple_of=2)
    fps: Literal[25, 30, 50, 60]
    encoding: Encoding
    safe: SafeArea = Field(description="Type, lower thirds and QR codes stay inside this.")
    subtitle_lines: int = Field(ge=1, le=3, description="Most lines that a cue may have.")
    subtitle_size: float = Field(gt=0, le=0.2, description="Height of the type as a share of the raster's height.")

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

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: str
    picture: Fact[str] = Field(description="The name of a picture profile.")
    sound: Sound
    max_seconds: Fact[float] | None = None
    min_seconds: Fact[float] | None = None
    max_bytes: Fact[int] | None = None
    caption_units: Fact[int] | None = Field(default=None, description="Longest text beside the video.")
