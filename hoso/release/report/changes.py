"""What changed from one release to the next. Pure: by the manifests alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hoso.base.clock import format_clock
from hoso.release.manifest import EditionEntry, FileEntry, Manifest

Kind = Literal["state", "voice", "withheld", "new", "gone", "content", "duration"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` is a file's path, an edition, or an edition and a channel; empty for the state.

    `before` and `after` are words, empty where there was or is nothing, or nothing more to say.
    """

    kind: Kind
    what: str
    before: str = ""
    after: str = ""


def changes(old: Manifest, new: Manifest) -> tuple[Change, ...]:
    """Every change from `old` to `new`: the state, who speaks, what is withheld, then file by file."""
    return (*_state(old, new), *_voices(old, new), *_withheld(old, new), *_files(old, new))


def _state(old: Manifest, new: Manifest) -> Iterator[Change]:
    if old.state != new.state:
        yield Change("state", "", old.state, new.state)


def _voices(old: Manifest, new: Manifest) -> Iterator[Change]:
    before = {edition.name: _speaks(edition) for edition in old.editions}
    after = {edition.name: _speaks(edition) for edition in new.editions}
    return _differences("voice", before, after)


def _withheld(old: Manifest, new: Manifest) -> Iterator[Change]:
    """By edition and channel; a channel that has its file now has no reason after."""
    before = {f"{each.edition}/{each.channel}": "; ".join(each.reasons) for each in old.withheld}
    after = {f"{each.edition}/{each.channel}": "; ".join(each.reasons) for each in new.withheld}
    return _differences("withheld", before, after)


def _differences(kind: Kind, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield Change(kind, name, before.get(name, ""), after.get(name, ""))


def _files(old: Manifest, new: Manifest) -> Iterator[Change]:
    before = {entry.path: entry for entry in old.files}
    after = {entry.path: entry for entry in new.files}
    for path in sorted(after.keys() - before.keys()):
        yield Change("new", path)
    for path in sorted(before.keys() - after.keys()):
        yield Change("gone", path)
    for path in sorted(before.keys() & after.keys()):
        yield from _file(before[path], after[path])


def _file(old: FileEntry, new: FileEntry) -> Iterator[Change]:
    if old.sha256 != new.sha256:
        yield Change("content", new.path, old.sha256, new.sha256)
    if old.duration_ms != new.duration_ms:
        yield Change("duration", new.path, _length(old), _length(new))


def _length(entry: FileEntry) -> str:
    return "" if entry.duration_ms is None else format_clock(entry.duration_ms)


def _speaks(edition: EditionEntry) -> str:
    told = {
        "shown": "viewers are told that the voice is synthesized",
        "off": "viewers are not told that the voice is synthesized",
        "none": "a person speaks",
    }[edition.disclosure]
    return f"{edition.engine}, {edition.speaker} ({edition.grade}); {told}"
