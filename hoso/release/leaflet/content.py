"""What a leaflet says in one language. Pure: the script goes in, words come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards.card_content import HEADINGS, SITE, SPEAKER, TELEGRAM, bare_url, qr_target
from hoso.documents.yaml_source import DataPath
from hoso.script.model import Leaflet, Message
from hoso.script.scenes import CardScene
from hoso.script.values import Texts


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, and the way to them in the script."""

    words: str
    path: DataPath


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach us: what it is and what to type."""

    label: Passage
    value: Passage


@dataclass(frozen=True, slots=True)
class LeafletContent:
    """The words of both sides. There are guarantees or steps, and at least one way to reach us."""

    language: Language
    title: str
    heading: Passage
    lead: Passage | None
    guarantees: tuple[Passage, ...]
    steps_heading: Passage | None
    steps: tuple[Passage, ...]
    contact_heading: Passage
    phone: Passage | None
    reaches: tuple[Reach, ...]
    """Telegram and web: what is typed rather than dialled."""
    target: Passage
    """What the QR code says: a URL or a `tel:` number."""
    source: Passage
    """Who speaks, and that it is they."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is printed as words, in reading order."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        for passage in (self.heading, self.lead, *self.guarantees, self.steps_heading, *self.steps):
            if passage is not None:
                yield passage
        yield self.contact_heading
        if self.phone is not None:
            yield self.phone
        for reach in self.reaches:
            yield from (reach.label, reach.value)
        yield self.source


def leaflet_content(message: Message, language: Language) -> LeafletContent:
    """What the leaflet of `message` says in `language`.

    Raises HosoError where the message has no leaflet, or lacks words or what a leaflet can't be without.
    """
    if message.printed is None:
        raise HosoError("The script asks for no leaflet", "Write `leaflet: true`.", path=message.path)
    return _Reader(message, message.printed, language).read()


class _Reader:
    def __init__(self, message: Message, leaflet: Leaflet, language: Language) -> None:
        self.message = message
        self.leaflet = leaflet
        self.language = language

    def read(self) -> LeafletContent:
        steps_heading, steps = self._steps()
        guarantees = tuple(
            self._words(texts, ("leaflet", "guarantees", number))
            for number, texts in enumerate(self.leaflet.guarantees)
        )
        if not guarantees and not steps:
            raise self._error("nothing to say", "Write guarantees below `leaflet`, or a steps card.")
        return LeafletContent(
            language=self.language,
            title=self._words(self.message.title, ("title",)).words,
            heading=self._heading(),
            lead=self._lead(),
            guarantees=guarantees,
            steps_heading=steps_heading,
            steps=steps,
            contact_heading=self._contact_heading(),
            phone=self._phone(),
            reaches=tuple(self._reaches()),
            target=self._target(),
            source=self._source(),
        )

    def _heading(self) -> Passage:
        if self.leaflet.heading is not None:
            return self._words(self.leaflet.heading, ("leaflet", "heading"))
        return self._words(self.message.title, ("title",))

    def _lead(self) -> Passage | None:
        if self.leaflet.lead is not None:
            return self._words(self.leaflet.lead, ("leaflet", "lead"))
        path, card = self._card("title")
        return None if card is None or card.text is None else self._words(card.text, (*path, "text"))

    def _steps(self) -> tuple[Passage | None, tuple[Passage, ...]]:
        path, card = self._card("steps")
        if card is None:
            return None, ()
        heading = None if card.heading is None else self._words(card.heading, (*path, "heading"))
        items = enumerate(card.items)
        return heading, tuple(self._words(texts, (*path, "items", number)) for number, texts in items)

    def _contact_heading(self) -> Passage:
        path, card = self._card("contact")
        if card is None or card.heading is None:
            return Passage(HEADINGS[self.language], ("contact",))
        return self._words(card.heading, (*path, "heading"))

    def _phone(self) -> Passage | None:
        phone = self.message.contact.phone
        return Passage(phone, ("contact", "phone")) if phone else None

    def _reaches(self) -> Iterator[Reach]:
        contact = self.message.contact
        typed = (
            (TELEGRAM, contact.telegram, "telegram"),
            (SITE, bare_url(contact.url) if contact.url else None, "url"),
        )
        for labels, value, key in typed:
            if value:
                path = ("contact", key)
                yield Reach(Passage(labels[self.language], path), Passage(value, path))

    def _target(self) -> Passage:
        contact = self.message.contact
        target = qr_target(contact)
        if target is None:
            raise self._error("no contact", "Write contact: {phone: …} in the script or hoso.yaml.")
        key = "url" if contact.url else "telegram" if contact.telegram else "phone"
        return Passage(target, ("contact", key))

    def _source(self) -> Passage:
        if self.message.source is None:
            raise self._error("nobody who speaks", "Write source: in the script or hoso.yaml.")
        return Passage(f"{SPEAKER[self.language]}: {self.message.source}", ("source",))

    def _card(self, kind: str) -> tuple[DataPath, CardScene | None]:
        """The first card of that kind, and the way to it."""
        for index, scene in enumerate(self.message.scenes):
            if isinstance(scene, CardScene) and scene.card == kind:
                return ("scenes", index), scene
        return (), None

    def _words(self, texts: Texts, path: DataPath) -> Passage:
        words = texts.get(self.language)
        if words is None:
            language, name = self.language, path[-1]
            what = f"item {name + 1} of `{path[-2]}`" if isinstance(name, int) else f"`{name}`"
            raise self._error(f"no words for {what} in '{language}'", f"Add {language}: … there.")
        return Passage(" ".join(words.split()), (*path, self.language))

    def _error(self, what: str, remedy: str) -> HosoError:
        return HosoError(f"The leaflet has {what}", remedy, path=self.message.path)
