"""The cues of a Timeline: each line's words over the time in which they are heard. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hoso.base.languages import Language
from hoso.script.model import FootageScene
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.split import split
from hoso.timeline.model import PlacedScene, Timeline
from hoso.timeline.plan import Spoken
from hoso.voice.takes import Take, Word

HANG_MS = 200
"""How long a line's last cue may stay after its last sound, where nothing follows sooner."""


def generated_cues(
    timeline: Timeline, spoken: Spoken, voice: Language, subtitles: Language
) -> tuple[Cue, ...]:
    """The cues in `subtitles` of an edition spoken in `voice`, in the programme's time, in order.

    Word times are used where the subtitle's words are the ones that are heard.
    """
    cues = [cue for scene in timeline.scenes for cue in _scene_cues(scene, spoken, voice, subtitles)]
    return tuple(_hung(cues, timeline.duration_ms))


def _scene_cues(placed: PlacedScene, spoken: Spoken, voice: Language, subtitles: Language) -> Iterator[Cue]:
    for index, (line, start) in enumerate(zip(placed.scene.say, placed.line_starts, strict=True)):
        text = line.get(subtitles)
        if text is None:
            continue
        take = spoken[placed.index, index]
        words: tuple[Word, ...] = take.words if isinstance(take, Take) and voice == subtitles else ()
        for cue in split(text, words, take.duration_ms, subtitles):
            yield cue.shifted(placed.start_ms + start)
    if isinstance(placed.scene, FootageScene):
        for said in placed.scene.lines:
            text = said.get(subtitles)
            if text is not None:
                for cue in split(text, (), said.to - said.at, subtitles):
                    yield cue.shifted(placed.start_ms + said.at)


def _hung(cues: list[Cue], end_ms: int) -> Iterator[Cue]:
    following = [after.start_ms for _, after in pairwise(cues)] + ([end_ms] if cues else [])
    for cue, limit in zip(cues, following, strict=True):
        end = max(cue.end_ms, min(cue.end_ms + HANG_MS, limit))
        yield Cue(cue.start_ms, end, cue.text)
