"""Which Korean words belong together: the guess, and what morphology knows, against a list of sentences."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from hoso.base.store import Store
from hoso.subtitles.lines.binding import GUESSED, Ties, bonds
from hoso.subtitles.lines.breaking import break_lines
from hoso.subtitles.lines.morphology import analyse, morphology
from hoso.subtitles.lines.split import split
from hoso.subtitles.lines.widths import ems, units

SENTENCES = [
    line
    for line in Path(__file__).with_name("tied_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
needs_kiwi = pytest.mark.skipif(
    importlib.util.find_spec("kiwipiepy") is None, reason="kiwipiepy is not installed"
)


def _gaps(sentence: str) -> tuple[list[str], list[bool]]:
    """The words of a listed sentence, and whether each but the last is tied to the next."""
    words = sentence.replace("~", " ").split()
    return words, [mark == "~" for mark in sentence if mark in " ~"]


def _quality(ties: Ties) -> tuple[float, float]:
    """Precision and recall of `ties` over the list, with the word lists that always count."""
    pairs: list[tuple[bool, bool]] = []
    for sentence in SENTENCES:
        words, tied = _gaps(sentence)
        found = [kind == "bound" for kind in bonds(words, "ko", ties)]
        pairs += zip(tied, found, strict=True)
    both = sum(tied and found for tied, found in pairs)
    return both / sum(found for _, found in pairs), both / sum(tied for tied, _ in pairs)


def test_the_guess_is_good() -> None:
    """Nineteen of twenty ties are found, and as many of those found are ties."""
    precision, recall = _quality(GUESSED)
    assert precision > 0.95
    assert recall > 0.95


@needs_kiwi
def test_morphology_is_as_good_without_having_seen_a_sentence() -> None:
    """The tagger's answers over the same list."""
    precision, recall = _quality(analyse)
    assert precision > 0.97
    assert recall > 0.97


@needs_kiwi
def test_morphology_knows_what_the_guess_cannot() -> None:
    """A topic and an adnominal form that are spelled alike."""
    words = ["카메라는", "어디에", "있습니까?"]
    assert GUESSED(words)[0]
    assert not analyse(words)[0]


@needs_kiwi
def test_what_is_known_is_kept(tmp_path: Path) -> None:
    """Another run with the same store gives the same answer from what is kept there."""
    words = ["드릴", "것입니다."]
    assert list(morphology(Store(tmp_path))(words)) == [True]
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text('{"tied": [false]}', encoding="utf-8")
    assert list(morphology(Store(tmp_path))(words)) == [False]


@needs_kiwi
def test_the_reference_comes_out_as_shown_by_morphology() -> None:
    """As by the guess."""
    text = (
        "여러분은 이국땅에서 무의미하게 죽어서는 안 됩니다. 항복하십시오! "
        "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다."
    )
    cues = split(text, (), 12_000, "ko", ties=analyse)
    assert [cue.text for cue in cues] == [
        "여러분은 이국땅에서 무의미하게\n죽어서는 안 됩니다.",
        "항복하십시오!",
        "우크라이나는 여러분에게 잠자리와\n음식과 온기를 드릴 것입니다.",
    ]


def test_ties_are_what_the_caller_gives() -> None:
    """No state: the same text breaks by the ties of this call."""

    def first_two(words: Sequence[str]) -> list[bool]:
        return [index == 1 for index in range(len(words) - 1)]

    text, width = "가나 다라 마바 사아", 6
    assert break_lines(text, width, lambda part: units(part, "ko"), "ko") == ("가나 다라", "마바 사아")
    assert break_lines(text, width, lambda part: units(part, "ko"), "ko", lines=3, ties=first_two) == (
        "가나",
        "다라 마바",
        "사아",
    )


def _torn(lines: Sequence[str], sentence: str) -> Iterator[str]:
    """The tied words of a listed sentence that its lines part."""
    _, tied = _gaps(sentence)
    words = [(number, word) for number, line in enumerate(lines) for word in line.split()]
    for (left, right), tie in zip(pairwise(words), tied, strict=True):
        if tie and left[0] != right[0]:
            yield f"{left[1]} / {right[1]}"


def test_no_line_strands_an_ending() -> None:
    """In no cue of the listed sentences does a line end between tied words."""
    for sentence in SENTENCES:
        text = sentence.replace("~", " ")
        lines = [line for cue in split(text, (), 150 * len(text), "ko") for line in cue.text.split("\n")]
        assert list(_torn(lines, sentence)) == []


def test_tall_pictures_strand_next_to_none() -> None:
    """With 11.5 ems and a third line where it helps, all but one in a hundred of these cues stay whole."""
    torn: list[str] = []
    cues = 0
    for sentence in SENTENCES:
        found = split(sentence.replace("~", " "), (), 150 * len(sentence), "ko")
        lines = [line for cue in found for line in break_lines(cue.text, 11.5, ems, "ko", lines=3)]
        torn += _torn(lines, sentence)
        cues += len(found)
    assert len(torn) <= cues / 100
