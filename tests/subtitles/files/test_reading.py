"""Reading as a whole: no damage loses a cue without a word; any bytes are read or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pysrt
import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.export import export
from hoso.subtitles.files.reading import Format, Reading, read
from hoso.subtitles.files.srt import text_of
from tests.subtitles.files.making import CUES_OF_ANY_WORDS, programmes
from tests.subtitles.files.saying import CUES, GOOD, outcome, reading

Damage = Callable[[list[str]], list[str]]
"""What is done to the lines of one cue: its number, its times, its words, a blank line."""


def _times(change: Callable[[str], str]) -> Damage:
    """Damage to a cue's times, wherever its number went."""
    return lambda lines: [change(line) if "00:" in line or "-->" in line else line for line in lines]


def _after_times(lines: list[str], *new: str) -> list[str]:
    at = next(at for at, line in enumerate(lines) if ":" in line)
    return [*lines[: at + 1], *new, *lines[at + 1 :]]


HARMLESS: dict[str, Damage] = {
    "no number": lambda lines: lines[1:] if lines[0].isdecimal() else lines,
    "number 1": lambda lines: ["1", *lines[1:]] if lines[0].isdecimal() else lines,
    "arrow ->": _times(lambda line: line.replace("-->", "->")),
    "arrow =>": _times(lambda line: line.replace("-->", "=>")),
    "dots": _times(lambda line: line.replace(",", ".")),
    "no spaces": _times(lambda line: line.replace(" ", "")),
    "coordinates": _times(lambda line: f"{line}  X1:1 X2:2 Y1:1 Y2:2"),
    "no blank line after": lambda lines: lines[:-1] if not lines[-1] else lines,
    "two blank lines": lambda lines: [*lines, ""],
    "blank line first": lambda lines: _after_times(lines, ""),
    "blank line within": lambda lines: [*lines[:-2], "", *lines[-2:]],
    "italics": lambda lines: _after_times(lines, "<i></i>"),
    "spaces": lambda lines: [f"  {line} " for line in lines],
    "CR LF": lambda lines: [f"{line}\r" for line in lines],
    "CR CR LF": lambda lines: [f"{line}\r\r" for line in lines],
}
"""What may be done to any cue, together with any other, without a loss that is not said."""

LINE_ENDS = ("CR LF", "CR CR LF")
"""What is done last."""


@given(programmes(), st.data())
def test_damage_loses_nothing_without_an_error(cues: list[Cue], data: st.DataObject) -> None:
    """Any damage to any cues: all words and times come back, or the file is refused."""
    lines: list[str] = []
    for number, cue in enumerate(cues, start=1):
        block = text_of([cue]).replace("1\n", f"{number}\n", 1).split("\n")[:-1]
        names = data.draw(st.lists(st.sampled_from(sorted(HARMLESS)), max_size=3, unique=True))
        for name in sorted(names, key=LINE_ENDS.__contains__):
            block = HARMLESS[name](block)
        lines += block
    found = outcome("\n".join(lines))
    assert isinstance(found, InputError) or list(found.cues) == cues


@given(programmes(), st.sampled_from(sorted(HARMLESS)))
def test_one_kind_of_damage_everywhere_is_repaired(cues: list[Cue], name: str) -> None:
    """A program's habit throughout a file is no reason to refuse it."""
    blocks = [text_of([cue]).replace("1\n", f"{number}\n", 1) for number, cue in enumerate(cues, start=1)]
    lines = [line for block in blocks for line in HARMLESS[name](block.split("\n")[:-1])]
    assert list(reading("\n".join(lines)).cues) == cues


@given(programmes(step_ms=1000), st.sampled_from(["-->", "->", "=>", "→"]))
def test_short_times_throughout_are_read(cues: list[Cue], arrow: str) -> None:
    """Whole seconds, and minutes and seconds alone where a file is shorter than an hour."""
    text = text_of(cues).replace(",000", "").replace("-->", arrow)
    assert list(reading(text).cues) == cues
    if cues[-1].end_ms < 3_600_000:
        assert list(reading(text.replace("\n00:", "\n").replace(f"{arrow} 00:", f"{arrow} ")).cues) == cues


@given(CUES_OF_ANY_WORDS, st.data())
def test_a_lost_line_loses_no_other_words_silently(cues: list[Cue], data: st.DataObject) -> None:
    """Delete any one line: the words that are left are all read, or something is said."""
    lines = text_of(cues).split("\n")
    gone = data.draw(st.integers(0, len(lines) - 1))
    left = "\n".join(lines[:gone] + lines[gone + 1 :])
    found = outcome(left)
    if isinstance(found, Reading) and not found.repairs:
        items = pysrt.from_string(left, error_handling=pysrt.ERROR_RAISE)
        assert list(found.cues) == [Cue(item.start.ordinal, item.end.ordinal, item.text) for item in items]


@given(programmes(), st.data())
def test_a_file_that_is_cut_off_keeps_what_it_has(cues: list[Cue], data: st.DataObject) -> None:
    """After any byte: the whole cues are there and nothing is made up, or it is said."""
    whole = text_of(cues).encode()
    head = whole[: data.draw(st.integers(0, len(whole)))]
    found = outcome(head)
    if isinstance(found, InputError):
        return
    complete = [cue for at, cue in enumerate(cues) if len(text_of(cues[: at + 1]).encode()) - 2 <= len(head)]
    assert list(found.cues[: len(complete)]) == complete
    assert len(found.cues) - len(complete) <= 1
    for cue, cut in zip(cues[len(complete) :], found.cues[len(complete) :], strict=False):
        assert cue.text.startswith(cut.text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing but InputError, never no cue, never a problem without its line."""
    _read_or_refused(data)


PIECES = (
    "\n \r \n\n 1 2 00:00:01,000 --> 00:00:02,000 -> 00:01 가 WEBVTT NOTE <SAMI> <BODY> <SYNC_Start=1000> "
    "<SYNC <P_Class=KRCC> <P &nbsp; <br> <b> </b> [Events] Dialogue:_0,0:00:01.00,0:00:02.00,A,,0,0,0,, { } "
    "\\ N Format:_Start,_End,_Text {\\b1} {\\p1} <i> , - _ \0 \u0338 \ufeff &lt; <!-- -->"
)
PIECE = st.sampled_from([*(piece.replace("_", " ") for piece in PIECES.split(" ")), "\u2028", "\x0b", "\x1c"])


@given(st.lists(PIECE, max_size=24).map("".join), st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
def test_any_heap_of_pieces_is_read_or_refused(text: str, encoding: str) -> None:
    """The pieces of every format in any order."""
    _read_or_refused(text.encode(encoding))


def _read_or_refused(data: bytes) -> None:
    found = outcome(data)
    if isinstance(found, InputError):
        return
    assert found.cues
    assert all(cue.text and 0 <= cue.start_ms < cue.end_ms for cue in found.cues)
    again = outcome(text_of(found.cues))
    assert isinstance(again, InputError) or again.repairs or again.cues == found.cues


@pytest.mark.parametrize("name", ["srt", "vtt", "ass", "smi"])
@pytest.mark.parametrize("suffix", [".srt", ".txt", ".vtt", ".ass", ".smi"])
def test_the_content_says_what_a_file_is(tmp_path: Path, name: Format, suffix: str) -> None:
    """Under any extension."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(export(CUES, name, "ko").encode())
    found = read(path, "ko")
    assert (found.format, found.cues, found.repairs) == (name, CUES, ())


def test_a_missing_file_is_a_missing_file(tmp_path: Path) -> None:
    """Not an empty one."""
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "a.srt")


def test_the_libraries_agree_on_a_whole_file() -> None:
    """pysrt and pysubs2 read what is whole as hoso does."""
    items = pysrt.from_string(GOOD)
    assert tuple(Cue(item.start.ordinal, item.end.ordinal, item.text) for item in items) == CUES
    events = pysubs2.SSAFile.from_string(GOOD)
    assert tuple(Cue(event.start, event.end, event.plaintext) for event in events) == reading(GOOD).cues
