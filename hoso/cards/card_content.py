"""What a card says in one language. Pure: the script goes in, words come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.script.model import Contact, Message
from hoso.script.scenes import CardScene
from hoso.script.values import Texts

HEADINGS: dict[Language, str] = {
    "ko": "연락처",
    "ru": "Связаться с нами",
    "uk": "Зв’язатися з нами",
    "en": "Contact us",
}
PHONE: dict[Language, str] = {"ko": "전화", "ru": "Телефон", "uk": "Телефон", "en": "Phone"}
TELEGRAM: dict[Language, str] = {"ko": "텔레그램", "ru": "Телеграм", "uk": "Телеграм", "en": "Telegram"}
SITE: dict[Language, str] = {"ko": "웹사이트", "ru": "Сайт", "uk": "Сайт", "en": "Website"}
SPEAKER: dict[Language, str] = {
    "ko": "보낸 곳",
    "ru": "Кто обращается",
    "uk": "Хто звертається",
    "en": "From",
}


@dataclass(frozen=True, slots=True)
class TitleCard:
    """What the message is about and who speaks."""

    language: Language
    heading: str
    text: str | None
    source: str | None
    logo: Path | None


@dataclass(frozen=True, slots=True)
class TextCard:
    """Words to read."""

    language: Language
    heading: str | None
    text: str


@dataclass(frozen=True, slots=True)
class StepsCard:
    """What to do, in order."""

    language: Language
    heading: str | None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to reach us: what it is and what to type."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """How to reach us and who that is."""

    language: Language
    heading: str
    entries: tuple[Entry, ...]
    target: str
    """What the QR code says: a URL or a `tel:` number."""
    source_label: str
    source: str | None
    logo: Path | None
    note: str | None = None
    """Small words at the foot."""


CardContent = TitleCard | TextCard | StepsCard | ContactCard


def card_content(
    scene: CardScene, message: Message, language: Language, videos: Path, note: str | None = None
) -> CardContent:
    """What `scene` of `message` says in `language`; a logo is looked for in `videos`.

    A contact card says `note` too. Raises HosoError where words in that language, or all of what the card
    needs, are missing.
    """
    return _Reader(scene, message, language, videos, note).read()


class _Reader:
    def __init__(
        self, scene: CardScene, message: Message, language: Language, videos: Path, note: str | None
    ) -> None:
        self.scene = scene
        self.message = message
        self.language = language
        self.logo = videos / message.logo if message.logo else None
        self.note = note

    def read(self) -> CardContent:
        match self.scene.card:
            case "title":
                return self._title()
            case "text":
                return self._text()
            case "steps":
                return self._steps()
            case "contact":
                return self._contact()

    def _title(self) -> TitleCard:
        heading = self._words(self.scene.heading or self.message.title, "heading")
        return TitleCard(self.language, heading, self._maybe("text"), self.message.source, self.logo)

    def _text(self) -> TextCard:
        if self.scene.text is None:
            raise self._error("has no text", "Write text: {ko: …}.")
        return TextCard(self.language, self._maybe("heading"), self._words(self.scene.text, "text"))

    def _steps(self) -> StepsCard:
        if not self.scene.items:
            raise self._error("has no items", "Write items: [{ko: …}, {ko: …}].")
        items = tuple(self._words(item, f"item {n}") for n, item in enumerate(self.scene.items, 1))
        return StepsCard(self.language, self._maybe("heading"), items)

    def _contact(self) -> ContactCard:
        contact = self.message.contact
        target = qr_target(contact)
        if target is None:
            raise self._error(
                "has no contact to show", "Write contact: {phone: …} in the script or hoso.yaml."
            )
        return ContactCard(
            self.language,
            self._maybe("heading") or HEADINGS[self.language],
            self._entries(contact),
            target,
            SPEAKER[self.language],
            self.message.source,
            self.logo,
            self.note,
        )

    def _entries(self, contact: Contact) -> tuple[Entry, ...]:
        found = (
            (PHONE, contact.phone),
            (TELEGRAM, contact.telegram),
            (SITE, bare_url(contact.url) if contact.url else None),
        )
        return tuple(Entry(labels[self.language], value) for labels, value in found if value)

    def _maybe(self, field: str) -> str | None:
        texts: Texts | None = getattr(self.scene, field)
        return None if texts is None else self._words(texts, field)

    def _words(self, texts: Texts, what: str) -> str:
        words = texts.get(self.language)
        if words is None or not words.strip():
            raise self._error(
                f"has no {what} in '{self.language}'", f"Add {self.language}: … to the card's {what}."
            )
        return words.strip()

    def _error(self, what: str, remedy: str) -> HosoError:
        place = next((n for n, scene in enumerate(self.message.scenes, 1) if scene is self.scene), None)
        number = f" (scene {place})" if place is not None else ""
        return HosoError(f"The {self.scene.card} card{number} {what}", remedy, path=self.message.path)


def bare_url(url: str) -> str:
    """A web address as people write it by hand: without the scheme and a trailing slash."""
    return re.sub(r"^https?://", "", url).rstrip("/")


def qr_target(contact: Contact) -> str | None:
    """What the QR code says: the web address, else the Telegram name, else the phone; None without any."""
    if contact.url:
        return contact.url
    if contact.telegram:
        return f"https://t.me/{contact.telegram.removeprefix('@')}"
    if contact.phone:
        return "tel:" + re.sub(r"[^\d+]", "", contact.phone)
    return None
