"""Which faces there are and what they are made from. To add one, add a Recipe here."""

from __future__ import annotations

from dataclasses import dataclass

from hoso.base.languages import Language

KOREAN = "Hoso KR"
SANS = "Hoso Sans"

VERSION = 1
"""Change it when the same recipes would give other bytes."""

ASCENT = 0.96
DESCENT = 0.28
LINE_HEIGHT = ASCENT + DESCENT
"""Ems from baseline to baseline, the same in every face, so that mixed lines stay even.

Room for the breve of a capital Й above, for the tail of Щ below, and for an outline between two lines
of Hangul; the sources' own 1.45 sets subtitles too far apart.
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A static face: a point in a packaged variable font, under our own name."""

    family: str
    bold: bool
    package: str
    resource: str
    """Path within the package."""
    axes: tuple[tuple[str, float], ...]
    """Every axis of the source and where it is pinned."""

    @property
    def file_name(self) -> str:
        """`HosoKR-Bold.ttf`: the PostScript name and `.ttf`."""
        return f"{self.postscript}.ttf"

    @property
    def style(self) -> str:
        """`Regular` or `Bold`."""
        return "Bold" if self.bold else "Regular"

    @property
    def postscript(self) -> str:
        """The name without spaces."""
        return f"{self.family.replace(' ', '')}-{self.style}"


_KR = ("justmytype_intl_cjk", "fonts/ofl/notosanskr/NotoSansKR[wght].ttf")
_SANS = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")

# Medium stands in for Regular: on moving pictures the thinner strokes drown in their outline.
RECIPES = (
    Recipe(KOREAN, False, *_KR, (("wght", 500),)),
    Recipe(KOREAN, True, *_KR, (("wght", 700),)),
    Recipe(SANS, False, *_SANS, (("wght", 500), ("wdth", 100))),
    Recipe(SANS, True, *_SANS, (("wght", 700), ("wdth", 100))),
)


def families(language: Language) -> tuple[str, ...]:
    """The families that set `language`, the preferred one first."""
    return (KOREAN, SANS) if language == "ko" else (SANS, KOREAN)
