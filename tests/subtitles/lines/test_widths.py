"""Widths: the 0.5 rule, characters, and ems that are never too small."""

from __future__ import annotations

from hoso.fonts.faces import FontSet
from hoso.subtitles.lines.widths import ems, units


def test_korean_units() -> None:
    """A syllable is 1, a Latin letter, a digit, a space or a mark 0.5."""
    assert units("여러분은 이국땅에서 무의미하게", "ko") == 15
    assert units("KPA 24, …!", "ko") == 5
    assert units("《가》", "ko") == 3


def test_other_languages_count_characters() -> None:
    """Combining marks take no room."""
    assert units("сло\u0301во", "ru") == 5


def test_ems_are_never_under_what_the_face_takes(fontset: FontSet) -> None:
    """So that what fits by this table fits in the picture."""
    for char in (*map(chr, range(0x20, 0x7F)), *map(chr, range(0x400, 0x460)), *"Ґґ«»—–…“”‘’·№€₩가뷁힣①℃"):
        for language in ("ko", "ru"):
            if not fontset.missing(char, language):
                assert fontset.width(char, language, 1.0, bold=True) <= ems(char) + 1e-6, char
