"""Sheets to lint: short to write, whole enough for every rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.lint.linting import lint
from hoso.subtitles.lint.sheet import Finding, Placed, Sheet
from hoso.voice.takes import Word

FRAME = 40
"""ms at 25 frames a second."""


def sheet(*cues: Cue, fontset: Any, **also: Any) -> Sheet:
    """A Korean sheet of a minute at 25 frames a second; the cues stand on lines 2, 6, 10 and so on."""
    entries = tuple(Placed(cue, 4 * number + 2) for number, cue in enumerate(cues))
    known: dict[str, Any] = {"message": "m", "language": "ko", "duration_ms": 60_000, "fps": 25}
    return Sheet(entries=entries, fontset=fontset, **(known | also))


def line(*cues: Cue, words: Sequence[Word] = (), end_ms: int | None = None) -> CuedLine:
    """A line of the script that is heard while its cues are shown, or until `end_ms`."""
    end = cues[-1].end_ms if end_ms is None else end_ms
    return CuedLine(cues[0].text, cues[0].start_ms, end, "d", tuple(words), cues)


def found(rule: str, looked_at: Sheet) -> list[Finding]:
    """What `rule` finds."""
    return [finding for finding in lint(looked_at) if finding.rule == rule]
