"""From a Message and the lengths of its lines to a Timeline. Pure: no file is opened here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from hoso.base.clock import STEP_MS, ceil_to_step, floor_to_step
from hoso.script.model import Message
from hoso.script.scenes import CardScene, ClipScene, FootageScene, ImageScene, Scene
from hoso.timeline.model import Piece, PlacedScene, PlacedSound, PlacedTake, Timeline
from hoso.voice.takes import Take

LEAD_MS = 200
"""Picture before the first word, after a fade has ended: the eye arrives before the ear."""
PAUSE_MS = 350
"""Silence between lines where the script says nothing: a breath."""
TAIL_MS = 400
"""Picture after the last word, before a fade begins."""
SILENT_MS = 4000
"""Length of a card, still or clip that has neither words nor `seconds`."""
SLOWEST = 0.25
"""`fill: slow` goes no further than the script's own `speed` may; the last frame stays after that."""

LineAddress = tuple[int, int]
"""Index of the scene, index of the line in its `say`."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A line that has no take yet, and how long it is likely to be."""

    duration_ms: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """A scene that can't hold what it is asked to. All lengths in ms."""

    scene: int
    needed_ms: int
    available_ms: int
    estimated: bool


Spoken = Mapping[LineAddress, Take | Estimate]


def plan(
    message: Message,
    spoken: Spoken,
    available: Callable[[FootageScene], int],
    locate: Callable[[str], Path],
) -> tuple[Timeline, list[Misfit]]:
    """Lay out one edition.

    `available` gives the length of a scene's footage file in ms, `locate` the path of a file named in the
    script. The timeline is whole even where misfits are returned: a scene that is too short is made longer.
    """
    fades = [*(scene.transition.duration_ms for scene in message.scenes), 0]
    placed: list[PlacedScene] = []
    misfits: list[Misfit] = []
    start = 0
    for index, scene in enumerate(message.scenes):
        lengths = [spoken[index, line].duration_ms for line in range(len(scene.say))]
        starts, needed = _line_starts(scene, lengths, fades[index], fades[index + 1])
        fixed = _fixed(scene, available)
        if fixed is not None and fixed < needed:
            estimated = any(isinstance(spoken[index, line], Estimate) for line in range(len(scene.say)))
            misfits.append(Misfit(index, needed, fixed, estimated))
        duration = max(needed, fixed if fixed is not None else _free(scene, available))
        start -= fades[index]
        placed.append(
            PlacedScene(
                index=index,
                scene=scene,
                start_ms=start,
                duration_ms=duration,
                fade_in_ms=fades[index],
                fade_out_ms=fades[index + 1],
                line_starts=starts,
                pieces=_pieces(scene, duration, available) if isinstance(scene, FootageScene) else (),
            )
        )
        start += duration
    timeline = Timeline(
        scenes=tuple(placed),
        takes=tuple(_takes(placed, spoken)),
        sounds=tuple(sound for scene in placed for sound in _sounds(scene, available, locate)),
        music=message.music,
        duration_ms=start,
    )
    return timeline, misfits


def lines_end_ms(scene: FootageScene, fade_out: int, available: Callable[[FootageScene], int]) -> int:
    """Until when lines in the kept sound of `scene` can be said, in ms: it ends or begins to fade out."""
    return max(0, (_fixed(scene, available) or 0) - fade_out)


def _line_starts(
    scene: Scene, lengths: Sequence[int], fade_in: int, fade_out: int
) -> tuple[tuple[int, ...], int]:
    """When each line begins, in ms from the scene's start, and the least length of the scene."""
    starts = []
    at = fade_in + LEAD_MS
    end = fade_in
    for line, length in zip(scene.say, lengths, strict=True):
        starts.append(at)
        end = at + length
        pause = PAUSE_MS if line.pause is None else round(line.pause * 1000)
        at = end + pause
    if isinstance(scene, FootageScene) and scene.lines:
        end = max(line.span[1] if line.span else 0 for line in scene.lines)
    elif scene.say:
        last = scene.say[-1].pause
        end += max(TAIL_MS, 0 if last is None else round(last * 1000))
    return tuple(starts), max(ceil_to_step(end + fade_out), fade_in + fade_out + STEP_MS)


def _fixed(scene: Scene, available: Callable[[FootageScene], int]) -> int | None:
    """The length that the script asks for, or None where the words decide."""
    if isinstance(scene, FootageScene):
        if scene.to is not None:
            return floor_to_step(round((scene.to - scene.from_) / scene.speed))
        return floor_to_step(_footage_ms(scene, available)) if scene.sound == "keep" else None
    return None if scene.seconds is None else ceil_to_step(round(scene.seconds * 1000))


def _free(scene: Scene, available: Callable[[FootageScene], int]) -> int:
    """The length of a scene whose script names none: 0 where its words decide."""
    if scene.say:
        return 0
    match scene:
        case FootageScene():
            return floor_to_step(_footage_ms(scene, available))
        case ImageScene() | CardScene() | ClipScene():
            return SILENT_MS
        case _:
            assert_never(scene)


def _footage_ms(scene: FootageScene, available: Callable[[FootageScene], int]) -> int:
    """How long the scene's stretch of footage lasts on the screen at the scene's speed."""
    end = available(scene) if scene.to is None else min(scene.to, available(scene))
    return max(0, round((end - scene.from_) / scene.speed))


def _pieces(
    scene: FootageScene, duration: int, available: Callable[[FootageScene], int]
) -> tuple[Piece, ...]:
    length = _footage_ms(scene, available)
    if length >= duration or scene.fill == "freeze" or length < STEP_MS:
        return (Piece(scene.from_, duration, scene.speed),)
    if scene.fill == "slow":
        return (Piece(scene.from_, duration, max(SLOWEST, scene.speed * length / duration)),)
    lap = floor_to_step(length)
    return tuple(Piece(scene.from_, min(lap, duration - at), scene.speed) for at in range(0, duration, lap))


def _takes(placed: Sequence[PlacedScene], spoken: Spoken) -> list[PlacedTake]:
    takes = []
    for scene in placed:
        for line, start in enumerate(scene.line_starts):
            take = spoken[scene.index, line]
            if isinstance(take, Take):
                takes.append(PlacedTake(scene.start_ms + start, take))
    return takes


def _sounds(
    placed: PlacedScene, available: Callable[[FootageScene], int], locate: Callable[[str], Path]
) -> list[PlacedSound]:
    scene = placed.scene
    if not isinstance(scene, FootageScene) or scene.sound == "off":
        return []
    sounds = []
    at = 0
    for piece in placed.pieces:
        heard = min(piece.duration_ms, round((available(scene) - piece.source_ms) / piece.speed))
        if heard > 0:
            sounds.append(
                PlacedSound(
                    path=locate(scene.footage),
                    start_ms=placed.start_ms + at,
                    duration_ms=heard,
                    source_ms=piece.source_ms,
                    speed=piece.speed,
                    mode=scene.sound,
                    fade_in_ms=placed.fade_in_ms if at == 0 else 0,
                    fade_out_ms=placed.fade_out_ms if at + piece.duration_ms == placed.duration_ms else 0,
                )
            )
        at += piece.duration_ms
    return sounds
