"""What stands on the page: nouns, in the order in which they are read. Words are finished, not escaped."""

from __future__ import annotations

from dataclasses import dataclass

from hoso.base.languages import Language
from hoso.release.manifest import Decision, EditionEntry, FileEntry, Manifest
from hoso.release.report.changes import Change
from hoso.release.report.measures import Fault, Row, Verdict
from hoso.release.report.pictures import Picture
from hoso.release.report.plots import Drawing
from hoso.release.report.wording import DiffLine


@dataclass(frozen=True, slots=True)
class FileView:
    """A film or sound: what it is called once handed out, how large and long, what QC says."""

    entry: FileEntry
    name: str
    size: str
    size_limit: str
    length: str
    length_limit: str
    verdict: Verdict
    faults: tuple[Fault, ...]
    loudness: str
    true_peak: str
    rows: tuple[Row, ...]
    everything: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text beside a video."""

    name: str
    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Card:
    """An edition on one channel."""

    channel: str
    title: str
    poster: Picture | None
    files: tuple[FileView, ...]
    captions: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contact sheet, and the channels whose picture it is."""

    picture: Picture
    channels: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The sound of some channels, drawn; loudness in words."""

    drawing: Drawing
    channels: str
    lufs: str
    target: str


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition: who speaks, its channels, pictures and sounds."""

    edition: EditionEntry
    voice: str
    subtitles: str
    speaks: str
    disclosure: str
    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a list: what it is for, its name, its size and its whole checksum."""

    entry: FileEntry
    told: str
    name: str
    size: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A channel without a file."""

    edition: str
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text that reads otherwise than in the last release."""

    path: str
    lines: tuple[DiffLine, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the release of `version`."""

    version: str
    changes: tuple[Change, ...]
    texts: tuple[Rewritten, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All of it."""

    manifest: Manifest
    decided: Decision | None
    """The decision that the state comes from."""
    editions: tuple[EditionView, ...]
    subtitles: tuple[Listed, ...]
    leaflets: tuple[Listed, ...]
    withheld: tuple[Refused, ...]
    since: Since | None
    everything: tuple[Listed, ...]
