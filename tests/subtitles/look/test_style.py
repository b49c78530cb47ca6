"""The look of subtitles: readable over snow and over night."""

from __future__ import annotations

import pytest

from hoso.subtitles.look.style import CLEAR, contrast


def test_contrast_is_that_of_the_standard() -> None:
    """WCAG: black on white is 21 to 1, in either order; mid grey #767676 on white is the known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_letters_stand_out_from_their_outline_and_from_the_night() -> None:
    """WCAG's better grade is 7."""
    assert contrast(CLEAR.fill, CLEAR.outline) >= 7
    assert contrast(CLEAR.fill, "#000000") >= 7


def test_the_outline_stands_out_from_snow() -> None:
    """Where the letters do not, it draws their shape."""
    assert contrast(CLEAR.outline, "#FFFFFF") >= 7
    assert contrast(CLEAR.fill, "#FFFFFF") < 1.2
