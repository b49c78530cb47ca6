"""Two releases of one message, side by side: what came, what went, what changed, and which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hoso.base.problems import InputError
from hoso.release.manifest import FileEntry
from hoso.release.opened import OpenRelease
from hoso.release.report.changes import Change, changes
from hoso.release.report.measures import Verdict, verdict
from hoso.release.report.wording import DiffLine, line_differences

PLAIN = (".txt", ".srt")
"""Files that people read; a WebVTT says what the SRT beside it says."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs: `before` or `after` is None where it came or went."""

    path: str
    kind: Literal["new", "gone", "content"]
    before: FileEntry | None
    after: FileEntry | None
    words: tuple[DiffLine, ...]
    """The lines that read otherwise, where it is a text."""

    @property
    def verdicts(self) -> tuple[Verdict | None, Verdict | None]:
        """What QC said before and says now; None of what it does not look at."""
        return _verdict(self.before), _verdict(self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one release to a later one."""

    before: str
    after: str
    others: tuple[Change, ...]
    """State, voices, withheld channels."""
    files: tuple[FileChange, ...]
    same: int
    """How many files are the same to the byte."""


def compare(old: OpenRelease, new: OpenRelease) -> Comparison:
    """Every change from `old` to `new`."""
    found = changes(old.manifest, new.manifest)
    files = tuple(_files(old, new, found))
    kept = {entry.path for entry in old.manifest.files} & {entry.path for entry in new.manifest.files}
    return Comparison(
        before=old.manifest.version,
        after=new.manifest.version,
        others=tuple(each for each in found if each.kind in ("state", "voice", "withheld")),
        files=files,
        same=len(kept - {each.path for each in files}),
    )


def _files(old: OpenRelease, new: OpenRelease, found: tuple[Change, ...]) -> Iterator[FileChange]:
    before = {entry.path: entry for entry in old.manifest.files}
    after = {entry.path: entry for entry in new.manifest.files}
    for change in found:
        if change.kind in ("new", "gone", "content"):
            one, other = before.get(change.what), after.get(change.what)
            words = _words(old, new, one, other)
            yield FileChange(change.what, change.kind, one, other, words)


def _words(
    old: OpenRelease, new: OpenRelease, one: FileEntry | None, other: FileEntry | None
) -> tuple[DiffLine, ...]:
    if one is None or other is None or not one.path.endswith(PLAIN):
        return ()
    return line_differences(_text(old, one), _text(new, other))


def _text(release: OpenRelease, entry: FileEntry) -> str:
    """What the file says; nothing where it is gone or was changed."""
    try:
        with release.released(entry) as file:
            return file.read().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except InputError:
        return ""


def _verdict(entry: FileEntry | None) -> Verdict | None:
    return verdict(entry.qc) if entry is not None and entry.kind in ("video", "sound") else None
