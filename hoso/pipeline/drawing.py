"""Drawn pictures through the store: MoviePy is loaded only where something is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from hoso.base.keys import digest
from hoso.base.languages import Language
from hoso.base.shelf import Facts, shelved
from hoso.cards.card_content import card_content
from hoso.cards.clip_sources import clip_key
from hoso.cards.faces import PackagedFaces
from hoso.cards.keys import card_key, label_key, lower_third_key
from hoso.cards.model import Frame
from hoso.cards.reveal import moments
from hoso.channels.model import PictureProfile
from hoso.media.probe import MediaInfo
from hoso.pipeline.workshop import Workshop
from hoso.render.pictures import FootagePicture, Framing, Overlay, Plate, PlatesPicture
from hoso.script.model import Message
from hoso.script.scenes import CardScene, ClipScene
from hoso.timeline.model import Piece, PlacedScene

LABEL_MS = 4000
"""How long a label stays: two short words are read several times."""


def card_plates(
    shop: Workshop,
    message: Message,
    placed: PlacedScene,
    scene: CardScene,
    language: Language,
    frame: Frame,
    note: str | None,
) -> PlatesPicture:
    """The plates of a card scene, drawn where the store has not got them all; a contact card says `note`."""
    content = card_content(scene, message, language, shop.project.videos, note)
    faces = PackagedFaces(shop.fonts)
    key = card_key(content, frame, faces, placed.line_starts)

    def draw() -> list[bytes]:
        from hoso.cards.draw import draw_card

        return [plate.png for plate in draw_card(content, frame, faces, placed.line_starts)]

    times = [moment.at_ms for moment in moments(content, placed.line_starts)]
    names = [digest([key, number]) for number in range(len(times))]
    files = _drawn(shop, names, draw)
    return PlatesPicture(
        tuple(Plate(at, file, name) for at, file, name in zip(times, files, names, strict=True))
    )


def lower_third(shop: Workshop, placed: PlacedScene, language: Language, frame: Frame) -> Overlay | None:
    """The overlay of a scene's lower third, drawn where it is missing; None where the scene has none."""
    third = placed.scene.lower_third
    if third is None:
        return None
    name, role = third.name.get(language) or "", third.role.get(language) if third.role else None
    faces = PackagedFaces(shop.fonts)
    key = lower_third_key(name, role, frame, faces, language)

    def draw(path: Path) -> Facts:
        from hoso.cards.lower_third import draw_lower_third

        drawn = draw_lower_third(name, role, frame, faces, language)
        path.write_bytes(drawn.png)
        return {"x": drawn.x, "y": drawn.y}

    path, facts = shelved(shop.store, key, ".png", draw)
    until = min(third.at + round(third.seconds * 1000), placed.duration_ms)
    return Overlay(path, key, facts["x"], facts["y"], third.at, until)


def label(
    shop: Workshop, placed: PlacedScene, text: str, language: Language, frame: Frame
) -> tuple[Overlay, int]:
    """The overlay that says `text` over the scene's first seconds, drawn where it is missing; and its lower
    edge."""
    faces = PackagedFaces(shop.fonts)
    key = label_key(text, frame, faces, language)

    def draw(path: Path) -> Facts:
        from hoso.cards.label import lay_out_label
        from hoso.cards.overlay import draw_overlay
        from hoso.cards.typesetting import Typesetter

        type_ = Typesetter(faces, language)
        drawn = draw_overlay(*lay_out_label(text, frame, type_), type_)
        path.write_bytes(drawn.png)
        return {"x": drawn.x, "y": drawn.y, "bottom": drawn.y + drawn.height}

    path, facts = shelved(shop.store, key, ".png", draw)
    until = min(LABEL_MS, placed.duration_ms)
    return Overlay(path, key, facts["x"], facts["y"], 0, until), facts["bottom"]


def clip_footage(
    shop: Workshop, placed: PlacedScene, scene: ClipScene, profile: PictureProfile
) -> FootagePicture:
    """A user's own clip as footage of the raster's size, made where it is missing."""
    raster, length = (profile.width, profile.height), placed.duration_ms
    key = clip_key(shop.project, scene, raster, profile.fps, length)

    def make(path: Path) -> None:
        from hoso.cards.clips import render_clip

        render_clip(shop.project, scene, raster, profile.fps, length, path, token=shop.token)

    path = shop.store.make(key, ".mkv", make)
    info = MediaInfo(length, *raster, has_video=True)
    return FootagePicture(path, key, info, Framing("crop", (0.5, 0.5)), (Piece(0, length, 1.0),))


def _drawn(shop: Workshop, names: Sequence[str], draw: Callable[[], list[bytes]]) -> list[Path]:
    """The files of `names`; where any is missing, all are drawn."""
    found = [shop.store.find(name, ".png") for name in names]
    kept = [path for path in found if path is not None]
    if len(kept) == len(names):
        return kept
    return [
        shop.store.make(name, ".png", partial(_write, png)) for name, png in zip(names, draw(), strict=True)
    ]


def _write(data: bytes, path: Path) -> None:
    path.write_bytes(data)
