"""Shorter cuts of a message: what is optional is left out, in the order that the script gives. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hoso.script.model import Message
from hoso.script.scenes import Line, Scene
from hoso.timeline.plan import Spoken


def orders(message: Message) -> tuple[int, ...]:
    """The numbers that `message` gives to what is optional, each once, the first to go first."""
    marked = [part.optional for scene in message.scenes for part in (scene, *_lines(scene))]
    return tuple(sorted({order for order in marked if order is not None}))


def without(message: Message, spoken: Spoken, upto: int) -> tuple[Message, Spoken]:
    """`message` without what is marked with `upto` or less, and the lines of `spoken` that are left.

    The first scene that is left begins with a cut. A message may lose all of its scenes: there is nothing to
    show then, and it comes back whole.
    """
    kept = [(index, scene) for index, scene in enumerate(message.scenes) if not _goes(scene, upto)]
    if not kept:
        return message, spoken
    scenes, left = [], {}
    for place, (index, scene) in enumerate(kept):
        for new, old in enumerate(_stay(scene, upto)):
            left[place, new] = spoken[index, old]
        scenes.append(_shortened(scene, upto))
    first = scenes[0].model_copy(update={"transition": message.scenes[0].transition})
    return message.model_copy(update={"scenes": (first, *scenes[1:])}), left


def shortest_fit(message: Message, fits: Callable[[int], bool]) -> int | None:
    """The least that must go: 0 for nothing, else the order up to which; None where not even all would do.

    `fits` says whether the cut without what is marked with that number or less is short enough.
    """
    return next((upto for upto in (0, *orders(message)) if fits(upto)), None)


def _lines(scene: Scene) -> Iterator[Line]:
    yield from scene.say
    yield from getattr(scene, "lines", ())


def _goes(part: Scene | Line, upto: int) -> bool:
    return part.optional is not None and part.optional <= upto


def _stay(scene: Scene, upto: int) -> list[int]:
    return [number for number, line in enumerate(scene.say) if not _goes(line, upto)]


def _shortened(scene: Scene, upto: int) -> Scene:
    changes: dict[str, object] = {"say": tuple(line for line in scene.say if not _goes(line, upto))}
    if hasattr(scene, "lines"):
        changes["lines"] = tuple(line for line in scene.lines if not _goes(line, upto))
    return scene.model_copy(update=changes)
