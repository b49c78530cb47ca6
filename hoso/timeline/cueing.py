"""The cues of a Timeline: each line's words over the time in which they are heard. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from hoso.base.keys import digest
from hoso.base.languages import Language
from hoso.script.scenes import FootageScene, Line
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.lines.binding import GUESSED, Ties
from hoso.subtitles.lines.split import MIN_MS, split
from hoso.subtitles.lint.mending import mended
from hoso.subtitles.lint.timing import Timing, in_order
from hoso.timeline.model import PlacedScene, Timeline
from hoso.timeline.plan import Spoken
from hoso.voice.takes import Take, Word

HANG_MS = 200
"""How long a line's last cue may stay after its last sound, where nothing follows sooner."""
FPS = 25
"""The frames that cues are kept clear of each other by; two of these are three at 30 fps."""
GAP_MS = 80
"""A cue ends two frames before the next begins, so that a reader sees that it is another."""


def cued_lines(
    timeline: Timeline, spoken: Spoken, voice: Language, subtitles: Language, ties: Ties = GUESSED
) -> tuple[CuedLine, ...]:
    """The lines of an edition spoken in `voice` with their cues in `subtitles`, in the programme's time.

    Word times are used where the subtitle's words are the ones that are heard. A line without words in
    `subtitles` is left out. `ties` says which words of a Korean text belong together.
    """
    heard = [entry for scene in timeline.scenes for entry in _heard(scene, spoken)]
    shown = [entry for entry in heard if entry.line.get(subtitles)]
    lines = [
        _cued(entry, key, _split(entry, voice, subtitles, ties))
        for entry, key in zip(shown, _keys(shown, voice), strict=True)
    ]
    cuts = tuple(scene.start_ms for scene in timeline.scenes[1:] if not scene.fade_in_ms)
    timing = Timing(subtitles, "adults", FPS, cuts, timeline.duration_ms)
    return tuple(_mended(tuple(_spaced(lines, timeline.duration_ms)), timing))


@dataclass(frozen=True, slots=True)
class _Heard:
    """A line and when it is heard, in the programme's time."""

    line: Line
    start_ms: int
    end_ms: int
    take: str
    words: tuple[Word, ...]


def _heard(placed: PlacedScene, spoken: Spoken) -> Iterator[_Heard]:
    for index, (line, start) in enumerate(zip(placed.scene.say, placed.line_starts, strict=True)):
        take = spoken[placed.index, index]
        begins = placed.start_ms + start
        kept = take if isinstance(take, Take) else None
        made, words = (kept.digest, kept.words) if kept else ("", ())
        yield _Heard(line, begins, begins + take.duration_ms, made, words)
    if isinstance(placed.scene, FootageScene):
        for said in placed.scene.lines:
            if said.span is not None:
                at, to = said.span
                yield _Heard(said, placed.start_ms + at, placed.start_ms + to, "", ())


def _keys(heard: list[_Heard], voice: Language) -> Iterator[str]:
    """A key for every line: its id, or its words' digest; the second of the same words gets a number."""
    seen: dict[str, int] = {}
    for entry in heard:
        words = entry.line.spoken(voice) or " ".join(map(str, map(entry.line.spoken, entry.line.languages)))
        key = entry.line.id or f"~{digest(words)[:12]}"
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}"


def _split(entry: _Heard, voice: Language, subtitles: Language, ties: Ties) -> tuple[Cue, ...]:
    """The cues of a line, in ms from its start."""
    named = tuple(Word(part, 0, 0) for part in entry.line.label(subtitles).split())
    words = (*named, *entry.words) if entry.words and voice == subtitles else ()
    duration_ms = entry.end_ms - entry.start_ms
    return split(entry.line.shown(subtitles) or "", words, duration_ms, subtitles, ties=ties)


def _cued(entry: _Heard, key: str, cues: tuple[Cue, ...]) -> CuedLine:
    moved = tuple(cue.shifted(entry.start_ms) for cue in cues)
    return CuedLine(key, entry.start_ms, entry.end_ms, entry.take, entry.words, moved)


def _spaced(lines: list[CuedLine], end_ms: int) -> Iterator[CuedLine]:
    """`lines` with cues that hang over where there is time, and end two frames before the next."""
    every = cues_of(lines)
    limits = [*(after.start_ms - GAP_MS for _, after in pairwise(every)), end_ms]
    ended = iter([replace(cue, end_ms=_end(cue, limit)) for cue, limit in zip(every, limits, strict=False)])
    for line in lines:
        yield replace(line, cues=tuple(islice(ended, len(line.cues))))


def _mended(lines: tuple[CuedLine, ...], timing: Timing) -> Iterator[CuedLine]:
    """`lines` with cues that keep to the cuts and to what the lint asks of times."""
    every = cues_of(lines)
    better = dict(zip(in_order(every), mended(every, timing), strict=True))
    cues = iter([better[index] for index in range(len(every))])
    for line in lines:
        yield replace(line, cues=tuple(islice(cues, len(line.cues))))


def _end(cue: Cue, limit_ms: int) -> int:
    """When `cue` ends; one that would become too short for a gap has none."""
    end = min(cue.end_ms + HANG_MS, limit_ms)
    return end if end - cue.start_ms >= MIN_MS else cue.end_ms
