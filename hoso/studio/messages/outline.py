"""A message's scenes with their words, for who reads it without knowing YAML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hoso.base.clock import format_clock
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.script import marks
from hoso.script.media import find_media
from hoso.script.model import Message
from hoso.script.reader import read_message
from hoso.script.scenes import CardScene, ClipScene, FootageScene, ImageScene, Line, Scene

Kind = Literal["footage", "image", "card", "clip"]


@dataclass(frozen=True, slots=True)
class Said:
    """One line: what is said or shown, by language."""

    key: str
    """Its id, or its number among the lines that are spoken; empty for what is said in footage."""
    texts: dict[Language, str]
    speaker: dict[Language, str]
    optional: int | None


@dataclass(frozen=True, slots=True)
class SceneOutline:
    """One scene."""

    number: int
    kind: Kind
    what: str
    """The file, the card, the function."""
    seen: bool
    """Whether it is a file that is there, so that there can be a small picture of it."""
    stretch: str
    """Which part of the footage; empty where all of it may be seen."""
    shown: tuple[dict[Language, str], ...]
    """What a card says, piece by piece."""
    said: tuple[Said, ...]
    optional: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A message's scenes, and the languages that it has words in."""

    message: Message
    languages: tuple[Language, ...]
    scenes: tuple[SceneOutline, ...]


def outline(project: Project, name: str) -> Outline | None:
    """The outline of a message; None where its script has errors."""
    try:
        message = read_message(project.scripts / f"{name}.yaml", project).message
    except InputError:
        return None
    spoken = 0
    scenes = []
    for number, scene in enumerate(message.scenes, 1):
        scenes.append(_scene(project, scene, number, spoken))
        spoken += len(scene.say)
    used = {language for scene in scenes for line in scene.said for language in line.texts}
    used |= {language for scene in scenes for texts in scene.shown for language in texts}
    return Outline(message, tuple(each for each in LANGUAGES if each in used), tuple(scenes))


def _scene(project: Project, scene: Scene, number: int, spoken: int) -> SceneOutline:
    said = [_said(line, line.id or str(spoken + index)) for index, line in enumerate(scene.say, 1)]
    said += [_said(line, line.id or "") for line in getattr(scene, "lines", ())]
    kind, what = _what(scene)
    seen = kind in ("footage", "image") and find_media(project.videos, what) is not None
    stretch = _stretch(scene) if isinstance(scene, FootageScene) else ""
    return SceneOutline(number, kind, what, seen, stretch, _shown(scene), tuple(said), scene.optional)


def _what(scene: Scene) -> tuple[Kind, str]:
    match scene:
        case FootageScene():
            return "footage", scene.footage
        case ImageScene():
            return "image", scene.image
        case CardScene():
            return "card", scene.card
        case ClipScene():
            return "clip", scene.clip


def _said(line: Line, key: str) -> Said:
    texts = {language: marks.spoken(line.get(language) or "") for language in line.languages}
    speaker = {each: line.speaker.get(each) or "" for each in line.speaker.languages} if line.speaker else {}
    return Said(key, texts, speaker, line.optional)


def _stretch(scene: FootageScene) -> str:
    if not scene.from_ and scene.to is None:
        return ""
    return f"{format_clock(scene.from_)}-{format_clock(scene.to) if scene.to is not None else ''}"


def _shown(scene: Scene) -> tuple[dict[Language, str], ...]:
    if not isinstance(scene, CardScene):
        return ()
    pieces = [piece for piece in (scene.heading, scene.text) if piece is not None]
    return tuple(
        {each: piece.get(each) or "" for each in piece.languages} for piece in (*pieces, *scene.items)
    )
