"""The sound of a cut for a channel: with or without music, with the words that disclose a synthetic voice."""

from __future__ import annotations

from dataclasses import replace

from hoso.base.clock import ceil_to_step
from hoso.channels.model import Channel
from hoso.pipeline.workshop import Workshop
from hoso.sound.coders import Coding, Format
from hoso.sound.delivery import Delivery, deliver
from hoso.sound.levels import Loudness
from hoso.sound.programme import Desk, Programme, mix
from hoso.timeline.model import PlacedTake, Timeline
from hoso.timeline.plan import PAUSE_MS, TAIL_MS
from hoso.voice.takes import SAMPLE_RATE, Take


def heard(channel: Channel, timeline: Timeline, closing: Take | None) -> Timeline:
    """`timeline` as `channel` lets it be heard; `closing` is spoken at its end."""
    music = channel.sound.music
    if music is not None and music.value == "without":
        timeline = replace(timeline, music=None)
    if closing is None:
        return timeline
    at = timeline.duration_ms + PAUSE_MS
    end = ceil_to_step(at + closing.duration_ms + TAIL_MS)
    return replace(timeline, takes=(*timeline.takes, PlacedTake(at, closing)), duration_ms=end)


def programme_of(shop: Workshop, timeline: Timeline) -> Programme:
    """The mix of `timeline`, made once."""
    return mix(timeline, programme_desk(shop))


def programme_desk(shop: Workshop) -> Desk:
    """What mixing needs of the workshop."""
    return Desk(shop.library, shop.store, shop.token, shop.media, shop.listen)


def delivered(shop: Workshop, channel: Channel, programme: Programme, format_: Format) -> Delivery:
    """`programme` mastered and encoded as `channel` wants it."""
    sound = channel.sound
    target = Loudness(sound.loudness.value, sound.true_peak.value, sound.channel_layout.value)
    rate = SAMPLE_RATE if sound.sample_rate is None else sound.sample_rate.value
    coding = Coding(format_, sound.bitrate.value, rate)
    return deliver(programme, target, coding, shop.store, shop.token, shop.listen)
