"""The page from a release: what the manifest says, put into words and in order. Pure.

What has to be opened, heard or drawn for it comes as `Material`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hoso.base.clock import format_clock
from hoso.base.languages import Language
from hoso.channels.facts import Fact
from hoso.channels.model import Channel
from hoso.release.manifest import EditionEntry, FileEntry, Manifest, download_name
from hoso.release.report import measures
from hoso.release.report.changes import changes
from hoso.release.report.hearing import FLOOR, Heard
from hoso.release.report.page import (
    Card,
    EditionView,
    FileView,
    Listed,
    Page,
    Plot,
    Refused,
    Rewritten,
    Sheet,
    Since,
    Text,
)
from hoso.release.report.pictures import Picture
from hoso.release.report.plots import drawing, minus
from hoso.release.report.wording import line_differences

Channels = Mapping[str, Channel]

LANGUAGE: dict[Language, str] = {"ko": "Korean", "ru": "Russian", "uk": "Ukrainian", "en": "English"}
TOLD = {
    "video": "film",
    "sound": "sound",
    "caption": "text",
    "poster": "poster",
    "subtitles": "subtitles",
    "leaflet": "leaflet",
    "work": "working file",
}
DISCLOSED = {
    "shown": "viewers are told that the voice is synthesized",
    "off": "viewers are not told that the voice is synthesized",
    "none": "a person speaks",
}


@dataclass(frozen=True, slots=True)
class Material:
    """What was read from the release's files, by their paths in its folder.

    `pictures` holds posters; `sheets` and `sounds` hold one for each of `distinct_pictures` and
    `distinct_sounds`, by its first file; files without any sound have none.
    """

    pictures: Mapping[str, Picture]
    sheets: Mapping[str, Picture]
    sounds: Mapping[str, Heard]
    texts: Mapping[str, str]
    """Captions, and subtitles that are text."""


@dataclass(frozen=True, slots=True)
class Former:
    """The last release: its manifest, and its texts."""

    manifest: Manifest
    texts: Mapping[str, str]


def page(manifest: Manifest, material: Material, channels: Channels, former: Former | None) -> Page:
    """All that stands on the report's page."""
    decided = manifest.decisions[-1] if manifest.decisions else None
    return Page(
        manifest=manifest,
        decided=decided if decided is not None and decided.state == manifest.state else None,
        editions=tuple(_edition(each, manifest, material, channels) for each in manifest.editions),
        subtitles=_listed(manifest, channels, "subtitles"),
        leaflets=_listed(manifest, channels, "leaflet"),
        withheld=tuple(
            Refused(each.edition, _title(each.channel, channels), each.reasons) for each in manifest.withheld
        ),
        since=None if former is None else _since(former, manifest, material),
        everything=_listed(manifest, channels, *TOLD),
    )


def distinct_pictures(manifest: Manifest, channels: Channels) -> dict[str, tuple[FileEntry, ...]]:
    """The films by what is seen in them, under the path of the first: channels of one picture profile share
    a picture, as far as the same is left out."""
    groups: dict[object, list[FileEntry]] = {}
    for entry in manifest.files:
        if entry.kind == "video":
            channel = channels.get(entry.channel or "")
            picture = channel.picture.value if channel is not None and channel.picture is not None else None
            shape = ("profile", picture) if picture else ("channel", entry.channel)
            groups.setdefault((entry.edition, shape, entry.left_out), []).append(entry)
    return {group[0].path: tuple(group) for group in groups.values()}


def distinct_sounds(manifest: Manifest, channels: Channels) -> dict[str, tuple[FileEntry, ...]]:
    """Films and sounds by what is heard in them, under the path of the first: the same is left out, the same
    loudness is aimed at, with or without music."""
    groups: dict[object, list[FileEntry]] = {}
    for entry in manifest.files:
        if entry.kind in ("video", "sound"):
            channel = channels.get(entry.channel or "")
            music = channel.sound.music.value if channel is not None and channel.sound.music else None
            key = (entry.edition, entry.left_out, _target(entry, channels), music)
            groups.setdefault(key, []).append(entry)
    return {group[0].path: tuple(group) for group in groups.values()}


def size_words(size: int) -> str:
    """A file's size in decimal units, as stores and apps count."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.3g} {unit}" if size < 100 * factor else f"{size / factor:.0f} {unit}"
    return f"{size} bytes"


def _edition(
    edition: EditionEntry, manifest: Manifest, material: Material, channels: Channels
) -> EditionView:
    own = [entry for entry in manifest.files if entry.edition == edition.name]
    pictures = distinct_pictures(manifest, channels)
    sounds = distinct_sounds(manifest, channels)
    return EditionView(
        edition=edition,
        voice=LANGUAGE[edition.voice],
        subtitles=" and ".join(LANGUAGE[language] for language in edition.subtitles) or "none",
        speaks=f"{edition.engine}, {edition.speaker}",
        disclosure=DISCLOSED[edition.disclosure],
        cards=tuple(_cards(edition, own, manifest, material, channels)),
        sheets=tuple(
            Sheet(material.sheets[entry.path], _titles(pictures[entry.path], channels))
            for entry in own
            if entry.path in pictures
        ),
        plots=tuple(
            _plot(material.sounds[entry.path], sounds[entry.path], channels)
            for entry in own
            if entry.path in sounds and entry.path in material.sounds
        ),
    )


def _cards(
    edition: EditionEntry,
    own: Sequence[FileEntry],
    manifest: Manifest,
    material: Material,
    channels: Channels,
) -> Iterator[Card]:
    main = (*edition.subtitles, edition.voice)[0]
    films = [entry for entry in own if entry.kind in ("video", "sound")]
    for name in dict.fromkeys(entry.channel or "" for entry in films):
        beside = [entry for entry in own if entry.channel == name]
        posters = [material.pictures[entry.path] for entry in beside if entry.kind == "poster"]
        yield Card(
            channel=name,
            title=_title(name, channels),
            poster=posters[0] if posters else None,
            files=tuple(
                _file(entry, manifest, channels.get(name)) for entry in films if (entry.channel or "") == name
            ),
            captions=tuple(
                Text(download_name(manifest, entry), material.texts[entry.path], entry.language or main)
                for entry in beside
                if entry.kind == "caption"
            ),
        )


def _file(entry: FileEntry, manifest: Manifest, channel: Channel | None) -> FileView:
    return FileView(
        entry=entry,
        name=download_name(manifest, entry),
        size=size_words(entry.bytes),
        size_limit=_size_limit(entry.bytes, channel),
        length="" if entry.duration_ms is None else format_clock(entry.duration_ms),
        length_limit=_length_limit(channel),
        verdict=measures.verdict(entry.qc),
        faults=measures.faults(entry.qc),
        loudness=measures.loudness(entry.qc),
        true_peak=measures.true_peak(entry.qc),
        rows=measures.main_rows(entry.qc),
        everything=measures.all_rows(entry.qc),
    )


def _size_limit(size: int, channel: Channel | None) -> str:
    if channel is None:
        return ""
    for fact, words in ((channel.max_bytes, "at most"), (channel.target_bytes, "aim at")):
        if fact is not None:
            return f"{words} {size_words(fact.value)}{_doubt(fact)}, {100 * size / fact.value:.0f} %"
    return "no limit known"


def _length_limit(channel: Channel | None) -> str:
    if channel is None or channel.max_seconds is None:
        return ""
    most = format_clock(round(channel.max_seconds.value * 1000))
    return f"at most {most}{_doubt(channel.max_seconds)}"


def _doubt(fact: Fact[int] | Fact[float]) -> str:
    return "" if fact.verified else ", not verified"


def _plot(heard: Heard, entries: Sequence[FileEntry], channels: Channels) -> Plot:
    target = _target(entries[0], channels)
    return Plot(
        drawing=drawing(heard, target),
        channels=_titles(entries, channels),
        lufs=minus(f"{heard.lufs:.1f} LUFS") if heard.lufs > FLOOR else "silent",
        target="" if target is None else minus(f"{target:g} LUFS"),
    )


def _target(entry: FileEntry, channels: Channels) -> float | None:
    channel = channels.get(entry.channel or "")
    return None if channel is None else channel.sound.loudness.value


def _title(name: str, channels: Channels) -> str:
    return channels[name].title if name in channels else name


def _titles(entries: Sequence[FileEntry], channels: Channels) -> str:
    return ", ".join(dict.fromkeys(_title(entry.channel or "", channels) for entry in entries))


def _listed(manifest: Manifest, channels: Channels, *kinds: str) -> tuple[Listed, ...]:
    return tuple(
        Listed(entry, _told(entry, channels), download_name(manifest, entry), size_words(entry.bytes))
        for entry in manifest.files
        if entry.kind in kinds
    )


def _told(entry: FileEntry, channels: Channels) -> str:
    parts = (
        TOLD[entry.kind],
        entry.language and LANGUAGE[entry.language],
        entry.edition and f"edition {entry.edition}",
        entry.channel and _title(entry.channel, channels),
    )
    return ", ".join(part for part in parts if part)


def _since(former: Former, manifest: Manifest, material: Material) -> Since:
    rewritten = (
        Rewritten(path, line_differences(former.texts[path], words))
        for path, words in material.texts.items()
        if path in former.texts
    )
    return Since(
        version=former.manifest.version,
        changes=changes(former.manifest, manifest),
        texts=tuple(each for each in rewritten if each.lines),
    )
