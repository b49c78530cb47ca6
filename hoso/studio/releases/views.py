"""A release as people look at it: by edition and channel. Facts; the words come with the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from hoso.base.languages import Language
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.facts import Fact
from hoso.channels.model import Channel
from hoso.release.manifest import EditionEntry, FileEntry, Manifest, Withheld, download_name
from hoso.release.opened import OpenRelease
from hoso.release.posts import Post, posts
from hoso.release.report.measures import Fault, Verdict, faults, verdict
from hoso.release.report.writing import NAME as REPORT
from hoso.studio.releases.channels import channels_here

Channels = Mapping[str, Channel]
Player = Literal["video", "audio"]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of a release, and what it is called once it is saved."""

    entry: FileEntry
    name: str

    @property
    def form(self) -> str:
        """What kind of file it is, as `SRT` or `A4 PDF`."""
        first, *rest = PurePosixPath(self.entry.path).name.split(".")
        told = rest if self.entry.kind == "leaflet" else rest[-1:]
        return " ".join(part.upper() for part in told if part != self.entry.language) or first


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Files that say the same in different forms."""

    edition: str | None
    language: Language | None
    files: tuple[FileView, ...]

    @property
    def stale(self) -> bool:
        """Whether the script has changed since they were made."""
        return any(file.entry.stale for file in self.files)


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that a channel states; `hard` where more is refused, else it is a budget to aim at."""

    value: float
    verified: bool
    hard: bool = True


@dataclass(frozen=True, slots=True)
class FilmView:
    """A film or sound: against its channel's limits, what QC says, how to play it."""

    entry: FileEntry
    name: str
    size_limit: Limit | None
    length_limit: Limit | None
    verdict: Verdict
    faults: tuple[Fault, ...]
    player: Player | None
    """None where browsers don't play it."""
    tracks: tuple[FileView, ...]
    """Subtitles to switch on: those that are not in the picture."""


@dataclass(frozen=True, slots=True)
class CaptionView:
    """A text beside a film."""

    file: FileView
    language: Language
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class ChannelView:
    """One channel of one edition."""

    edition: str
    name: str
    title: str
    poster: FileView | None
    films: tuple[FilmView, ...]
    captions: tuple[CaptionView, ...]
    bytes: int
    """Of all its files."""

    @property
    def part(self) -> str:
        """How the channel is named where a part of a release is."""
        return f"{self.edition}/{self.name}"

    @property
    def stale(self) -> bool:
        """Whether the script has changed since its film was made."""
        return any(film.entry.stale for film in self.films)


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition."""

    entry: EditionEntry
    channels: tuple[ChannelView, ...]
    withheld: tuple[tuple[str, Withheld], ...]
    """With the channels' titles."""


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """All of a release."""

    manifest: Manifest
    editions: tuple[EditionView, ...]
    withheld: tuple[tuple[str, Withheld], ...]
    """Of editions of which there is nothing at all."""
    subtitles: tuple[FileGroup, ...]
    leaflets: tuple[FileGroup, ...]
    work: tuple[FileGroup, ...]
    bytes: int
    report: bool
    """Whether the report is there."""

    @property
    def channels(self) -> tuple[ChannelView, ...]:
        """The channels of all editions."""
        return tuple(channel for edition in self.editions for channel in edition.channels)


def release_view(
    project: Project, release: OpenRelease, entries: Sequence[FileEntry] | None = None
) -> ReleaseView:
    """The open `release`; of its files only `entries`, by default all."""
    manifest = release.manifest
    files = tuple(manifest.files if entries is None else entries)
    told = [entry.channel for entry in files if entry.channel] + [each.channel for each in manifest.withheld]
    channels = channels_here(project, told)
    editions = tuple(_editions(release, files, channels))
    known = {edition.entry.name for edition in editions}
    return ReleaseView(
        manifest=manifest,
        editions=editions,
        withheld=tuple(
            (title_of(each.channel, channels), each)
            for each in manifest.withheld
            if each.edition not in known
        ),
        subtitles=_groups(manifest, files, "subtitles"),
        leaflets=_groups(manifest, files, "leaflet"),
        work=_groups(manifest, files, "work"),
        bytes=sum(entry.bytes for entry in files),
        report=_has_report(release),
    )


def title_of(name: str, channels: Channels) -> str:
    """What people call the channel."""
    return channels[name].title if name in channels else name


def _editions(release: OpenRelease, files: Sequence[FileEntry], channels: Channels) -> Iterator[EditionView]:
    for edition in release.manifest.editions:
        own = [entry for entry in files if entry.edition == edition.name]
        withheld = [each for each in release.manifest.withheld if each.edition == edition.name]
        if own or withheld:
            yield EditionView(
                edition,
                tuple(_channels(release, edition, own, channels)),
                tuple((title_of(each.channel, channels), each) for each in withheld),
            )


def _channels(
    release: OpenRelease, edition: EditionEntry, own: Sequence[FileEntry], channels: Channels
) -> Iterator[ChannelView]:
    tracks = [entry for entry in own if entry.kind == "subtitles" and entry.path.endswith(".vtt")]
    for name in dict.fromkeys(entry.channel for entry in own if entry.channel):
        beside = [entry for entry in own if entry.channel == name]
        channel = channels.get(name)
        posters = _views(release.manifest, beside, "poster")
        yield ChannelView(
            edition=edition.name,
            name=name,
            title=title_of(name, channels),
            poster=posters[0] if posters else None,
            films=tuple(
                _film(release.manifest, entry, edition, channel, tracks)
                for entry in beside
                if entry.kind in ("video", "sound")
            ),
            captions=tuple(_captions(release, edition, beside, channel)),
            bytes=sum(entry.bytes for entry in beside),
        )


def _film(
    manifest: Manifest,
    entry: FileEntry,
    edition: EditionEntry,
    channel: Channel | None,
    tracks: Sequence[FileEntry],
) -> FilmView:
    shown = [
        each
        for each in tracks
        # Subtitle files are timed to the whole programme: they don't fit where something was left out.
        if each.language and each.language not in edition.subtitles and not entry.left_out
    ]
    return FilmView(
        entry=entry,
        name=download_name(manifest, entry),
        size_limit=_size_limit(channel),
        length_limit=_limit(channel.max_seconds) if channel is not None else None,
        verdict=verdict(entry.qc),
        faults=faults(entry.qc),
        player=_player(entry),
        tracks=_views(manifest, shown, "subtitles") if entry.kind == "video" else (),
    )


def _player(entry: FileEntry) -> Player | None:
    if entry.kind == "sound":
        return "audio"
    codec = ((entry.qc or {}).get("picture") or {}).get("codec", "h264")
    return "video" if codec == "h264" and PurePosixPath(entry.path).suffix == ".mp4" else None


def _size_limit(channel: Channel | None) -> Limit | None:
    if channel is None:
        return None
    return _limit(channel.max_bytes) or _limit(channel.target_bytes, hard=False)


def _limit(fact: Fact[int] | Fact[float] | None, *, hard: bool = True) -> Limit | None:
    return None if fact is None else Limit(fact.value, fact.verified, hard)


def _captions(
    release: OpenRelease, edition: EditionEntry, beside: Sequence[FileEntry], channel: Channel | None
) -> Iterator[CaptionView]:
    for file in _views(release.manifest, beside, "caption"):
        try:
            with release.released(file.entry) as opened:
                text = opened.read().decode("utf-8-sig", "replace")
        except InputError:
            continue  # the file itself is listed, and its download says what is the matter
        language = file.entry.language or (*edition.subtitles, edition.voice)[0]
        yield CaptionView(file, language, posts(text, channel))


def _views(manifest: Manifest, entries: Sequence[FileEntry], kind: str) -> tuple[FileView, ...]:
    return tuple(FileView(entry, download_name(manifest, entry)) for entry in entries if entry.kind == kind)


def _groups(manifest: Manifest, entries: Sequence[FileEntry], kind: str) -> tuple[FileGroup, ...]:
    found: dict[tuple[str | None, Language | None], list[FileView]] = {}
    for view in _views(manifest, entries, kind):
        found.setdefault((view.entry.edition, view.entry.language), []).append(view)
    return tuple(FileGroup(edition, language, tuple(views)) for (edition, language), views in found.items())


def _has_report(release: OpenRelease) -> bool:
    try:
        release.open(REPORT).close()
    except InputError:
        return False
    return True
