"""Bytes to text: which encoding a subtitle file has, and what its line ends are.

The order is byte order mark, strict UTF-8, CP949 (which contains EUC-KR), CP1251: a later one only where
the earlier ones fail, so that the guess is last.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hoso.subtitles.files.report import Report

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")
_HANJA = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile("[А-яЁёІіЇїЄєҐґ«»—–№“”…]")
_BINARY = re.compile("[\x00-\x08]")
_LINE_END = re.compile(r"\r+\n|\r")

_SAVE_AS_UTF8 = "Save it as UTF-8."


class Decoded(NamedTuple):
    """A file's text, its lines ended by newlines, and the codec (Python's name) that gave it."""

    text: str
    encoding: str


def decode(data: bytes, report: Report) -> Decoded:
    """The text of a file's bytes. Raises InputError where no encoding fits."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            body = data[len(bom) :]
            text = _utf8(body, report) if encoding == "utf-8-sig" else _utf16(body, encoding, report)
            found = None if text is None else (text, encoding)
            break
    else:
        found = _guessed_utf16(data, report) or _unmarked(data, report)
    if found is None:
        line = _line_of(data, _first_bad_byte(data))
        remedy = "Open it in the program that made it and save it as UTF-8."
        report.fault(line, "these bytes are text in no encoding that is known here", remedy)
        report.check()
        raise AssertionError  # the fault was raised
    text, encoding = found
    return Decoded(_one_line_end(_without_marks(text, report), report), encoding)


def _unmarked(data: bytes, report: Report) -> tuple[str, str] | None:
    text = _utf8(data, report)
    if text is not None:
        return text, "utf-8"
    line = _line_of(data, _first_bad_byte(data))
    if _BINARY.search(data.decode("latin-1")):
        return None
    text = _strict(data, "cp949")
    if text is not None and len(_HANJA.findall(text)) <= len(_HANGUL.findall(text)):
        words = "the file is not UTF-8: it is read as CP949, the old Korean encoding of Windows"
        report.repaired(line, words, _SAVE_AS_UTF8)
        return text, "cp949"
    text = _strict(data, "cp1251")
    if text is not None and _is_cyrillic(text):
        words = "the file is neither UTF-8 nor CP949: it is guessed to be CP1251, an old Cyrillic encoding"
        report.repaired(line, words, f"Check the words. {_SAVE_AS_UTF8}")
        return text, "cp1251"
    return None


def _utf8(data: bytes, report: Report) -> str | None:
    """`data` as UTF-8; without its last character where the file was cut off within that."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return None
        words = "the file is cut off within a character, which is left out"
        report.repaired(_line_of(data, error.start), words, "Check the end of the file.")
        return data[: error.start].decode()


def _utf16(data: bytes, encoding: str, report: Report) -> str | None:
    if len(data) % 2:
        data = data[:-1]
        text = _strict(data, encoding)
        line = 1 if text is None else text.count("\n") + 1
        words = "the file is cut off within a character, which is left out"
        report.repaired(line, words, "Check the end of the file.")
        return text
    return _strict(data, encoding)


def _guessed_utf16(data: bytes, report: Report) -> tuple[str, str] | None:
    """UTF-16 without a mark: digits and line ends are every other byte zero, which no other text has."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding, zeros, others = ("utf-16-le", odd, even) if odd > even else ("utf-16-be", even, odd)
    # A syllable such as 가 (U+AC00) has a zero of its own on the other side.
    if zeros * 10 < len(data) or zeros <= 4 * others:
        return None
    text = _strict(data[: len(data) // 2 * 2], encoding)
    if text is None or _BINARY.search(text):
        return None
    report.repaired(1, "the file has no byte order mark: it is read as UTF-16", _SAVE_AS_UTF8)
    return _utf16(data, encoding, report) or "", encoding


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_cyrillic(text: str) -> bool:
    """Whether four in five of the characters beyond ASCII are what Russian and Ukrainian are written with."""
    beyond = sum(1 for char in text if not char.isascii())
    return len(_CYRILLIC.findall(text)) * 5 >= beyond * 4


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _line_of(data: bytes, at: int) -> int:
    return len(re.findall(rb"\r+\n|\r|\n", data[:at])) + 1


def _without_marks(text: str, report: Report) -> str:
    """`text` without byte order marks: files that were put together have them in the middle."""
    if "\ufeff" not in text.lstrip("\ufeff"):
        return text.lstrip("\ufeff")
    for number, line in enumerate(text.split("\n"), start=1):
        if "\ufeff" in line and number > 1:
            report.repaired(number, "a byte order mark within the file is left out")
    return text.replace("\ufeff", "")


def _one_line_end(text: str, report: Report) -> str:
    """`text` with a newline for every line end, be it CR LF, CR or the CR CR LF of a botched conversion."""
    if "\r" not in text:
        return text
    for found in _LINE_END.finditer(text):
        words = {"\r\n": "", "\r": "lines that end as on an old Mac (CR) are read"}
        said = words.get(found[0], "doubled line ends (CR CR LF) are read as one")
        if said:
            line = len(re.findall(r"\r+\n|\r|\n", text[: found.start()])) + 1
            report.repaired(line, said)
            break
    return _LINE_END.sub("\n", text)
