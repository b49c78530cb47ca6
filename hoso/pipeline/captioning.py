"""An edition's cues become captions: in which language, where and in which style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hoso.base.languages import Language
from hoso.base.project import Project
from hoso.script.model import Message
from hoso.script.scenes import Scene
from hoso.styles.catalog import Styles
from hoso.styles.model import Style
from hoso.subtitles.cues import Cue
from hoso.subtitles.look.captions import Caption, Slot
from hoso.timeline.model import Timeline

PAIR: tuple[Slot, Slot] = ("upper", "lower")


def captions_of(
    cues: Mapping[Language, Sequence[Cue]],
    languages: Sequence[Language],
    message: Message,
    timeline: Timeline,
    *,
    marked: Language | None = None,
) -> tuple[Caption, ...]:
    """The captions of an edition that shows `languages`, the upper one first, in the order of their times.

    A caption's style is that of the scene in which it begins. Those in the language `marked` bear the index
    of their cue.
    """
    slots: tuple[Slot, ...] = PAIR if len(languages) > 1 else ("only",)
    captions = []
    for language, slot in zip(languages, slots, strict=True):
        labels = labels_of(message, language)
        for number, cue in enumerate(cues[language]):
            mark = str(number) if language == marked else ""
            style = style_at(message, timeline, cue.start_ms)
            label = next((label for label in labels if cue.text.startswith(f"{label} ")), "")
            captions.append(Caption(cue.start_ms, cue.end_ms, cue.text, language, style, slot, label, mark))
    return tuple(sorted(captions, key=lambda caption: caption.start_ms))


def labels_of(message: Message, language: Language) -> tuple[str, ...]:
    """The names, with their colons, of all who speak in `message`; those first that begin with others."""
    lines = [line for scene in message.scenes for line in (*scene.say, *getattr(scene, "lines", ()))]
    return tuple(sorted({line.label(language) for line in lines} - {""}, key=lambda name: (-len(name), name)))


def style_at(message: Message, timeline: Timeline, ms: int) -> str:
    """The style of what is shown at `ms` of the programme; during a fade, that of the scene that ends."""
    scene = timeline.scenes[0].scene
    for placed in timeline.scenes:
        if placed.start_ms + placed.fade_in_ms > ms:
            break
        scene = placed.scene
    return style_name(message, scene)


def style_name(message: Message, scene: Scene) -> str:
    """The style of a scene: its own, else the message's."""
    return scene.style or message.style


def styles_of(project: Project, message: Message) -> dict[str, Style]:
    """The styles that `message` names. Raises InputError where one is wrong."""
    names = {style_name(message, scene) for scene in message.scenes}
    styles = Styles(project)
    return {name: styles.style(name) for name in sorted(names)}
