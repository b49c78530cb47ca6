"""What an editor waits for: reading, breaking, merging and checking the subtitles of a long film."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hoso.channels.catalog import Catalog
from hoso.fonts.faces import faces
from hoso.subtitles.cues import Cue, CuedLine, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import parse
from hoso.subtitles.keeping.merging import merge
from hoso.subtitles.lines.breaking import LIMITS, break_lines
from hoso.subtitles.lint.linting import lint
from hoso.subtitles.lint.room import Picture
from hoso.subtitles.lint.sheet import Placed, Sheet

CUES = 3000
SAID = "살아서 집으로 돌아가십시오 무기를 버리고 손을 드십시오 여러분 음식과 잠자리 치료도 받습니다"
WORDS = SAID.split()


def rows() -> dict[str, float]:
    """CPU seconds of each step over a file of `CUES` cues."""
    before, now = _script(0, 1), _script(700, 2)
    edited = [_edited(cue, number) for number, cue in enumerate(cues_of(before))]
    data = srt.text_of(edited).encode()
    sheet = _sheet(before, edited)
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: parse(data, Path("film.ko.srt"), "ko"),
        "break": lambda: [_broken(cue) for cue in edited],
        "merge": lambda: merge(before, now, edited),
        "lint": lambda: lint(sheet),
    }
    return {name: _seconds(step) for name, step in steps.items()}


def _script(later: int, seed: int) -> tuple[CuedLine, ...]:
    """A thousand lines of three cues; another seed rewords one line in ten."""
    lines = []
    for number in range(CUES // 3):
        chance = random.Random(f"{number} {seed if number % 10 == 0 else 1}")  # noqa: S311 - no secret
        start = later + number * 9000
        texts = [" ".join(chance.choices(WORDS, k=4)) for _ in range(3)]
        cues = tuple(Cue(start + at * 3000, start + at * 3000 + 2900, text) for at, text in enumerate(texts))
        lines.append(CuedLine(f"line-{number}", start, start + 9000, "take", (), cues))
    return tuple(lines)


def _edited(cue: Cue, number: int) -> Cue:
    """Every third cue moved, every seventh reworded."""
    moved = replace(cue, start_ms=cue.start_ms + 60) if number % 3 == 0 else cue
    return replace(moved, text=f"{moved.text} 여러분") if number % 7 == 0 else moved


def _broken(cue: Cue) -> tuple[str, ...]:
    limit = LIMITS["ko"][0]
    return break_lines(cue.text, limit.width, limit.measure("ko"), "ko")


def _sheet(lines: tuple[CuedLine, ...], cues: list[Cue]) -> Sheet:
    catalog, length = Catalog.load(), cues[-1].end_ms + 1000
    profiles = [catalog.profile(name) for name in ("hd", "vertical", "sd")]
    pictures = tuple(Picture(profile) for profile in profiles)
    placed = tuple(Placed(cue, number) for number, cue in enumerate(cues, start=1))
    return Sheet("film", "ko", placed, length, 30, faces(), lines, pictures=pictures)


def _seconds(step: Callable[[], object]) -> float:
    began = time.process_time()
    step()
    return time.process_time() - began
