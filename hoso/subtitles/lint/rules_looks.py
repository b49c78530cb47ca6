"""Rules about what cues look like: characters, lines, room in the picture."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.subtitles.lines.breaking import LIMITS
from hoso.subtitles.lines.widths import units
from hoso.subtitles.lint.flaw import Flaw
from hoso.subtitles.lint.room import without_room
from hoso.subtitles.lint.sheet import Sheet
from hoso.subtitles.lint.wording import words_in


def wordless(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that show nothing."""
    for index, cue in enumerate(sheet.cues):
        if not words_in(cue.text):
            yield Flaw(index, "the cue has no words", "Write them, or delete the cue.")


def unprintable(sheet: Sheet) -> Iterator[Flaw]:
    """Characters that no chosen font has."""
    texts = [" ".join(words_in(cue.text)) for cue in sheet.cues]
    gone = set(sheet.fontset.missing("".join(dict.fromkeys("".join(texts))), sheet.language))
    if not gone:
        return
    for index, text in enumerate(texts):
        lacking = [char for char in dict.fromkeys(text) if char in gone]
        if lacking:
            words = f"no font has {' '.join(lacking)}: readers would see boxes"
            yield Flaw(index, words, "Write it with other characters.")


def wide(sheet: Sheet) -> Iterator[Flaw]:
    """Lines longer, or more, than the guides of the language allow."""
    limit = LIMITS[sheet.language][0]
    for index, cue in enumerate(sheet.cues):
        lines = [" ".join(words_in(line)) for line in cue.text.split("\n")]
        longest = max(units(line, sheet.language) for line in lines)
        if longest > limit.width:
            words = f"a line is {longest:g} characters long; {limit.width:g} is the limit"
            yield Flaw(index, words, "Break it elsewhere, split the cue, or say it in fewer words.")
        elif len(lines) > limit.lines:
            words = f"the cue has {len(lines)} lines; {limit.lines} is the limit"
            yield Flaw(index, words, "Split it, or say it in fewer words.")


def roomless(sheet: Sheet) -> Iterator[Flaw]:
    """Cues that would leave a picture's safe area: the frame, or what an app's own buttons leave free."""
    for index, names in without_room(sheet.cues, sheet.language, sheet.pictures, sheet.fontset).items():
        words = f"too long for the safe area of {', '.join(names)}, even in the smallest type"
        remedy = "Split it, or say it in fewer words: else it runs over an app's buttons or off the picture."
        yield Flaw(index, words, remedy)
