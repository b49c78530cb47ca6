"""What readers can follow and editors agree on: every number that cues are held against, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hoso.base.languages import Language
from hoso.subtitles.lines.split import MIN_MS

Audience = Literal["adults", "children"]

_ALPHABETS: Mapping[Audience, float] = {"adults": 17.0, "children": 13.0}
READING: Mapping[Language, Mapping[Audience, float]] = {
    "ko": {"adults": 12.0, "children": 9.0},
    "ru": _ALPHABETS,
    "uk": _ALPHABETS,
    "en": _ALPHABETS,
}
"""Characters a second that can be read, counted by `lines.widths.units`.

Korean: Netflix Korean Timed Text Style Guide. Others: Netflix English Template Timed Text Style Guide (200
and 160 words a minute), taken for Russian and Ukrainian too.
"""

SHORTEST_MS = MIN_MS
"""5/6 s. Netflix Timed Text Style Guide, general requirements."""
LONGEST_MS = 7000
"""Netflix Timed Text Style Guide, general requirements."""

GAP_FRAMES = 2
"""Between a cue and the next. Netflix Timed Text Style Guide, general requirements."""
CLOSED_GAP_FRAMES = range(3, 12)
"""A gap of so many frames flickers and is closed to two. Netflix Subtitle Timing Guidelines."""

BEGINS_BEFORE_CUT = 8
"""A cue that begins 1 to 8 frames before a cut begins with it. Netflix Subtitle Timing Guidelines."""
BEGINS_AFTER_CUT = 11
"""So does one that begins under 12 frames after it. Netflix Subtitle Timing Guidelines."""
ENDS_NEAR_CUT = 12
"""A cue that ends within 12 frames of a cut ends two before it. Netflix Subtitle Timing Guidelines."""

SMALL_OVERLAP_FRAMES = 12
"""An overlap under this is a slip of the hand, which mending undoes. hoso's choice, after the gaps above."""

STRAY_MS = 1500
"""Subtitles neither lead nor trail speech by more. BBC Subtitle Guidelines."""
