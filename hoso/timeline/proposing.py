"""When lines without times are said in footage: proposed from the speech that is heard there. Pure.

A proposal for an editor to correct: the lines share the speech by how long their words take, and part at
pauses where there are any near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoso.base.languages import LANGUAGES, Language
from hoso.media.speech import Stretch
from hoso.script.scenes import FootageScene, TimedLine
from hoso.subtitles.lines.pace import weight
from hoso.timeline.sharing import LEAST_MS, Speech, borders


@dataclass(frozen=True, slots=True)
class Unheard:
    """A line that has no times and for which there is too little speech. All times in ms of the scene."""

    line: int
    """Its position in the scene's `lines`."""
    start_ms: int
    end_ms: int
    """It could be said from `start_ms` to `end_ms`: between its neighbours that have times."""
    speech_ms: int
    """How much is said there."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scene's lines, with times where there is speech for them, and those that have none."""

    lines: tuple[TimedLine, ...]
    unheard: tuple[Unheard, ...]


def in_scene(speech: Sequence[Stretch], scene: FootageScene, end_ms: int) -> list[Stretch]:
    """The speech of the file that `scene` shows, in the scene's time, from its start to `end_ms`."""

    def when(ms: int) -> int:
        return round((ms - scene.from_) / scene.speed)

    return _within([Stretch(when(heard.start_ms), when(heard.end_ms)) for heard in speech], 0, end_ms)


def propose(lines: Sequence[TimedLine], speech: Sequence[Stretch], end_ms: int) -> Proposal:
    """`lines` of a scene that lasts `end_ms`, each with times. Those that have some keep them.

    `speech` is in the scene's time and in order. Lines without times share the speech between their
    neighbours that have some, all of it, in order, each for at least `LEAST_MS`; where there is less than
    that for each, all of them are unheard.
    """
    timed = list(lines)
    unheard: list[Unheard] = []
    for gap in _gaps(lines, end_ms):
        said = Speech(_within(speech, gap.start_ms, gap.end_ms))
        if said.length < len(gap.lines) * LEAST_MS:
            unheard += [Unheard(line, gap.start_ms, gap.end_ms, said.length) for line in gap.lines]
            continue
        untimed = [lines[line] for line in gap.lines]
        for line, (at, to) in zip(gap.lines, _spans(untimed, said), strict=True):
            timed[line] = lines[line].model_copy(update={"at": at, "to": to})
    return Proposal(tuple(timed), tuple(unheard))


@dataclass(frozen=True, slots=True)
class _Gap:
    """A run of lines without times, and from when to when they can be said."""

    lines: range
    start_ms: int
    end_ms: int


def _gaps(lines: Sequence[TimedLine], end_ms: int) -> Iterator[_Gap]:
    start = first = 0
    for number, span in enumerate([*(line.span for line in lines), (end_ms, end_ms)]):
        if span is None:
            continue
        if first < number:
            yield _Gap(range(first, number), start, max(start, span[0]))
        start, first = span[1], number + 1


def _within(speech: Sequence[Stretch], start_ms: int, end_ms: int) -> list[Stretch]:
    """What of `speech` lies in [`start_ms`, `end_ms`). A sliver cut off there belongs to the neighbour."""
    inside = []
    for heard in speech:
        part = Stretch(max(heard.start_ms, start_ms), min(heard.end_ms, end_ms))
        if part.end_ms - part.start_ms >= (1 if part == heard else LEAST_MS):
            inside.append(part)
    return inside


def _spans(lines: Sequence[TimedLine], speech: Speech) -> Iterator[tuple[int, int]]:
    for begin, end in pairwise(borders(_weights(lines), speech)):
        yield speech.begins(begin), speech.ends(end)


def _weights(lines: Sequence[TimedLine]) -> list[float]:
    """How long each line takes, by its words in the first language that all of them have."""
    shared: list[Language] = [name for name in LANGUAGES if all(line.get(name) for line in lines)]
    languages = [shared[0] if shared else line.languages[0] for line in lines]
    return [
        sum(weight(word, language) for word in (line.spoken(language) or "").split())
        for line, language in zip(lines, languages, strict=True)
    ]
