"""Lines in footage for which the script has no times: timed by the speech that is heard there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hoso.base.clock import format_clock
from hoso.base.problems import HosoError, Problem
from hoso.media.speech import speech
from hoso.pipeline.workshop import Workshop
from hoso.script.reader import Script
from hoso.script.scenes import FootageScene, Scene
from hoso.timeline.plan import lines_end_ms
from hoso.timeline.proposing import Unheard, in_scene, propose


def timed(
    shop: Workshop, script: Script, available: Callable[[FootageScene], int]
) -> tuple[Script, tuple[Problem, ...]]:
    """`script` with times for each line in footage that speech is heard for; a problem for each other line.

    A file is listened to where a line needs it, and once. `available` gives the length of a scene's file
    in ms.
    """
    scenes: list[Scene] = []
    problems: list[Problem] = []
    fades = [*(scene.transition.duration_ms for scene in script.message.scenes), 0]
    for index, scene in enumerate(script.message.scenes):
        if not isinstance(scene, FootageScene) or all(line.span for line in scene.lines):
            scenes.append(scene)
            continue
        try:
            heard, unheard = _listen(shop, scene, lines_end_ms(scene, fades[index + 1], available))
            scenes.append(heard)
            problems += [_silent(script, index, scene, line) for line in unheard]
        except HosoError as error:
            scenes.append(scene)
            way = ("scenes", index, "footage")
            problems.append(script.problem(way, error.problem.message, error.problem.remedy))
    message = script.message.model_copy(update={"scenes": tuple(scenes)})
    return replace(script, message=message), tuple(problems)


def _listen(shop: Workshop, scene: FootageScene, end_ms: int) -> tuple[FootageScene, tuple[Unheard, ...]]:
    path = shop.media(scene.footage)
    said = speech(path, shop.library.content(path), shop.store, shop.token)
    proposal = propose(scene.lines, in_scene(said, scene, end_ms), end_ms)
    return scene.model_copy(update={"lines": proposal.lines}), proposal.unheard


def _silent(script: Script, scene_index: int, scene: FootageScene, unheard: Unheard) -> Problem:
    little = f"only {unheard.speech_ms / 1000:.1f} s of speech is" if unheard.speech_ms else "no speech is"
    start, end = (
        format_clock(scene.from_ + round(ms * scene.speed)) for ms in (unheard.start_ms, unheard.end_ms)
    )
    return script.problem(
        ("scenes", scene_index, "lines", unheard.line),
        f"{little} heard in {scene.footage} between {start} and {end} for this line",
        "Give it `at` and `to`, or show footage in which it is said.",
    )
