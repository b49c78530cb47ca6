"""Files known by content: hashed and probed once, remembered by path, size and time of change."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from hoso.base.files import write_text
from hoso.base.keys import digest, digest_file
from hoso.media.probe import MediaInfo, probe
from hoso.media.traces import traces

VERSION = 1


class Library:
    """The media files of a project. What is known is kept below `state`/media, one small file each."""

    def __init__(self, state: Path) -> None:
        self._folder = state / "media"

    def content(self, path: Path) -> str:
        """SHA-256 of the file's bytes, in hexadecimal."""
        known = self._known(path)
        if "sha256" not in known:
            known["sha256"] = digest_file(path)
            self._keep(path, known)
        return str(known["sha256"])

    def info(self, path: Path) -> MediaInfo:
        """The file's facts. Raises HosoError where it is no readable media file."""
        known = self._known(path)
        if "info" not in known:
            known["info"] = dataclasses.asdict(probe(path))
            self._keep(path, known)
        return MediaInfo(**known["info"])

    def traces(self, path: Path) -> tuple[str, ...]:
        """What its metadata tells of place, time, device or author."""
        known = self._known(path)
        if "traces" not in known:
            known["traces"] = traces(path)
            self._keep(path, known)
        return tuple(known["traces"])

    def remembered(self, path: Path) -> tuple[MediaInfo | None, tuple[str, ...]]:
        """The file's facts and traces as far as they are known; the file is not opened."""
        known = self._known(path)
        info = MediaInfo(**known["info"]) if "info" in known else None
        return info, tuple(known.get("traces", ()))

    def learn(self, path: Path, info: MediaInfo, told: tuple[str, ...]) -> None:
        """Remember what somebody else found out about the file."""
        self._keep(path, {**self._known(path), "info": dataclasses.asdict(info), "traces": told})

    def _entry(self, path: Path) -> Path:
        stat = path.stat()
        key = digest([VERSION, str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino])
        return self._folder / f"{key}.json"

    def _known(self, path: Path) -> dict[str, Any]:
        try:
            known: dict[str, Any] = json.loads(self._entry(path).read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return known

    def _keep(self, path: Path, known: dict[str, Any]) -> None:
        write_text(self._entry(path), json.dumps(known))
