"""Reading YAML: what is text, where things are, and what is said when it can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.documents.yaml_source import MAX_BYTES, parse_yaml, read_yaml

FILE = Path("f.yaml")


def problems(data: str | bytes) -> list[str]:
    """`line:column message` of every problem with `data`."""
    try:
        found = parse_yaml(data.encode() if isinstance(data, str) else data, FILE).problems
    except InputError as error:
        found = error.problems
    assert all(problem.path == FILE and problem.remedy for problem in found)
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in found]


def test_scalars_follow_yaml_1_2() -> None:
    """Times, dates, yes and no are text; only plain decimal numbers, true, false and null are not."""
    text = (
        "a: 0:02\nb: no\nc: on\nd: 2024-10-23\ne: 0x10\nf: 1_000\ng: 12345678901234567890\nh: '1'\n"
        "i: !!str 1\nj: 12\nk: -1.5\nl: 1e3\nm: true\nn: ~\no:\np: 1e999\nq: .inf\nr: ''"
    )
    assert parse_yaml(text.encode(), FILE).data == {
        "a": "0:02", "b": "no", "c": "on", "d": "2024-10-23", "e": "0x10", "f": "1_000",
        "g": "12345678901234567890", "h": "1", "i": "1", "j": 12, "k": -1.5, "l": 1000.0, "m": True,
        "n": None, "o": None, "p": "1e999", "q": ".inf", "r": "",
    }  # fmt: skip


def test_places_of_keys_and_values() -> None:
    """Lines and columns count from 1, in characters, with a byte order mark and CRLF too."""
    source = parse_yaml("\ufeff제목: {ko: 가}\r\nscenes:\r\n  - footage: a.mp4\r\n".encode(), FILE)
    assert source.mark(("제목", "ko")) == (1, 10)
    assert source.mark(("제목", "ko"), key=True) == (1, 6)
    assert source.mark(("scenes", 0, "footage")) == (3, 14)
    assert source.mark(("scenes", 0, "footage"), key=True) == (3, 5)


def test_a_value_that_is_not_there_is_placed_at_its_holder() -> None:
    """A missing key is shown where the group that lacks it is named."""
    source = parse_yaml(b"a:\n  b: 1\n", FILE)
    assert source.mark(("a", "c", "d")) == (1, 1)
    assert source.mark(("a", "b", 7)) == (2, 3)
    assert source.mark(()) == (1, 1)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", ["1:1 the file is empty"]),
        ("# a comment only\n", ["1:1 the file is empty"]),
        ("- a\n- b\n", ["1:1 the file is a list, not keys with values"]),
        ("hello", ["1:1 the file is a single value, not keys with values"]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", ["3:1 `a` is written twice", "4:1 `b` is written twice"]),
        ("a: 시간: 10", ["1:6 a colon is where none can be"]),
        ("a:\n\t- b", ["2:1 a tab is used for indentation"]),
        ("a: @x", ["1:4 text can't begin with `@`"]),
        ("a: %x", ["1:4 text can't begin with `%`"]),
        ("a: *bold*", ["1:4 `*bold*` stands for something that is named nowhere"]),
        ("a: !now x", ["1:4 `!now` is not used here"]),
        ("a: !!python/object:os.system x", ["1:4 `!!python/object:os.system` is not used here"]),
        ('a: "x\nb: 1\n', ["1:4 a quote is opened and never closed"]),
        ("a: [1, 2\n", ["1:4 a bracket is opened and never closed"]),
        ("a: {ko: x\nb: 1", ["1:4 a bracket is opened and never closed"]),
        ("a: {x]", ["1:6 something inside the brackets is out of place"]),
        ("a: 'x' y", ["1:8 this is out of place"]),
        ('a: "\\q"', ["1:6 `\\q` means nothing inside double quotes"]),
        ("---\na: 1\n---\nb: 2", ["3:1 a second document begins here"]),
        ("a: - b", ["1:4 a list begins where none can be"]),
        ("}", ["1:1 a value is missing or a bracket is left over"]),
        ("a: &", ["1:5 an unfinished anchor mark (`&`, `*`, `!` or `%`)"]),
        ("a: &x [*x]", ["1:4 `*x` stands inside itself"]),
        ("[a]: 1", ["1:1 a key must be a single word"]),
        ('a: "\\ud800"', ["1:4 half of a character (`\\ud…`) stands alone"]),
        ('"\\ud800": a', ["1:1 half of a character (`\\ud…`) stands alone"]),
        ("a: x\nb: y\x01", ["2:5 a character that can't be shown (U+0001) is in the text"]),
        ("a: " + "[" * 600, ["None:None the file is nested too deeply"]),
        ("한글: 가\n".encode("cp949"), ["1:1 the file is not UTF-8; it looks like CP949 (Korean Windows)"]),
        ("a: 1".encode("utf-16"), ["1:1 the file is not UTF-8; it looks like UTF-16"]),
        (b"a: 1\nb: x\xff", ["2:5 the file is not UTF-8"]),
        (b"x" * (2 * MAX_BYTES), ["None:None the file has 2.0 MB: too large to be written by hand"]),
    ],
)
def test_what_cannot_be_read_is_explained(data: str | bytes, expected: list[str]) -> None:
    """Every mistake has a sentence of our own, a place and a remedy."""
    assert problems(data) == expected


def test_references_that_multiply_are_refused() -> None:
    """Nine lines that stand for a thousand million values don't fill the memory."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert problems("\n".join(lines)) == ["None:None the file's `*` references make it endless"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are said to be that."""
    with pytest.raises(InputError, match=r"there is no file no\.yaml"):
        read_yaml(tmp_path / "no.yaml")
    with pytest.raises(InputError, match="is a folder"):
        read_yaml(tmp_path)


@settings(deadline=None)
@given(st.binary(max_size=80) | st.text(alphabet=" \n\t:-[]{}&*!|>'\"%@`#,?ab0", max_size=60).map(str.encode))
def test_no_data_makes_a_traceback(data: bytes) -> None:
    """Whatever a file holds, it is read or refused with a reason."""
    for words in problems(data):
        assert words


def test_both_halves_of_a_character_are_one() -> None:
    """As JSON writes it: a key and a value beyond U+FFFF in two escapes."""
    assert parse_yaml(b'{"\\ud800\\udc00": "\\ud83d\\ude00"}', FILE).data == {"𐀀": "😀"}
