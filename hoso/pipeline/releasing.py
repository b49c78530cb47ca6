"""From finished files to a release: its manifest, leaflets, and what speaks against handing it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hoso import __version__
from hoso.base.keys import digest, digest_file
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import HosoError, Problem
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.pipeline.blockers import blockers
from hoso.pipeline.delivering import WORKING
from hoso.pipeline.production import Production
from hoso.pipeline.request import Rendition
from hoso.pipeline.workshop import Workshop
from hoso.release.leaflet import leaflet_languages, make_leaflets
from hoso.release.manifest import (
    EditionEntry,
    FileEntry,
    Kind,
    Manifest,
    SourceEntry,
    Withheld,
    next_version,
    write_manifest,
)
from hoso.release.staging import Stage
from hoso.script.disclosure import disclosure_for
from hoso.script.model import Edition, Message
from hoso.script.reader import Script
from hoso.script.scenes import FootageScene, ImageScene

KINDS: dict[str, Kind] = {
    ".mp4": "video",
    ".3gp": "video",
    ".wav": "sound",
    ".mp3": "sound",
    ".txt": "caption",
    ".jpg": "poster",
    ".png": "poster",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".pdf": "leaflet",
}


@dataclass
class Batch:
    """What one render made and could not make, of one message."""

    script: Script
    productions: list[Production] = field(default_factory=list)
    renditions: list[Rendition] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)

    def withhold(self, edition: Edition, channel: Channel, problems: Sequence[Problem]) -> None:
        """Note that a channel has no file, and why."""
        told = tuple(problem.message for problem in problems)
        self.withheld.append(Withheld(edition=edition.name, channel=channel.name, reasons=told))


def complete(
    shop: Workshop, batch: Batch, stage: Stage, final: Path, before: Manifest | None
) -> tuple[Problem, ...]:
    """Make a release of what is in `stage`, which is to stand at `final`; what went wrong is returned.

    Where it is the same release as `before`, that one stays, with what people decided about it.
    """
    problems: tuple[Problem, ...] = ()
    _prune(batch, stage.folder)
    try:
        add_leaflets(shop, batch.script.message, stage.folder)
    except HosoError as error:
        problems = (error.problem,)
    manifest = manifest_of(shop, batch, stage.folder, final, before)
    if same_release(manifest, before):
        stage.wanted = False
    else:
        write_manifest(stage.folder, manifest)
        from hoso.release.report.writing import write_report

        older = (final, before) if before is not None else None
        channels = channels_of(shop.catalog, manifest)
        write_report(stage.folder, manifest, older, channels, shop.fonts, shop.store, shop.token)
    return problems


def _prune(batch: Batch, folder: Path) -> None:
    """Take away what the script names no longer, and what is left of channels that are withheld now."""
    message = batch.script.message
    editions = {edition.name for edition in message.editions}
    withheld = {(entry.edition, entry.channel) for entry in batch.withheld}
    for path in [path for path in folder.glob("*/*") if path.is_file()]:
        channel = _channel(path, _kind(path) or "work")
        gone = channel is not None and (
            channel not in message.channels or (path.parent.name, channel) in withheld
        )
        if path.parent.name not in editions or gone:
            path.unlink()
    for place in [place for place in folder.iterdir() if place.is_dir() and not any(place.iterdir())]:
        place.rmdir()


def channels_of(catalog: Catalog, manifest: Manifest) -> dict[str, Channel]:
    """The channels that `manifest` has files for or withholds, as far as there still are such channels."""
    told = [entry.channel for entry in manifest.files if entry.channel]
    told += [entry.channel for entry in manifest.withheld]
    return {name: catalog.channel(name) for name in dict.fromkeys(told) if name in catalog.names}


def inputs_of(script: Script) -> str:
    """What stands for the script and what it shares: files made from another are stale."""
    return digest(script.message.model_dump(mode="json", exclude={"path"}))


def add_leaflets(shop: Workshop, message: Message, folder: Path) -> None:
    """The leaflets of `message`, in place of those of before. Raises HosoError where words don't fit."""
    for path in folder.glob("leaflet.*.pdf"):
        path.unlink()
    if message.printed is not None:
        logo = shop.media(message.logo) if message.logo else None
        make_leaflets(message, leaflet_languages(message), shop.fonts, folder, logo=logo)


def manifest_of(shop: Workshop, batch: Batch, folder: Path, final: Path, before: Manifest | None) -> Manifest:
    """The manifest of all files in `folder`, which is to be `final`; `before` is that of the release before.

    What this render did not make is carried over from `before`, and is stale where the script has changed.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    message = batch.script.message
    files = tuple(_files(shop, batch, folder, final, before, now))
    present = {entry.edition for entry in files if entry.edition}
    fresh = tuple(_edition(production) for production in batch.productions)
    known = {entry.name for entry in fresh}
    older = tuple(
        entry
        for entry in (before.editions if before else ())
        if entry.name not in known and entry.name in present
    )
    editions = (*older, *fresh)
    manifest = Manifest(
        message=message.name,
        title={language: text for language in LANGUAGES if (text := message.title.get(language))},
        version=next_version(before, now),
        made=now,
        hoso=__version__,
        source=message.source,
        languages=tuple(dict.fromkeys(name for entry in editions for name in entry.subtitles)),
        editions=editions,
        files=files,
        withheld=(*_still_withheld(batch, before, present), *batch.withheld),
        sources=tuple(_sources(shop, message)),
        decisions=(),
    )
    found = tuple(dict.fromkeys(blockers(manifest, batch.productions, message)))
    return manifest.model_copy(update={"blockers": found})


def same_release(one: Manifest, other: Manifest | None) -> bool:
    """Whether nothing that anybody could hand out differs, so that no new release is called for."""
    if other is None:
        return False

    def told(manifest: Manifest) -> object:
        files = [(entry.path, entry.sha256, entry.stale) for entry in manifest.files]
        rest = manifest.editions, manifest.withheld, manifest.blockers, manifest.title, manifest.source
        return sorted(files), rest

    return told(one) == told(other)


def _files(
    shop: Workshop, batch: Batch, folder: Path, final: Path, before: Manifest | None, now: datetime
) -> Iterator[FileEntry]:
    old = {entry.path: entry for entry in (before.files if before else ())}
    by_path = {rendition.path: rendition for rendition in batch.renditions}
    done = {production.edition.name for production in batch.productions}
    inputs = inputs_of(batch.script)
    for path in sorted(folder.rglob("*")):
        kind = _kind(path)
        if not path.is_file() or path.name.startswith(".") or kind is None:
            continue
        name = str(path.relative_to(folder))
        sha, known = _sha(shop, path, final / name), old.get(name)
        rendition = by_path.get(final / name)
        edition = path.parent.name if path.parent != folder else None
        touched = (
            rendition is not None or (edition in done and kind not in ("video", "sound")) or edition is None
        )
        if known is not None and known.sha256 == sha:
            yield known.model_copy(
                update={
                    "inputs": inputs if touched else known.inputs,
                    "stale": not touched and known.inputs != inputs,
                    "qc": dict(rendition.qc) if rendition and rendition.qc else known.qc,
                }
            )
            continue
        yield FileEntry(
            path=name,
            kind=kind,
            bytes=path.stat().st_size,
            sha256=sha,
            made=now,
            inputs=inputs,
            edition=edition,
            channel=_channel(path, kind),
            language=_language(path),
            duration_ms=rendition.duration_ms if rendition else None,
            left_out=rendition.left_out if rendition else 0,
            qc=dict(rendition.qc) if rendition and rendition.qc else None,
        )


def _sha(shop: Workshop, path: Path, final: Path) -> str:
    """The digest of `path`, looked up where the same file stands already."""
    same = final.is_file() and final.samefile(path)
    return shop.library.content(final) if same else digest_file(path)


def _kind(path: Path) -> Kind | None:
    """What the file is; None where it is nothing of a release."""
    return "work" if path.name == WORKING else KINDS.get(path.suffix)


def _channel(path: Path, kind: Kind) -> str | None:
    if kind in ("subtitles", "leaflet", "work"):
        return None
    return path.name.split(".")[0]


def _language(path: Path) -> Language | None:
    told = path.name.split(".")[1:-1]
    return next((language for language in LANGUAGES if language in told), None)


def _edition(production: Production) -> EditionEntry:
    recording, edition = production.recording, production.edition
    synthetic = any(take.synthetic for take in recording.takes)
    message = production.script.message
    shown = disclosure_for(message, synthetic, edition.main) is not None
    return EditionEntry(
        name=edition.name,
        voice=edition.voice,
        subtitles=edition.languages,
        engine=recording.engine,
        speaker=recording.voice,
        grade=recording.grade,
        synthetic=synthetic,
        fallback_reason=recording.fallback_reason,
        disclosure=("shown" if shown else "off") if synthetic else "none",
    )


def _still_withheld(batch: Batch, before: Manifest | None, present: set[str]) -> Iterable[Withheld]:
    """What was withheld before and was not asked for now."""
    done = {production.edition.name for production in batch.productions}
    kept = before.withheld if before else ()
    return [entry for entry in kept if entry.edition not in done and entry.edition in present]


def _sources(shop: Workshop, message: Message) -> Iterator[SourceEntry]:
    names = dict.fromkeys(_media(message))
    for name in names:
        path = shop.media(name)
        yield SourceEntry(name=name, sha256=shop.library.content(path), traces=shop.library.traces(path))


def _media(message: Message) -> Iterator[str]:
    for scene in message.scenes:
        if isinstance(scene, FootageScene):
            yield scene.footage
        elif isinstance(scene, ImageScene):
            yield scene.image
    if message.music is not None:
        yield message.music.file
