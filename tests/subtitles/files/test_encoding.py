"""Encodings and line ends: what the bytes of a subtitle file are as text."""

from __future__ import annotations

import pytest

from tests.subtitles.files.saying import CUES, GOOD, faults, reading, said

RUSSIAN = GOOD.replace("죽지 마십시오.", "Не погибайте, господа.").replace("살아야\n합니다.", "Живите.")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (GOOD.encode(), "utf-8"),
        (GOOD.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + GOOD.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + GOOD.encode("utf-16-be"), "utf-16-be"),
        (GOOD.replace("\n", "\r\n").encode(), "utf-8"),
        (b"\xff\xfe" + GOOD.replace("\n", "\r\n").encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_what_is_well_encoded_is_read_without_a_word(data: bytes, encoding: str) -> None:
    """UTF-8 and marked UTF-16, with LF or CRLF, are what editors save."""
    found = reading(data)
    assert (found.cues, found.repairs, found.encoding) == (CUES, (), encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "line", "words"),
    [
        (GOOD.encode("cp949"), "cp949", 3, "CP949"),
        (GOOD.replace("\n", "\r\n").encode("cp949"), "cp949", 3, "CP949"),
        (GOOD.encode("utf-16-le"), "utf-16-le", 1, "UTF-16"),
        (GOOD.encode("utf-16-be"), "utf-16-be", 1, "UTF-16"),
        (GOOD.replace("\n", "\r"), "utf-8", 1, "old Mac"),
        (GOOD.replace("\n", "\r\r\n"), "utf-8", 1, "CR CR LF"),
        (GOOD.replace("\n\n2", "\n\n\ufeff2"), "utf-8", 5, "byte order mark"),
    ],
)
def test_other_encodings_and_line_ends_are_read_and_said(
    data: str | bytes, encoding: str, line: int, words: str
) -> None:
    """All cues, at the lines that an editor sees, and what was done."""
    found = reading(data)
    assert (found.cues, found.encoding) == (CUES, encoding)
    assert [entry.line for entry in found.entries] == [2, 6]
    assert said(found.repairs, line, words)
    assert {problem.level for problem in found.repairs} == {"warning"}


def test_cp949_is_more_than_euc_kr() -> None:
    """Syllables that EUC-KR lacks are read."""
    text = GOOD.replace("죽지 마십시오.", "똠방각하 펲시콜라 믜")
    with pytest.raises(UnicodeDecodeError):
        text.encode("cp949").decode("euc_kr")
    assert reading(text.encode("cp949")).cues[0].text == "똠방각하 펲시콜라 믜"


def test_russian_of_old_windows_is_a_guess() -> None:
    """CP1251 comes last, and is said to be guessed."""
    found = reading(RUSSIAN.encode("cp1251"))
    assert [cue.text for cue in found.cues] == ["Не погибайте, господа.", "Живите."]
    assert found.encoding == "cp1251"
    assert said(found.repairs, 3, "guessed to be CP1251")


def test_russian_whose_words_pair_up_is_no_hanja() -> None:
    """Words of an even length are valid CP949, but it has no sentence of Hanja without Hangul."""
    data = (
        GOOD.replace("죽지 마십시오.", "наше поле, были мы")
        .replace("살아야\n합니다.", "Живите")
        .encode("cp1251")
    )
    assert data.decode("cp949").split("\n")[2] == "壯袍 禎音, 岫泣 荏"
    assert reading(data).cues[0].text == "наше поле, были мы"


def test_ukrainian_of_old_windows_is_read() -> None:
    """With its own letters and quotation marks."""
    text = RUSSIAN.replace("Живите.", "Живіть — «їжа» є.")
    assert reading(text.encode("cp1251")).cues[1].text == "Живіть — «їжа» є."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_character_that_is_cut_off_is_said(encoding: str) -> None:
    """The rest of the last cue stays."""
    found = reading(GOOD.rstrip(".\n").encode(encoding)[:-1])
    assert found.cues == (CUES[0], CUES[1].__class__(3000, 4000, "살아야\n합니"))
    assert said(found.repairs, 8, "cut off within a character")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (GOOD.encode().replace("살".encode(), b"\xff\xff\x81"), 7),
        (b"\x00\x01\x02\xff\xfe\xfd" * 40, 1),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff", 1),
        (b"\xff\xfe\x00\xd8\x00\xd8", 1),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int) -> None:
    """With the line where they begin, and never as other letters."""
    (problem,) = faults(data)
    assert (problem.line, problem.message) == (line, "these bytes are text in no encoding that is known here")
    assert problem.remedy
