"""Set a cue's text into a picture: which lines, at what size, where."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import LINE_HEIGHT
from hoso.subtitles.lines.breaking import LIMITS, break_lines
from hoso.subtitles.lines.widths import units
from hoso.subtitles.look.style import CLEAR, Style

_ABOVE_EDGE = 0.065
"""A wide picture's subtitles stand this share of its height above its lower edge."""

_ALPHABETS = 0.9
"""In vertical pictures the long words of alphabets are set smaller than Hangul, by this factor."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A cue's text, set."""

    lines: tuple[str, ...]
    size: float
    """The em in px."""
    fits: bool
    """False where the text needs more lines than the profile allows even at the smallest size."""


def type_size(profile: PictureProfile, language: Language) -> float:
    """The em of subtitles in px, before any cue shrinks it."""
    em = profile.subtitle_size * profile.height
    return em * _ALPHABETS if profile.vertical and language != "ko" else em


def foot(profile: PictureProfile, language: Language, style: Style) -> tuple[int, int]:
    """Where the middle of a text block's lower edge is, in px: centred, low in the safe area."""
    safe = profile.safe.bottom - math.ceil(type_size(profile, language) * style.edge)
    wide = round(profile.height * (1 - _ABOVE_EDGE))
    return profile.width // 2, safe if profile.vertical else min(safe, wide)


def band(profile: PictureProfile, style: Style = CLEAR) -> int:
    """The height in px, from the safe area's bottom up, that a block of as many lines as allowed may take."""
    em = profile.subtitle_size * profile.height
    lowest = foot(profile, "ko", style)[1]
    top = lowest - profile.subtitle_lines * em * LINE_HEIGHT - em * style.edge
    return profile.safe.bottom - math.floor(top)


def room(profile: PictureProfile) -> int:
    """How wide a centred line can be without leaving the safe area, in px."""
    centre = profile.width // 2
    return 2 * min(centre - profile.safe.left, profile.safe.right - centre)


@lru_cache(maxsize=4096)
def lay_out(text: str, language: Language, profile: PictureProfile, fontset: FontSet, style: Style) -> Layout:
    """`text` in lines that fit `profile`, at the largest of the style's sizes that allows it.

    Line breaks that the text has are kept in wide pictures, where they fit. Elsewhere it is broken anew,
    except before a speaker's dash. A word is parted only where no size keeps it whole. A text too long for
    every size comes at the smallest, in more lines.
    """
    em = type_size(profile, language)
    parted: Layout | None = None
    for scale in style.scales:
        lines = _lines(text, language, profile, fontset, style, em * scale)
        if len(lines) <= profile.subtitle_lines:
            if " ".join(lines).split() == text.split():
                return Layout(lines, em * scale, True)
            parted = parted or Layout(lines, em * scale, True)
    return parted or Layout(lines, em * scale, False)


def _lines(
    text: str, language: Language, profile: PictureProfile, fontset: FontSet, style: Style, em: float
) -> tuple[str, ...]:
    space = room(profile) - 2 * em * style.edge
    longest = LIMITS[language][0].width

    def measure(part: str) -> float:
        wide = fontset.width(part, language, em, bold=style.bold) / space
        return wide if profile.vertical else max(wide, units(part, language) / longest)

    typed = tuple(line.strip() for line in text.split("\n") if line.strip())
    kept = not profile.vertical and len(typed) <= profile.subtitle_lines
    if kept and all(fontset.width(line, language, em, bold=style.bold) <= space for line in typed):
        return typed
    return tuple(
        line for paragraph in _paragraphs(typed) for line in break_lines(paragraph, 1.0, measure, language)
    )


def _paragraphs(lines: tuple[str, ...]) -> list[str]:
    """Lines joined, except before a dash: there another person speaks."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and not line.startswith(("- ", "– ", "— ")):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs
