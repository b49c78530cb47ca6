"""Scenes and lines: what is seen, and what is said."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hoso.base.languages import Language
from hoso.script import marks
from hoso.script.values import SOME_WORDS, Clock, Fraction, Model, Text, Texts

KINDS = ("footage", "image", "card", "clip")


def _is_kind(value: object) -> str | None:
    """Which kind of scene: the one of the four keys that is there; None where none is, or several are."""
    found = [kind for kind in KINDS if (kind in value if isinstance(value, dict) else hasattr(value, kind))]
    return found[0] if len(found) == 1 else None


class Line(Texts):
    """One thing said: spoken in the voice's language, shown in the subtitles'.

    Its words can have `**…**` (emphasis) and `|` (a line break).
    """

    id: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]+$")
    """A name that stays when the words change: Latin letters, digits, `-` and `_`."""
    pause: float | None = Field(default=None, ge=0, le=10)
    """Seconds of silence after the line; the default is 0.35."""
    speaker: Texts | None = None
    """Who says it: shown before the first words, as in “Soldier: …”, and never spoken."""
    optional: int | None = Field(default=None, ge=1, le=99)
    """Left out where a channel takes only a shorter video: 1 goes first, then 2, …; never without it."""

    def spoken(self, language: Language) -> str | None:
        """The words in `language` as the voice reads them, or None."""
        text = self.get(language)
        return None if text is None else marks.spoken(text)

    def shown(self, language: Language) -> str | None:
        """The words in `language` as a cue has them, the speaker's name before them, or None."""
        text = self.get(language)
        return None if text is None else f"{self.label(language)} {marks.shown(text)}".lstrip()

    def label(self, language: Language) -> str:
        """The speaker's name in `language` and a colon; empty where there is none."""
        name = None if self.speaker is None else self.speaker.get(language)
        return "" if name is None else f"{name}:"


class TimedLine(Line):
    """One thing that somebody says in the footage."""

    model_config = ConfigDict(
        json_schema_extra={**SOME_WORDS, "dependentRequired": {"at": ["to"], "to": ["at"]}}
    )

    at: Clock | None = None
    """When it begins, counted from the scene's first frame; without `at` and `to` hoso listens for it."""
    to: Clock | None = None
    """When it ends, counted from the scene's first frame."""

    @model_validator(mode="after")
    def _whole_times(self) -> TimedLine:
        if (self.at is None) != (self.to is None):
            there, missing = ("to", "at") if self.at is None else ("at", "to")
            words = f"the line has `{there}` and no `{missing}`"
            remedy = "Write both, or neither: then hoso listens for when it is said."
            raise PydanticCustomError("hoso", "{words}", {"words": words, "remedy": remedy})
        return self

    @property
    def span(self) -> tuple[int, int] | None:
        """When it begins and ends, in ms from the scene's first frame; None where the script doesn't say."""
        return None if self.at is None or self.to is None else (self.at, self.to)


class Transition(Model):
    """How a scene follows the one before it."""

    kind: Literal["cut", "fade"] = "cut"
    """A hard cut, or a crossfade."""
    seconds: Annotated[float, WithJsonSchema({"enum": [n / 5 for n in range(1, 11)]})] = Field(
        default=0.4, ge=0.2, le=2.0, multiple_of=0.2
    )
    """Length of a fade, in steps of 0.2 s."""

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds; 0 for a cut."""
        return round(self.seconds * 1000) if self.kind == "fade" else 0


class LowerThird(Model):
    """Name and role of the person shown."""

    name: Texts
    """Who it is."""
    role: Texts | None = None
    """What they are, below the name."""
    at: Clock = 400
    """When it appears, counted from the scene's first frame."""
    seconds: float = Field(default=4.0, gt=0, le=30)
    """How long it stays."""


class FocusPoint(Model):
    """Where the focus is at a time; it goes from each point to the next evenly, slowing down at both."""

    at: Clock
    """When it is there, counted from the scene's first frame."""
    point: tuple[Fraction, Fraction]
    """[x, y] as fractions of width and height."""


def _focus_kind(value: object) -> str:
    if isinstance(value, str):
        return "auto"
    moves = isinstance(value, list | tuple) and value and isinstance(value[0], dict | FocusPoint)
    return "moving" if moves else "fixed"


Focus = Annotated[
    Annotated[tuple[Fraction, Fraction], Tag("fixed")]
    | Annotated[tuple[FocusPoint, ...], Field(min_length=2), Tag("moving")]
    | Annotated[Literal["auto"], Tag("auto")],
    Discriminator(_focus_kind),
]


class SceneBase(Model):
    """What every scene can have."""

    say: tuple[Line, ...] = ()
    """Lines that the voice speaks, in order."""
    transition: Transition = Transition()
    """From the scene before to this one."""
    lower_third: LowerThird | None = None
    style: Text | None = None
    """How its subtitles look, where it isn't as in the rest of the message."""
    optional: int | None = Field(default=None, ge=1, le=99)
    """Left out, with its lines, where a channel takes only a shorter video: 1 goes first, then 2, …"""


class FootageScene(SceneBase):
    """A stretch of a video file."""

    footage: Text
    """In videos/."""
    from_: Clock = Field(default=0, alias="from")
    """Where the stretch begins, in the footage."""
    to: Clock | None = None
    """Where it ends; without it the scene lasts as long as its words."""
    focus: Focus = (0.5, 0.5)
    """The point that every crop keeps, [x, y] as fractions of width and height; or a list of
    {at: 0:00, point: [x, y]} that it goes along; or auto: faces, else what moves."""
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

    image: Text
    """In videos/."""
    seconds: float | None = Field(default=None, gt=0, le=600)
    """How long it stays; without it as long as its words."""
    focus: Focus = (0.5, 0.5)
    """The point that every crop keeps and the motion goes to, [x, y] as fractions of width and height; or a
    list of {at: 0:00, point: [x, y]} that it goes along; or auto: a face, else the middle."""
    motion: Literal["in", "out", "none"] = "in"
    """Ken Burns: the slow zoom."""


class CardScene(SceneBase):
    """A drawn card."""

    card: Literal["title", "text", "steps", "contact"]
    """Which card: the message's title, a text, a list of steps, or how to reach us."""
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

    clip: str = Field(pattern=r"^[^:]+\.py:[A-Za-z_][A-Za-z0-9_]*$")
    """`file.py:function`, the file in videos/; runs only where hoso.yaml says `allow_clips: true`."""
    seconds: float | None = Field(default=None, gt=0, le=600)
    """How long it lasts; without it as long as its words."""


Scene = FootageScene | ImageScene | CardScene | ClipScene
KnownScene = Annotated[
    Annotated[FootageScene, Tag("footage")]
    | Annotated[ImageScene, Tag("image")]
    | Annotated[CardScene, Tag("card")]
    | Annotated[ClipScene, Tag("clip")],
    Discriminator(
        _is_kind,
        custom_error_type="scene_kind",
        custom_error_message="a scene has exactly one of footage, image, card and clip",
    ),
]
"""A Scene, told apart by the key that it has, so that errors are about that kind only."""
