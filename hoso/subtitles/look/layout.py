"""Set a cue's text into a picture: which lines, at what size, where."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import LINE_HEIGHT
from hoso.styles.model import CLEAR, Look, shape_of
from hoso.subtitles.lines.breaking import LIMITS, break_lines, tears
from hoso.subtitles.lines.marks import plain
from hoso.subtitles.lines.widths import units
from hoso.subtitles.look.captions import Slot

_FOR_TIES = 0.899
"""Type is set smaller by a tenth at most to keep words together that belong together."""
_FROM_EDGE = 0.065
"""A wide picture's subtitles stand this share of its height from its edge."""

_ALPHABETS = 0.9
"""In narrow pictures the long words of alphabets are set smaller than Hangul, by this factor."""

_PAIRED = 0.85
"""Two languages at once are set smaller than one: at most this share of the profile's own size."""

_PAIRED_LINES = 2.2
"""Each of them gets the height of this many lines, so that cards keep theirs; three lines are set smaller."""

_SMALLEST = 0.85
"""A cue may be set at this share of the profile's own size; smaller only where the picture is too small."""

_SPACE = 0.3
"""Ems of a space."""

_STEP = 0.05
_BETWEEN = 0.2
"""Ems between two languages."""

ABOVE, BELOW = 0.44, 0.28
"""Of a box's padding, what is above and below the lines: they have more air of their own below than above."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A cue's text, set."""

    lines: tuple[str, ...]
    """With their marks; emphasis may go on from line to line."""
    size: float
    """The em in px."""
    fits: bool
    """False where the text needs more lines than the profile allows even at the smallest size."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a block of lines is fixed to, in px: the middle of its upper edge (`hangs`) or its lower one."""

    x: int
    y: int
    hangs: bool


def type_size(profile: PictureProfile, language: Language, look: Look = CLEAR, slot: Slot = "only") -> float:
    """The em of subtitles in px, before any cue shrinks it."""
    share = look.scale * (profile.subtitle_size if look.size is None else look.size)
    if slot != "only":
        share = min(share, profile.subtitle_size) * _PAIRED
    return share * profile.height * _alphabet(profile, language)


def anchor(profile: PictureProfile, language: Language, look: Look, slot: Slot = "only") -> Anchor:
    """Where a block of lines is, centred, low or high in the safe area.

    Two languages meet at a fixed line, the upper standing above it, the lower hanging below, so that neither
    moves with the other's number of lines.
    """
    x = profile.width // 2
    if slot == "only":
        edge = _outermost(profile, look, type_size(profile, language, look))
        return Anchor(x, edge, hangs=look.position == "top")
    em = type_size(profile, "ko", look, slot)
    block = math.ceil(block_height(profile, em, slot))
    gap = math.ceil(em * gap_ems(look))
    edge = _outermost(profile, look, em)
    upper = edge + block if look.position == "top" else edge - block - gap
    return Anchor(x, upper if slot == "upper" else upper + gap, hangs=slot == "lower")


def block_height(profile: PictureProfile, em: float, slot: Slot) -> float:
    """How high the lines of one language may be, in px, where the usual size is `em`."""
    lines = profile.subtitle_lines if slot == "only" else min(profile.subtitle_lines, _PAIRED_LINES)
    return lines * em * LINE_HEIGHT


def gap_ems(look: Look) -> float:
    """Ems between two languages' lines: more where each has a plate."""
    return _BETWEEN if look.box is None else _BETWEEN + (ABOVE + BELOW) * look.box.padding


def band(profile: PictureProfile, look: Look = CLEAR, *, paired: bool = False) -> int:
    """The height in px, from the safe area's bottom up, that blocks of as many lines as allowed may take.

    Where the style stands at the top, it counts from the safe area's top down.
    """
    slot: Slot = "upper" if paired else "only"
    em = type_size(profile, "ko", look, slot)
    blocks = (2 if paired else 1) * math.ceil(block_height(profile, em, slot))
    height = blocks + (math.ceil(em * gap_ems(look)) if paired else 0) + math.ceil(em * _reach(look))
    edge = _outermost(profile, look, em)
    from_safe = edge - profile.safe.top if look.position == "top" else profile.safe.bottom - edge
    return from_safe + height


def room(profile: PictureProfile) -> int:
    """How wide a centred line can be without leaving the safe area, in px."""
    centre = profile.width // 2
    return 2 * min(centre - profile.safe.left, profile.safe.right - centre)


@lru_cache(maxsize=4096)
def lay_out(
    text: str,
    language: Language,
    profile: PictureProfile,
    fontset: FontSet,
    look: Look = CLEAR,
    slot: Slot = "only",
) -> Layout:
    """`text` in lines that fit `profile`, at the largest size that allows it.

    Line breaks that the text has are kept in wide pictures, where they fit. Elsewhere it is broken anew,
    except before a speaker's dash. A word is parted only where no size keeps it whole, words that belong
    together only where a little less size doesn't help. A text too long for every size comes at the
    smallest, in more lines.
    """
    torn: Layout | None = None
    parted: Layout | None = None
    lines: tuple[str, ...] = ()
    em = type_size(profile, language, look, slot)
    height = block_height(profile, em, slot) + 0.01
    for em in _sizes(profile, language, look, slot):
        most = min(profile.subtitle_lines, int(height / (em * LINE_HEIGHT)))
        lines = _lines(text, language, profile, fontset, look, em, most)
        if len(lines) <= most:
            layout = Layout(lines, em, True)
            if plain(" ".join(lines)).split() != plain(text).split():
                parted = parted or layout
                continue
            if not tears(lines, language):
                return layout if torn is None or em >= _FOR_TIES * torn.size else torn
            torn = torn or layout
    return torn or parted or Layout(lines, em, False)


def width(layout: Layout, language: Language, fontset: FontSet, look: Look) -> float:
    """How wide the longest line of `layout` is, in px; outline and box not included."""
    return max(fontset.width(plain(line), language, layout.size, bold=look.bold) for line in layout.lines)


def _alphabet(profile: PictureProfile, language: Language) -> float:
    return _ALPHABETS if shape_of(profile) != "wide" and language != "ko" else 1.0


def _sizes(profile: PictureProfile, language: Language, look: Look, slot: Slot) -> Iterator[float]:
    """Sizes to try, largest first, down to the one at which every generated cue fits."""
    em = type_size(profile, language, look, slot)
    lines = profile.subtitle_lines
    least = em * min(1.0, block_height(profile, 1.0, slot) / (lines * LINE_HEIGHT))
    own = profile.subtitle_size * profile.height * _alphabet(profile, language)
    least = min(least, own * _SMALLEST, em * _SMALLEST, _sure(profile, language, look))
    step = 0
    while (size := em * (1 - step * _STEP)) > least * 1.001:
        yield size
        step += 1
    yield least


def _sure(profile: PictureProfile, language: Language, look: Look) -> float:
    """An em in px at which every generated cue is narrow enough: it can be broken into its limit's lines.

    Where the profile has fewer, some of these are joined.
    """
    limit = LIMITS[language][-1]
    joined = math.ceil(limit.lines / profile.subtitle_lines)
    return room(profile) / (joined * limit.width + (joined - 1) * _SPACE + 2 * look.edge)


def _outermost(profile: PictureProfile, look: Look, em: float) -> int:
    """The y of the lines' edge that is nearest to the picture's."""
    reach = math.ceil(em * _reach(look))
    margin = round(profile.height * _FROM_EDGE) if shape_of(profile) == "wide" else 0
    if look.position == "top":
        return max(profile.safe.top + reach, margin)
    return min(profile.safe.bottom - reach, profile.height - margin)


def _reach(look: Look) -> float:
    """How far what is drawn goes above or below the lines, in ems."""
    return look.edge if look.box is None else max(look.letters_edge, ABOVE * look.box.padding)


def _lines(
    text: str, language: Language, profile: PictureProfile, fontset: FontSet, look: Look, em: float, most: int
) -> tuple[str, ...]:
    """`text` set at `em`; with a line to spare of `most`, one more where that keeps words together."""
    space = room(profile) - 2 * em * look.edge
    longest = LIMITS[language][0].width
    wide = shape_of(profile) == "wide"

    def measure(part: str) -> float:
        share = fontset.width(part, language, em, bold=look.bold) / space
        return max(share, units(part, language) / longest) if wide else share

    typed = tuple(line.strip() for line in text.split("\n") if line.strip())
    kept = wide and len(typed) <= profile.subtitle_lines
    if kept and all(fontset.width(plain(line), language, em, bold=look.bold) <= space for line in typed):
        return typed
    paragraphs = _paragraphs(typed)
    return tuple(
        line
        for paragraph in paragraphs
        for line in break_lines(paragraph, 1.0, measure, language, lines=most if len(paragraphs) == 1 else 1)
    )


def _paragraphs(lines: tuple[str, ...]) -> list[str]:
    """Lines joined, except before a dash: there another person speaks."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and not plain(line).startswith(("- ", "– ", "— ")):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs
