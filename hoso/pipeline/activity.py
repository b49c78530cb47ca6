"""When somebody speaks in a programme: by the words of takes, and by listening to footage that is kept."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.media.speech import PAUSE_MS, speech
from hoso.pipeline.workshop import Workshop
from hoso.timeline.model import PlacedSound, PlacedTake, Timeline

Span = tuple[int, int]
"""[start, end) in ms of the programme."""


def voice_activity(shop: Workshop, timeline: Timeline) -> tuple[Span, ...]:
    """When somebody is heard to speak, in order, no two touching.

    A file of footage is listened to once. Raises HosoError where it can't be read, Cancelled.
    """
    spans = [span for placed in timeline.takes for span in _spoken(placed)]
    spans += [span for sound in timeline.sounds if sound.mode == "keep" for span in _kept(shop, sound)]
    return tuple(_joined(spans, 0))


def _spoken(placed: PlacedTake) -> Iterator[Span]:
    """Stretches of a take between its pauses; all of it where the voice gave no times of words."""
    take = placed.take
    words = [(word.start_ms, word.end_ms) for word in take.words] or [(0, take.duration_ms)]
    for start, end in _joined(words, PAUSE_MS):
        yield placed.start_ms + start, placed.start_ms + end


def _kept(shop: Workshop, sound: PlacedSound) -> Iterator[Span]:
    for heard in speech(sound.path, shop.library.content(sound.path), shop.store, shop.token):
        start, end = (round((ms - sound.source_ms) / sound.speed) for ms in (heard.start_ms, heard.end_ms))
        start, end = max(0, start), min(sound.duration_ms, end)
        if start < end:
            yield sound.start_ms + start, sound.start_ms + end


def _joined(spans: list[Span], pause_ms: int) -> Iterator[Span]:
    """`spans` in order, those at most `pause_ms` apart as one."""
    run: Span | None = None
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if run is not None and start - run[1] <= pause_ms:
            run = run[0], max(run[1], end)
            continue
        if run is not None:
            yield run
        run = start, end
    if run is not None:
        yield run
