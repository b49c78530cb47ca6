"""Files that the script names: there, inside videos/, and of the right kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from hoso.base.clock import STEP_MS, format_clock
from hoso.base.problems import HosoError, Problem
from hoso.documents.validation import nearest
from hoso.documents.yaml_source import DataPath
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, leaves, list_media
from hoso.script.rules.desk import Desk
from hoso.script.scenes import ClipScene, FootageScene, ImageScene

if TYPE_CHECKING:
    from hoso.media.probe import MediaInfo


def named_files(desk: Desk) -> Iterator[Problem]:
    """Footage, images, logo and music."""
    for path, footage in desk.scenes(FootageScene):
        yield from _footage(desk, path, footage)
    for path, image in desk.scenes(ImageScene):
        yield from _file(desk, (*path, "image"), image.image, IMAGES)
    if desk.message.logo is not None:
        yield from _file(desk, ("logo",), desk.message.logo, IMAGES)
    if desk.message.music is not None:
        yield from _music(desk, desk.message.music.file)


def clips(desk: Desk) -> Iterator[Problem]:
    """The project's own MoviePy code: allowed, there, and with the function named. Nothing of it is run."""
    for path, scene in desk.scenes(ClipScene):
        way = (*path, "clip")
        if not desk.clips:
            remedy = (
                "It is a program: ask whoever runs hoso to render the message by `render.py` in a terminal."
            )
            yield desk.problem(way, "a clip can't be rendered from the studio", remedy)
        elif not desk.script.settings.allow_clips:
            remedy = "If you trust the file, write `allow_clips: true` in hoso.yaml: it runs as a program."
            yield desk.problem(way, "this project does not run clips", remedy)
        name, function = scene.clip.rsplit(":", 1)
        yield from _file(desk, way, name, (".py",)) or _function(desk, way, name, function)


def _file(desk: Desk, way: DataPath, name: str, endings: tuple[str, ...]) -> list[Problem]:
    if leaves(name):
        return [
            desk.problem(
                way, f"{name} is not in videos/", "Put the file into videos/ and write its name only."
            )
        ]
    if desk.find(name) is None:
        guess = nearest(name, list_media(desk.project.videos, endings))
        remedy = f"Did you mean {guess}?" if guess else "Put the file into videos/."
        return [desk.problem(way, f"there is no {name} in videos/", remedy)]
    ending = PurePosixPath(name).suffix.lower()
    # Footage comes with all sorts of endings: there only what is plainly something else is refused.
    other = ending in IMAGES + SOUNDS if endings == FOOTAGE else ending not in endings
    return [desk.problem(way, f"{name} can't be used here", _suit(ending, endings))] if other else []


def _suit(ending: str, endings: tuple[str, ...]) -> str:
    if ending in IMAGES:
        return "For a picture write `image:`."
    if ending in FOOTAGE and endings == IMAGES:
        return "For a video write `footage:`."
    return f"It takes {', '.join(endings)}: save the file as one of these."


def _music(desk: Desk, name: str) -> Iterator[Problem]:
    way: DataPath = ("music", "file")
    missing = _file(desk, way, name, SOUNDS + FOOTAGE)
    yield from missing
    if not missing and desk.probe is not None:
        info = _probe(desk, way, name)
        if isinstance(info, Problem):
            yield info
        elif not info.has_audio:
            yield desk.problem(way, f"{name} has no sound", "Choose another file.")


def _footage(desk: Desk, path: DataPath, scene: FootageScene) -> Iterator[Problem]:
    missing = _file(desk, (*path, "footage"), scene.footage, FOOTAGE)
    yield from missing
    if missing or desk.probe is None:
        return
    info = _probe(desk, (*path, "footage"), scene.footage)
    if isinstance(info, Problem):
        yield info
    elif not info.has_video:
        yield desk.problem((*path, "footage"), f"{scene.footage} has no picture", "Choose another file.")
    else:
        yield from _range(desk, path, scene, info.duration_ms)
        if scene.sound != "off" and not info.has_audio:
            remedy = "Write `sound: off`, or choose footage that has sound."
            yield desk.problem((*path, "sound"), f"{scene.footage} has no sound", remedy)


def _range(desk: Desk, path: DataPath, scene: FootageScene, duration: int) -> Iterator[Problem]:
    length = format_clock(duration)
    if scene.from_ >= duration:
        message = f"{format_clock(scene.from_)} is behind the end of {scene.footage}, which lasts {length}"
        yield desk.problem((*path, "from"), message, f"Begin before {length}.")
    # Files end a few frames before or after what players show.
    elif scene.to is not None and scene.to >= duration + STEP_MS:
        message = f"{format_clock(scene.to)} is behind the end of {scene.footage}, which lasts {length}"
        remedy = f"End at {length} or before, or leave `to` out: the last frame stays while words are said."
        yield desk.problem((*path, "to"), message, remedy)
    elif scene.sound == "keep" and scene.to is None:
        end = round((duration - scene.from_) / scene.speed)
        for number, line in enumerate(scene.lines):
            if line.to is not None and line.to >= end + STEP_MS:
                message = f"the line ends at {format_clock(line.to)}, but the scene lasts {format_clock(end)}"
                yield desk.problem(
                    (*path, "lines", number, "to"), message, "Times count from the scene's first frame."
                )


def _probe(desk: Desk, way: DataPath, name: str) -> MediaInfo | Problem:
    found = desk.find(name)
    if found is None or desk.probe is None:
        raise AssertionError("only files that are there are probed")
    try:
        return desk.probe(found)
    except HosoError as error:
        return desk.problem(way, error.problem.message, error.problem.remedy)


def _function(desk: Desk, way: DataPath, name: str, function: str) -> Iterator[Problem]:
    file = desk.find(name)
    if file is None:
        return
    try:
        tree = ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        yield Problem(
            f"{name} is not Python: {error}",
            "Mend the file.",
            Path(file),
            line,
            getattr(error, "offset", None),
        )
        return
    known = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    if function not in known:
        guess = nearest(function, known)
        remedy = f"Did you mean {guess}?" if guess else f"It has: {', '.join(known) or 'no function'}."
        yield desk.problem(way, f"{name} has no function {function}", remedy)
