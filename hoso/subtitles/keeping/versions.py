"""What a subtitle file has been, told by its bytes: what somebody began to edit can be found when they save.

Which of the kept versions had which bytes is written down beside them, a line each. Where a version has gone
since, the one before it serves: all that was edited until then is in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hoso.base import files
from hoso.base.history import History
from hoso.base.keys import digest, digest_bytes
from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.files import srt

INDEX = "versions.txt"
MOST = 20_000
"""Lines of the index; where there are more, the older half goes."""
LOOKED_AT = 100
"""Of the versions, the latest first, so many are compared with a file that another program saved."""
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Seen:
    """The file as it was at some time."""

    version: str
    """SHA-256 of its bytes, in hexadecimal."""
    stamp: str
    """The name of the kept version, without its suffix: names sort by time."""
    lines: str
    """What stands for the script's lines that it was timed to; empty where that is not known."""
    sent: str
    """What stands for the save that made it; empty where it came about otherwise."""


class Versions:
    """The versions of the subtitle file at `path`. Whoever writes holds the file meanwhile."""

    def __init__(self, history: History, path: Path) -> None:
        self._history = history
        self._path = path
        self._index = history.folder(path) / INDEX

    def remember(self, lines: str = "", sent: str = "") -> None:
        """Keep the file as it is now, if there is one."""
        kept = self._history.remember(self._path)
        if kept is None:
            return
        seen = Seen(version_of(kept.path.read_bytes()), kept.path.stem, lines, sent)
        known = self.seen()
        if sent or not known or (known[-1].version, known[-1].lines) != (seen.version, seen.lines):
            row = " ".join(field or _NOTHING for field in (seen.version, seen.stamp, seen.lines, seen.sent))
            with self._index.open("a", encoding="ascii") as file:
                file.write(f"{row}\n")
        if len(known) >= MOST:
            rows = self._index.read_text("ascii").splitlines(keepends=True)
            files.write_text(self._index, "".join(rows[MOST // 2 :]))

    def seen(self) -> list[Seen]:
        """All that is written down, the latest last."""
        try:
            rows = [line.split() for line in self._index.read_text("ascii").splitlines()]
        except FileNotFoundError:
            return []
        return [Seen(*(field if field != _NOTHING else "" for field in row)) for row in rows if len(row) == 4]

    def knows(self, version: str) -> bool:
        """Whether the file was seen with these bytes before."""
        return any(seen.version == version for seen in self.seen())

    def was_saved(self, sent: str, base: str) -> bool:
        """Whether the save that `sent` stands for was made since the file was last as `base` tells."""
        for seen in reversed(self.seen()):
            if sent == seen.sent or base == seen.version:
                return sent == seen.sent
        return False

    def find(self, version: str) -> tuple[bytes, str] | None:
        """The bytes that are told by `version`, or those kept last before, and what stands for their lines.

        None where neither is known.
        """
        found = next((seen for seen in reversed(self.seen()) if seen.version == version), None)
        for kept in self._history.versions(self._path):
            if found is not None and kept.path.stem <= found.stamp:
                return kept.path.read_bytes(), found.lines
            if found is None:
                data = kept.path.read_bytes()
                if version_of(data) == version:
                    return data, ""
        return None

    def likest(self, cues: Sequence[Cue], lines: str, count: int = 3) -> Iterator[bytes]:
        """Of the versions timed to `lines` the `count` that have most in common with a file of `cues`."""
        stamps = {seen.stamp for seen in self.seen() if seen.lines == lines}
        there = _rows(srt.text_of(cues))
        kept = [each.path for each in self._history.versions(self._path) if each.path.stem in stamps]
        texts = [path.read_bytes() for path in kept[:LOOKED_AT]]
        distances = [_distance(there, _rows(data.decode(errors="replace"))) for data in texts]
        for number in sorted(range(len(texts)), key=lambda number: (distances[number], number))[:count]:
            yield texts[number]


def version_of(data: bytes) -> str:
    """What tells a file with these bytes from all others: their SHA-256, in hexadecimal."""
    return digest_bytes(data)


@lru_cache(maxsize=16)
def lines_key(lines: tuple[CuedLine, ...]) -> str:
    """What stands for the script's lines as they are heard."""
    return digest(lines)[:16] if lines else ""


def _rows(text: str) -> Counter[str]:
    """Times and words, without the numbers."""
    return Counter(row for row in text.splitlines() if row and not row.isdecimal())


def _distance(one: Counter[str], other: Counter[str]) -> int:
    return (one - other).total() + (other - one).total()
