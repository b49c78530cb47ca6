"""Script files (and hoso.yaml) as people write them: saved where nobody else did meanwhile, else merged."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hoso.base.files import write_bytes
from hoso.base.history import History, Version
from hoso.base.keys import digest_bytes
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.documents.merging import merged
from hoso.documents.yaml_source import MAX_BYTES, parse_yaml

_WRITING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Written:
    """A text, with LF line ends, and what stands for it."""

    text: str
    stamp: str
    """Changes whenever the file's bytes do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is in the file now; `merged` says that somebody else's changes are in it too."""

    written: Written
    merged: bool = False


class Overtaken(Exception):  # noqa: N818 - two people at work, not an error
    """The file has changed meanwhile, and the changes meet: somebody has to choose."""

    def __init__(self, theirs: Written | None) -> None:
        super().__init__("the file has changed meanwhile")
        self.theirs = theirs
        """What is in the file now; None where it is gone."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A YAML file that people edit, and its earlier versions."""

    path: Path
    history: History

    def read(self) -> Written:
        """What is in the file, kept from now on as something that somebody may have begun from.

        Raises InputError where there is none, or it isn't UTF-8.
        """
        found = self._read()
        if found is None:
            raise InputError([Problem(f"there is no file {self.path.name}", "", self.path)])
        self.history.remember(self.path)
        return found

    def save(self, text: str, base: str | None, allowed: Callable[[str], None] = lambda _: None) -> Saved:
        """Put `text` into the file; the previous is an earlier version then.

        `base` is the stamp of what `text` began from: where the file has changed since, both changes are
        brought together. None overwrites. `allowed` raises where what would be written may not be.
        Raises Overtaken where the changes meet, InputError where the text is too long.
        """
        with _WRITING:
            current = self._read()
            text, mine = _lf(text), False
            if current is not None and text == current.text:
                return Saved(current)
            if base is not None and (current is None or current.stamp != base):
                text, mine = self._merged(text, base, current), True
            allowed(text)
            self.history.remember(self.path)
            write_bytes(self.path, _bytes(text, self.path))
            self.history.remember(self.path)
            found = self._read()
            assert found is not None  # noqa: S101 - it was written just now
            return Saved(found, mine)

    def versions(self) -> tuple[Version, ...]:
        """Earlier versions, the latest first; without the one that the file is."""
        kept = self.history.versions(self.path)
        now = self.path.read_bytes() if self.path.is_file() else None
        return kept[1:] if kept and kept[0].path.read_bytes() == now else kept

    def version(self, stamp: str) -> Version:
        """The earlier version with that stamp. Raises InputError where there is none."""
        found = self._version(stamp)
        if found is None:
            words = "there is no such version any more"
            raise InputError([Problem(words, f"The last {len(self.versions())} are kept.", self.path)])
        return found

    def _read(self) -> Written | None:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        return written(data, self.path)

    def _version(self, stamp: str) -> Version | None:
        kept = self.history.versions(self.path)
        return next((one for one in kept if digest_bytes(one.path.read_bytes()) == stamp), None)

    def _merged(self, mine: str, base: str, theirs: Written | None) -> str:
        began = self._version(base)
        if began is None or theirs is None:
            raise Overtaken(theirs)
        found = merged(written(began.path.read_bytes(), self.path).text, mine, theirs.text)
        if found is None:
            raise Overtaken(theirs)
        return found


def script_sheet(project: Project, path: Path) -> Sheet:
    """The script at `path`."""
    return Sheet(path, History(project.state / "history" / "scripts"))


def written(data: bytes, path: Path) -> Written:
    """`data`, of the file at `path`, as text. Raises InputError where it isn't UTF-8."""
    try:
        return Written(_lf(data.decode("utf-8-sig")), digest_bytes(data))
    except UnicodeDecodeError:
        parse_yaml(data, path)
        raise


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(text: str, path: Path) -> bytes:
    """`text` with the line ends of the file at `path`, as editors on Windows want them kept."""
    data = text.encode()
    if len(data) > MAX_BYTES:
        words = f"the text has {len(data) / 1e6:.1f} MB: too much to be written by hand"
        raise InputError([Problem(words, "Was something else pasted?", path)])
    old = path.read_bytes() if path.is_file() else b""
    return data.replace(b"\n", b"\r\n") if b"\r\n" in old else data
