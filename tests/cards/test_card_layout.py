"""Where things stand on cards, with the type that is really used."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.base.problems import HosoError
from hoso.cards.card_content import CardContent, ContactCard, StepsCard, TextCard, TitleCard
from hoso.cards.elements import Code, Disc, Element, Words
from hoso.cards.faces import PackagedFaces
from hoso.cards.layout import lay_out
from hoso.cards.model import Box, Frame
from hoso.cards.qr import symbol_of
from hoso.cards.scale import SIZES
from hoso.cards.typesetting import Typesetter
from tests.cards.card_material import CARDS, SHAPES, Frames


def laid_out(content: CardContent, frame: Frame, faces: PackagedFaces) -> tuple[Element, ...]:
    """The card's elements as they are drawn."""
    symbol = symbol_of(content.target) if isinstance(content, ContactCard) else None
    return lay_out(content, frame, Typesetter(faces, content.language), symbol=symbol)


def check(elements: tuple[Element, ...], frame: Frame) -> None:
    """Everything is inside the safe area, above the subtitle band, and apart."""
    band = Box(0, frame.safe.bottom - frame.subtitle_band, frame.width, frame.height)
    for element in elements:
        assert frame.safe.holds(element.box), element
        assert not element.box.meets(band), element
    for one, other in combinations(elements, 2):
        assert not one.box.meets(other.box), (one, other)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_to_its_place(name: str, shape: str, frames: Frames, faces: PackagedFaces) -> None:
    """In every picture profile: inside the safe area, above the subtitles, nothing on anything else."""
    check(laid_out(CARDS[name], frames[shape], faces), frames[shape])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.text("가한뷁ЙЇджsg(", min_size=1, max_size=7), min_size=1, max_size=35),
    kind=st.sampled_from(["title", "text", "steps"]),
    shape=st.sampled_from(SHAPES),
)
def test_a_text_is_shown_whole_or_refused(
    words: list[str], kind: str, shape: str, frames: Frames, faces: PackagedFaces
) -> None:
    """However long: all words stand in their place in type of a readable size, or an error asks for fewer."""
    text = " ".join(words)
    cards: dict[str, CardContent] = {
        "title": TitleCard("ko", text, None, "누가", None),
        "text": TextCard("ko", None, text),
        "steps": StepsCard("ko", "제목", (text, "둘")),
    }
    frame = frames[shape]
    try:
        elements = laid_out(cards[kind], frame, faces)
    except HosoError as error:
        assert "horten" in error.problem.remedy  # noqa: PT017 - the other branch is as good
        return
    check(elements, frame)
    lines = [element for element in elements if isinstance(element, Words)]
    assert text in " ".join(line.text for line in lines)
    assert min(line.size for line in lines) >= round(
        frame.short_side * min(least for least, _ in SIZES.values())
    )


def test_wide_and_tall_contact_cards_are_laid_out_for_themselves(
    frames: Frames, faces: PackagedFaces
) -> None:
    """The code is at the right of the contacts in wide frames and above them in tall ones."""
    for shape in ("hd", "sd", "vertical"):
        elements = laid_out(CARDS["contact-ko"], frames[shape], faces)
        code = next(element for element in elements if isinstance(element, Code))
        phone = next(e for e in elements if isinstance(e, Words) and e.text.startswith("+"))
        if frames[shape].vertical:
            assert code.box.bottom <= phone.box.top
        else:
            assert code.box.left >= phone.box.right


@pytest.mark.parametrize("shape", SHAPES)
def test_a_note_is_small_and_last(shape: str, frames: Frames, faces: PackagedFaces) -> None:
    """A contact card's note stands below all other words, in no larger type, and hardly costs the code."""
    noted, bare = (laid_out(CARDS[name], frames[shape], faces) for name in ("contact-ko-note", "contact-ko"))
    lines = [e for e in noted if isinstance(e, Words)]
    assert lines[-1].text == "합성된 목소리입니다"
    assert all(line.size >= lines[-1].size and line.box.bottom <= lines[-1].box.top for line in lines[:-1])
    codes = [next(e for e in card if isinstance(e, Code)).module for card in (noted, bare)]
    assert codes[0] >= codes[1] - 1


@pytest.mark.parametrize("shape", SHAPES)
def test_a_codes_modules_are_whole_pixels(shape: str, frames: Frames, faces: PackagedFaces) -> None:
    """At least four pixels (three where a circle leaves little room), and four light modules around."""
    for name in ("contact-ko", "contact-ru"):
        content = CARDS[name]
        assert isinstance(content, ContactCard)
        code = next(e for e in laid_out(content, frames[shape], faces) if isinstance(e, Code))
        symbol = symbol_of(content.target)
        assert code.module >= (3 if shape == "note" else 4)
        assert symbol.side == len(symbol.rows) + 8
        assert code.box.width == code.box.height == code.module * symbol.side


def test_an_endless_address_is_refused(frames: Frames, faces: PackagedFaces) -> None:
    """A code whose modules would be too small to read is an error, not a grey square."""
    address = "https://example.org/" + "a" * 900
    content = ContactCard("ko", "연락처", (), address, "보낸 곳", None, None)
    with pytest.raises(HosoError, match="shorter web address"):
        laid_out(content, frames["sd"], faces)


def test_a_word_without_a_break_is_named(frames: Frames, faces: PackagedFaces) -> None:
    """The error says which word is too wide."""
    word = "가" * 80
    with pytest.raises(HosoError, match=word):
        laid_out(TextCard("ko", None, f"이 {word}"), frames["sd"], faces)


def test_steps_are_numbered_in_order(frames: Frames, faces: PackagedFaces) -> None:
    """Each number stands at the left of its own words, one below the other."""
    elements = laid_out(CARDS["steps-ko"], frames["hd"], faces)
    discs = [element for element in elements if isinstance(element, Disc)]
    assert [disc.number for disc in discs] == [1, 2, 3]
    assert discs == sorted(discs, key=lambda disc: disc.box.top)
    for disc in discs:
        first = next(e for e in elements if isinstance(e, Words) and e.item == disc.item)
        assert disc.box.right < first.box.left
        assert disc.box.top < first.baseline < disc.box.bottom


def test_type_is_as_large_as_fits(frames: Frames, faces: PackagedFaces) -> None:
    """Fewer words are set larger."""
    sizes = [
        max(
            e.size
            for e in laid_out(TextCard("ko", None, "살아남으십시오 " * n), frames["hd"], faces)
            if isinstance(e, Words)
        )
        for n in (3, 30, 60)
    ]
    assert sizes[0] > sizes[1] > sizes[2]


def test_a_line_is_saved_rather_than_a_pixel(frames: Frames, faces: PackagedFaces) -> None:
    """Slightly smaller type is taken where it leaves no word alone on a line."""
    elements = laid_out(CARDS["title-ko"], frames["vertical"], faces)
    lines = [e.text for e in elements if isinstance(e, Words) and e.weight == "bold"]
    assert lines == ["조선인민군 군인", "여러분에게"]


def test_a_code_is_not_made_smaller_for_larger_type(frames: Frames, faces: PackagedFaces) -> None:
    """Long contacts in a tall frame: the words give way first."""
    content = CARDS["contact-ru"]
    assert isinstance(content, ContactCard)
    code = next(e for e in laid_out(content, frames["vertical"], faces) if isinstance(e, Code))
    assert code.box.width >= frames["vertical"].free.width // 4
