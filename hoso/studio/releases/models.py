"""Releases and share links as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self

from pydantic import BaseModel, Field

from hoso.release.manifest import (
    Decision,
    EditionEntry,
    FileEntry,
    Kind,
    Manifest,
    State,
    Withheld,
    download_name,
)
from hoso.release.report.measures import Verdict, verdict
from hoso.studio.releases.paths import Paths
from hoso.studio.releases.shares import DAYS, LONGEST, LONGEST_DAYS, Scope, Share, ShareWish, Standing


class ReleaseFileOut(BaseModel):
    """A file of a release."""

    path: str
    kind: Kind
    edition: str | None
    channel: str | None
    language: str | None
    bytes: int
    sha256: str
    duration_ms: int | None
    stale: bool = Field(description="Whether the script has changed since it was made.")
    check: Verdict | None = Field(description="What QC says of a film or sound.")
    name: str = Field(description="What it is called once it is saved.")
    url: str = Field(description="Where it is downloaded: a path on this studio.")

    @classmethod
    def of(cls, manifest: Manifest, entry: FileEntry) -> Self:
        """One entry of a manifest."""
        return cls(
            **entry.model_dump(include=set(cls.model_fields) & set(FileEntry.model_fields)),
            check=verdict(entry.qc) if entry.kind in ("video", "sound") else None,
            name=download_name(manifest, entry),
            url=f"/api{Paths(manifest.message, manifest.version).file(entry.path)}",
        )


class ReleaseBrief(BaseModel):
    """A release in a list."""

    message: str
    title: dict[str, str]
    version: str
    made: datetime
    state: State
    channels: list[str]
    withheld: int
    stale: int = Field(description="How many files are older than the script.")
    blockers: list[str] = Field(description="What speaks against approving it.")

    @classmethod
    def of(cls, manifest: Manifest) -> Self:
        """The release of `manifest`."""
        return cls(
            **manifest.model_dump(include={"message", "title", "version", "made", "state"}),
            channels=list(dict.fromkeys(entry.channel for entry in manifest.files if entry.channel)),
            withheld=len(manifest.withheld),
            stale=sum(entry.stale for entry in manifest.files),
            blockers=list(manifest.blockers),
        )


class ReleaseOut(ReleaseBrief):
    """A release with all of its files."""

    current: bool
    source: str | None
    editions: list[EditionEntry]
    files: list[ReleaseFileOut]
    refused: list[Withheld] = Field(description="Channels that have no file, and why.")
    decisions: list[Decision]
    zip: str = Field(description="Where all of it is downloaded: a path on this studio.")
    versions: list[str] = Field(description="All that are kept, the current one first.")

    @classmethod
    def whole(cls, manifest: Manifest, versions: list[str]) -> Self:
        """The release of `manifest`; `versions` are those of its message."""
        brief = ReleaseBrief.of(manifest)
        return cls(
            **brief.model_dump(),
            current=manifest.version == versions[0],
            source=manifest.source,
            editions=list(manifest.editions),
            files=[ReleaseFileOut.of(manifest, entry) for entry in manifest.files],
            refused=list(manifest.withheld),
            decisions=list(manifest.decisions),
            zip=f"/api{Paths(manifest.message, manifest.version).zip}",
            versions=versions,
        )


class DecisionIn(BaseModel):
    """What to decide."""

    version: str = Field(description="The version that was looked at; another one is not decided about.")
    reason: str = Field("", description="Needed to withdraw, and where something speaks against approving.")


class ShareIn(BaseModel):
    """What to share."""

    version: str
    scope: Scope = "release"
    part: str = Field("", description="Of a channel `edition/channel`, of a file its path; else empty.")
    note: str = Field(max_length=LONGEST, description="For whom.")
    days: int = Field(DAYS, ge=1, le=LONGEST_DAYS)
    most: int | None = Field(None, ge=1, description="Most downloads; null for any number.")
    passphrase: str = Field("", max_length=LONGEST)
    reason: str = Field("", max_length=LONGEST, description="Why, where the release is not approved.")

    def wish(self) -> ShareWish:
        """The wish that it is."""
        return ShareWish(**self.model_dump())


class ShareOut(BaseModel):
    """A share link. Its secret is told when it is made, and never again."""

    id: int
    message: str
    version: str
    scope: Scope
    part: str
    note: str
    reason: str
    sharer: str
    made: datetime
    expires: datetime
    most: int | None
    locked: bool = Field(description="Whether a passphrase is asked for.")
    standing: Standing
    downloads: int
    latest: datetime | None = Field(description="When something was last downloaded.")
    revoked: datetime | None
    revoker: str | None

    @classmethod
    def of(cls, share: Share) -> Self:
        """One share."""
        times = {name: _moment(getattr(share, name)) for name in ("made", "expires", "latest", "revoked")}
        plain = ("id", "message", "version", "scope", "part", "note", "reason", "sharer", "most")
        more = ("standing", "downloads", "revoker")
        return cls.model_validate(
            {
                **{name: getattr(share, name) for name in (*plain, *more)},
                **times,
                "locked": share.passphrase is not None,
            }
        )


class ShareMade(BaseModel):
    """A new share link."""

    share: ShareOut
    url: str = Field(description="The link, told this once.")


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
