"""One edition spoken, laid out and subtitled: what all of its channels share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoso.base.languages import Language
from hoso.base.problems import InputError
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.titling import subtitle
from hoso.pipeline.voicing import speak, speak_closing
from hoso.pipeline.workshop import Workshop
from hoso.script.model import Edition
from hoso.script.reader import Script
from hoso.subtitles.keeping.keeper import Settled
from hoso.timeline.plan import Spoken
from hoso.voice.booth import Recording
from hoso.voice.takes import Take


@dataclass(frozen=True, slots=True)
class Production:
    """An edition, whole: nothing left out for any channel."""

    script: Script
    edition: Edition
    recording: Recording
    spoken: Spoken
    layout: Layout
    titles: Mapping[Language, Settled]
    """Its subtitle files, in every language that it can be read in."""
    closing: Take | None = None
    """What listeners are told at the end of a file without a picture; None where nothing is."""

    @property
    def name(self) -> str:
        """`message/edition`, as people see it in the progress."""
        return f"{self.script.message.name}/{self.edition.name}"


def produce(
    shop: Workshop,
    script: Script,
    edition: Edition,
    *,
    revoice: bool,
    heard_alone: bool = False,
    like: Production | None = None,
) -> Production:
    """Speak, lay out and subtitle `edition`; `heard_alone`: some channel has no picture.

    `like`: another edition with the same voice, whose takes are this one's too: nothing is spoken.

    Raises HosoError where it can't be spoken, InputError for what only speaking could show, Cancelled.
    """
    if like is None:
        recording, spoken = speak(shop, script, edition, revoice=revoice)
    else:
        recording, spoken = like.recording, like.spoken
    layout = lay_out(shop, script, edition, spoken)
    if layout.problems:
        raise InputError(layout.problems)
    if like is not None:
        closing = like.closing
    else:
        closing = speak_closing(shop, script, edition, recording) if heard_alone else None
    return Production(script, edition, recording, spoken, layout, subtitle(shop, layout), closing)
