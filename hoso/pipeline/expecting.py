"""What a finished file must be, for QC: told by the plan, not by the renderer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hoso.base.languages import Language
from hoso.cards.card_content import qr_target
from hoso.channels.model import Channel, FileFormat, PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.release.qc.expectation import DueCue, DueQr, Expectation
from hoso.release.qc.stretches import Stretch, outside
from hoso.script.model import Message
from hoso.script.scenes import CardScene, ClipScene, FootageScene, ImageScene, Scene
from hoso.timeline.model import PlacedScene, Timeline


def expect_video(
    channel: Channel, profile: PictureProfile, cut: Cut, clean: Path, texts: tuple[Language, ...]
) -> Expectation:
    """What the film of `cut` for `channel` must be, beside its subtitle-free picture `clean`."""
    layout = cut.layout
    timeline = layout.timeline
    return Expectation(
        channel,
        profile,
        timeline.duration_ms,
        file_format=channel.formats[0],
        cues=tuple(
            DueCue(language, cue) for language in layout.edition.languages for cue in cut.cues[language]
        ),
        voice=voices(timeline),
        audible=is_audible(timeline),
        stills=tuple(_stills(timeline)),
        silences=silences(timeline),
        qr=tuple(_codes(timeline, layout.script.message)),
        clean=clean,
        voice_language=layout.edition.voice,
        texts=texts,
    )


def expect_sound(channel: Channel, timeline: Timeline, format_: FileFormat) -> Expectation:
    """What a file that is only heard must be."""
    return Expectation(
        channel,
        None,
        timeline.duration_ms,
        file_format=format_,
        voice=voices(timeline),
        audible=is_audible(timeline),
        silences=silences(timeline),
    )


def voices(timeline: Timeline) -> tuple[Stretch, ...]:
    """When the voice speaks."""
    return tuple(
        Stretch(placed.start_ms, placed.start_ms + placed.take.duration_ms) for placed in timeline.takes
    )


def is_audible(timeline: Timeline) -> bool:
    """Whether anything is heard at all."""
    return bool(timeline.takes or timeline.sounds or timeline.music)


def silences(timeline: Timeline) -> tuple[Stretch, ...]:
    """When nothing is due. Only the voice is sure to be heard: music and footage may be quiet themselves."""
    return tuple(outside([Stretch(0, timeline.duration_ms)], voices(timeline)))


def _stills(timeline: Timeline) -> Iterator[Stretch]:
    for placed in timeline.scenes:
        if _may_stand_still(placed.scene, placed):
            yield Stretch(placed.start_ms, placed.start_ms + placed.duration_ms)


def _may_stand_still(scene: Scene, placed: PlacedScene) -> bool:
    """Cards, clips of a user's own, stills without motion, and footage that ends before its words."""
    match scene:
        case CardScene() | ClipScene():
            return True
        case ImageScene():
            return scene.motion == "none"
        case FootageScene():
            return scene.fill != "loop" and len(placed.pieces) == 1
    return False


def _codes(timeline: Timeline, message: Message) -> Iterator[DueQr]:
    payload = qr_target(message.contact)
    for placed in timeline.scenes:
        if payload and isinstance(placed.scene, CardScene) and placed.scene.card == "contact":
            start = placed.start_ms + placed.fade_in_ms
            end = placed.start_ms + placed.duration_ms - placed.fade_out_ms
            yield DueQr(payload, Stretch(start, end))
