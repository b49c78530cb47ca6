"""The Message: what a script file says, checked. Shapes only; reading and checking live beside."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    Tag,
)
from pydantic_core import PydanticCustomError

from hoso.base.languages import Language
from hoso.documents.validation import Nullable
from hoso.script.scenes import KnownScene
from hoso.script.values import Clock, Model, Text, Texts, tidy


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


def _is_tag(tag: str) -> str:
    if not tag.replace("_", "").isalnum() or tag.isnumeric():
        remedy = "Write letters, digits and `_`, without `#` and spaces."
        words = f"'{tag}' is no hashtag"
        raise PydanticCustomError("hoso", "{words}", {"words": words, "remedy": remedy})
    return tag


Hashtag = Annotated[
    str,
    AfterValidator(tidy),
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
    upload_gib: float = Field(default=4, gt=0)
    """The most that one file may have that somebody uploads in the studio."""
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
