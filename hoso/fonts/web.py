"""Korean type for web pages: what a stylesheet says of it, and a face cut down to the signs of one page."""

from __future__ import annotations

from hoso.fonts.faces import Face, FontSet
from hoso.fonts.recipes import KOREAN

FAMILY = "hoso Korean"
"""What stylesheets call it. It comes first in theirs: words that Chromium 156 has once set as boxes, in a
font that lacks their signs, stay boxes when it has loaded the next."""
RANGES = (
    (0x1100, 0x11FF),
    (0x3000, 0x303F),
    (0x3130, 0x318F),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xFF00, 0xFFEF),
)
"""First and last code points of Hangul and of the punctuation that goes with it."""


def korean(faces: FontSet) -> tuple[Face, ...]:
    """The faces of `faces` that set Korean, one for each weight."""
    return tuple(face for face in faces.faces if face.family == KOREAN)


def rule(face: Face, *sources: str) -> str:
    """The `@font-face` rule for `face`, for what is in `RANGES`: from the first of `sources` that there is.

    A source is as in CSS: `local("…")` or `url(…)`.
    """
    weight = 700 if face.bold else 400
    ranges = ", ".join(f"U+{first:X}-{last:X}" for first, last in RANGES)
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-display: swap;'
        f" src: {', '.join(sources)}; unicode-range: {ranges}; }}\n"
    )


def signs(text: str) -> frozenset[int]:
    """The code points of `text` that are in `RANGES`."""
    codes = {ord(sign) for sign in text}
    return frozenset(code for code in codes if any(first <= code <= last for first, last in RANGES))


def cut_down(face: Face, codes: frozenset[int]) -> bytes:
    """`face` as TrueType with the glyphs of `codes` alone, some 150 bytes each. The same twice."""
    import uharfbuzz as hb

    from hoso.fonts.shaping import opened

    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(codes)
    data: bytes = hb.subset(opened(face.path), wanted).blob.data
    return data
