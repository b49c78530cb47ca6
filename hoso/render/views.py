"""What a stretch of a scene shows, reduced to what shapes its pixels. Pure: the ground of every key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from hoso.protect.focus import FocusPath
from hoso.render.pictures import (
    FootagePicture,
    Framing,
    Overlay,
    Plate,
    PlatesPicture,
    ScenePicture,
    StillPicture,
)
from hoso.render.segments import Span
from hoso.timeline.model import Piece


@dataclass(frozen=True, slots=True)
class StillView:
    """Part of a still's zoom, in ms from the zoom's start."""

    picture: StillPicture
    offset_ms: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class View:
    """One span's picture: every time in it counts from the span's start."""

    duration_ms: int
    base: FootagePicture | StillView | PlatesPicture
    overlays: tuple[Overlay, ...]


def view(picture: ScenePicture, span: Span) -> View:
    """What `span` of a scene with `picture` shows."""
    return View(span.duration_ms, _base(picture, span), _overlays(picture.overlays, span))


def facets(shown: View) -> dict[str, object]:
    """`shown` as plain data for a key: contents instead of paths."""
    base = shown.base
    match base:
        case FootagePicture():
            data: dict[str, object] = {
                "footage": base.content,
                "info": base.info,
                "framing": base.framing,
                "pieces": base.pieces,
            }
        case StillView():
            still = base.picture
            data = {
                "still": still.content,
                "info": still.info,
                "framing": still.framing,
                "motion": [still.motion, still.duration_ms, base.offset_ms],
            }
        case PlatesPicture():
            data = {"plates": [[plate.at_ms, plate.content] for plate in base.plates]}
        case _:
            assert_never(base)
    data["overlays"] = [[over.content, over.x, over.y, over.at_ms, over.until_ms] for over in shown.overlays]
    return data | {"duration": shown.duration_ms}


def _base(picture: ScenePicture, span: Span) -> FootagePicture | StillView | PlatesPicture:
    match picture.base:
        case FootagePicture() as footage:
            framing = _framing(footage.framing, span)
            return replace(footage, framing=framing, pieces=_pieces(footage.pieces, span))
        case StillPicture(motion="none") as still:
            framing = _framing(still.framing, span)
            return StillView(replace(still, framing=framing, duration_ms=0), 0, span.duration_ms)
        case StillPicture() as still:
            framing = _framing(still.framing, span)
            return StillView(replace(still, framing=framing), span.offset_ms, span.duration_ms)
        case PlatesPicture(plates):
            return PlatesPicture(_plates(plates, span))
        case _:
            assert_never(picture.base)


def _framing(framing: Framing, span: Span) -> Framing:
    """`framing` with what moves it during `span`, counted from the span's start."""
    if not isinstance(framing.focus, FocusPath):
        return framing
    return replace(framing, focus=framing.focus.within(span.offset_ms, span.end_ms))


def _pieces(pieces: tuple[Piece, ...], span: Span) -> tuple[Piece, ...]:
    found = []
    at = 0
    for piece in pieces:
        start, end = max(at, span.offset_ms), min(at + piece.duration_ms, span.end_ms)
        if start < end:
            source = piece.source_ms + round((start - at) * piece.speed)
            found.append(Piece(source, end - start, piece.speed))
        at += piece.duration_ms
    return tuple(found)


def _plates(plates: tuple[Plate, ...], span: Span) -> tuple[Plate, ...]:
    before = [plate for plate in plates if plate.at_ms <= span.offset_ms]
    within = [plate for plate in plates if span.offset_ms < plate.at_ms < span.end_ms]
    return tuple(
        replace(plate, at_ms=max(0, plate.at_ms - span.offset_ms)) for plate in [before[-1], *within]
    )


def _overlays(overlays: tuple[Overlay, ...], span: Span) -> tuple[Overlay, ...]:
    return tuple(
        replace(overlay, at_ms=overlay.at_ms - span.offset_ms, until_ms=overlay.until_ms - span.offset_ms)
        for overlay in overlays
        if overlay.until_ms > span.offset_ms and overlay.at_ms < span.end_ms
    )
