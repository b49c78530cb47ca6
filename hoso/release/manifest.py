"""release.json: every file of a release, how it was made and checked, and what people decided about it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from hoso.base.files import write_text
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem

NAME = "release.json"

State = Literal["ready", "approved", "withdrawn"]
Kind = Literal["video", "sound", "caption", "poster", "subtitles", "leaflet", "work"]


class Model(BaseModel):
    """Read-only data; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FileEntry(Model):
    """A file of a release."""

    path: str = Field(description="Within the release's folder.")
    kind: Kind
    bytes: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    made: datetime
    inputs: str = Field(description="A digest of the script and settings that it was made from.")
    edition: str | None = None
    channel: str | None = None
    language: Language | None = None
    duration_ms: int | None = None
    left_out: int = Field(default=0, description="What is `optional` up to this number is not in it.")
    qc: dict[str, Any] | None = Field(default=None, description="What was measured on the finished file.")
    stale: bool = Field(default=False, description="Whether the script has changed since it was made.")


class EditionEntry(Model):
    """An edition: who speaks, and how good the voice is."""

    name: str
    voice: Language
    subtitles: tuple[Language, ...]
    engine: str
    speaker: str
    grade: str
    synthetic: bool
    fallback_reason: str | None = None
    disclosure: Literal["shown", "off", "none"] = Field(
        description="Whether viewers are told that the voice is synthesized; none where a person speaks."
    )


class Withheld(Model):
    """A channel that has no file, and why."""

    edition: str
    channel: str
    reasons: tuple[str, ...]


class SourceEntry(Model):
    """A file of videos/ that is seen or heard."""

    name: str
    sha256: str
    traces: tuple[str, ...] = Field(
        default=(), description="What its metadata tells of place, time, device or author; none is passed on."
    )


class Decision(Model):
    """What a person decided about a release."""

    state: State
    by: str
    reason: str
    when: datetime


class Manifest(Model):
    """release.json."""

    format: Literal[1] = 1
    message: str
    title: dict[str, str]
    version: str = Field(description="The day and a number: 2026-11-22.1")
    made: datetime
    hoso: str
    source: str | None
    languages: tuple[Language, ...]
    state: State = "ready"
    blockers: tuple[str, ...] = Field(
        default=(), description="What keeps it from being approved, unless a person says why."
    )
    warnings: tuple[str, ...] = ()
    editions: tuple[EditionEntry, ...] = ()
    files: tuple[FileEntry, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    decisions: tuple[Decision, ...] = ()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None where there is none. Raises InputError where it can't be read."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return parse_manifest(data, path)


def parse_manifest(data: bytes, path: Path) -> Manifest:
    """The manifest that `data`, the content of `path`, is. Raises InputError where it is none."""
    try:
        return Manifest.model_validate_json(data)
    except ValueError as error:
        words = "the release's manifest can't be read"
        raise InputError([Problem(words, "Render the message again.", path)]) from error


def write_manifest(folder: Path, manifest: Manifest) -> Path:
    """Put `manifest` into `folder`."""
    data = manifest.model_dump(mode="json", exclude_none=True)
    path = folder / NAME
    write_text(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return path


def next_version(previous: Manifest | None, now: datetime) -> str:
    """The version after `previous`: today's first, or one more."""
    day = f"{now:%Y-%m-%d}"
    if previous is None or not previous.version.startswith(f"{day}."):
        return f"{day}.1"
    return f"{day}.{int(previous.version.rsplit('.', 1)[1]) + 1}"


def download_name(manifest: Manifest, entry: FileEntry) -> str:
    """What a file is called once it has left its folder: it says what it is."""
    path = Path(entry.path)
    told = entry.channel or (entry.language if entry.kind == "subtitles" else None) or path.stem
    parts = [manifest.message, entry.edition, told, manifest.version]
    return "_".join(part for part in parts if part) + path.suffix
