"""Scenes: keys that belong together, times that hold, cards that have what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hoso.base.clock import STEP_MS, format_clock
from hoso.base.problems import Problem
from hoso.documents.yaml_source import DataPath
from hoso.script.rules.desk import Desk, fixed_ms
from hoso.script.scenes import CardScene, FocusPoint, FootageScene, ImageScene, SceneBase


def footage(desk: Desk) -> Iterator[Problem]:
    """The stretch of a footage scene, and the lines that are said in it."""
    for path, scene in desk.scenes(FootageScene):
        if scene.to is not None and scene.to <= scene.from_:
            begin = format_clock(scene.from_)
            yield desk.problem(
                (*path, "to"), f"`to` is not after `from`, {begin}", f"Write a time after {begin}."
            )
        yield from _kept_sound(desk, path, scene)
        yield from _timed_lines(desk, path, scene)


def focuses(desk: Desk) -> Iterator[Problem]:
    """A focus that moves: its points in order, within the scene, and where it can be seen."""
    for index, scene in enumerate(desk.message.scenes):
        if not isinstance(scene, FootageScene | ImageScene):
            continue
        way: DataPath = ("scenes", index, "focus")
        points = [point for point in scene.focus if isinstance(point, FocusPoint)]
        yield from _focus_times(desk, way, points, fixed_ms(scene))
        fit = scene.fit if isinstance(scene, FootageScene) else "crop"
        if fit != "crop" and (points or scene.focus == "auto"):
            remedy = "Write `fit: crop`, or take `focus` out."
            message = f"`fit: {fit}` shows the whole picture: the focus doesn't move it"
            yield desk.problem(way, message, remedy, key=True, level="warning")


def cards(desk: Desk) -> Iterator[Problem]:
    """Each card with what it shows, and with nothing that it would not show."""
    for path, card in desk.scenes(CardScene):
        if card.card == "steps" and not card.items:
            yield desk.problem(
                (*path, "card"), "the steps card has no steps", "Add items: [{ko: …}, {ko: …}]."
            )
        if card.card != "steps" and card.items:
            yield _useless(desk, (*path, "items"), card, "a steps card")
        if card.card == "text" and card.text is None:
            yield desk.problem((*path, "card"), "the text card has no text", "Add text: {ko: …}.")
        if card.card in ("steps", "contact") and card.text is not None:
            yield _useless(desk, (*path, "text"), card, "a title or text card")
        if card.card == "contact" and desk.message.contact.empty:
            remedy = 'Add contact: {phone: "…", telegram: "@…", url: "https://…"} to hoso.yaml or the script.'
            yield desk.problem((*path, "card"), "the contact card has no contact to show", remedy)


def transitions(desk: Desk) -> Iterator[Problem]:
    """Fades that lead from one scene to another and leave something of both."""
    scenes = desk.message.scenes
    if "transition" in scenes[0].model_fields_set:
        remedy = "Move it to the second scene: a transition leads from the scene before."
        yield desk.problem(
            ("scenes", 0, "transition"), "there is no scene before the first", remedy, key=True
        )
    for path, scene in desk.scenes(SceneBase):
        if scene.transition.kind == "cut" and "seconds" in scene.transition.model_fields_set:
            remedy = "Write kind: fade, or leave `seconds` out."
            yield desk.problem((*path, "transition", "seconds"), "a cut has no length", remedy, key=True)
    fades = [*(scene.transition.duration_ms for scene in scenes), 0]
    for index, (fade_in, fade_out) in enumerate(pairwise(fades)):
        fixed = fixed_ms(scenes[index])
        # Lines need room of their own, which the timeline looks after.
        if fixed is not None and fade_in + fade_out > 0 and fade_in + fade_out + STEP_MS > fixed:
            fading = index if fade_in else index + 1
            fades_s, fixed_s = (fade_in + fade_out) / 1000, fixed / 1000
            message = f"scene {index + 1} lasts {fixed_s:g} s, too short for {fades_s:g} s of fades"
            remedy = "Make the scene longer or the fade shorter."
            yield desk.problem(("scenes", fading, "transition"), message, remedy)


def lower_thirds(desk: Desk) -> Iterator[Problem]:
    """Names that appear before their scene is over."""
    for index, scene in enumerate(desk.message.scenes):
        third, fixed = scene.lower_third, fixed_ms(scene)
        if third is not None and fixed is not None and third.at >= fixed:
            message = (
                f"the name appears at {format_clock(third.at)}, but the scene lasts {format_clock(fixed)}"
            )
            remedy = "Write an earlier `at`: it counts from the scene's first frame."
            yield desk.problem(("scenes", index, "lower_third", "at"), message, remedy)


def _kept_sound(desk: Desk, path: DataPath, scene: FootageScene) -> Iterator[Problem]:
    if scene.lines and scene.sound != "keep":
        remedy = "Write `sound: keep`; for words that the voice speaks use `say`."
        yield desk.problem((*path, "lines"), "`lines` are heard only with `sound: keep`", remedy, key=True)
    if scene.say and scene.sound == "keep":
        remedy = "Make two scenes of it, or let the voice speak over it with `sound: under`."
        yield desk.problem(
            (*path, "say"), "the voice and the kept sound would speak at once", remedy, key=True
        )


def _timed_lines(desk: Desk, path: DataPath, scene: FootageScene) -> Iterator[Problem]:
    end = fixed_ms(scene)
    before = 0
    for number, line in enumerate(scene.lines):
        way: DataPath = (*path, "lines", number)
        if line.pause is not None:
            remedy = "Delete it: `at` and `to`, or the speaker, say when the line is heard."
            yield desk.problem((*way, "pause"), "a line said in footage has no pause", remedy, key=True)
        if line.span is not None:
            yield from _span(desk, way, line.span, before, end)
            before = max(before, line.span[1])


def _focus_times(
    desk: Desk, way: DataPath, points: Sequence[FocusPoint], end: int | None
) -> Iterator[Problem]:
    """What is wrong with the times of `points`; `end` is when the scene ends, as far as the script says."""
    for number, (before, point) in enumerate(pairwise(points), 1):
        if point.at <= before.at:
            begin = format_clock(before.at)
            message = f"the point is not after the one above it, at {begin}"
            yield desk.problem((*way, number, "at"), message, f"Write a time after {begin}.")
    for number, point in enumerate(points):
        if end is not None and point.at > end:
            message = (
                f"the focus gets there at {format_clock(point.at)}, but the scene lasts {format_clock(end)}"
            )
            yield desk.problem((*way, number, "at"), message, "Times count from the scene's first frame.")


def _span(
    desk: Desk, way: DataPath, span: tuple[int, int], before: int, end: int | None
) -> Iterator[Problem]:
    """What is wrong with a line's times; `before` is when the one above ends, `end` when the scene does."""
    at, to = span
    if to <= at:
        begin = format_clock(at)
        yield desk.problem((*way, "to"), f"`to` is not after `at`, {begin}", f"Write a time after {begin}.")
    if at < before:
        message = f"the line begins before the one above it ends, at {format_clock(before)}"
        yield desk.problem((*way, "at"), message, "Lines stand in order and don't overlap.")
    if end is not None and to > end:
        message = f"the line ends at {format_clock(to)}, but the scene lasts {format_clock(end)}"
        yield desk.problem((*way, "to"), message, "Times count from the scene's first frame.")


def _useless(desk: Desk, way: DataPath, card: CardScene, where: str) -> Problem:
    message = f"a {card.card} card does not show `{way[-1]}`"
    return desk.problem(way, message, f"Delete it, or make it {where}.", key=True)
