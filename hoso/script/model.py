"""The Message: what a script file says, checked. Shapes only; reading and checking live beside.

Times are integer milliseconds (`m:ss(.mmm)` or seconds in the file), fractions are 0 to 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from hoso.base.clock import format_clock, parse_clock
from hoso.base.languages import LANGUAGES, Language


class Model(BaseModel):
    """Read-only data; unknown keys are errors; fields may be named by their key in the file or in code."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True)


def _clock(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("a time is m:ss(.mmm) or seconds")  # noqa: TRY004 - pydantic reports ValueError
    if isinstance(value, str):
        return parse_clock(value)
    return round(value * 1000)


Clock = Annotated[
    int,
    BeforeValidator(_clock),
    Field(ge=0),
    PlainSerializer(format_clock),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^((\d+:)?\d{1,2}:)?\d+(\.\d{1,3})?$"},
            ],
            "description": "m:ss(.mmm) or seconds",
        }
    ),
]
Fraction = Annotated[float, Field(ge=0, le=1)]


class Texts(Model):
    """The same words in several languages; at least one."""

    ko: str | None = Field(default=None, min_length=1)
    """Korean."""
    ru: str | None = Field(default=None, min_length=1)
    """Russian."""
    uk: str | None = Field(default=None, min_length=1)
    """Ukrainian."""
    en: str | None = Field(default=None, min_length=1)
    """English."""

    def get(self, language: Language) -> str | None:
        """The words in `language`, or None."""
        text: str | None = getattr(self, language)
        return text

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have words, in hoso's order."""
        return tuple(language for language in LANGUAGES if self.get(language) is not None)


class Line(Texts):
    """One thing said: spoken in the voice's language, shown in the subtitles'."""

    id: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]+$")
    """A name that stays when the words change."""
    pause: float | None = Field(default=None, ge=0, le=10)
    """Seconds of silence after the line; the default is 0.35."""


class TimedLine(Line):
    """One thing that somebody says in the footage."""

    at: Clock
    """When it begins, counted from the scene's first frame."""
    to: Clock
    """When it ends, counted from the scene's first frame."""


class Edition(Model):
    """A voice language and a subtitle language of one message."""

    voice: Language
    subtitles: Language

    @property
    def name(self) -> str:
        """`ko`, or `ko-ru` where the two differ."""
        return self.voice if self.voice == self.subtitles else f"{self.voice}-{self.subtitles}"


class VoiceChoice(Model):
    """Who speaks the lines."""

    engine: str = "gtts"
    """An engine that `hoso voices` lists."""
    fallback: str | None = "kokoro"
    """The engine that speaks the whole edition where the first can't; null for none."""
    name: str | None = None
    """One of the engine's voices; its default where absent."""
    speed: float = Field(default=1.0, ge=0.5, le=2.0)
    """1 is the engine's own pace."""


class Music(Model):
    """A bed under the speech, looped and faded."""

    file: str
    """In videos/."""
    level: float = Field(default=-18.0, ge=-40, le=0)
    """LU under speech."""


class Contact(Model):
    """How a reader reaches us."""

    phone: str | None = None
    telegram: str | None = None
    url: str | None = None


class Transition(Model):
    """How a scene follows the one before it."""

    kind: Literal["cut", "fade"] = "cut"
    seconds: float = Field(default=0.4, ge=0.2, le=2.0, multiple_of=0.2)
    """Length of a fade, in steps of 0.2 s."""

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds; 0 for a cut."""
        return round(self.seconds * 1000) if self.kind == "fade" else 0


class LowerThird(Model):
    """Name and role of the person shown."""

    name: Texts
    role: Texts | None = None
    at: Clock = 400
    """When it appears, counted from the scene's first frame."""
    seconds: float = Field(default=4.0, gt=0, le=30)
    """How long it stays."""


class SceneBase(Model):
    """What every scene can have."""

    say: tuple[Line, ...] = ()
    """Lines that the voice speaks, in order."""
    transition: Transition = Transition()
    """From the scene before to this one."""
    lower_third: LowerThird | None = None


class FootageScene(SceneBase):
    """A stretch of a video file."""

    footage: str
    """In videos/."""
    from_: Clock = Field(default=0, alias="from")
    """Where the stretch begins, in the footage."""
    to: Clock | None = None
    """Where it ends; without it the scene lasts as long as its words."""
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)
    """The point that every crop keeps, as fractions of width and height."""
    fit: Literal["crop", "pad", "blur"] = "crop"
    """What happens where the shapes differ."""
    fill: Literal["freeze", "loop", "slow"] = "freeze"
    """What happens where the footage is shorter than the words."""
    speed: float = Field(default=1.0, ge=0.25, le=4.0)
    """1 is the footage's own pace."""
    sound: Literal["keep", "under", "off"] = "off"
    """The footage's own sound: in front, under the voice, or not heard."""
    lines: tuple[TimedLine, ...] = ()
    """What is said in the footage (`sound: keep`): subtitled, not voiced."""


class ImageScene(SceneBase):
    """A still picture."""

    image: str
    """In videos/."""
    seconds: float | None = Field(default=None, gt=0, le=600)
    """How long it stays; without it as long as its words."""
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)
    """The point that every crop keeps and the motion goes to, as fractions of width and height."""
    motion: Literal["in", "out", "none"] = "in"
    """Ken Burns: the slow zoom."""


class CardScene(SceneBase):
    """A drawn card."""

    card: Literal["title", "text", "steps", "contact"]
    heading: Texts | None = None
    """The card's heading; a title card shows the message's title without one."""
    text: Texts | None = None
    """The words of a text card, or the line under a title."""
    items: tuple[Texts, ...] = ()
    """The steps of a steps card; the nth appears with the nth line said."""
    seconds: float | None = Field(default=None, gt=0, le=600)
    """How long it stays; without it as long as its words."""


class ClipScene(SceneBase):
    """A clip that a function of the project's own code makes with MoviePy."""

    clip: str = Field(pattern=r"^[^:]+\.py:[A-Za-z_]\w*$")
    """`file.py:function`, the file in videos/; runs only where hoso.yaml says `allow_clips: true`."""
    seconds: float | None = Field(default=None, gt=0, le=600)
    """How long it lasts; without it as long as its words."""


Scene = FootageScene | ImageScene | CardScene | ClipScene


class Shared(Model):
    """What hoso.yaml holds for all messages; a script's own value wins."""

    source: str | None = Field(default=None, min_length=1)
    """Who speaks; shown on the end card and in every caption."""
    logo: str | None = None
    """A picture in videos/, shown on title and contact cards."""
    contact: Contact = Contact()
    voice: VoiceChoice = VoiceChoice()
    say_as: dict[str, str] = Field(default_factory=dict)
    """The lexicon: read this way, shown as written."""
    channels: tuple[str, ...] = ()
    """Names that `hoso channels` lists."""
    music: Music | None = None


class Settings(Shared):
    """hoso.yaml."""

    allow_clips: bool = False
    """Whether `clip:` scenes may run code from this project."""
    cache_gib: float = Field(default=10, gt=0)
    """The cache's size cap."""


class Message(Shared):
    """One message, whole: a script with what it shares filled in."""

    name: str = Field(default="", exclude=True)
    """The script's file name without its ending."""
    path: Path = Field(default=Path(), exclude=True)
    """The script file."""
    title: Texts
    editions: tuple[Edition, ...] = ()
    """At least one after reading: the title's first language for both where the script says nothing."""
    post: Texts | None = None
    """The text beside the video."""
    scenes: tuple[Scene, ...] = Field(min_length=1)
