"""How a scene's file is framed on a raster: its focus as written, or as found by looking at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor
from pathlib import Path
from typing import cast

from hoso.channels.model import PictureProfile
from hoso.media.probe import MediaInfo
from hoso.media.shots import shot_changes
from hoso.pipeline.workshop import Workshop
from hoso.protect.focus import FocusPath, Knot, Point, eased
from hoso.protect.path import SPEED, Turn, follow
from hoso.protect.sights import Sight
from hoso.protect.subject import shots
from hoso.protect.watching import watch
from hoso.render.geometry import Size, shown_share
from hoso.render.pictures import Framing
from hoso.script.scenes import FocusPoint, FootageScene, ImageScene
from hoso.timeline.model import Piece, PlacedScene

MIDDLE = (0.5, 0.5)


def framing_of(
    shop: Workshop, placed: PlacedScene, scene: FootageScene | ImageScene, path: Path, profile: PictureProfile
) -> Framing:
    """The framing of `scene`, whose file is at `path`, on the raster of `profile`.

    Raises HosoError where the file can't be looked at, Cancelled.
    """
    fit = scene.fit if isinstance(scene, FootageScene) else "crop"
    info = shop.library.info(path)
    share = shown_share(info, Size(profile.width, profile.height))
    if scene.focus == "auto":
        if fit != "crop" or share == (1.0, 1.0):
            return Framing(fit, MIDDLE)
        return Framing(fit, _settled(_found(shop, placed, path, info, share, profile.fps)))
    points = [(point.at, point.point) for point in scene.focus if isinstance(point, FocusPoint)]
    if not points:
        x, y = cast("Point", scene.focus)
        return Framing(fit, (x, y))
    moves = fit == "crop" and share != (1.0, 1.0)
    return Framing(fit, _settled(eased(points)) if moves else points[0][1])


def _settled(path: FocusPath) -> FocusPath | Point:
    """`path`, or its one point where it never moves."""
    points = {knot.point for knot in path.knots}
    return path if len(points) > 1 else path.knots[0].point


def _found(
    shop: Workshop, placed: PlacedScene, path: Path, info: MediaInfo, share: tuple[float, float], fps: int
) -> FocusPath:
    """The way that the crop takes to follow what the scene is about."""
    content = shop.library.content(path)
    sights: list[Sight] = []
    cuts: list[int] = []
    start = 0
    for piece in placed.pieces or (Piece(0, placed.duration_ms, 1.0),):
        stretch = _stretch(piece, info)
        seen = watch(path, content, info, stretch, shop.store, shop.token)
        sights += [replace(sight, at_ms=_shown_ms(piece, start, sight.at_ms)) for sight in seen]
        if info.duration_ms:
            changes = shot_changes(path, content, stretch, shop.store, shop.token)
            cuts += [start, *(_cut_ms(piece, start, at, fps) for at in changes)]
        start += piece.duration_ms
    axis = 0 if share[0] < 1 else 1
    # The speed is a share of the width on both axes.
    limit = SPEED if axis == 0 else SPEED * info.aspect
    turns = follow(shots(sights, cuts, placed.duration_ms, axis, share[axis]), share[axis], limit)
    return FocusPath(tuple(_knots(turns, axis)))


def _stretch(piece: Piece, info: MediaInfo) -> tuple[int, int]:
    """What of the file `piece` shows, in ms."""
    end = piece.source_ms + ceil(piece.duration_ms * piece.speed)
    return piece.source_ms, min(end, info.duration_ms)


def _shown_ms(piece: Piece, start_ms: int, source_ms: int) -> int:
    """When `source_ms` of the file is shown, `piece` beginning at `start_ms` of the scene."""
    return start_ms + round((source_ms - piece.source_ms) / piece.speed)


def _cut_ms(piece: Piece, start_ms: int, source_ms: int, fps: int) -> int:
    """Halfway before the frame of the scene that first shows the shot which begins at `source_ms`.

    Frames are found as the footage chain finds them: a quarter of a frame is added, then it is rounded down.
    """
    frame = floor((source_ms - piece.source_ms) / piece.speed * fps / 1000 + 0.25)
    return start_ms + round((frame - 0.5) * 1000 / fps)


def _knots(turns: tuple[Turn, ...], axis: int) -> Iterator[Knot]:
    for turn in turns:
        place, speed = round(turn.place, 6), round(turn.speed, 6)
        yield Knot(
            turn.at_ms,
            (place, 0.5) if axis == 0 else (0.5, place),
            (speed, 0.0) if axis == 0 else (0.0, speed),
        )
