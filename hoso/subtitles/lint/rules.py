"""All rules in one table, and the lint that goes through it."""

from __future__ import annotations

from dataclasses import dataclass

from hoso.base.problems import Level
from hoso.subtitles.lint.flaw import Check
from hoso.subtitles.lint.rules_cuts import begins_beside, ends_beside, straddling
from hoso.subtitles.lint.rules_looks import roomless, unprintable, wide, wordless
from hoso.subtitles.lint.rules_times import (
    beyond,
    brief,
    disordered,
    flickering,
    hurried,
    impossible,
    lasting,
    overlapping,
)
from hoso.subtitles.lint.rules_words import differing, stray, unread

NETFLIX = "Netflix Timed Text Style Guide, general requirements"
CUTS = "Netflix Subtitle Timing Guidelines"
BBC = "BBC Subtitle Guidelines"
HOSO = "hoso: a file has to show as it is meant to"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked at, how grave it is, and who says so."""

    name: str
    level: Level
    check: Check
    cites: str
    mended: bool = False
    """Whether mending looks after it."""


RULES = (
    Rule("impossible", "error", impossible, HOSO),
    Rule("order", "warning", disordered, HOSO, mended=True),
    Rule("overlap", "error", overlapping, HOSO, mended=True),
    Rule("beyond-end", "warning", beyond, HOSO),
    Rule("too-short", "warning", brief, NETFLIX, mended=True),
    Rule("too-long", "warning", lasting, NETFLIX),
    Rule("too-fast", "warning", hurried, "Netflix Korean and English Template Timed Text Style Guides"),
    Rule("gap", "hint", flickering, f"{NETFLIX}; {CUTS}", mended=True),
    Rule("begins-by-cut", "hint", begins_beside, CUTS, mended=True),
    Rule("ends-by-cut", "hint", ends_beside, CUTS, mended=True),
    Rule("over-cut", "hint", straddling, CUTS),
    Rule("no-words", "error", wordless, HOSO),
    Rule("no-glyph", "error", unprintable, HOSO),
    Rule("wide-line", "warning", wide, "Netflix Korean and English Template Timed Text Style Guides"),
    Rule("no-room", "error", roomless, "the channels' safe areas (hoso/channels/profiles)"),
    Rule("other-words", "warning", differing, HOSO),
    Rule("voice-uncovered", "warning", unread, f"{BBC}: 1.5 s"),
    Rule("off-voice", "warning", stray, f"{BBC}: 1.5 s"),
)
"""By kind; a file's findings come in its own order."""
