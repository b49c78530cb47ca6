"""That a voice is synthesized, said to those who hear it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hoso.base.languages import Language
from hoso.script.model import Message
from hoso.script.scenes import CardScene, Scene

LABELS: dict[Language, str] = {
    "ko": "합성된 목소리입니다",
    "ru": "Голос синтезирован",
    "uk": "Голос синтезовано",
    "en": "Synthesized voice",
}
SENTENCES: dict[Language, str] = {
    "ko": "이 목소리는 합성된 목소리입니다.",
    "ru": "Этот голос синтезирован.",
    "uk": "Цей голос синтезовано.",
    "en": "This voice is synthesized.",
}


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The label that viewers read, and whether it is the first or the last thing that they see."""

    text: str
    place: Literal["start", "end"]


def disclosure_for(message: Message, synthetic: bool, language: Language) -> Disclosure | None:
    """What tells readers of `language` that the voice is `synthetic`; None where it isn't, or it is off."""
    choice = message.disclosure
    if not synthetic or choice == "off":
        return None
    text = choice.text.get(language) if choice.text is not None else None
    return Disclosure(text or LABELS[language], choice.place)


def spoken_disclosure(message: Message, language: Language) -> str | None:
    """The sentence that tells listeners of a synthetic voice; None where disclosure is off."""
    disclosure = disclosure_for(message, True, language)
    if disclosure is None:
        return None
    return SENTENCES[language] if disclosure.text == LABELS[language] else disclosure.text


def disclosing_scene(message: Message, disclosure: Disclosure) -> int:
    """The scene that shows the label, by its index: the last contact card for the end, else the first scene.

    On a contact card the label is a line of its own, anywhere else it lies over the scene's first seconds.
    """
    cards = [index for index, scene in enumerate(message.scenes) if is_contact(scene)]
    return cards[-1] if cards and disclosure.place == "end" else 0


def is_contact(scene: Scene) -> bool:
    """Whether `scene` is a contact card."""
    return isinstance(scene, CardScene) and scene.card == "contact"
