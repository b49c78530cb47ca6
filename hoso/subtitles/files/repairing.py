"""What belongs to which cue in SubRip and WebVTT, however the file was damaged: blocks of one cue each.

Timing lines are found first, since only they can't be mistaken; what stands between two of them is the
first one's words and the second one's number. What may be either is a fault. Pure, but for what it reports.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import NamedTuple

from hoso.subtitles.files.report import Report
from hoso.subtitles.files.timing import COMMA, Timing, is_meant, parse_timing

_NUMBER = re.compile(r"[0-9]{1,7}")
# What is left of a timing line when the end of the file was lost.
_STUMP = re.compile(r"[-−]?[0-9]{1,4}[0-9:,.\s]*(?:-{0,2}|-->[0-9:,.\s]*)")

_WRITE_TIMES = "Write them as 00:00:01,000 --> 00:00:02,500."
_NO_BLANK = "a cue without a blank line before it is read"
_PART = "Put a blank line and a number before a cue's times; let no words look like times."


class Line(NamedTuple):
    """A line of a file and its number, from 1."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.text.strip()

    @property
    def value(self) -> int | None:
        """The number that is all the line has."""
        stripped = self.text.strip()
        return int(stripped) if _NUMBER.fullmatch(stripped) else None


@dataclass(frozen=True, slots=True)
class Block:
    """One cue as text: where its times stand, its times as `hh:mm:ss,mmm`, and its words, none blank."""

    line: int
    start: str
    end: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """What differs between the formats that have timing lines."""

    numbered: bool
    """Whether every cue has its number."""
    usual: frozenset[str]
    """Oddities of times that are none in this format."""


SUBRIP = Manner(numbered=True, usual=frozenset({COMMA}))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that has newlines for line ends."""
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def blocks(lines: Sequence[Line], report: Report, manner: Manner) -> list[Block]:
    """Every cue of `lines`, in their order; repairs and faults go to `report`."""
    timings = _timings(lines, report)
    parting = _Parting(report, manner)
    found = []
    for here, there in pairwise([-1, *timings, len(lines)]):
        between = lines[here + 1 : there]
        following = lines[there] if there < len(lines) else None
        if here < 0:
            parting.before_all(between, following)
        else:
            words = parting.words(between, following)
            found.append(_block(lines[here], timings[here], words, report, manner))
    return found


def _timings(lines: Sequence[Line], report: Report) -> dict[int, Timing]:
    """The timing lines by their index in `lines`; what may be one or words is a fault."""
    read = {at: timing for at, line in enumerate(lines) if (timing := parse_timing(line.text))}
    placed = {at: _stands_alone(lines, at, read) for at in read}
    loosely = any(placed[at] and not read[at].certain for at in read)
    found = {}
    for at, timing in read.items():
        if timing.certain or placed[at] or (timing.typed and loosely):
            found[at] = timing
        elif timing.typed:
            words = f"“{lines[at].text.strip()}” may be a cue's times or words"
            report.fault(lines[at].number, words, _PART)
    return found


def _stands_alone(lines: Sequence[Line], at: int, read: Container[int]) -> bool:
    """Whether times stand where they do in a whole file: at the top, after a blank line or a number."""
    if at == 0 or lines[at - 1].blank:
        return True
    # A number right below another cue's times is that cue's words.
    return lines[at - 1].value is not None and at - 2 not in read


def _block(line: Line, timing: Timing, words: Sequence[Line], report: Report, manner: Manner) -> Block:
    for oddity in timing.oddities:
        if oddity not in manner.usual:
            report.repaired(line.number, oddity)
    if timing.early:
        message = (
            f"the cue begins before the video, at {timing.early}: it is shown from the start of the video"
        )
        report.repaired(line.number, message, "Check its times.")
    if timing.settings:
        message = "a cue's own place in the picture is not followed: subtitles have one place"
        report.repaired(line.number, message)
    texts = [word.text for word in words]
    if timing.words:
        message = f"“{timing.words}” beside the times is read as the cue's first line"
        report.repaired(line.number, message, "Put it on a line of its own.")
        texts.insert(0, timing.words)
    return Block(line.number, timing.start, timing.end, tuple(texts))


class _Parting:
    """Goes through a file from cue to cue, knowing which number is due, and parts words from numbers."""

    def __init__(self, report: Report, manner: Manner) -> None:
        self._report = report
        self._manner = manner
        self._last = -1
        self._due = 1

    def before_all(self, between: Sequence[Line], following: Line | None) -> None:
        """Read what stands before the first cue's times, `following`: its number and nothing else."""
        left = self._without_number(between, following, first=True) if following else between
        words = [line for line in left if not line.blank]
        meant = [line for line in words if is_meant(line.text)]
        for line in meant:
            self._report.fault(line.number, f"“{line.text.strip()}” are not times", _WRITE_TIMES)
        if words and not meant:
            remedy = "Give them a number and times, or delete them."
            said = words[0].text.strip()
            self._report.fault(words[0].number, f"these words belong to no cue: “{said}”", remedy)

    def words(self, between: Sequence[Line], following: Line | None) -> list[Line]:
        """The words among the lines `between` a cue's times and the next one's, `following`.

        `following` is None where the file ends.
        """
        due = self._due
        left = self._without_number(between, following) if following else self._without_stump(between)
        return list(self._joined(left, due))

    def _without_number(
        self, between: Sequence[Line], following: Line, *, first: bool = False
    ) -> Sequence[Line]:
        """`between` without the number of the cue whose times are `following`."""
        at = next((at for at in reversed(range(len(between))) if not between[at].blank), None)
        if at is None or not self._is_number(between, at, first=first):
            if not first:
                self._expect_blank(between, following)
            self._count(None, following)
            return between
        if at > 0 and not between[at - 1].blank:
            self._report.repaired(between[at].number, _NO_BLANK)
        if at < len(between) - 1:
            self._report.repaired(between[at + 1].number, "a blank line below a cue's number is skipped")
        self._count(between[at], following)
        return between[:at]

    def _is_number(self, between: Sequence[Line], at: int, *, first: bool) -> bool:
        """Whether the last words of `between`, at `at`, are the next cue's number, not this one's words."""
        line = between[at]
        if line.value is None:
            return False
        after_blank = at > 0 and between[at - 1].blank
        next_to_times = at == len(between) - 1
        if first or (next_to_times and after_blank):
            return True
        if line.value == self._due:
            return next_to_times or after_blank
        if next_to_times and at > 0:
            words = f"“{line.text.strip()}” may be a cue's number or words"
            self._report.fault(line.number, words, _PART)
        return False

    def _expect_blank(self, between: Sequence[Line], following: Line) -> None:
        """Say where a cue's times stand right below words, be they its own or those of the one before."""
        if not between or between[-1].blank:
            return
        last = between[-1]
        if self._manner.numbered and last.value is None and any(line.blank for line in between[1:]):
            words = f"“{last.text.strip()}” stands where a cue has its number"
            remedy = "Put a number there, or a blank line between it and the times."
            self._report.fault(last.number, words, remedy)
        else:
            self._report.repaired(following.number, _NO_BLANK)

    def _count(self, number: Line | None, following: Line) -> None:
        """Count the cue whose times are `following` and whose number, where it has one, is `number`."""
        value = None if number is None else number.value
        if number is None or value is None:
            if self._manner.numbered:
                self._report.repaired(following.number, "a cue without a number is read")
            self._due += 1
            return
        if value <= self._last and self._manner.numbered:
            self._report.repaired(number.number, "a number that is used twice or out of order is read")
        self._last, self._due = value, value + 1

    def _without_stump(self, between: Sequence[Line]) -> Sequence[Line]:
        """`between` without the beginning of a cue whose rest was lost with the end of the file."""
        seen = [at for at, line in enumerate(between) if not line.blank]
        stump = self._stump(between, seen) if seen else None
        if stump is None:
            return between
        said = " ".join(line.text.strip() for line in between[stump:] if not line.blank)
        words = f"the file is cut off within a cue: “{said}” is left out"
        self._report.repaired(between[stump].number, words, "Check the end of the file.")
        return between[:stump]

    def _stump(self, between: Sequence[Line], seen: Sequence[int]) -> int | None:
        """Where such a beginning begins: a number that is due, and times that end too soon."""
        last = between[seen[-1]]
        above = between[seen[-2]] if len(seen) > 1 else None
        if _STUMP.fullmatch(last.text.strip()) and ":" in last.text:
            if above is not None and above.value == self._due:
                return seen[-2]
            return seen[-1] if "-" in last.text[1:] else None
        stands_alone = seen[-1] > 0 and between[seen[-1] - 1].blank
        if last.value is not None and stands_alone and str(self._due).startswith(last.text.strip()):
            return seen[-1]
        return None

    def _joined(self, lines: Sequence[Line], due: int) -> Iterator[Line]:
        """The words among `lines`, over blank lines; what looks like another cue's beginning is a fault."""
        above: Line | None = None
        begun = False
        for line, below in zip_longest(lines, lines[1:]):
            if not line.blank:
                after_blank = above is not None and above.blank
                self._examine(line, below, due, after_blank=after_blank)
                if after_blank:
                    self._report.repaired(line.number, *_skipped(line, begun=begun))
                begun = True
                yield line
            above = line

    def _examine(self, line: Line, below: Line | None, due: int, *, after_blank: bool) -> None:
        """Say where `line`, among words, is more likely a cue whose times can't be read."""
        times_below = below is not None and is_meant(below.text)
        if is_meant(line.text) and (":" in line.text or after_blank) and not parse_timing(line.text):
            self._report.fault(line.number, f"“{line.text.strip()}” are not times", _WRITE_TIMES)
        elif after_blank and line.value == due and not times_below:
            remedy = "Write its times below its number, or delete the number and the blank line above it."
            self._report.fault(line.number, f"cue {due} has no times that can be read", remedy)


def _skipped(line: Line, *, begun: bool) -> tuple[str, str]:
    """What is said of words below a blank line, and what to do about it."""
    if not begun:
        return "a blank line between a cue's times and its words is skipped", ""
    remedy = "Delete the blank line, or give the words a number and times of their own."
    words = f"“{line.text.strip()}”, below a blank line, is read as more words of the cue above"
    return words, remedy
