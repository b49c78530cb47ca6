"""What cards say."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.languages import LANGUAGES
from hoso.base.problems import HosoError
from hoso.cards.card_content import (
    HEADINGS,
    ContactCard,
    Entry,
    StepsCard,
    TitleCard,
    bare_url,
    card_content,
    qr_target,
)
from hoso.script.model import Contact, Message
from hoso.script.scenes import CardScene
from hoso.script.values import Texts

VIDEOS = Path("videos")
CONTACT = Contact(phone="+000 00 000 0000", telegram="@example", url="https://example.org/")


def message(*scenes: CardScene, contact: Contact = CONTACT) -> Message:
    """A message of these scenes, in Korean and Russian."""
    title = Texts(ko="여러분에게", ru="Солдатам")
    return Message(title=title, scenes=scenes, contact=contact, source="Проєкт", logo="logo.png")


def test_a_title_card_falls_back_on_the_messages_title() -> None:
    """Without a heading of its own, with the source and the logo."""
    scene = CardScene(card="title")
    expected = TitleCard("ru", "Солдатам", None, "Проєкт", VIDEOS / "logo.png")
    assert card_content(scene, message(scene), "ru", VIDEOS) == expected


def test_a_steps_card_has_its_items_in_order() -> None:
    """Each in the language asked for."""
    scene = CardScene(card="steps", items=(Texts(ko="하나", ru="раз"), Texts(ko="둘", ru="два")))
    assert card_content(scene, message(scene), "ko", VIDEOS) == StepsCard("ko", None, ("하나", "둘"))


def test_a_contact_card_says_how_to_reach_whom() -> None:
    """Every contact with its label, the address to scan, and who speaks."""
    scene = CardScene(card="contact")
    card = card_content(scene, message(scene), "ko", VIDEOS)
    assert isinstance(card, ContactCard)
    assert card.entries == (
        Entry("전화", "+000 00 000 0000"),
        Entry("텔레그램", "@example"),
        Entry("웹사이트", "example.org"),
    )
    assert (card.heading, card.target, card.source) == ("연락처", "https://example.org/", "Проєкт")


def test_only_a_contact_card_has_a_note() -> None:
    """It is given from outside the script; other cards leave it out."""
    cards = {kind: CardScene(card=kind) for kind in ("title", "contact")}
    made = {kind: card_content(scene, message(scene), "ko", VIDEOS, "말") for kind, scene in cards.items()}
    assert getattr(made["contact"], "note", None) == "말"
    assert made["title"] == card_content(cards["title"], message(cards["title"]), "ko", VIDEOS)


def test_every_language_has_its_words() -> None:
    """A contact card without a heading has one in each language."""
    scene = CardScene(card="contact")
    made = {language: card_content(scene, message(scene), language, VIDEOS) for language in LANGUAGES}
    assert {language: getattr(card, "heading", None) for language, card in made.items()} == HEADINGS


@pytest.mark.parametrize(
    ("scene", "words"),
    [
        (CardScene(card="title", heading=Texts(en="x")), "no heading in 'ru'"),
        (CardScene(card="text"), "no text"),
        (CardScene(card="text", text=Texts(ko="말")), "no text in 'ru'"),
        (CardScene(card="steps"), "no items"),
        (CardScene(card="steps", items=(Texts(ru="раз"), Texts(ko="둘"))), "no item 2 in 'ru'"),
    ],
)
def test_missing_words_are_an_error_that_names_card_and_language(scene: CardScene, words: str) -> None:
    """Nothing falls back to another language."""
    title = CardScene(card="title")
    with pytest.raises(HosoError, match="scene 2") as caught:
        card_content(scene, message(title, scene), "ru", VIDEOS)
    assert words in str(caught.value)


def test_a_contact_card_needs_a_contact() -> None:
    """An end card that leads nowhere is an error."""
    scene = CardScene(card="contact")
    with pytest.raises(HosoError, match="no contact"):
        card_content(scene, message(scene, contact=Contact()), "ko", VIDEOS)


def test_the_code_leads_to_the_best_there_is() -> None:
    """The web address, else Telegram, else the phone."""
    assert qr_target(CONTACT) == "https://example.org/"
    assert qr_target(Contact(phone="+1 (2) 3", telegram="@example")) == "https://t.me/example"
    assert qr_target(Contact(phone="+1 (2) 3-4")) == "tel:+1234"
    assert qr_target(Contact()) is None


def test_an_address_is_shown_as_people_write_it() -> None:
    """Without the scheme and the trailing slash."""
    assert bare_url("https://example.org/ko/") == "example.org/ko"
