"""A distribution channel and the picture profile it names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from hoso.channels.facts import Evidence, Fact, Model, Words

GRID_MS = 2000
"""A GOP divides it, so that whole GOPs of several profiles end together."""
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="Small letters, digits and `-`.")]
FileFormat = Literal["mp4", "3gp", "wav", "mp3"]
VIDEO_FORMATS: tuple[FileFormat, ...] = ("mp4", "3gp")


def _divides_grid(gop_ms: int) -> int:
    if GRID_MS % gop_ms:
        raise PydanticCustomError(
            "hoso",
            "a GOP of {gop} ms does not divide {grid} ms",
            {"gop": gop_ms, "grid": GRID_MS, "remedy": _GOPS},
        )
    return gop_ms


_GOPS = "Write 200, 400, 1000 or 2000."

Gop = Annotated[
    int,
    AfterValidator(_divides_grid),
    Field(gt=0, multiple_of=200, le=GRID_MS, description="Longest closed GOP in ms; divides 2000."),
]
Rate = Annotated[int, Field(gt=0, description="VBV ceiling in bits a second; buffer of the same size.")]


class SafeArea(Model):
    """A part of the raster, in pixels from the top left; right and bottom are exclusive."""

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

    def within(self, width: int, height: int) -> bool:
        """Whether this is a part of a raster of that size."""
        return self.left < self.right <= width and self.top < self.bottom <= height


class Uncovered(SafeArea):
    """The part of the raster that an app leaves uncovered."""

    circle: bool = Field(default=False, description="Whether the app shows only the circle (ellipse) in it.")

    def holds(self, area: SafeArea) -> bool:
        """Whether all of `area` is seen: inside, and with all corners in the circle where there is one."""
        if area.left < self.left or area.right > self.right:
            return False
        if area.top < self.top or area.bottom > self.bottom:
            return False
        corners = product((area.left, area.right), (area.top, area.bottom))
        return not self.circle or all(self._in_circle(x, y) for x, y in corners)

    def _in_circle(self, x: int, y: int) -> bool:
        across = (2 * x - self.left - self.right) / self.width
        down = (2 * y - self.top - self.bottom) / self.height
        return across**2 + down**2 <= 1


class Encoding(Model):
    """H.264: what x264 is told. Preset and CRF are chosen by VMAF: docs/decisions/ has the table."""

    codec: Literal["h264"] = "h264"
    profile: Literal["baseline", "main", "high"]
    level: str = Field(pattern=r"^[1-6](\.[0-2])?$")
    preset: Literal[
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"
    ]
    crf: int = Field(ge=0, le=51)
    bframes: int = Field(ge=0, le=16)
    gop_ms: Gop
    maxrate: Rate | None = None

    @model_validator(mode="after")
    def _baseline_has_no_b_frames(self) -> Encoding:
        if self.profile == "baseline" and self.bframes:
            remedy = "Write bframes: 0, or profile: main."
            raise PydanticCustomError("hoso", "the Baseline profile has no B-frames", {"remedy": remedy})
        return self


class Mpeg4Encoding(Model):
    """MPEG-4 Part 2, for telephones older than H.264; its Simple profile has no B-frames."""

    codec: Literal["mpeg4"]
    profile: Literal["simple"]
    level: Literal["0", "1", "2", "3", "4a", "5", "6"]
    quantiser: int = Field(ge=2, le=31, description="The finest quantiser; more is coarser and smaller.")
    gop_ms: Gop
    maxrate: Rate | None = None


def _codec(value: Any) -> str:
    codec = value.get("codec") if isinstance(value, dict) else getattr(value, "codec", None)
    return "mpeg4" if codec == "mpeg4" else "h264"


AnyEncoding = Annotated[
    Annotated[Encoding, Tag("h264")] | Annotated[Mpeg4Encoding, Tag("mpeg4")], Discriminator(_codec)
]


class PictureProfile(Model):
    """How a picture is made: channels that name the same profile share one encode."""

    name: Name
    width: int = Field(gt=0, multiple_of=2)
    height: int = Field(gt=0, multiple_of=2)
    fps: Literal[25, 30, 50, 60]
    encoding: AnyEncoding = Field(description="H.264, unless it says `codec: mpeg4`.")
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
        if not self.safe.within(self.width, self.height):
            words = "the safe area is not inside the picture of {width}x{height}"
            remedy = "It needs left < right <= width and top < bottom <= height."
            raise PydanticCustomError(
                "hoso", words, {"width": self.width, "height": self.height, "remedy": remedy}
            )
        known = [*type(self).model_fields, *type(self.encoding).model_fields]
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

    def draws_like(self, other: PictureProfile) -> bool:
        """Whether every frame is the same before it is encoded, and GOPs are as long."""
        apart = {"name", "encoding"}
        return self.encoding.gop_ms == other.encoding.gop_ms and (
            self.model_dump(exclude=apart) == other.model_dump(exclude=apart)
        )

    @property
    def h264(self) -> Encoding:
        """What x264 is told. ValueError where the picture is of another codec."""
        if not isinstance(self.encoding, Encoding):
            raise ValueError(f"{self.name} is not H.264")
        return self.encoding


class Sound(Model):
    """What the channel's sound must be."""

    loudness: Fact[float] = Field(description="Programme loudness in LUFS (EBU R 128).")
    true_peak: Fact[float] = Field(description="Maximum true peak in dBTP.")
    bitrate: Fact[int] = Field(description="Bits a second of AAC or MP3.")
    channel_layout: Fact[Literal["mono", "stereo"]]
    sample_rate: Fact[Literal[16000, 24000, 44100, 48000]] | None = Field(
        default=None, description="Samples a second; without it, 48000."
    )
    music: Fact[Literal["with", "without"]] | None = Field(
        default=None, description="Whether the script's music is heard; without it, it is."
    )


class Size(Model):
    """Pixels across and down."""

    width: int = Field(gt=0)
    height: int = Field(gt=0)


class Poster(Model):
    """The still picture that stands for the video."""

    size: Fact[Size] | None = Field(default=None, description="How large it should be, or may be.")
    format: Fact[Literal["jpg", "png"]] | None = Field(default=None, description="What kind of file.")
    max_bytes: Fact[int] | None = Field(default=None, description="Largest file.")
    crop: Fact[Literal["1:1", "3:4", "4:5", "9:16", "16:9"]] | None = Field(
        default=None, description="The middle part, width to height, that overviews of the app show."
    )


class Channel(Model):
    """A place where videos are published, and what it takes. A limit that nobody states is absent."""

    name: Name = Field(description="As scripts call it; the file has the same name.")
    title: Words = Field(description="As people call it.")
    files: Fact[tuple[FileFormat, ...]] | None = Field(
        default=None, description="What is delivered, one file each; without it, an MP4."
    )
    picture: Fact[str] | None = Field(
        default=None, description="The name of a picture profile; without it, the channel is only heard."
    )
    safe: Fact[Uncovered] | None = Field(
        default=None, description="What the app leaves uncovered of its profile's raster."
    )
    sound: Sound = Field(description="What the channel's sound must be.")
    max_seconds: Fact[float] | None = Field(default=None, description="Longest video.")
    min_seconds: Fact[float] | None = Field(default=None, description="Shortest video.")
    max_bytes: Fact[int] | None = Field(default=None, description="Largest file that the place takes.")
    target_bytes: Fact[int] | None = Field(
        default=None, description="The byte budget: what a file should stay under, though more is taken."
    )
    soft_subtitles: Fact[bool] | None = Field(
        default=None, description="Whether a subtitle track in the file (mov_text) is shown."
    )
    takes_caption: Fact[bool] | None = Field(
        default=None, description="Whether there is a text beside the video; without it, there is."
    )
    title_units: Fact[int] | None = Field(
        default=None, description="Longest title, where there is one beside the caption or in its place."
    )
    caption_units: Fact[int] | None = Field(default=None, description="Longest text beside the video.")
    caption_counting: Fact[Literal["utf16", "characters", "x-weighted"]] | None = Field(
        default=None, description="How title and caption are counted; x-weighted: Hangul 2, a link 23."
    )
    max_hashtags: Fact[int] | None = Field(default=None, description="Most hashtags in a caption.")
    poster: Poster | None = Field(default=None, description="The still picture that stands for the video.")

    @property
    def formats(self) -> tuple[FileFormat, ...]:
        """What is delivered, one file each; the names are the files' endings."""
        return ("mp4",) if self.files is None else self.files.value

    @model_validator(mode="after")
    def _holds_together(self) -> Channel:
        for message, remedy in _quarrels(self):
            raise PydanticCustomError("hoso", "{message}", {"message": message, "remedy": remedy})
        return self


def _quarrels(channel: Channel) -> Iterator[tuple[str, str]]:
    """What of a channel contradicts itself, each with its remedy."""
    seen = [name for name in channel.formats if name in VIDEO_FORMATS]
    if channel.picture is None and (seen or not channel.formats):
        yield "there is a video to deliver and no picture", "Add picture:, or files: with wav or mp3."
    if channel.picture is not None and (len(seen) != 1 or len(channel.formats) != 1):
        yield "a channel with a picture delivers one video", "Write mp4 or 3gp in `files`, or no `files`."
    if channel.picture is None and channel.safe is not None:
        yield "there is a safe area and no picture", "Delete `safe`, or add picture:."
    for least, most in (("min_seconds", "max_seconds"), ("target_bytes", "max_bytes")):
        low, high = getattr(channel, least), getattr(channel, most)
        if low is not None and high is not None and low.value > high.value:
            yield f"`{least}` is over `{most}`", "Make it smaller."
