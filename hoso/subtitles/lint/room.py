"""Whether a cue finds room in a picture's safe area: by a quick bound first, then by its true layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.styles.model import CLEAR, Look
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.breaking import LIMITS
from hoso.subtitles.lines.widths import ems, units
from hoso.subtitles.look.captions import Slot
from hoso.subtitles.look.layout import lay_out, room, type_size

_SPEAKERS = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a cue is shown in, how, and whether alone."""

    profile: PictureProfile
    look: Look = CLEAR
    slot: Slot = "only"
    start_ms: int = 0
    """The first ms of the programme that looks like this."""
    end_ms: int | None = None
    """The first that doesn't; None for the programme's end."""

    def shows(self, cue: Cue) -> bool:
        """Whether `cue` looks like this: what it looks like is decided where it begins."""
        return self.start_ms <= cue.start_ms and (self.end_ms is None or cue.start_ms < self.end_ms)


def without_room(
    cues: Sequence[Cue], language: Language, pictures: Iterable[Picture], fontset: FontSet
) -> dict[int, list[str]]:
    """Which of `cues`, by index, leave the safe area even in the smallest type, and in which profiles."""
    found: dict[int, list[str]] = {}
    for picture in pictures:
        profile, look, slot = picture.profile, picture.look, picture.slot
        space = ems_across(picture, language)
        for index, cue in enumerate(cues):
            if not picture.shows(cue) or surely_fits(cue.text, language, space, profile.subtitle_lines):
                continue
            if not lay_out(cue.text, language, profile, fontset, look, slot).fits:
                found.setdefault(index, []).append(profile.name)
    return found


def ems_across(picture: Picture, language: Language) -> float:
    """How many ems find room beside each other; type larger than the profile's own can shrink to that."""
    profile, look, slot = picture.profile, picture.look, picture.slot
    em = min(type_size(profile, language, look, slot), type_size(profile, language, CLEAR, slot))
    return room(profile) / em - 2 * look.edge


@lru_cache(maxsize=65536)
def surely_fits(text: str, language: Language, space: float, lines: int) -> bool:
    """Whether `text` fits `lines` of `space` ems at the most that it can be wide; False decides nothing."""
    if any(line.strip().startswith(_SPEAKERS) for line in text.split("\n")):
        return False
    shares = [_share(word, language, space) for word in text.split()]
    return _lines_of(shares, _share(" ", language, space)) <= lines


@lru_cache(maxsize=32768)
def _share(text: str, language: Language, space: float) -> float:
    """How much of a line `text` takes up at most, by its width and by the guides' count of characters."""
    return max(ems(text) / space, units(text, language) / LIMITS[language][0].width)


def _lines_of(shares: Sequence[float], gap: float) -> float:
    """How many lines words of these shares of a line need at most; infinite where one is too long for any."""
    if max(shares, default=0.0) > 1:
        return float("inf")
    count, filled = 1, 0.0
    for share in shares:
        needed = filled + gap + share if filled else share
        count, filled = (count, needed) if needed <= 1 else (count + 1, share)
    return count
