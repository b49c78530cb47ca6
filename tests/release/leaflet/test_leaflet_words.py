"""Which words are printed, how large, and what is said when they don't fit."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import HosoError
from hoso.fonts.faces import FontSet
from hoso.release.leaflet import leaflet_languages, leaflet_problems, make_leaflets
from hoso.release.leaflet.content import leaflet_content
from hoso.release.leaflet.fitting import FREE_HEIGHT, FREE_WIDTH, Fitted
from hoso.release.leaflet.setting import Block
from hoso.script.model import Message
from hoso.script.reader import Script
from tests.release.leaflet.leaflet_material import SETTINGS, fitted, sample, script

EACH = pytest.mark.parametrize("language", LANGUAGES)


def blocks(of: Fitted) -> list[Block]:
    """Everything set in type."""
    back = of.back
    typed = [block for reach in back.reaches for block in (reach.label, reach.value)]
    return [
        block
        for block in (*of.front.blocks, *back.blocks, back.phone, *typed, back.source)
        if block is not None
    ]


def found(of: Script, faces: FontSet) -> list[str]:
    """`line:column message` of what keeps a Korean leaflet from print."""
    problems = list(leaflet_problems(of, ["ko"], faces))
    assert all(problem.remedy and problem.level == "error" for problem in problems)
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]


def test_it_takes_its_words_from_the_script() -> None:
    """Title, the line under it, the steps and contact cards, contact and source, each with its place."""
    of = sample()
    content = leaflet_content(of.message, "ru")
    assert content.heading.words == "Три шага к жизни"
    assert content.lead is not None
    assert content.lead.words == "Как безопасно сдаться в плен"
    assert [step.words for step in content.steps][::2] == ["Бросьте оружие", "Лягте лицом вниз"]
    assert content.contact_heading.words == "Связь круглосуточно"
    assert [reach.value.words for reach in content.reaches] == ["@example", "example.org"]
    assert content.source.words == "Кто обращается: Проєкт «Хочу жить»"
    lines = of.source.path.read_text("utf-8").splitlines()
    for passage in (content.heading, content.lead, *content.guarantees, *content.steps):
        _, line, column = of.place(passage.path)
        assert lines[line - 1][column - 1 :].startswith(passage.words)


def test_its_own_words_win(tmp_path: Path) -> None:
    """A heading and a lead of the leaflet's stand in place of the title's."""
    content = leaflet_content(script(tmp_path, "{heading: {ko: 머리}, lead: {ko: 말}}").message, "ko")
    assert content.heading.words == "머리"
    assert content.lead is not None
    assert content.lead.words == "말"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"leaflet": False}, "asks for no leaflet"),
        ({"source": None}, "has nobody who speaks"),
        ({"scenes": ()}, "has nothing to say"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, change: dict[str, object], words: str) -> None:
    """A leaflet without what it can't be without is never printed."""
    message = script(tmp_path).message.model_copy(update=change)
    with pytest.raises(HosoError, match=words):
        leaflet_content(message, "ko")


def test_without_a_contact_there_is_none(tmp_path: Path) -> None:
    """Nobody is asked to come without a way to ask."""
    of = script(tmp_path, settings="source: Проєкт\nchannels: [telegram]\n")
    with pytest.raises(HosoError, match="has no contact"):
        leaflet_content(of.message, "ko")


def test_a_language_without_words_is_said(tmp_path: Path, faces: FontSet) -> None:
    """The text is named, and nothing is written."""
    message: Message = script(tmp_path).message
    with pytest.raises(HosoError, match="no words for `heading` in 'en'"):
        make_leaflets(message, ["ko", "en"], faces, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_readers_of_each_edition_get_one() -> None:
    """The languages are those that the editions show."""
    assert leaflet_languages(sample().message) == ("ko", "ru")


@EACH
def test_no_word_is_broken(faces: FontSet, language: Language) -> None:
    """Lines end at spaces only: joined, they are the words of the script; none is wider than the paper."""
    for block in blocks(fitted(sample(), language, faces)[1]):
        lines = ["".join(run.text for run in line) for line in block.lines]
        assert " ".join(lines) == block.passage.words
        assert all(faces.width(line, language, block.size, bold=block.bold) <= FREE_WIDTH for line in lines)


def test_a_number_stays_with_what_it_counts(tmp_path: Path, faces: FontSet) -> None:
    """`수천 명이` is not parted, where one line more keeps it whole."""
    of = script(tmp_path, "{guarantees: [{ko: 여러분보다 먼저 온 수천 명이 지금 살아 있습니다}]}")
    (guarantee,) = fitted(of, "ko", faces)[1].front.guarantees
    lines = ["".join(run.text for run in line) for line in guarantee.lines]
    assert len(lines) == 3
    assert any("수천 명이" in line for line in lines)


@EACH
def test_type_is_large_and_in_its_order(faces: FontSet, language: Language) -> None:
    """Nothing under 9 pt; what matters most is set largest; both sides fit between the margins."""
    _, both = fitted(sample(), language, faces)
    front, back = both.front, both.back
    assert min(block.size for block in blocks(both)) >= 9
    assert front.heading.size > front.guarantees[0].size >= 16
    assert back.phone is not None
    assert back.phone.size >= 20
    assert back.phone.size > back.steps[0].size >= 16
    assert front.height <= FREE_HEIGHT
    assert back.height <= FREE_HEIGHT


STATEMENT = "포로는 누구나 인도적인 대우를 보장받고 따뜻한 음식과 잠자리와 치료를 받습니다"


def promises(count: int) -> str:
    """A leaflet with so many long statements."""
    return "{guarantees: [" + ", ".join(f"{{ko: {number} {STATEMENT}}}" for number in range(count)) + "]}"


def test_more_words_are_set_smaller_and_too_many_refused(tmp_path: Path, faces: FontSet) -> None:
    """Type shrinks in steps to 11 pt at least; then the longest text is named at its place."""
    sizes = [
        fitted(script(tmp_path, promises(count)), "ko", faces)[1].front.guarantees[0].size
        for count in (1, 3, 4)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1] >= 11
    long = promises(6).replace(STATEMENT, f"{STATEMENT} {STATEMENT}").replace("4 포로는", "4 모든 포로는")
    (problem,) = found(script(tmp_path, long), faces)
    assert re.fullmatch(r"2:\d+ too long for a leaflet: “4 모든 포로는 .*…”", problem)
    of = script(tmp_path, long)
    with pytest.raises(HosoError, match="too long for a leaflet"):
        make_leaflets(of.message, ["ko"], faces, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_word_wider_than_the_paper_is_refused(tmp_path: Path, faces: FontSet) -> None:
    """It is never broken: the word is named at the place of its text."""
    word = "가나다라마바사아자차카타파하거너더러머버서어저처"
    assert found(script(tmp_path, step=f"무기를 {word}"), faces) == [
        f"5:68 “{word}” is too wide for a leaflet"
    ]


def test_an_address_too_long_for_the_code_is_refused(tmp_path: Path, faces: FontSet) -> None:
    """The code stays coarse enough for a telephone in bad light."""
    url = "https://a.org/" + "a1" * 300
    (problem,) = found(script(tmp_path, settings=SETTINGS.replace("https://a.org", url)), faces)
    assert problem.startswith("3:")
    assert "too long for a leaflet: “https://a.org/a1" in problem


def test_what_no_font_has_is_found(tmp_path: Path, faces: FontSet) -> None:
    """A character that would be a box is named where it stands."""
    assert found(script(tmp_path, title="제목 𓀀"), faces) == [
        "1:13 no font has 𓀀: readers of the leaflet would see boxes"
    ]


def test_a_good_leaflet_has_no_problem(tmp_path: Path, faces: FontSet) -> None:
    """Nothing is said of the sample, or of a script that wants no leaflet."""
    assert list(leaflet_problems(sample(), LANGUAGES, faces)) == []
    assert list(leaflet_problems(script(tmp_path, "false"), LANGUAGES, faces)) == []
    of = sample()
    nameless = replace(of, message=of.message.model_copy(update={"source": None}))
    assert [problem.message for problem in leaflet_problems(nameless, ["ko"], faces)] == [
        "The leaflet has nobody who speaks"
    ]
