"""The Message: what a script file says, checked. Shapes only; reading and checking live beside.

Times are integer milliseconds (`m:ss(.mmm)` or seconds in the file), fractions are 0 to 1.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from hoso.base.clock import format_clock, parse_clock
from hoso.base.languages import LANGUAGES, Language
from hoso.documents.validation import Nullable
from hoso.script import marks

TIME_REMEDY = "Write a time as 0:02, 1:05.5 or 1:00:00, or in seconds as 2.5."
KINDS = ("footage", "image", "card", "clip")


class Model(BaseModel):
    """Read-only data; unknown keys are errors; fields may be named by their key in the file or in code."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


def _clock(value: object) -> object:
    try:
        if isinstance(value, str):
            return parse_clock(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("this is not a time")
        if value < 0:
            raise ValueError("a time can't be before the beginning")
    except ValueError as error:
        raise PydanticCustomError("hoso", "{words}", {"words": str(error), "remedy": TIME_REMEDY}) from None
    return round(value * 1000)


def _is_kind(value: object) -> str | None:
    """Which kind of scene: the one of the four keys that is there; None where none is, or several are."""
    found = [kind for kind in KINDS if (kind in value if isinstance(value, dict) else hasattr(value, kind))]
    return found[0] if len(found) == 1 else None


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


Clock = Annotated[
    int,
    BeforeValidator(_clock),
    Field(ge=0),
    PlainSerializer(format_clock),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^((\d+:[0-5]?\d|\d{1,2}):0*[0-5]?\d|\d+)(\.\d{1,3})?$"},
            ],
            "description": "m:ss(.mmm) or seconds",
        }
    ),
]
Fraction = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(pattern=r"\S"), AfterValidator(_tidy)]
_SOME_WORDS: JsonDict = {"anyOf": [{"required": [name]} for name in LANGUAGES]}


class Texts(Model):
    """The same words in several languages; at least one."""

    model_config = ConfigDict(json_schema_extra=_SOME_WORDS)

    ko: Text | None = None
    """Korean."""
    ru: Text | None = None
    """Russian."""
    uk: Text | None = None
    """Ukrainian."""
    en: Text | None = None
    """English."""

    @model_validator(mode="after")
    def _not_empty(self) -> Texts:
        if not self.languages:
            raise PydanticCustomError("hoso", "there are no words", {"remedy": "Write them: {ko: …, ru: …}."})
        return self

    def get(self, language: Language) -> str | None:
        """The words in `language`, or None."""
        text: str | None = getattr(self, language)
        return text

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have words, in hoso's order."""
        return tuple(language for language in LANGUAGES if self.get(language) is not None)


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
        json_schema_extra={**_SOME_WORDS, "dependentRequired": {"at": ["to"], "to": ["at"]}}
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


def _different(pair: tuple[Language, Language]) -> tuple[Language, Language]:
    if pair[0] == pair[1]:
        remedy = "Write another language, or one alone: `subtitles: " + pair[0] + "`."
        raise PydanticCustomError("hoso", "the two subtitles are in one language", {"remedy": remedy})
    return pair


def _how_many(value: object) -> str:
    return "two" if isinstance(value, list | tuple) else "one"


class Edition(Model):
    """A voice language and one or two subtitle languages of one message."""

    voice: Language
    """What is heard."""
    subtitles: Annotated[
        Annotated[Language, Tag("one")]
        | Annotated[
            tuple[Language, Language],
            AfterValidator(_different),
            Field(json_schema_extra={"uniqueItems": True}),
            Tag("two"),
        ],
        Discriminator(_how_many),
    ]
    """What is read: a language, or two at once: [ko, ru] shows Korean above Russian."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """What is read, the upper one first."""
        return self.subtitles if isinstance(self.subtitles, tuple) else (self.subtitles,)

    @property
    def main(self) -> Language:
        """The language of cards and lower thirds: the only one, or the upper."""
        return self.languages[0]

    @property
    def name(self) -> str:
        """`ko`, `ko-ru` where voice and subtitles differ, `ko-ko+ru` where there are two subtitles."""
        shown = "+".join(self.languages)
        return self.voice if shown == self.voice else f"{self.voice}-{shown}"


class VoiceChoice(Model):
    """Who speaks the lines."""

    engine: Text = "gtts"
    """An engine that `hoso voices` lists."""
    fallback: Annotated[Text | None, Nullable()] = "kokoro"
    """The engine that speaks the whole edition where the first can't; null for none."""
    name: Text | None = None
    """One of the engine's voices; its default where absent."""
    speed: float = Field(default=1.0, ge=0.5, le=2.0)
    """1 is the engine's own pace."""


class Music(Model):
    """A bed under the speech, looped and faded."""

    file: Text
    """In videos/."""
    level: float = Field(default=-18.0, ge=-40, le=0)
    """LU under speech."""


class Contact(Model):
    """How a reader reaches us. An empty value in a script takes away what hoso.yaml has."""

    phone: Annotated[Text | None, Nullable()] = None
    """As people dial it, in quotes."""
    telegram: Annotated[str | None, Field(pattern=r"^@[A-Za-z][A-Za-z0-9_]{3,31}$"), Nullable()] = None
    """A name with `@`, in quotes: "@example"."""
    url: Annotated[str | None, Field(pattern=r"^https?://[^\s/]+\S*$"), Nullable()] = None
    """An address that begins with https://."""

    @property
    def empty(self) -> bool:
        """Whether there is no way to reach us."""
        return not (self.phone or self.telegram or self.url)


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


def _is_tag(tag: str) -> str:
    if not tag.replace("_", "").isalnum() or tag.isnumeric():
        remedy = "Write letters, digits and `_`, without `#` and spaces."
        words = f"'{tag}' is no hashtag"
        raise PydanticCustomError("hoso", "{words}", {"words": words, "remedy": remedy})
    return tag


Hashtag = Annotated[
    str,
    AfterValidator(_tidy),
    AfterValidator(_is_tag),
    Field(json_schema_extra={"pattern": r"^[^\s#]+$"}),
]
Tags = Annotated[tuple[Hashtag, ...], Field(json_schema_extra={"uniqueItems": True})]


class TagsByLanguage(Model):
    """Hashtags for captions in each language."""

    ko: Tags = ()
    """Under Korean captions."""
    ru: Tags = ()
    """Under Russian ones."""
    uk: Tags = ()
    """Under Ukrainian ones."""
    en: Tags = ()
    """Under English ones."""


def _tags_form(value: object) -> str:
    return "all" if isinstance(value, list | tuple) else "each"


Hashtags = Annotated[
    Annotated[TagsByLanguage, Tag("each")] | Annotated[Tags, Tag("all")], Discriminator(_tags_form)
]


class DisclosureChoice(Model):
    """How viewers are told that a voice is synthesized."""

    text: Texts | None = None
    """The label; in a language without one it is hoso's own."""
    place: Literal["start", "end"] = "end"
    """Over the first seconds, or on the contact card; without such a card over the first seconds too."""


def _disclosure_form(value: object) -> str:
    return "off" if isinstance(value, str) else "on"


class Shared(Model):
    """What hoso.yaml holds for all messages; a script's own value wins."""

    source: Text | None = None
    """Who speaks; shown on the end card and in every caption."""
    logo: Annotated[Text | None, Nullable()] = None
    """A picture in videos/, shown on title and contact cards; empty in a script for none."""
    contact: Contact = Contact()
    """How a reader reaches us: phone, Telegram, web."""
    voice: VoiceChoice = VoiceChoice()
    """Who speaks the lines."""
    say_as: dict[str, Text] = Field(default_factory=dict)
    """The lexicon: read this way, shown as written."""
    channels: tuple[Text, ...] = ()
    """Names that `hoso channels` lists."""
    style: Text = "clear"
    """How subtitles look: a style of hoso's or of the project's styles/."""
    music: Annotated[Music | None, Nullable()] = None
    """A bed under the speech; empty in a script for none."""
    hashtags: Hashtags = ()
    """Below every caption, without `#`: one list, or one for each language."""
    disclosure: Annotated[
        Annotated[DisclosureChoice, Tag("on")] | Annotated[Literal["off"], Tag("off")],
        Discriminator(_disclosure_form),
    ] = DisclosureChoice()
    """How viewers are told that a voice is synthesized; `off` where they are told elsewhere."""


class Notice(Model):
    """Who is told when a release is ready."""

    command: tuple[Text, ...] = ()
    """A program and its arguments; it gets a JSON object about the release on its standard input."""
    webhook: str | None = Field(default=None, pattern=r"^https?://[^\s/]+\S*$")
    """An address that gets the same object by POST."""


class Settings(Shared):
    """hoso.yaml."""

    allow_clips: bool = False
    """Whether `clip:` scenes may run code from this project."""
    notice: Notice = Notice()
    """A command or a webhook that is called when a release is ready."""
    cache_gib: float = Field(default=10, gt=0)
    """The cache's size cap."""
    korean_morphology: bool = False
    """Whether kiwipiepy, where rules would guess, says which Korean words a line break must not part."""


class Leaflet(Model):
    """What a printed leaflet says beside the steps and the contact; `true` where the script says it all."""

    heading: Texts | None = None
    """Large on the front; without it the message's title."""
    lead: Texts | None = None
    """A sentence below the heading; without it the line under the title on the first title card."""
    guarantees: tuple[Texts, ...] = Field(default=(), max_length=6)
    """What the reader is promised, a short statement each."""


def _leaflet_form(value: object) -> str:
    return "flag" if isinstance(value, bool) else "keys"


class MessageFile(Shared):
    """A script as it is written."""

    title: Texts
    """The message's name for readers: on the title card and in captions."""
    editions: tuple[Edition, ...] = ()
    """Voice and subtitle languages; without it one edition, in the title's first language."""
    post: Texts | None = None
    """The text beside the video."""
    shorten_post: bool = False
    """Whether a channel that takes less text gets the post's first sentences only."""
    poster: Clock | None = None
    """The moment of the video that stands for it; without it hoso chooses one."""
    leaflet: Annotated[
        Annotated[Leaflet, Tag("keys")] | Annotated[bool, Tag("flag")], Discriminator(_leaflet_form)
    ] = False
    """A leaflet to print, from the steps, the contact and the source: `true`, or what else it says."""
    scenes: tuple[KnownScene, ...] = Field(min_length=1)
    """What is seen, in order."""

    @property
    def printed(self) -> Leaflet | None:
        """What the leaflet says beside the scenes' words; None without a leaflet."""
        if isinstance(self.leaflet, bool):
            return Leaflet() if self.leaflet else None
        return self.leaflet


class Message(MessageFile):
    """One message, whole: a script with what it shares filled in."""

    name: str = ""
    """The script's file name without its ending."""
    path: Path = Path()
    """The script file."""
