"""Contrast: the standard's numbers, and what is said of type that can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.documents.validation import validate
from hoso.documents.yaml_source import parse_yaml
from hoso.styles.contrast import contrast, faults, least_contrast, over
from hoso.styles.model import Box, Look, Style

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def said(text: str) -> list[str]:
    """`level line:column message` of what is wrong with a style."""
    source = parse_yaml(f"name: mine\ntitle: Mine\n{text}".encode(), Path("mine.yaml"))
    style, problems = validate(source, Style)
    assert style is not None, problems
    found = list(faults(style, source))
    assert all(problem.remedy for problem in found)
    return [f"{p.level} {p.line}:{p.column} {p.message}" for p in found]


def test_contrast_is_that_of_the_standard() -> None:
    """WCAG: black on white is 21 to 1, in either order; mid grey #767676 on white is the known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_what_shines_through_lies_between_the_two(top: str, ground: str, opacity: float) -> None:
    """Nothing at 0, all at 1, and no channel outside the two colours."""
    assert over(top, 0, ground) == ground
    assert over(top, 1, ground) == top
    mixed = over(top, opacity, ground)
    for at in (1, 3, 5):
        low, high = sorted((int(top[at : at + 2], 16), int(ground[at : at + 2], 16)))
        assert low <= int(mixed[at : at + 2], 16) <= high


@given(COLOURS, COLOURS, COLOURS, st.floats(0, 1))
def test_no_picture_behind_the_box_is_worse_than_promised(
    letters: str, plate: str, ground: str, opacity: float
) -> None:
    """Whatever shines through the plate, the letters stand out as much as was reckoned, but for rounding."""
    promised = least_contrast(letters, Look(box=Box(colour=plate, opacity=opacity)))
    assert contrast(letters, over(plate, opacity, ground)) >= promised - 0.3


def test_weak_type_is_refused_at_its_place() -> None:
    """Under 4.5 is an error, under 7 a warning, each where the colour is written."""
    assert said("fill: '#777777'\nemphasis: '#A00000'") == [
        "warning 3:7 `fill` #777777 against the outline has a contrast of 4.3 to 1".replace(
            "warning", "error"
        ),
        "error 4:11 `emphasis` #A00000 against the outline has a contrast of 2.3 to 1",
    ]
    assert said("fill: '#8A8A8A'") == [
        "warning 3:7 `fill` #8A8A8A against the outline has a contrast of 5.6 to 1"
    ]


def test_a_shape_of_its_own_is_judged_on_its_own() -> None:
    """What is wrong in tall pictures alone is shown there."""
    assert said("tall: {outline: {colour: '#EEEEEE'}}") == [
        "error 1:1 `fill` #F8F8F4 against the outline has a contrast of 1.1 to 1",
        "error 1:1 `emphasis` #FFD84F against the outline has a contrast of 1.2 to 1",
        "error 1:1 `label` #9AD8FF against the outline has a contrast of 1.3 to 1",
    ]


def test_a_thin_plate_does_not_carry_white_letters() -> None:
    """Over snow a plate at 30 % is light grey."""
    (fill, *_) = said("fill: '#FFFFFF'\nbox: {opacity: 0.3}")
    assert (
        fill
        == "error 3:7 `fill` #FFFFFF against the box over the worst of pictures has a contrast of 2.0 to 1"
    )
    assert said("fill: '#FFFFFF'\nbox: {opacity: 0.85}") == []


def test_letters_need_an_outline_or_a_box() -> None:
    """Without either, snow swallows them."""
    assert said("outline: {width: 0}") == ["error 3:18 the letters have neither an outline nor a box"]
    assert said("outline: {width: 0}\nbox: {opacity: 0.9}") == []
